/**
 * Positions come in; whether words follow each other, and how near they stand, goes out.
 */

const REACH = 6;
// Between the words of an expansion there may be stop words: « insertion par l'activité économique ».
const STEPS = [1, 2, 3];

/** Whether a document holds these stems in a row; `steps` the exact gaps between them, when they matter. */
export function adjacent(stems, terms, document, steps = null) {
  const places = stems.map((stem) => new Set(terms.places(stem).get(document) ?? []));
  const follows = (place, rank) => {
    if (rank === stems.length) return true;
    const allowed = steps ? [steps[rank - 1]] : STEPS;
    return allowed.some((step) => places[rank].has(place + step) && follows(place + step, rank + 1));
  };
  return [...places[0]].some((place) => follows(place, 1));
}

/**
 * How near the words of a query stand in a page, from 0 to 1: for each two neighbours of the query,
 * 1 when a document holds them in a row, less when they are a few words apart.
 */
export function nearness({ words }, alternatives, weights, terms, documents) {
  let sum = 0;
  let all = 0;
  for (let rank = 0; rank + 1 < words.length; rank += 1) {
    const weight = weights[rank] + weights[rank + 1];
    const step = words[rank + 1].position - words[rank].position;
    const best = (number) => alternatives[number].filter(({ stems }) => stems.length === 1).slice(0, 4);
    let near = 0;
    for (const {
      stems: [first],
      reason,
    } of best(rank)) {
      for (const {
        stems: [second],
      } of best(rank + 1)) {
        if (first === second) near = Math.max(near, reason === "exact" ? 0 : 1);
        else for (const document of documents) near = Math.max(near, closeness(first, second, step, terms, document));
      }
    }
    sum += weight * near;
    all += weight;
  }
  return all ? sum / all : 0;
}

function closeness(first, second, step, terms, document) {
  const after = terms.places(second).get(document);
  if (!after) return 0;
  let best = 0;
  for (const place of terms.places(first).get(document) ?? []) {
    for (const other of after) {
      const gap = other - place;
      if (gap === step) return 1;
      if (Math.abs(gap) <= REACH) best = Math.max(best, 0.5 - 0.05 * Math.abs(gap - step));
    }
  }
  return best;
}
