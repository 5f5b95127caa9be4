/**
 * What the search says and shows, in the field and on its page.
 */
import { element } from "../common/element.js";

const THOUSANDS = /(?<=\d)(?=(?:\d{3})+$)/g;

/** Parts of a text, [{text, marked}], the marked ones in <mark>. */
export function marks(parts) {
  return parts.map(({ text, marked }) => (marked ? element("mark", {}, text) : document.createTextNode(text)));
}

/** What was typed, between quotation marks, not longer than a line. */
export function quoted(text, longest = 60) {
  const plain = text.trim();
  return `«\u00a0${plain.length > longest ? `${plain.slice(0, longest)}…` : plain}\u00a0»`;
}

/**
 * « 1 résultat », « 1 234 résultats ». By hand: a browser reads all that it knows of a language before it writes its first number,
 * a tenth of a second on a slow telephone.
 */
export function count(number, one, many) {
  return `${String(number).replace(THOUSANDS, "\u202f")} ${number > 1 ? many : one}`;
}

/** What is said and offered wherever the index did not arrive: no network, or the site was published anew meanwhile. */
export function failure(again) {
  const retry = element("button", { type: "button", class: "search-button" }, "Réessayer");
  retry.addEventListener("click", again);
  return ["La recherche n’a pas pu se charger\u00a0: vérifiez la connexion, ou rechargez la page. ", retry];
}
