/**
 * Inclusive spelling: the letters that follow a masculine come in, the feminine that they spell goes out.
 * The twin of `feminine` and `contracted` in `plugins/text/inclusive.py`; folded letters.
 */
// Ending of the masculine, endings written after it, letters that the feminine drops, letters that it takes.
const FEMININES = [
  ["teur", "trice rice ice", 4, "trice"],
  ["eur", "euse se rse", 1, "se"],
  ["eur", "eresse", 3, "eresse"],
  ["x", "euse se", 1, "se"],
  ["er", "ere iere", 2, "ere"],
  ["f", "ve ive", 1, "ve"],
  ["c", "que", 1, "que"],
  ["c", "che", 1, "che"],
  ["al", "ale", 2, "ale"],
  ["aux", "ale", 3, "ale"],
  ["el", "elle", 2, "elle"],
  ["en", "enne ienne", 2, "enne"],
  ["e", "esse", 1, "esse"],
];
// « déléguéEs », « acteurices », « travailleurses ».
const CONTRACTED = [/^(.*[a-zß-öø-ÿ])(Es?)$/, /^(.*teur)(ices?)$/, /^(.*eur)(ses?)$/, /^(.*TEUR)(ICES?)$/, /^(.*EUR)(SES?)$/];

/** « éducateur » and « trices » → « éducatrice »; the masculine itself when the letters spell only a plural. */
export function feminine(masculine, letters) {
  const ending = letters.replace(/s$/, "");
  if (ending === "" || ending === "x" || ending === "aux") return masculine;
  for (const stem of new Set([masculine, masculine.replace(/s$/, "")])) {
    for (const [old, written, dropped, taken] of FEMININES) {
      if (stem.endsWith(old) && written.split(" ").includes(ending)) return stem.slice(0, -dropped) + taken;
    }
  }
  return masculine + ending;
}

/** A word written without a sign → its masculine and the letters of its ending, [word, ""] when it has none. */
export function contracted(word) {
  for (const pattern of CONTRACTED) {
    const found = pattern.exec(word);
    if (found) return [found[1], found[2]];
  }
  return [word, ""];
}
