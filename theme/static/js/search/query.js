/**
 * What was typed comes in, the words, phrases and groups that are looked for go out.
 * Nothing here is a syntax but the quotes of a phrase: any text is a query, and none can fail.
 */
import { analyse } from "./analysis.js";
import { WEAK } from "./asking.js";
import { ROW } from "./excerpt.js";
import { dialled } from "./telephone.js";

const LONGEST = 300;
const MOST_WORDS = 16;
const LONGEST_NAME = 8;
const QUOTED = /["«“”„]([^"«»“”„]+)["»“”]/g;

/**
 * @returns {{words: Word[], phrases: number[][], pairs: object[], names: object[]}} `words` in order;
 *   `phrases` the ranks of the words of each quoted phrase; `pairs` two neighbours as one word
 *   ({stem, covers}); `names` runs of words as the name of something ({term, covers}).
 *   A word is {stem, surface, position, open, weak}: `open` when it may be unfinished, `weak` when it
 *   says little.
 */
export function parse(typed) {
  const text = dialled(String(typed ?? "").slice(0, LONGEST));
  const tokens = analyse(text);
  const units = tokens.filter(({ kind }) => kind !== "joined");
  let words = units.filter(({ kind }) => kind === "word").slice(0, MOST_WORDS);
  // « par » alone may be the beginning of « partage ».
  if (!words.length) words = units.slice(-1).filter(({ surface, end }) => surface.length > 2 && end === text.length);
  const rank = new Map(words.map((word, number) => [word, number]));
  const last = words.at(-1);
  return {
    words: words.map((word) => ({ ...word, open: word === last && word.end === text.length, weak: WEAK.has(word.surface) })),
    phrases: [...text.matchAll(QUOTED)]
      .map(({ index, 0: { length } }) => within(words, index, index + length).map((word) => rank.get(word)))
      .filter((phrase) => phrase.length > 1),
    pairs: pairs(units, tokens, rank),
    names: names(words),
  };
}

/**
 * The stems by which texts are shown to answer: those that carry an excerpt, and are marked in it. A word that says little
 * (« pas ») is found in any text: it shows nothing, unless no other word was typed, or it stands in a quoted phrase.
 * @param {object[][]} alternatives for each word, all that may stand for it.
 * @returns {Set<string>} stems, and rows of stems joined by `ROW`.
 */
export function shown({ words, phrases }, alternatives) {
  const quotedWords = new Set(phrases.flat());
  const strong = words.some(({ weak }) => !weak);
  const telling = alternatives.filter((_, rank) => !strong || !words[rank].weak || quotedWords.has(rank));
  return new Set(telling.flat().map(({ stems }) => stems.join(ROW)));
}

function within(words, start, end) {
  return words.filter((word) => word.start >= start && word.end <= end);
}

function pairs(units, tokens, rank) {
  const found = new Map();
  const add = (surface, stem, parts) => {
    const covers = parts.map((part) => rank.get(part)).filter((number) => number !== undefined);
    if (covers.length) found.set(stem, { surface, stem, covers });
  };
  for (const { surface, stem, start, end } of tokens.filter(({ kind }) => kind === "joined")) {
    add(surface, stem, within(units, start, end));
  }
  for (let first = 0; first + 1 < units.length; first += 1) {
    const [{ stem, surface }] = analyse(units[first].surface + units[first + 1].surface);
    add(surface, stem, units.slice(first, first + 2));
  }
  return [...found.values()];
}

/** The term that a whole name is indexed by: `name_term` in `plugins/search/documents.py`. */
export const nameTerm = (stems) => `${stems.join(ROW)}=`;

function names(words) {
  const found = [];
  const add = (first, size) => {
    const run = words.slice(first, first + size);
    found.push({ term: nameTerm(run.map(({ stem }) => stem)), covers: run.map((_, number) => first + number) });
  };
  for (let first = 0; first < words.length; first += 1) {
    for (let size = 1; size <= LONGEST_NAME && first + size <= words.length; size += 1) add(first, size);
  }
  // A longer name is known when it is all that was typed: each term may be a piece of the index to fetch.
  if (words.length > LONGEST_NAME) add(0, words.length);
  return found;
}
