/**
 * What a question asks in time and the pages that hold its words come in, the pages that answer go out.
 */
import { inOrder } from "./facets.js";

// Of pages that answer nearly as well as the best, the newest is meant by « dernière version ».
const NEARLY = 0.6;
const NOT_HELD = ["a-venir", "annulee", "reportee"];
const SURE = { coverage: 1, whole: true, nearness: 0, name: 0, words: [], base: 0 };

/** What is asked, with what the index knows of it: the piece `temps` (`plugins/search/moments.py`). */
export function resolved(asked, piece, text) {
  const { kinds, states, from, to, order, whole, texts } = asked;
  // Days alone ask for what met on them.
  const asking = kinds.length || !(from || to) ? kinds : ["reunions"];
  const ofKinds = () => gathered(asking.map((kind) => piece.genres[kind]?.[1] ?? []));
  const within = states.length
    ? gathered(kinds.flatMap((kind) => states.map((state) => piece.etats[`${kind}/${state}`] ?? [])))
    : ofKinds();
  // The last meeting is one at which people met.
  if (order && !states.length)
    for (const state of NOT_HELD) for (const [page] of piece.etats[`reunions/${state}`] ?? []) within.delete(page);
  const alone = from || to || order;
  const keys = [whole, ...(alone ? [] : kinds.map((kind) => `${kind}/${states[0] ?? ""}`))];
  const found = {
    ...asked,
    days: new Map(piece.jours),
    within: kinds.length ? within : new Map(),
    met: within,
    list: piece.listes[keys.find((key) => key in piece.listes)],
  };
  // A state in which nothing is known to be is a word like another: texts of that kind may say it.
  const unknown = states.length > 0 && !within.size && found.list === undefined;
  if (unknown) return { ...found, rest: text, within: ofKinds() };
  // Nor does a kind of which nothing was noted name anything: its words are looked for in texts, on the same days.
  return kinds.length && !within.size && found.list === undefined ? { ...found, rest: texts } : found;
}

/** Map of page → its sections. */
function gathered(sets) {
  const found = new Map();
  for (const [page, ...sections] of sets.flat()) found.set(page, new Set([...(found.get(page) ?? []), ...sections]));
  return found;
}

/**
 * The results that answer, or null when none does: the question is then one of words.
 * @param {object} asked as `Period.read` gives it.
 * @param {object[]?} results that hold the words that are left, the best first; null when no word is left.
 */
export function narrow(asked, results) {
  const { days, within, from, to, order, skipped, whole, list } = asked;
  const kept = (results ?? listed(asked)).filter(({ page }) => {
    const day = days.get(page);
    return !(from || to) || (day !== undefined && (!from || day >= from) && (!to || day <= to));
  });
  const held = within.size && results ? kept.flatMap((result) => inside(result, within)) : kept;
  // No entry of the kind holds the words: the pages that do, and that have such entries, after the page that tells them all.
  const around = held.length ? held : kept.filter(({ page }) => within.has(page));
  if (list === undefined && !around.length) return null;
  const answers = order ? ordered(around, days, order, skipped) : around;
  const first = list !== undefined && (whole || !results || !held.length) ? [known(list, [0])] : [];
  return [...first, ...answers.filter(({ page }) => page !== first[0]?.page)];
}

const known = (page, sections) => ({
  page,
  section: sections[0],
  score: 0,
  exact: 0,
  sure: true,
  reasons: SURE,
  documents: new Map(sections.map((section) => [`${page}.${section}`, { section, score: 0 }])),
});

/** Without a word to look for: all that is in the state, or of the kind, the newest first. */
function listed({ days, within, met = within }) {
  return [...met]
    .map(([page, sections]) => known(page, [...sections]))
    .sort((a, b) => inOrder(days.get(b.page) ?? "", days.get(a.page) ?? "") || a.page - b.page);
}

/** A result whose words stand in one of the sections that are asked for, shown there. */
function inside(result, within) {
  const sections = within.get(result.page);
  if (!sections) return [];
  if (sections.has(0)) return [result];
  const [best] = [...result.documents.values()].filter(({ section }) => sections.has(section)).sort((a, b) => b.score - a.score);
  return best ? [{ ...result, section: best.section }] : [];
}

function ordered(results, days, order, skipped = 0) {
  const dated = results.filter(({ page }) => days.has(page));
  const best = dated.reduce((most, { score }) => Math.max(most, score), 0);
  const near = dated.filter(({ score }) => score >= NEARLY * best);
  const sign = order === "newest" ? -1 : 1;
  near.sort((a, b) => sign * inOrder(days.get(a.page), days.get(b.page)));
  // « avant-dernière » : the second comes first, then the others as they were.
  const asked = skipped ? near.splice(skipped, 1) : [];
  const first = [...asked, ...near];
  return [...first, ...results.filter((result) => !first.includes(result))];
}
