/**
 * What the search page says above its results: the needs that may be meant, and how sure the results are.
 */
import { element } from "../common/element.js";
import { count, quoted } from "./elements.js";

/** The suggested needs with what is shown of their pages: [{url, title, summary, words}]. */
export function described(engine, needs) {
  return Promise.all(needs.map(async ({ page, words }) => ({ ...(await engine.head(page)), words })));
}

/** One need, or the page that bears the name that was typed: the words that lead to it, its title, and what its page says first. */
export function needItem({ url, title, summary, words }, address) {
  const said = words.map((word) => quoted(word)).join(", ");
  return element(
    "li",
    { class: "suggestion" },
    said ? element("p", { class: "suggestion-words" }, `${said} → `) : null,
    element("h3", { class: "suggestion-title" }, element("a", { href: address(url) }, title)),
    summary ? element("p", { class: "suggestion-summary" }, summary) : null,
  );
}

/** What a question was read as, words in plain spelling or words of time, and the way to have it searched as it was typed. */
export function readAs({ query, understood, dated = [], address }) {
  const read = understood
    ? ["Compris\u00a0: ", element("a", { href: address({ query: understood }) }, quoted(understood))]
    : [`Compris comme une date, un ordre ou un état\u00a0: ${dated.map((words) => quoted(words)).join(", ")}`];
  return [
    ...read,
    ". Chercher plutôt ",
    element("a", { href: address({ query, literal: true }) }, `${quoted(query)} à la lettre`),
    ".",
  ];
}

/** The sentence on what was found: how much of it, or that nothing is sure. */
export function told({ query, needs, results, kept }) {
  const short = quoted(query);
  if (!query) return "";
  if (!results.length && needs.length) return `Aucune autre page pour ${short}.`;
  if (!results.length)
    return `Rien ne répond à ${short}. Essayez un mot plus court ou plus courant, ou l’un des chemins ci-dessous.`;
  if (!kept.length) return `Rien ne répond à ${short} avec ces choix\u00a0: retirez-en un.`;
  if (!needs.length && !results.some(({ sure }) => sure))
    return `Rien de sûr pour ${short}. Essayez d’autres mots, ou l’un des chemins plus bas.`;
  return `${count(kept.length, "résultat", "résultats")} pour ${short}`;
}

/** What is said right above results that hold only some of the words; "" above those that hold them all. */
export function reserve({ results, listed }) {
  if (!listed.length) return "";
  if (!results.some(({ sure }) => sure)) return "Ces pages n’ont qu’une petite partie de vos mots\u00a0:";
  const whole = listed.some(({ exact, reasons }) => exact || reasons.whole);
  return whole ? "" : "Aucune page n’a tous vos mots. Celles-ci en ont le plus\u00a0:";
}
