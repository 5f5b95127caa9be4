/**
 * French text comes in, the tokens that are searched or marked go out.
 *
 * The twin of `plugins/search/analysis.py`: both read `tests/contracts/analysis.json`. Here a token
 * also has its place in the text (`start`, `end`, UTF-16 units), for marking words in excerpts.
 */
import { APOSTROPHE, CHUNK, DIGITS, fold, HYPHEN, LINK, PIECE } from "./caracteres.js";
import { stem } from "./racine.js";

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
const INCLUSIVE = set(
  "e es s x ne nes le les te tes se ses ve ves fe fes rice rices trice trices euse euses ere eres iere ieres",
);
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
  for (const { 0: chunk, index } of text.matchAll(CHUNK)) {
    let found = known.get(chunk);
    if (!found) {
      if (known.size === MOST_KNOWN) known.clear();
      found = analyseChunk(chunk);
      known.set(chunk, found);
    }
    for (const token of found.tokens) {
      tokens.push({ ...token, position: position + token.position, start: index + token.start, end: index + token.end });
    }
    position += found.size;
  }
  return tokens;
}

/** The tokens of one run of letters and links, placed from its beginning, and the number of positions that they take. */
function analyseChunk(chunk) {
  const words = [];
  let position = 0;
  for (const [start, end] of parts(chunk)) {
    const surface = fold(chunk.slice(start, end).replace(LINK, ""));
    if (surface.length === 0 || surface.length > LONGEST) continue;
    const kind = STOPS.has(surface) ? "stop" : "word";
    words.push({ stem: stem(surface), surface, position, kind, start, end });
    if (!ELIDED.has(surface)) position += 1;
  }
  return { tokens: [...words, ...joined(words)], size: position };
}

function* joined(words) {
  const sizes = words.length < 2 ? [] : words.length === 2 ? [2] : [2, words.length];
  for (const size of sizes) {
    for (let first = 0; first + size <= words.length; first += 1) {
      const run = words.slice(first, first + size);
      const surface = run.map((word) => word.surface).join("");
      if (surface.length > LONGEST || DIGITS.test(surface)) continue;
      const { position, start } = run[0];
      yield { stem: stem(surface), surface, position, kind: "joined", start, end: run[size - 1].end };
    }
  }
}

function* parts(chunk) {
  const found = [...chunk.matchAll(PIECE)].map((m) => {
    const start = m.index + m[1].length;
    return { link: m[1], folded: fold(m[2]), start, end: start + m[2].length };
  });
  let rank = 0;
  while (rank < found.length) {
    const { folded, start } = found[rank];
    let { end } = found[rank];
    rank += 1;
    if (rank < found.length && APOSTROPHE.test(found[rank].link)) {
      if (folded === "aujourd" && found[rank].folded === "hui") end = found[rank++].end;
      else if (ELIDED.has(folded)) continue;
    }
    if (folded.length === 1) {
      while (rank < found.length && found[rank].link === "." && found[rank].folded.length === 1) end = found[rank++].end;
    } else if (folded.length > 1) {
      while (rank < found.length && isInclusive(found[rank], found[rank - 1].folded)) rank += 1;
    }
    const piece = chunk.slice(start, end);
    if (!CAMEL.test(piece)) yield [start, end];
    else for (const part of piece.matchAll(CAMEL_PART)) yield [start + part.index, start + part.index + part[0].length];
  }
}

function isInclusive({ link, folded }, previous) {
  if (HYPHEN.test(link)) return folded === "e" || folded === "es" || (folded === "s" && previous === "e");
  return INCLUSIVE.has(folded) && !APOSTROPHE.test(link) && link !== "_" && link !== "&";
}
