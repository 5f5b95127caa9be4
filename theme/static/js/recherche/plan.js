/**
 * A parsed query comes in; for each word, all that may stand for it goes out, loaded from the index.
 *
 * An alternative is {stems, weight, reason, surface}: one stem, or several that must follow each other.
 */

const PREFIXES = 12;
const ERRORS = 3;
const SHORTEST_HALF = 3;
export const WEIGHTS = { exact: 1, joint: 0.95, sigle: 0.9, debut: 0.75, suite: 0.3, coupe: 0.9, faute: [1, 0.8, 0.6] };

/** @returns {Promise<{alternatives: object[][], names: object[], corrected: string[]}>} */
export async function plan(query, terms, lexicon) {
  const { words, pairs, names } = query;
  await terms.load([...words, ...pairs].map(({ stem }) => stem).concat(names.map(({ term }) => term)));
  const alternatives = words.map(({ stem, surface }) =>
    terms.has(stem) ? [{ stems: [stem], weight: WEIGHTS.exact, reason: "exact", surface }] : []);
  for (const { stem, covers, surface } of pairs) {
    if (!terms.has(stem)) continue;
    for (const rank of covers) alternatives[rank].push({ stems: [stem], weight: WEIGHTS.joint, reason: "joint", surface });
  }
  expandAcronyms(query, terms, alternatives);
  await Promise.all(words.map((word, rank) => complete(word, alternatives[rank], lexicon)));
  const corrected = words.map(({ surface }) => surface);
  for (const [rank, word] of words.entries()) {
    if (alternatives[rank].length) continue;
    alternatives[rank].push(...(await split(word, terms, lexicon)));
    if (alternatives[rank].length) continue;
    const near = await lexicon.near(word.surface, ERRORS, word.open);
    if (near.length) corrected[rank] = near[0].surface;
    alternatives[rank].push(...near.map(({ stem, surface, errors }, order) =>
      ({ stems: [stem], weight: WEIGHTS.faute[errors] * 0.9 ** order, reason: "faute", surface })));
  }
  await terms.load(alternatives.flat().flatMap(({ stems }) => stems), { places: words.length > 1 });
  const sequences = alternatives.flat().filter(({ stems }) => stems.length > 1);
  await terms.load(sequences.flatMap(({ stems }) => stems), { places: true });
  return { alternatives, names: names.filter(({ term }) => terms.has(term)), corrected };
}

/** « IAE » also looks for « insertion activité économique » in a row, and these words for « IAE ». */
function expandAcronyms({ words, names }, terms, alternatives) {
  const weight = WEIGHTS.sigle;
  for (const [rank, { surface }] of words.entries()) {
    for (const stems of terms.acronyms(surface)) alternatives[rank].push({ stems, weight, reason: "sigle", surface });
  }
  for (const { term, covers } of names) {
    for (const acronym of terms.acronyms(term)) {
      for (const rank of covers) alternatives[rank].push({ stems: [acronym], weight, reason: "sigle", surface: acronym });
    }
  }
}

/** The word being typed: all the words that begin with it, for less when it is a word itself. */
async function complete({ surface, stem, open }, found, lexicon) {
  if (!open || surface.length < 2) return;
  const weight = found.some(({ reason }) => reason === "exact") ? WEIGHTS.suite : WEIGHTS.debut;
  for (const word of await lexicon.beginning(surface, PREFIXES)) {
    if (word.stem !== stem) found.push({ stems: [word.stem], weight, reason: "debut", surface: word.surface });
  }
}

/** « autopartage » is « auto partage » when both are words of the site. */
async function split({ surface }, terms, lexicon) {
  const found = [];
  for (let cut = 1; cut <= surface.length - SHORTEST_HALF; cut += 1) {
    const halves = [surface.slice(0, cut), surface.slice(cut)];
    if (cut < SHORTEST_HALF && !/^(?:[cdjlmnst]|qu)$/.test(halves[0])) continue;
    const known = await Promise.all(halves.map((half) => lexicon.stemOf(half)));
    if (cut < SHORTEST_HALF) known.shift();
    if (known.every(Boolean)) found.push({ stems: known, weight: WEIGHTS.coupe, reason: "coupe", surface: halves.join(" ") });
  }
  return found;
}
