/**
 * The words of the site as they are written: a word typed comes in, the words it may stand for go out.
 */
import { distance } from "./distance.js";
import { rangeOf } from "./partial_index.js";
import { pause } from "./pause.js";
import { sound } from "./sounds.js";
import { stem } from "./stem.js";

// Letters that are taken for one another at the beginning of a word, by sound.
const SOUNDS = {
  a: "h",
  e: "h",
  i: "hy",
  o: "h",
  u: "h",
  y: "hi",
  h: "aeiouy",
  c: "skq",
  s: "cz",
  k: "cq",
  q: "ck",
  f: "p",
  p: "f",
  g: "j",
  j: "g",
  z: "s",
  v: "w",
  w: "v",
};

// Endings that make a noun, a verb, an adjective of the same root: recruter, recrutement, recruteuse.
const ENDINGS = new RegExp(
  "(?:" +
    [
      "issement",
      "ement",
      "ation",
      "ition",
      "ateur",
      "atrice",
      "iteur",
      "itrice",
      "teur",
      "trice",
      "eur",
      "euse",
      "age",
      "ante?",
      "ance",
      "able",
      "ion",
      "ive?",
      "if",
      "ique",
      "er",
      "ir",
      "ee?",
      "ez",
      "ent",
      "",
    ].join("|") +
    ")s?$",
);
const DIGIT = /[0-9]/;
const SHORTEST_ROOT = 5;
// What is heard of a shorter word is heard of many.
const SHORTEST_SOUND = 3;

export class Lexicon {
  constructor(store) {
    this.store = store;
    this.ranges = new Map();
  }

  /** The words that begin like this: [{surface, count, named}], how many documents hold each, whether a name does. */
  async words(beginning) {
    const { mots } = await this.store.manifest();
    const wanted = [];
    for (let rank = rangeOf(mots, beginning); rank < mots.length; rank += 1) {
      if (mots[rank] > beginning && !mots[rank].startsWith(beginning)) break;
      wanted.push(this.#range(rank));
    }
    return (await Promise.all(wanted)).flat().filter(({ surface }) => surface.startsWith(beginning));
  }

  async #range(rank) {
    if (this.ranges.has(rank)) return this.ranges.get(rank);
    // A list of words that did not arrive corrects and completes none; it is asked for again at the next question.
    const piece = await this.store.piece(`mots/${rank}`).catch(() => null);
    if (!piece) return [];
    this.ranges.set(rank, decode(piece));
    return this.ranges.get(rank);
  }

  /** Stems of the words that begin like `typed`, those of names first, then the most frequent: [{stem, surface, count, named}]. */
  async beginning(typed, limit) {
    const found = byStem(await this.words(typed), Infinity);
    return found.sort((a, b) => b.named - a.named || b.count - a.count).slice(0, limit);
  }

  /** A word when the site holds it, {surface, count, named}; else undefined. */
  async word(surface) {
    return (await this.words(surface)).find((word) => word.surface === surface);
  }

  /** The stem of a word when the site holds it, else undefined. */
  async stemOf(surface) {
    return (await this.word(surface)) && stem(surface);
  }

  /**
   * The words that sound like a mistyped one, the most frequent first: [{surface, count, named}]. Those that begin with the
   * same two letters are read first, then those whose first letters may have been taken for others.
   */
  async sounding(typed) {
    const heard = sound(typed);
    if (heard.length < SHORTEST_SOUND) return [];
    for (const beginnings of [[typed.slice(0, 2)], otherBeginnings(typed)]) {
      const words = (await Promise.all(beginnings.map((beginning) => this.words(beginning)))).flat();
      await pause();
      const alike = words.filter(({ surface }) => surface !== typed && sound(surface) === heard);
      if (alike.length) return alike.sort((a, b) => b.count - a.count || (a.surface < b.surface ? -1 : 1));
    }
    return [];
  }

  /** Stems of the words that have the same root and another ending: [{stem, surface, count}]. */
  async family(typed, limit) {
    const own = root(typed);
    return own
      ? byStem(
          (await this.words(own)).filter(({ surface }) => root(surface) === own),
          limit,
        )
      : [];
  }

  /**
   * Stems of the words nearest to a mistyped one: [{stem, surface, count, errors}].
   * One error from four letters, two from nine. With `prefix`, the word may be unfinished.
   * Words that begin with the same two letters are read first, then those with the same one, then those
   * whose first letter may have been taken for another, doubled, left out or swapped.
   */
  async near(typed, limit, prefix = false) {
    const most = typed.length < 4 ? 0 : typed.length < 9 ? 1 : 2;
    if (most === 0) return [];
    for (const beginnings of [[typed.slice(0, 2)], [typed[0]], otherBeginnings(typed)]) {
      const words = (await Promise.all(beginnings.map((beginning) => this.words(beginning)))).flat();
      await pause();
      for (const unfinished of prefix && typed.length > 4 ? [false, true] : [false]) {
        const allowed = unfinished ? 1 : most;
        const found = words
          .filter(({ surface }) => DIGIT.test(surface) === DIGIT.test(typed))
          .map((word) => ({ ...word, errors: distance(typed, word.surface, allowed, unfinished) }))
          .filter(({ errors }) => errors <= allowed);
        const least = Math.min(...found.map(({ errors }) => errors));
        if (found.length)
          return byStem(
            found.filter(({ errors }) => errors === least),
            limit,
          );
      }
    }
    return [];
  }
}

function otherBeginnings(typed) {
  const [first, second] = typed;
  const sounds = [...(SOUNDS[first] ?? "")].flatMap((letter) => [letter + first, letter + second]);
  return [...new Set([second + first, typed.slice(1, 3), ...sounds])].filter((beginning) => beginning[0] !== first);
}

/** What is left of a word without its ending; "" when that is too short to mean anything. */
function root(surface) {
  const left = surface.replace(ENDINGS, "");
  return left.length >= SHORTEST_ROOT ? left : "";
}

function byStem(words, limit) {
  const stems = new Map();
  for (const word of words) {
    const key = stem(word.surface);
    const known = stems.get(key);
    if (!known) stems.set(key, { stem: key, ...word });
    else {
      const both = { count: known.count + word.count, named: known.named || word.named };
      Object.assign(known, word.count > known.count ? word : {}, both);
    }
  }
  return [...stems.values()].sort((a, b) => b.count - a.count || (a.stem < b.stem ? -1 : 1)).slice(0, limit);
}

function decode([coded, counts]) {
  let previous = "";
  return coded.split(" ").map((word, rank) => {
    previous = previous.slice(0, Number(word[0])) + word.slice(1);
    return { surface: previous, count: counts[rank] >> 1, named: (counts[rank] & 1) === 1 };
  });
}
