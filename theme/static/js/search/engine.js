/**
 * The search engine: a query comes in, ranked pages go out, whatever was typed.
 *
 * The field, the search page and `window.search` know of it nothing but open(), search(typed), head(number), card(number) and
 * facets().
 * Another engine can look its words up (remote.js), with this one behind it (fallback.js).
 */

import { isConfident } from "./confidence.js";
import { French } from "./french.js";
import { Lexicon } from "./lexicon.js";
import { Needs } from "./needs.js";
import { Terms } from "./partial_index.js";
import { pause } from "./pause.js";
import { isRecorded, Period } from "./period.js";
import { plan } from "./plan.js";
import { parse, shown } from "./query.js";
import { rank } from "./ranking.js";
import { Spelling } from "./spelling.js";

export class Engine {
  /**
   * @param {import("./store.js").Store} depot where the pieces of the index are.
   * @param {object} parts `later` fetches `later.js` of the theme; `limits` and `confident` judge otherwise than `needs.js` and `confidence.js`, for measures; `terms`
   *   look words up elsewhere (remote.js); `like` is an engine whose other parts are taken.
   */
  constructor(store, { limits, confident = isConfident, terms = new Terms(store), like, later } = {}) {
    Object.assign(this, { store, confident, terms });
    this.lexicon = like?.lexicon ?? new Lexicon(store);
    this.needs = like?.needs ?? new Needs(store, limits);
    this.french = like?.french ?? new French(store);
    this.time = like?.time ?? new Period(store, later);
    this.spelling = new Spelling(this.terms, this.lexicon, this.french);
  }

  /** Fetches what every query needs, before the first one. */
  async open() {
    this.manifest ??= await this.store.manifest();
    this.pageOf ??= numbering(this.manifest.pages);
  }

  /**
   * The needs that a question asks for, all the pages that hold its words, the best first, and what was understood.
   * @returns {Promise<{needs: object[], danger: boolean, results: object[], suggestion: string, stems: Set<string>, signs?: object}>} a need
   *   is {page, score, words}, a result {page, section, score, exact, sure, reasons}; `danger` whether the question tells of
   *   one; `suggestion` the query in plain spelling, or "" when it was; `stems` what is to be marked in texts; `signs` by which
   *   it is weighed whether anything answers.
   * Rejects only when a piece of the index did not arrive; a table of needs that is missing or unsound suggests none.
   */
  async search(typed, { literal = false } = {}) {
    await this.open();
    const { text, changes } = literal ? { text: String(typed ?? ""), changes: [] } : await this.spelling.read(typed);
    await pause();
    const time = literal ? null : await this.time.read(text);
    if (time && !time.record) {
      const answer = await this.#inTime(time);
      if (answer) return { ...answer, danger: await this.#tellsDanger(text) };
    }
    const query = parse(text);
    if (!query.words.length) return NOTHING();
    // What a question needs of the table is on its way while its words are looked up.
    const early = this.needs.rank(text).catch(() => {});
    const understood = await plan(query, this.terms, this.lexicon, literal ? EVERYTHING : this.french);
    await pause();
    await this.#lookUp(understood.alternatives);
    const results = rank(query, understood, this.terms, this.pageOf);
    await pause();
    const read = corrected(text, query.words, understood.corrected);
    await early;
    const asked = await this.needs.suggest(read.text, [...changes, ...read.changes]).catch(() => UNASKED);
    const signs = asked.signs && { ...asked.signs, words: query.words.length, coverage: largestShare(results) };
    // Nothing is doubtful about a name.
    const confident = !signs || asked.danger || results[0]?.exact === 1 || this.confident(signs);
    if (!confident) asked.needs = [];
    if (asked.elsewhere || !confident) for (const result of results) result.sure &&= isMeant(result);
    const wrong = changes.length + read.changes.length > 0 && (results.length > 0 || asked.needs.length > 0);
    const stems = shown(query, understood.alternatives);
    const recorded =
      asked.needs.length > 0 && !asked.danger && (time ? isRecorded(time, results) : await this.time.answers(results));
    const needs = recorded ? [] : withNamed(asked.needs, results[0]);
    return { ...asked, needs, results, suggestion: wrong ? read.text : "", stems, signs };
  }

  /** Has the pages of each word found, the longest work of all, in no task that holds a key or a frame back; they are remembered. */
  async #lookUp(alternatives) {
    let since = performance.now();
    for (const { stems } of alternatives.flat()) {
      this.terms.matches(stems);
      if (performance.now() - since < SHORT) continue;
      await pause();
      since = performance.now();
    }
  }

  async #tellsDanger(text) {
    return (await this.needs.rank(text).catch(() => ({ danger: false }))).danger;
  }

  /** What answers a question in time: pages of the record, no need; null when nothing does. */
  async #inTime(time) {
    const query = parse(time.rest);
    const understood = query.words.length ? await plan(query, this.terms, this.lexicon, this.french) : null;
    const found = understood ? rank(query, understood, this.terms, this.pageOf).filter(({ sure }) => sure) : null;
    const results = this.time.narrow(time, found);
    const stems = shown(query, understood?.alternatives ?? []);
    return results && { ...UNASKED, results, suggestion: "", stems, time };
  }

  /** What results are counted by: the piece `facettes`, and `temps`, or null when it did not arrive. */
  facets() {
    return Promise.all([this.store.piece("facettes"), this.store.piece("temps").catch(() => null)]);
  }

  /** What is proposed of a page: {url, title, summary}; of a need, without fetching its text. */
  async head(number) {
    const isNeed = this.manifest.besoins?.pages.includes(number);
    const known = isNeed && (await this.store.piece(`tetes/${number}`).catch(() => null));
    if (!known) return this.card(number);
    const [url, title, summary] = known;
    return { url, title, summary };
  }

  /**
   * What is shown of a page: {url, title, acronym, kind, family, date, summary, committee, sections}; its sections,
   * [{anchor, heading, text}], the first of which stands before any heading; `committee`, whose it is, where there are several.
   */
  async card(number) {
    const [[url, title, acronym, kind, family, date, summary, committee = ""], sections] = await this.store.piece(
      `fiches/${number}`,
    );
    return {
      url,
      title,
      acronym,
      kind,
      family,
      date,
      summary,
      committee,
      sections: sections.map(([anchor, heading, text]) => ({ anchor, heading, text })),
    };
  }
}

// Milliseconds of work between two pauses: a telephone four times slower keeps below fifty.
const SHORT = 5;
const largestShare = (results) => results.reduce((most, { reasons }) => Math.max(most, reasons.coverage), 0);
// What a name must weigh among the words of a question about something else: « caf sotteville » asks for the CAF.
const NAMED = 0.3;
/** Of a question about something else, a page answers only when it holds it whole, or is called by a good part of it. */
const isMeant = ({ exact, reasons }) => exact > 0 || reasons.whole || reasons.name >= NAMED;
const UNASKED = { needs: [], danger: false, elsewhere: false };
const NOTHING = () => ({ ...UNASKED, results: [], suggestion: "", stems: new Set() });
// Where every word is meant as it is written.
const EVERYTHING = { has: () => true };

/** A page whose very name was typed stands before the needs that its words may mean; it has no other reason. */
function withNamed(needs, best) {
  // A section of that name, such as a term of the glossary, explains a word: the need answers.
  if (!needs.length || best?.exact !== 1 || best.section > 0) return needs;
  const others = needs.filter(({ page }) => page !== best.page);
  return [needs.find(({ page }) => page === best.page) ?? { page: best.page, score: best.score, words: [] }, ...others];
}

/** A text with its typing errors corrected, and what was changed. */
function corrected(text, words, surfaces) {
  let read = "";
  let at = 0;
  const changes = [];
  for (const [number, { surface, start, end }] of words.entries()) {
    if (surface === surfaces[number]) continue;
    read += text.slice(at, start) + surfaces[number];
    changes.push({ from: text.slice(start, end), to: surfaces[number] });
    at = end;
  }
  return { text: read + text.slice(at), changes };
}

/** The pages that surely answer, in the order in which they are shown: the needs that are suggested, then the results. */
export function sure({ needs, results }) {
  return [...new Set([...needs, ...results.filter((result) => result.sure)].map(({ page }) => page))];
}

/** document → {page, section}, from the number of documents of each page. */
function numbering(sizes) {
  const pages = [];
  const first = [];
  for (const [page, size] of sizes.entries()) {
    first.push(pages.length);
    for (let section = 0; section < size; section += 1) pages.push(page);
  }
  const pageOf = (document) => ({ page: pages[document], section: document - first[pages[document]] });
  pageOf.count = sizes.length;
  return pageOf;
}
