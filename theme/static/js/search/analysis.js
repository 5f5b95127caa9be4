/**
 * French text comes in, the tokens that are searched or marked go out.
 *
 * The twin of `plugins/search/analysis.py`: both read `tests/contracts/analysis.json`. Here a token
 * also has its place in the text (`start`, `end`, UTF-16 units), for marking words in excerpts.
 */
import {
  ABROAD,
  APOSTROPHE,
  BETWEEN,
  CHUNK,
  DIGITS,
  ENDINGS,
  FIGURES,
  fold,
  HYPHEN,
  LINK,
  PIECE,
  SURE_ENDINGS,
  TELEPHONE,
} from "./characters.js";
import { contracted, feminine } from "./inclusive.js";
import { stem } from "./stem.js";

const LONGEST = 40;
const set = (words) => new Set(words.split(" "));

const ELIDED = set("c d j l m n s t qu jusqu lorsqu puisqu quoiqu presqu quelqu");
const STOPS = new Set([
  ...ELIDED,
  ...set(
    "a ai au aux avec ce cela ces cet cette ca de des du elle elles en est et etre eux il ils je la le les leur " +
      "leurs lui ma me mes mon ne nos notre nous on ont ou par pour que quel quelle quelles quels qui sa se ses si " +
      "son sont sur ta te tes ton tu un une vos votre vous y",
  ),
]);
// After a hyphen, these are pronouns unless the word ends with the letters that call for them.
const CALLED_FOR = {
  le: "l",
  les: "l",
  se: "rx",
  ses: "rx",
  ve: "f",
  ves: "f",
  fe: "f",
  fes: "f",
  te: "ts",
  tes: "ts",
  que: "c",
  ques: "c",
  che: "c",
  ches: "c",
};
// « travailleu·r·se·s », « acti·f·ve·s », « heureu·x·se·s »: the letter belongs to the masculine.
const MASCULINE = { r: ["se", "ses"], x: ["se", "ses"], f: ["ve", "ves"] };
const SHORTEST_NUMBER = 4;
const LONGEST_NUMBER = 15;
const CAMEL = /[a-z][A-Z]|[A-Z]{2}[a-z]{2}/;
const CAMEL_PART = /[A-Z]+(?![a-z])|[A-Z]?[^A-Z]+/g;

/** Whether a folded word is counted and never looked for. */
export const isStop = (surface) => STOPS.has(surface);

// Texts repeat their words, and each key typed has the same excerpts cut again: chunks that were cut are remembered.
const known = new Map();
const MOST_KNOWN = 20_000;

/** The tokens of a text: {stem, surface, position, kind: "word" | "stop" | "joined", start, end}. */
export function analyse(text) {
  const tokens = [];
  let position = 0;
  let run = [];
  const chunks = [...text.matchAll(CHUNK)];
  for (const [rank, { 0: chunk, index }] of chunks.entries()) {
    let found = known.get(chunk);
    if (!found) {
      if (known.size === MOST_KNOWN) known.clear();
      found = analyseChunk(chunk);
      known.set(chunk, found);
    }
    for (const token of found.tokens) {
      tokens.push({ ...token, position: position + token.position, start: index + token.start, end: index + token.end });
    }
    if (FIGURES.test(chunk)) {
      run.push({ chunk, position, start: index, end: index + chunk.length });
      if (!goesOn(text, chunks[rank], chunks[rank + 1])) {
        tokens.push(...number(run));
        run = [];
      }
    }
    position += found.size;
  }
  return tokens;
}

/** Whether a number has another group; brackets hold the 0 of « +33 (0)2 », and nothing else. */
function goesOn(text, { 0: chunk, index }, following) {
  if (!following || !FIGURES.test(following[0])) return false;
  const between = text.slice(index + chunk.length, following.index);
  if (!BETWEEN.test(between)) return false;
  const closed = between.includes("(") ? text.slice(following.index, following.index + 2) : "0)";
  const opened = between.includes(")") ? text.slice(Math.max(0, index + chunk.length - 2), index + chunk.length) : "(0";
  return closed === "0)" && opened === "(0";
}

/** « 02 35 01 02 03 », « 15 000 », « +33 (0)2 35.01.02.03 » as one word; of a date and an hour, none. */
function* number(run) {
  const written = run.map(({ chunk }) => chunk).join("");
  const digits = written.replace(LINK, "");
  const surface = digits.replace(ABROAD, "0$1");
  const sure = surface !== digits || (run.length > 1 && (digits === written || TELEPHONE.test(digits)));
  if (!sure || surface.length < SHORTEST_NUMBER || surface.length > LONGEST_NUMBER) return;
  const [{ position, start }] = run;
  yield { stem: stem(surface), surface, position, kind: "joined", start, end: run.at(-1).end };
}

/** The tokens of one run of letters and links, placed from its beginning, and the number of positions that they take. */
function analyseChunk(chunk) {
  const words = [];
  let position = 0;
  const others = [];
  for (const [start, end, masculine, letters] of parts(chunk)) {
    const surface = fold(masculine.replace(LINK, ""));
    if (surface.length === 0 || surface.length > LONGEST) continue;
    const kind = STOPS.has(surface) ? "stop" : "word";
    words.push({ stem: stem(surface), surface, position, kind, start, end });
    const other = letters && kind === "word" ? feminine(surface, letters) : surface;
    if (stem(other) !== words.at(-1).stem && other.length <= LONGEST) {
      others.push({ stem: stem(other), surface: other, position, kind: "joined", start, end });
    }
    if (!ELIDED.has(surface)) position += 1;
  }
  return { tokens: [...words, ...others, ...joined(words)], size: position };
}

function* joined(words) {
  const sizes = words.length < 2 ? [] : words.length === 2 ? [2] : [2, words.length];
  for (const size of sizes) {
    for (let first = 0; first + size <= words.length; first += 1) {
      const run = words.slice(first, first + size);
      const surface = run.map((word) => word.surface).join("");
      if (surface.length > LONGEST || (DIGITS.test(surface) && !TELEPHONE.test(surface))) continue;
      const { position, start } = run[0];
      yield { stem: stem(surface), surface, position, kind: "joined", start, end: run[size - 1].end };
    }
  }
}

/** [start, end, text without its inclusive ending, letters of that ending] of each part. */
function* parts(chunk) {
  const found = [...chunk.matchAll(PIECE)].map((m) => {
    const start = m.index + m[1].length;
    return { link: m[1], folded: fold(m[2]), start, end: start + m[2].length };
  });
  let rank = 0;
  while (rank < found.length) {
    const { start } = found[rank];
    let { folded, end } = found[rank];
    let letters = "";
    rank += 1;
    if (rank < found.length && APOSTROPHE.test(found[rank].link)) {
      if (folded === "aujourd" && found[rank].folded === "hui") end = found[rank++].end;
      else if (ELIDED.has(folded)) continue;
    }
    if (folded.length === 1) {
      while (rank < found.length && found[rank].link === "." && found[rank].folded.length === 1) end = found[rank++].end;
    } else if (folded.length > 1) {
      if (rank + 1 < found.length && MASCULINE[found[rank].folded]?.includes(found[rank + 1].folded)) {
        folded += found[rank].folded;
        end = found[rank++].end;
      }
      while (rank < found.length && isEnding(found[rank], letters, folded)) letters += found[rank++].folded;
    }
    let piece = chunk.slice(start, end);
    if (!letters) {
      const [masculine, written] = contracted(piece);
      piece = masculine;
      letters = fold(written);
    }
    if (letters || !CAMEL.test(piece)) yield [start, end, piece, letters];
    else
      for (const { 0: part, index } of piece.matchAll(CAMEL_PART)) yield [start + index, start + index + part.length, part, ""];
  }
}

/** Whether a piece is the ending of an inclusive spelling, after the letters of those before it, and no word of its own. */
function isEnding({ link, folded }, before, word) {
  if (APOSTROPHE.test(link) || link === "_" || link === "&") return false;
  if (!HYPHEN.test(link) && link !== "/") return ENDINGS.has(folded);
  const calledFor = (CALLED_FOR[folded] ?? "").includes(word.at(-1));
  return SURE_ENDINGS.has(folded) || (folded in CALLED_FOR && calledFor) || (folded === "s" && (before !== "" || link === "/"));
}
