/**
 * A question comes in, the needs that it asks for go out, the likeliest first, each with the words that say so.
 *
 * The table is made by `plugins/search/weighing.py`: for each term, how rare it is, and the needs that it asks for. It is
 * read by ranges of the alphabet, as the index is. A table that did not arrive, or is of another version, suggests nothing.
 */
import { asked, units } from "./asking.js";
import { rangeOf } from "./partial_index.js";

export const VERSION = 2;
const LONGEST = 300;
// A word that no need says: it tells that the question may be about something else.
const UNKNOWN = 0.8;
/**
 * From the score `sure` on, a need is what was asked for, when it holds at least `share` of all that the question says: one
 * word of six is none. The next ones are shown when they come as near to it as `near`.
 */
export const LIMITS = { sure: 0.3, share: 0.25, near: 0.2 };
const MOST = 3;
// How much of a question a term is that speaks neither of a danger nor of none: « violé » is one beside whatever else is said.
const MUTE = 0.6;
const CLAUSE = /[.,;:!?…()\n]+/;
// What a word must bring to be a reason, as a share of what all words bring.
const REASON = 0.2;
// Words that hold others together are no reason: « pendant » asks for nothing.
const LINKING = new Set(
  "dans chez pendant depuis quand sans avec apres avant sous vers entre contre jamais rien monsieur madame".split(" "),
);

export class Needs {
  /** @param {import("./store.js").Store} depot where the pieces of the index are; @param {object} limits as `LIMITS`. */
  constructor(store, limits = LIMITS) {
    Object.assign(this, { store, limits });
    this.ranges = new Map();
  }

  /**
   * The needs that a question asks for: at most three, none when nothing is sure; whether it tells of a danger (then the urgent
   * needs come first; else they do not come), and whether it asks for what no page here is about.
   * @returns {Promise<{needs: {page, score, words: string[]}[], danger: boolean, elsewhere: boolean, signs?: object}>} `words`
   *   those of the question that say so, as they were typed: `changes` says what was read instead, [{from, to}]; `signs` what
   *   `confidence.js` weighs, when the table knows a word of it.
   */
  async suggest(question, changes = []) {
    const { ranked, danger, table } = await this.rank(question);
    const found = chosen(ranked, danger, table, this.limits);
    const needs = found.needs.map(({ need, score, words }) => ({
      page: table.pages[need],
      score,
      words: typed(words, changes),
    }));
    return { ...found, needs };
  }

  /**
   * All the needs that share a word with a question, the likeliest first, and whether it tells of a danger:
   * {ranked: [{need, score, words}], danger, table}; no table of another version.
   */
  async rank(question) {
    const table = (await this.store.manifest()).besoins;
    if (table?.version !== VERSION) return { ranked: [], danger: false };
    const text = question.slice(0, LONGEST);
    const words = units(text);
    const terms = asked(words);
    const known = new Map(await Promise.all(terms.map(async ({ term }) => [term, await this.#entry(term, table)])));
    // Of a whole story, one sentence may tell of a danger; it has no word that the story does not have.
    const danger = [text, ...text.split(CLAUSE)].some((said) => tellsDanger(gathered(asked(units(said))), known, table));
    return { ranked: scores(text, words, gathered(terms), known, table), danger, table };
  }

  async #entry(term, table) {
    const rank = rangeOf(table.termes, term);
    if (!table.termes.length) return undefined;
    if (!this.ranges.has(rank)) {
      const piece = await this.store.piece(`besoins/${rank}`);
      this.ranges.set(rank, new Map(piece.map(([one, ...codes]) => [one, codes])));
    }
    return this.ranges.get(rank).get(term);
  }
}

/** What is chosen of the needs that a question was ranked by: {needs, danger, elsewhere, signs}. */
function chosen(ranked, danger, table, limits) {
  const isHere = ({ need }) => table.pages[need] >= 0;
  const isUrgent = ({ need }) => table.urgents.includes(need);
  const elsewhere = ranked.find((one) => !isHere(one))?.score ?? 0;
  const here = ranked.filter((one) => isHere(one) && (danger || !isUrgent(one)));
  const near = here.filter(({ score }, rank, [best]) => rank < MOST && score >= limits.near * best.score);
  const best = near[0] ?? { score: 0, share: 0 };
  const sure = best.score >= limits.sure && best.share >= limits.share && best.score >= elsewhere;
  const urgent = here.filter(isUrgent);
  // Beside the best one, a need that only such words lead to is none.
  const others = sure ? near.filter((one, rank) => !isUrgent(one) && (rank === 0 || one.words.length > 0)) : [];
  return {
    needs: [...urgent, ...others].slice(0, MOST),
    danger,
    elsewhere: elsewhere >= limits.sure && elsewhere > best.score,
    // A table that holds no word of the question has no opinion.
    signs: best.score + elsewhere > 0 ? { score: best.score, share: best.share, elsewhere } : undefined,
  };
}

/** Whether what is said speaks more of a danger than of none: `plugins/search/danger.py` weighs each term for it. */
function tellsDanger(terms, known, { pages, danger, echelle: [, , dangers] }) {
  let length = 0;
  let said = 0;
  for (const { term, worth } of terms) {
    const [, ...codes] = known.get(term) ?? [];
    // The last need of a term, one after those of the table.
    const speaks = codes.at(-2) === pages.length;
    length += worth ** 2 * (speaks ? 1 : MUTE);
    if (speaks) said += worth * (codes.at(-1) / dangers);
  }
  const told = said / Math.sqrt(length);
  return told > 0 && danger + told >= 0;
}

/** Words as they were typed: « chomaj », not « chomage ». */
function typed(words, changes) {
  return [...new Set(words.map((word) => changes.find(({ to }) => to.split(" ").includes(word))?.from ?? word))];
}

/** The same terms once each, their worth summed: [{term, worth, from}]. */
function gathered(terms) {
  const found = new Map();
  for (const { term, worth, from } of terms) {
    const own = found.get(term) ?? { term, worth: 0, from: [] };
    own.worth += worth;
    own.from.push(...from);
    found.set(term, own);
  }
  return [...found.values()];
}

function scores(text, words, terms, known, { inconnu, pages, echelle: [rarities, weights] }) {
  const found = new Map();
  let length = 0;
  let whole = 0;
  for (const { term, worth, from } of terms) {
    const [rarity, ...needs] = known.get(term) ?? [];
    const single = !term.includes(" ");
    if (!rarity) {
      if (single) length += (worth * UNKNOWN * inconnu) ** 2;
      if (single) whole += worth * inconnu;
      continue;
    }
    const said = (worth * rarity) / rarities;
    length += said ** 2;
    if (single) whole += said;
    for (let at = 0; at < needs.length && needs[at] < pages.length; at += 2) {
      const own = found.get(needs[at]) ?? { need: needs[at], score: 0, held: 0, brought: new Map() };
      const value = (said * needs[at + 1]) / weights;
      own.score += value;
      if (single) own.held += said;
      for (const rank of from) own.brought.set(rank, (own.brought.get(rank) ?? 0) + value / from.length);
      found.set(needs[at], own);
    }
  }
  return [...found.values()]
    .map(({ need, score, held, brought }) => ({
      need,
      share: held / whole,
      score: score / Math.sqrt(length),
      words: [...brought]
        .filter(([rank, value]) => words[rank].kind === "word" && !LINKING.has(words[rank].surface) && value >= REASON * score)
        .map(([rank]) => rank)
        .sort((a, b) => a - b)
        .map((rank) => text.slice(words[rank].start, words[rank].end)),
    }))
    .sort((a, b) => b.score - a.score || a.need - b.need);
}
