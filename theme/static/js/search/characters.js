/**
 * The characters that make up words, and their folding: the twin of `plugins/search/characters.py`.
 * Ranges are written out, so that both languages cut the same words whatever Unicode they know.
 */
const INVISIBLE = "\\u00ad\\u200b-\\u200d\\u2060\\ufeff";
const LETTERS =
  "0-9A-Za-z\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02b8\\u0300-\\u0386\\u0388-\\u16ea\\u16ec-\\u1fff" +
  "\\u2c00-\\u2dff\\u3041-\\u30fa\\u30fc-\\ud7a3\\uf900-\\ufdff\\ufe70-\\ufefc" +
  INVISIBLE;
const APOSTROPHES = "'\\u2018\\u2019\\u02bc\\u2032\\u00b4\\u0060\\uff07";
const HYPHENS = "\\-\\u2010-\\u2015\\u2212";
const MIDDLE_DOTS = "\\u00b7\\u0387\\u16eb\\u2022\\u2027\\u2219\\u22c5\\u2e31\\u30fb\\uff65";
const LINKS = APOSTROPHES + HYPHENS + MIDDLE_DOTS + "._&";
const SURE =
  "e|es|ne|nes|rice|rices|trice|trices|ice|ices|euse|euses|[eè]re|[eè]res|i[eè]re|i[eè]res|ive|ives|ale|ales|enne|ennes|ienne|iennes";
const ANY = SURE + "|s|x|le|les|te|tes|se|ses|ve|ves|fe|fes|que|ques|che|ches|elle|elles|esse|esses|sse|sses|aux";
const INCLUSIVE = `\\((?:${ANY}|${ANY.toUpperCase()})\\)[sS]?` + `|/(?:${SURE}|${SURE.toUpperCase()}|[sS])(?![${LETTERS}])`;
const folded = (endings) => new Set(endings.replace(/\[eè\]/g, "e").split("|"));

/** Endings of inclusive spelling, folded: those that no word of French is, and all of them. */
export const SURE_ENDINGS = folded(SURE);
export const ENDINGS = folded(ANY);
export const CHUNK = new RegExp(`[${LETTERS}]+(?:[${LINKS}][${LETTERS}]+|${INCLUSIVE})*`, "g");
export const PIECE = new RegExp(`([${LINKS}()/]?)([${LETTERS}]+)`, "g");
export const LINK = new RegExp(`[${LINKS}/]`, "g");
export const APOSTROPHE = new RegExp(`^[${APOSTROPHES}]$`);
export const HYPHEN = new RegExp(`^[${HYPHENS}]$`);
export const DIGITS = /^[0-9]+$/;
export const FIGURES = new RegExp(`^[0-9]+(?:[${HYPHENS}.][0-9]+)*$`);
export const BETWEEN = /^(?:[ \u00a0\u202f]|[ \u00a0\u202f]?\(|\)[ \u00a0\u202f]?)$/;
export const TELEPHONE = /^(?:0[0-9]{9}|3[0-9]{3}|11[68][0-9]{3})$/;
export const ABROAD = /^(?:00)?330?([1-9][0-9]{8})$/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to find plain text
const ASCII = /^[\x00-\x7f]*$/;
const INVISIBLES = new RegExp(`[${INVISIBLE}]`, "g");
const MARKS = /[\u0300-\u036f]/g;
const LIGATURES = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l", đ: "d", ı: "i", ς: "σ" };

/** Lower case, without accents, ligatures opened, invisible characters gone. */
export function fold(text) {
  if (ASCII.test(text)) return text.toLowerCase();
  const lower = text.replace(INVISIBLES, "").normalize("NFKD").toLowerCase();
  return lower
    .normalize("NFKD")
    .replace(MARKS, "")
    .replace(/[œæßøłđıς]/g, (letter) => LIGATURES[letter]);
}
