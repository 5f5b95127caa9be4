/**
 * A folded French word comes in, its stem goes out: the twin of `plugins/search/stemming.py`,
 * where the source is given (Savoy's minimal French stemmer, ACM SAC 2006).
 */
const SHORT = 6;

export function stem(word) {
  if (word.length < SHORT) return word.length > 3 && /[^s][sx]$/.test(word) ? word.slice(0, -1) : word;
  if (word.endsWith("x")) return /[^e]aux$/.test(word) ? word.slice(0, -2) + "l" : word.slice(0, -1);
  for (const ending of ["s", "r", "e", "e"]) if (word.endsWith(ending)) word = word.slice(0, -1);
  return /([^0-9])\1$/.test(word) ? word.slice(0, -1) : word;
}
