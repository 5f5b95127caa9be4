/**
 * A question as it was typed → the same, each telephone number in it as one word: « 39 49 » is « 3949 », as texts are indexed.
 */
import { ABROAD, TELEPHONE } from "./characters.js";

const FIGURES = /\+?[0-9](?:[ \u00a0\u202f.\-\u2010-\u2013()]{0,2}[0-9])+/g;
// « de 35 40 ans », « 30 50 € »: these figures count something.
const COUNTED = /^[ \u00a0\u202f]?(?:ans?\b|h\b|heures?\b|jours?\b|mois\b|km\b|euros?\b|€|%)/i;

export function dialled(typed) {
  return typed.replace(FIGURES, (figures, at) => {
    const number = figures.replace(/[^0-9]/g, "").replace(ABROAD, "0$1");
    return TELEPHONE.test(number) && !COUNTED.test(typed.slice(at + figures.length)) ? number : figures;
  });
}
