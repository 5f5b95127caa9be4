/**
 * Questions that found nothing: kept on this device when the visitor agrees, seen by nobody else, erased or sent by mail
 * as the visitor wishes. They are how an editor learns which words are missing.
 */
import { Memory } from "./memory.js";
import { Recents } from "./recents.js";

const KEPT = { key: "questions-sans-reponse", most: 20 };
const SUBJECT = "Questions restées sans réponse";
const REREAD = "(à relire avant d'envoyer : ne nommer personne)";

/** Keeps the questions that found nothing; of one that is being typed, its last form alone. */
export class Unanswered {
  /** @param {Storage | null} storage of the device. */
  constructor(storage) {
    this.kept = new Recents(storage, KEPT);
    this.last = "";
  }

  /** A question, and whether something answered it. */
  told(query, answered) {
    const goesOn = this.last && query && (query.startsWith(this.last) || this.last.startsWith(query));
    if (goesOn) this.kept.forget(this.last);
    this.last = answered ? "" : query;
    if (query && answered) this.kept.forget(query);
    else this.kept.keep(query);
  }
}

/** The address of a letter, already begun, that lists the questions (RFC 6068: line ends are CRLF). */
export function letter(address, queries) {
  const text = [`${SUBJECT} :`, "", ...queries.map((query) => `- ${query}`), "", REREAD].join("\r\n");
  const fields = `subject=${encodeURIComponent(SUBJECT)}&body=${encodeURIComponent(text)}`;
  return `${address}${address.includes("?") ? "&" : "?"}${fields}`;
}

/**
 * The part of the search page that shows them.
 *
 * @param {HTMLElement} page that says « answer » to each question; @param {Function} address query → address of its results.
 */
export function showUnanswered(page, storage, address) {
  const root = page.querySelector("[data-page=unanswered]");
  const questions = new Unanswered(storage);
  const memory = new Memory(root, questions.kept, address);
  const link = root.querySelector("[data-memory=letter]");
  const show = () => {
    memory.show();
    if (link) link.href = letter(link.dataset.address, questions.kept.queries);
  };
  page.addEventListener("answer", ({ detail: { query, answered } }) => {
    questions.told(query, answered);
    show();
  });
  root.querySelector("[data-memory=clear]").addEventListener("click", () => {
    questions.kept.forget();
    show();
    memory.box.focus();
  });
  show();
}
