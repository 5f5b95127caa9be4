/**
 * A folded French word comes in, its stem goes out: the twin of `plugins/search/stemming.py`,
 * where the source is given (Savoy's minimal French stemmer, ACM SAC 2006).
 */
import { REGULAR } from "./irregular.js";

const SHORT = 6;
const CONJUGATED = /(?:nt|it|ez)$/;
const SECOND_GROUP = /([^aeou])iss(?:ent|aient|ait|ez)$/;
const VERBAL = /^(.{4,})(?:aient|eront)$|^(?!.*souhait$)(.{3,}[^rf])ait$|^(.{5,})ez$/;
// « formatrice » is « formateur », « vendeuse » is « vendeur », « infirmière » is « infirmier »: one trade has one stem.
const FEMININES = [
  [/^(..+)trices?$/, "teur"],
  [/^(...+)euses?$/, "eur"],
  [/^(...+)ieres?$/, "ier"],
];

export function stem(typed) {
  let word = masculine(REGULAR.get(typed) ?? typed);
  if (word.length < SHORT || (word.length === SHORT && /[^s]s$/.test(word))) {
    return short(word.length > 3 && /[^s][sx]$/.test(word) ? word.slice(0, -1) : word);
  }
  if (word.endsWith("x")) return /[^e]aux$/.test(word) ? word.slice(0, -2) + "l" : word.slice(0, -1);
  if (CONJUGATED.test(word)) word = word.replace(SECOND_GROUP, "$1ir").replace(VERBAL, "$1$2$3");
  for (const ending of ["s", "r", "e", "e"]) if (word.endsWith(ending)) word = word.slice(0, -1);
  return single(word);
}

/** A singular of five letters without its ending: « garde » is « garder », « viré » is « virer », « stages » is « stage ». */
const short = (word) => (word.length === SHORT - 1 && /(?:e|er)$/.test(word) ? single(word.slice(0, -1)) : word);

/** A double consonant at the end, once. */
const single = (word) => (/([^0-9])\1$/.test(word) ? word.slice(0, -1) : word);

/** A trade in the masculine singular; any other word as it is. */
function masculine(word) {
  for (const [feminine, ending] of FEMININES) if (feminine.test(word)) return word.replace(feminine, `$1${ending}`);
  return word;
}
