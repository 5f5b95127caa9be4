/**
 * A folded French word comes in, how it sounds goes out, roughly: « chomaj » is « chomage », « formassion » is « formation ».
 *
 * Letters that are not heard, and letters that are heard alike, are one; capitals stand for nasal vowels and ch. Made for
 * words without accents, where « é » and « e » cannot be told apart: two words of one sound are likely the same, not surely.
 */
const RULES = [
  [/ph/g, "f"],
  [/(?<=[aeiouy])s(?=[aeiouy])/g, "z"],
  [/sch|sh|ch/g, "C"],
  [/[cg]?qu|q|ck|cc(?![eiy])|c(?![eiy])/g, "k"],
  [/sc(?=[eiy])|c/g, "s"],
  [/ge(?=[ao])|g(?=[eiy])/g, "j"],
  [/gu(?=[eiy])/g, "g"],
  [/eaux?|aux?/g, "o"],
  [/oi|oy/g, "wa"],
  [/oeu|eu/g, "E"],
  [/ai|ei|ay|ey/g, "e"],
  [/ou/g, "U"],
  [/y/g, "i"],
  [/h/g, ""],
  [/ti(?=on|el|eu|aire)/g, "si"],
  [/x/g, "ks"],
  [/(.)\1+/g, "$1"],
  [/[ae][nm](?![aeiounmEU])/g, "A"],
  [/(?:in|im|un|um)(?![aeiounmEU])/g, "I"],
  [/o[nm](?![aeiounmEU])/g, "O"],
  [/(?:ks|[stdzp])+$/, ""],
  [/e[rz]?$/, ""],
];

/** How a word sounds; "" when little is left of it. */
export function sound(word) {
  return RULES.reduce((heard, [letters, sign]) => heard.replace(letters, sign), word);
}
