/**
 * A text and the stems that were looked for come in, the passage that shows most of them goes out,
 * as parts to be written with `textContent`: [{text, marked}].
 */
import { analyse } from "./analysis.js";

// Between stems that must follow each other: what an acronym stands for is no answer word by word.
export const ROW = "_";
const LENGTH = 180;

/** The whole of a short text, its words marked. */
export function marked(text, stems) {
  return cut(text, 0, text.length, places(text, stems));
}

/** The best passage of about `length` characters; null when the text holds none of the stems. */
export function excerpt(text, stems, length = LENGTH) {
  const found = places(text, stems);
  if (!found.length) return null;
  let best = { worth: -1 };
  for (const [rank, { start }] of found.entries()) {
    const inside = found.slice(rank).filter(({ end }) => end <= start + length);
    const worth = new Set(inside.map(({ stem }) => stem)).size * 10 + Math.min(inside.length, 9);
    if (worth > best.worth) best = { worth, start, end: inside.at(-1)?.end ?? start };
  }
  const spare = Math.max(0, length - (best.end - best.start));
  const from = wordStart(text, Math.max(0, best.start - Math.floor(spare / 3)));
  const to = wordEnd(text, Math.min(text.length, from + Math.max(length, best.end - from)));
  const parts = cut(text, from, to, found);
  if (from > 0) parts.unshift({ text: "… ", marked: false });
  if (to < text.length) parts.push({ text: " …", marked: false });
  return parts;
}

/** Places of the words whose stem was looked for, or that follow each other as asked, in order, the longest first where two begin together. */
export function places(text, stems) {
  const told = analyse(text).filter(({ kind }) => kind !== "stop");
  const found = [...told.filter(({ stem }) => stems.has(stem)), ...rows(told, stems)];
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter(({ start }, rank) => rank === 0 || start >= Math.max(...found.slice(0, rank).map(({ end }) => end)));
}

function* rows(told, stems) {
  const words = told.filter(({ kind }) => kind === "word");
  for (const row of [...stems].filter((one) => one.includes(ROW)).map((one) => one.split(ROW))) {
    for (const first of words.keys()) {
      if (row.every((stem, rank) => words[first + rank]?.stem === stem)) yield* words.slice(first, first + row.length);
    }
  }
}

function cut(text, from, to, found) {
  const parts = [];
  let at = from;
  for (const { start, end } of found) {
    if (start < at || end > to) continue;
    if (start > at) parts.push({ text: text.slice(at, start), marked: false });
    parts.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < to) parts.push({ text: text.slice(at, to), marked: false });
  return parts;
}

function wordStart(text, at) {
  if (at === 0) return 0;
  const space = text.slice(at, at + 30).search(/\s/);
  return space < 0 ? at : at + space + 1;
}

function wordEnd(text, at) {
  if (at >= text.length) return text.length;
  const space = text.slice(Math.max(0, at - 30), at).search(/\s\S*$/);
  return space < 0 ? at : Math.max(0, at - 30) + space;
}
