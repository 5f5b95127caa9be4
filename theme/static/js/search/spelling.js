/**
 * A question as people write it comes in, the same in plain spelling goes out, with what was changed.
 *
 * In this order, and each only where the one before says nothing: a word of the site, or one that is French, is left as it
 * is; an abbreviation of messages is written out (« pcq »); words run together are cut (« jai », « dadresse »); a word of
 * the site that sounds alike is taken (« chomaj »). What is left is for the typing errors of `plan.js`.
 */
import { written } from "./abbreviations.js";
import { analyse, isStop } from "./analysis.js";
import { WEAK } from "./asking.js";
import { stem } from "./stem.js";

const LONGEST = 300;
const MOST_WORDS = 16;
const QUOTES = /["«»“”„]/;
const PLAIN = /^[a-z]+$/;
// « 3 ème » is « 3ème ».
const CUT_ORDINAL = /(?<=(?:^|\s)\d) (?=(?:i?[eè]me|er|[eè]?re|nde?)(?!\p{L}))/giu;
// Articles and pronouns that lose their apostrophe, or their vowel as they are said: « dadresse », « jveux », « yavait ».
const RUN_TOGETHER = /^(qu|[jldmtsncy])(.+)$/;
const SHORTEST_HEARD = 4;

/** Whether a word is a small one after what lost its apostrophe: « jai », « cest », « jsuis ». */
function runTogether(surface) {
  const [, , rest] = RUN_TOGETHER.exec(surface) ?? [];
  return rest?.length > 1 && (isStop(rest) || WEAK.has(rest));
}

export class Spelling {
  /**
   * @param {import("./partial_index.js").Terms} terms the terms of the site.
   * @param {import("./lexicon.js").Lexicon} lexicon its words.
   * @param {import("./french.js").French} french the words of French.
   */
  constructor(terms, lexicon, french) {
    Object.assign(this, { terms, lexicon, french });
  }

  /** @returns {Promise<{text: string, changes: {from: string, to: string}[]}>} */
  async read(typed) {
    const whole = String(typed ?? "").slice(0, LONGEST);
    const text = QUOTES.test(whole) ? whole : whole.replace(CUT_ORDINAL, "");
    // What stands between quotation marks is meant to the letter.
    if (QUOTES.test(text)) return { text, changes: [] };
    const tokens = analyse(text)
      .filter(({ kind, surface }) => kind === "word" && PLAIN.test(surface))
      .slice(0, MOST_WORDS);
    await this.terms.load(tokens.map((token) => token.stem));
    const last = tokens.at(-1);
    const found = await Promise.all(
      tokens
        .slice(0, MOST_WORDS)
        .map(async (token) => ({ ...token, to: await this.#plain(token, token === last && token.end === text.length) })),
    );
    let read = "";
    let at = 0;
    const changes = [];
    for (const { start, end, to } of found) {
      if (to === undefined || start < at) continue;
      read += text.slice(at, start) + to;
      changes.push({ from: text.slice(start, end), to });
      at = end;
    }
    return { text: read + text.slice(at), changes };
  }

  async #plain({ surface }, open) {
    if (WEAK.has(surface)) return undefined;
    // « j’ai » was also read as one word, where a page says it: cut all the same, unless a page is called so.
    const cut = runTogether(surface) && !(await this.lexicon.word(surface))?.named && !(await this.french.has(surface));
    if (!cut && this.terms.has(stem(surface))) return undefined;
    if (open && surface.length > 1 && (await this.lexicon.beginning(surface, 1)).length) return undefined;
    const whole = written(surface);
    if (whole !== undefined) return whole;
    if (await this.french.has(surface)) return undefined;
    return (await this.#cut(surface)) ?? this.#heard(surface);
  }

  /** « jai » is « j ai », « maide » is « m aide »: when what is left is a word. */
  async #cut(surface) {
    if (runTogether(surface)) return surface.replace(RUN_TOGETHER, "$1 $2");
    const [, before, rest] = RUN_TOGETHER.exec(surface) ?? [];
    if (!rest) return undefined;
    const known = written(rest) !== undefined || (await this.#isWord(rest));
    return known ? `${before} ${written(rest) ?? rest}` : undefined;
  }

  async #isWord(surface) {
    return surface.length > 2 && ((await this.lexicon.stemOf(surface)) !== undefined || (await this.french.has(surface)));
  }

  async #heard(surface) {
    return surface.length < SHORTEST_HEARD ? undefined : (await this.lexicon.sounding(surface))[0]?.surface;
  }
}
