/**
 * A question comes in, what it asks by goes out: its words that weigh, its pairs of words, the age that it says.
 *
 * The twin of `plugins/search/asking.py`, where each rule has its reason; both read `tests/contracts/asking.json`.
 */
import { analyse } from "./analysis.js";

const set = (words) => new Set(words.split(" "));

/** Words of a question that say little of what is looked for: « où trouver une formation ». */
export const WEAK = set(
  "comment combien pourquoi quand quoi trouver trouve chercher cherche recherche rechercher veux veut voudrais peux peut peuvent " +
    "pouvoir puis faire fait faut dois doit avoir obtenir savoir connaitre besoin besoins existe mettre vais suis aider aidez " +
    "aimerais souhaite souhaiterais voulais pourrais pourrait pouvez faudrait " +
    "sais sait dire dis dit bien tout tous plus pas bonjour merci svp",
);
const YEARS = set("an ans");
const LASTING = set("depuis apres pendant y en dans tous");
const AGES = [
  [12, "#enfance"],
  [16, "#jeunesse"],
  [26, "#age"],
  [50, "#cinquantaine"],
];
const OLDEST = 99;
const WEAK_WORTH = 0.3;
const WEAK_PAIR = 0.7;
const SMALL_PAIR = 0.5;
const DIGITS = /^[0-9]+$/;

/** The words of a text in order, {term, kind: "word" | "weak" | "stop", surface, start, end}. */
export function units(text) {
  const tokens = analyse(text).filter(({ kind }) => kind !== "joined");
  const found = [];
  for (const [rank, { stem, surface, kind, start, end }] of tokens.entries()) {
    const place = { surface, start, end };
    if (YEARS.has(surface) && found.at(-1)?.term.startsWith("#")) continue;
    if (YEARS.has(tokens[rank + 1]?.surface) && DIGITS.test(surface))
      found.push({ term: years(surface, tokens.slice(0, rank)), kind: "word", ...place });
    else found.push({ term: stem, kind: kind === "stop" ? "stop" : WEAK.has(surface) ? "weak" : "word", ...place });
  }
  return found;
}

function years(digits, tokens) {
  const [before, earlier] = [tokens.at(-1)?.surface, tokens.at(-2)?.surface];
  const age = digits.length < 3 ? Number(digits) : OLDEST + 1;
  if (LASTING.has(before) || age < AGES[0][0] || age > OLDEST) return "#duree";
  const below = before === "avant" || (before === "de" && earlier === "moins");
  return AGES.filter(([first]) => age - Number(below) >= first).at(-1)?.[1] ?? AGES[0][1];
}

/** What units ask by: [{term, worth, from}], `from` the ranks of the words that say it; a term may come several times. */
export function asked(words) {
  const found = [];
  const full = [...words.keys()].filter((rank) => words[rank].kind !== "stop");
  for (const rank of full)
    found.push({ term: words[rank].term, worth: words[rank].kind === "weak" ? WEAK_WORTH : 1, from: [rank] });
  const pair = (from, worth) => found.push({ term: from.map((rank) => words[rank].term).join(" "), worth, from });
  for (const [number, first] of full.slice(0, -1).entries()) {
    const from = [first, full[number + 1]];
    pair(from, from.some((rank) => words[rank].kind === "weak") ? WEAK_PAIR : 1);
  }
  for (let first = 0; first + 1 < words.length; first += 1) {
    const small = [first, first + 1].filter((rank) => words[rank].kind === "stop");
    if (small.length === 1) pair([first, first + 1], SMALL_PAIR);
  }
  return found;
}
