/**
 * A parsed query comes in; for each word, all that may stand for it goes out, loaded from the index.
 *
 * An alternative is {stems, weight, share, reason, surface}: one stem, or several that must follow each
 * other; `share` is the part of its score that is this word's, when it stands for several.
 */
import { isStop } from "./analysis.js";
import { nameTerm } from "./query.js";

const PREFIXES = 12;
const ERRORS = 3;
// What a word being typed is worth when no name holds it.
const UNNAMED = 0.8;
const SHORTEST = 3;
export const WEIGHTS = {
  exact: 1,
  joint: 0.95,
  sigle: 0.9,
  debut: 0.75,
  suite: 0.3,
  coupe: 0.9,
  famille: 0.7,
  faute: [1, 0.8, 0.6],
};

/** @returns {Promise<{alternatives: object[][], names: object[], corrected: string[]}>} */
export async function plan(query, terms, lexicon, french) {
  const { words, pairs, names } = query;
  const several = words.length > 1;
  // All that is sure to be needed is asked for at once: on a slow link, each turn of waiting is felt.
  await Promise.all([
    terms.load(
      words.map(({ stem }) => stem),
      { places: several },
    ),
    terms.load(pairs.map(({ stem }) => stem).concat(names.map(({ term }) => term))),
    ...words.filter(mayGoOn).map(({ surface }) => lexicon.words(surface)),
  ]);
  const alternatives = words.map(({ stem, surface }) =>
    terms.has(stem) ? [{ stems: [stem], weight: WEIGHTS.exact, reason: "exact", surface }] : [],
  );
  for (const { stem, covers, surface } of pairs) {
    if (!terms.has(stem)) continue;
    const share = 1 / covers.length;
    for (const rank of covers) alternatives[rank].push({ stems: [stem], weight: WEIGHTS.joint, share, reason: "joint", surface });
  }
  expandAcronyms(query, terms, alternatives);
  await Promise.all(words.map((word, rank) => complete(word, alternatives[rank], lexicon)));
  const corrected = words.map(({ surface }) => surface);
  for (const [rank, word] of words.entries()) {
    if (alternatives[rank].length) continue;
    alternatives[rank] = await repair(word, lexicon, french);
    const [{ reason, surface } = {}] = alternatives[rank];
    if (reason === "faute") corrected[rank] = surface;
  }
  const sequences = alternatives.flat().filter(({ stems }) => stems.length > 1);
  const named = [...names.map((name) => ({ ...name, weight: 1 })), ...completedNames(query, alternatives)];
  await Promise.all([
    terms.load(
      alternatives.flat().flatMap(({ stems }) => stems),
      { places: several },
    ),
    terms.load(
      sequences.flatMap(({ stems }) => stems),
      { places: true },
    ),
    terms.load(named.map(({ term }) => term)),
  ]);
  await terms.settle(
    alternatives.flatMap((choices) => choices.flatMap(({ stems }) => stems)).concat(named.map(({ term }) => term)),
  );
  return { alternatives, names: named.filter(({ term }) => terms.has(term)), corrected };
}

/** « IAE » also looks for « insertion activité économique » in a row, and these words for « IAE ». */
function expandAcronyms({ words, names }, terms, alternatives) {
  const weight = WEIGHTS.sigle;
  for (const [rank, { surface }] of words.entries()) {
    for (const stems of terms.acronyms(surface)) alternatives[rank].push({ stems, weight, reason: "sigle", surface });
  }
  for (const { term, covers } of names) {
    for (const acronym of terms.acronyms(term)) {
      const share = 1 / covers.length;
      for (const rank of covers) alternatives[rank].push({ stems: [acronym], weight, share, reason: "sigle", surface: acronym });
    }
  }
}

/** Names as they would be with typing errors corrected and the last word finished: {term, covers, weight}. */
function completedNames({ words, names }, alternatives) {
  const found = [];
  for (const { covers } of names) {
    const best = covers.map((rank) => alternatives[rank][0] ?? { stems: [words[rank].stem], weight: 1 });
    const last = covers.at(-1);
    const endings = words[last].open
      ? alternatives[last].filter(({ stems, reason }) => stems.length === 1 && reason === "debut")
      : [];
    for (const ending of [best.at(-1), ...endings]) {
      const chosen = [...best.slice(0, -1), ending];
      const term = nameTerm(chosen.flatMap(({ stems }) => stems));
      const surest = best.slice(0, -1).map(({ weight }) => weight);
      found.push({ term, covers, weight: Math.min(...surest, ending.reason === "debut" ? WEIGHTS.debut : ending.weight) });
    }
  }
  return found;
}

/** The word being typed: all the words that begin with it, for less when it is a word itself. */
async function complete(word, found, lexicon) {
  if (!mayGoOn(word)) return;
  const { surface, stem } = word;
  const weight = found.some(({ reason }) => reason === "exact") ? WEIGHTS.suite : WEIGHTS.debut;
  for (const longer of await lexicon.beginning(surface, PREFIXES)) {
    const worth = longer.named ? weight : weight * UNNAMED;
    if (longer.stem !== stem) found.push({ stems: [longer.stem], weight: worth, reason: "debut", surface: longer.surface });
  }
}

const mayGoOn = ({ open, surface }) => open && surface.length > 1;

/** A word that the site does not hold: mistyped, of a family that it holds, or two words in one; the likeliest first. */
async function repair(word, lexicon, french) {
  // A word of French was meant as it is: it is not a mistyped word of the site.
  const near = (await french?.has(word.surface)) ? [] : await lexicon.near(word.surface, ERRORS, word.open);
  const most = Math.max(...near.map(({ count }) => count));
  const mistyped = near.map(({ stem, surface, errors, count }) => ({
    stems: [stem],
    weight: WEIGHTS.faute[errors] * (count / most) ** 0.15,
    reason: "faute",
    surface,
  }));
  const halves = await split(word, lexicon);
  const two = halves.filter(({ stems, shortest }) => stems.length > 1 && shortest >= SHORTEST);
  if (near[0]?.errors === 1) return [...mistyped, ...two];
  const family = (await lexicon.family(word.surface, ERRORS)).map(({ stem, surface }) => ({
    stems: [stem],
    weight: WEIGHTS.famille,
    reason: "famille",
    surface,
  }));
  return [family, halves, mistyped].find((found) => found.length) ?? [];
}

/** « autopartage » is « auto partage », « mesaides » is « aides », when these are words of the site. */
async function split({ surface }, lexicon) {
  const found = [];
  for (let cut = 1; cut < surface.length; cut += 1) {
    const halves = [surface.slice(0, cut), surface.slice(cut)];
    const words = halves.filter((half) => !isStop(half));
    if (!words.length || words.some((word) => word.length < (words.length > 1 ? 2 : SHORTEST))) continue;
    const known = [];
    // The second half is looked up only once the first is known: each may be a piece of the index to fetch.
    for (const word of words) {
      const stem = await lexicon.stemOf(word);
      if (!stem) break;
      known.push(stem);
    }
    if (known.length < words.length) continue;
    const shortest = Math.min(...words.map(({ length }) => length));
    found.push({ stems: known, weight: WEIGHTS.coupe, reason: "coupe", surface: halves.join(" "), shortest });
  }
  return found;
}
