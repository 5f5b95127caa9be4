// The paper comes back: what changed since the sheet whose address led here, told part by part (plugins/sheets/fingerprint.py).

import { inWords } from "../common/days.js";
import { element } from "../common/element.js";

const ADDRESS = /^#fiche=(\d{4})(\d\d)(\d\d)-([a-z2-7]{5})(?:\.([\w-]*)\.([\w-]*))?/i;
const FIRST_YEAR = 2020;

/** « 20261125 » → whether there is such a day, not before there was any sheet. */
const isDay = (year, month, day) =>
  Number(year) >= FIRST_YEAR && new Date(Date.UTC(year, month - 1, day)).toISOString().startsWith(`${year}-${month}-${day}`);

/** Text cut every `size` letters; null when some are missing. */
const cut = (text, size) => (text.length % size === 0 ? (text.match(new RegExp(`.{${size}}`, "g")) ?? []) : null);

/**
 * What a sheet said, from an address.
 *
 * @param {string} fragment of the address, « # » included
 * @returns {?{day: string, whole: string, head: ?string, parts: ?Array}} null for an address that no program can read;
 *   `parts` is null when only the day and the whole are known: an address typed from the paper, or a damaged one
 */
export function read(fragment) {
  const [, year, month, day, whole, entries, lines] = ADDRESS.exec(fragment) ?? [];
  if (!year || !isDay(year, month, day)) return null;
  const found = { day: `${year}-${month}-${day}`, whole: whole.toLowerCase(), head: null, parts: null };
  const doors = entries && cut(entries.slice(2), 6);
  const ways = lines !== undefined && cut(lines, 4);
  if (!doors || !ways) return found;
  const parts = [
    ...doors.map((part) => ({ name: part.slice(0, 2), words: part.slice(2, 4), reach: part.slice(4), kind: "entry" })),
    ...ways.map((part) => ({ name: part.slice(0, 2), words: "", reach: part.slice(2), kind: "line" })),
  ];
  return { ...found, head: entries.slice(0, 2), parts };
}

/** Today's sheet, from its fingerprint and from what the page says beside it: each part's name, and how one gets there. */
export function known(fingerprint, names) {
  const today = read(`#fiche=${fingerprint}`);
  return { ...today, parts: today.parts.map((part, rank) => ({ ...part, label: names[rank][0], text: names[rank][1] })) };
}

/** Each part of the paper with its part of today: the one that did not change, else the first of that name. */
function pairs(paper, today) {
  const left = new Set(today);
  const take = (same) => {
    const found = [...left].find(same);
    left.delete(found);
    return found;
  };
  const sure = paper.map((one) => take((other) => ["kind", "name", "words", "reach"].every((key) => one[key] === other[key])));
  const matched = paper.map(
    (one, rank) => sure[rank] ?? take((other) => one.kind === other.kind && one.name === other.name) ?? null,
  );
  return { matched, added: [...left] };
}

const WORDS = {
  besoin: {
    added: (name) => `Nouvelle porte\u00a0: ${name}.`,
    gone: (rank) => `La porte n°\u00a0${rank} de votre fiche n’y est plus.`,
  },
  acteur: {
    added: (name) => `Nouveau besoin\u00a0: «\u00a0${name}\u00a0».`,
    gone: () => "Un besoin de votre fiche n’y est plus.",
  },
};

const now = ({ label, text }) =>
  text ? `${label}\u00a0: c’est maintenant ${text}.` : `${label}\u00a0: ce qui le joignait n’y est plus.`;

/**
 * The changes from the paper to today, one sentence each.
 *
 * @param {object} paper from `read`, with its parts
 * @param {object} today from `known`
 * @param {"besoin"|"acteur"} kind
 * @returns {string[]}
 */
export function changes(paper, today, kind) {
  const { matched, added } = pairs(paper.parts, today.parts);
  const found = paper.head === today.head ? [] : ["La présentation a changé."];
  matched.forEach((part, rank) => {
    const was = paper.parts[rank];
    if (!part) found.push(was.kind === "line" ? "Un moyen de joindre de votre fiche n’y est plus." : WORDS[kind].gone(rank + 1));
    else {
      if (part.reach !== was.reach) found.push(now(part));
      if (part.words !== was.words) found.push(`${part.label}\u00a0: le texte a changé.`);
    }
  });
  found.push(...added.map((part) => (part.kind === "line" ? now(part) : WORDS[kind].added(part.label))));
  const ranks = matched.filter((part) => part?.kind === "entry").map((part) => today.parts.indexOf(part));
  if (kind === "besoin" && ranks.some((rank, place) => rank < ranks[place - 1])) found.push("L’ordre des portes a changé.");
  return found.length || paper.whole === today.whole ? found : ["Un texte a changé."];
}

/**
 * What to say to whoever comes from a sheet.
 *
 * @param {?object} paper from `read`
 * @param {object} today from `known`
 * @param {"besoin"|"acteur"} kind
 * @returns {{title: string, list: string[]}}
 */
export function told(paper, today, kind) {
  if (!paper) return { title: "L’adresse lue sur votre fiche est abîmée. Voici ce que le site dit aujourd’hui.", list: [] };
  const since = `Votre fiche date du ${inWords(paper.day)}\u00a0:`;
  if (paper.day > today.day) return { title: `${since} elle est plus récente que cette page.`, list: [] };
  if (paper.whole === today.whole) return { title: `${since} rien n’a changé.`, list: [] };
  if (!paper.parts) return { title: `${since} elle a changé depuis.`, list: [] };
  const list = changes(paper, today, kind);
  return { title: `${since} ${list.length}\u00a0changement${list.length > 1 ? "s" : ""}.`, list };
}

/** What is said on the page to whoever comes from a sheet: elements. */
export function lines(box, fragment) {
  const { fingerprint, kind, parts, reviewed } = box.dataset;
  const paper = read(fragment);
  const { title, list } = told(paper, known(fingerprint, JSON.parse(parts)), kind);
  const again = paper && reviewed > paper.day ? element("p", {}, `Sources relues depuis, le ${inWords(reviewed)}.`) : null;
  const anew = list.length ? element("p", {}, element("a", { href: "fiche/" }, "La fiche d’aujourd’hui")) : null;
  const changed = list.length ? element("ul", {}, ...list.map((text) => element("li", {}, text))) : null;
  return [element("p", { class: "returned-title" }, title), changed, again, anew].filter(Boolean);
}
