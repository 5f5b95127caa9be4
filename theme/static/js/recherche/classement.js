/**
 * The alternatives of each word come in, the pages go out, ranked, each with the reasons of its rank.
 *
 * lunr scores each document (a page's head, or one of its sections) for each word apart. A page then
 * has, for each word, what its head is worth plus its best section; all of it is multiplied by the
 * share of the words that it holds, each weighing as much as it is rare, and by their nearness.
 */
import { adjacent, nearness } from "./voisinage.js";

export const TUNING = {
  together: 0.5, // weight of the section that holds most words at once
  coverage: 2, // power of the share of the words that are found
  nearness: 0.6, // what the words in a row add, as a share
  name: 0.6, // what words that are a whole name of the page add, as a share
  weak: 0.35, // weight of a word that says little, as long as another one says more
  least: 0.4, // pages with less than this share of the best page's words are left out
  examined: 80, // pages whose positions are read
};

/** @returns {{page, section, score, exact, reasons}[]} */
export function rank(query, { alternatives, names }, terms, pageOf) {
  const pages = new Map();
  const weights = [];
  const strong = query.words.some(({ weak }) => !weak);
  for (const [number, choices] of alternatives.entries()) {
    const documents = scoreWord(choices, terms);
    const holding = new Set([...documents.keys()].map((document) => pageOf(document).page)).size;
    const worth = strong && query.words[number].weak ? TUNING.weak : 1;
    weights.push(worth * rarity(holding, pageOf.count));
    for (const [document, found] of documents) gather(pages, number, document, { ...found, score: worth * found.score }, pageOf);
  }
  const results = [...pages.values()].map((page) => summarise(page, weights));
  const named = nameMatches(names, terms, pageOf, weights);
  for (const result of results) {
    const own = named.get(result.page);
    result.exact = own?.whole ?? 0;
    // Called what was typed: the page itself, or the section that is called so.
    if (own?.whole) result.section = own.section;
    result.reasons.name = own?.share ?? 0;
    result.score *= 1 + TUNING.name * result.reasons.name;
  }
  results.sort(byScore);
  if (query.words.length > 1) {
    for (const result of results.slice(0, TUNING.examined)) {
      result.reasons.nearness = nearness(query, alternatives, weights, terms, result.documents);
      result.score *= 1 + TUNING.nearness * result.reasons.nearness;
    }
    results.sort(byScore);
  }
  const best = Math.max(0, ...results.map(({ reasons }) => reasons.coverage));
  return keepPhrases(query, terms, results.filter(({ exact, reasons }) => exact || reasons.coverage >= TUNING.least * best));
}

const byScore = (a, b) => b.exact - a.exact || b.score - a.score || a.page - b.page;
const rarity = (holding, all) => Math.log(1 + (all - holding + 0.5) / (holding + 0.5));

/** Map of document → {score, weight, by}: the best alternative of a word in each document that has one. */
function scoreWord(choices, terms) {
  const found = new Map();
  const single = choices.filter(({ stems }) => stems.length === 1);
  const put = (document, score, weight, by) => {
    const known = found.get(document);
    if (!known || known.score < score) found.set(document, { score, weight: Math.max(weight, known?.weight ?? 0), by });
    else known.weight = Math.max(weight, known.weight);
  };
  for (const { stems: [stem], weight, share = 1, reason, surface } of single) {
    for (const { document, score, fields } of terms.matches([stem])) {
      put(document, score * weight * share, weight, { reason, surface, fields });
    }
  }
  for (const { stems, weight, reason, surface } of choices.filter((choice) => choice.stems.length > 1)) {
    for (const { document, score } of terms.matches(stems)) {
      if (adjacent(stems, terms, document)) put(document, score * weight, weight, { reason, surface, fields: [] });
    }
  }
  return found;
}

function gather(pages, number, document, { score, weight, by }, pageOf) {
  const { page, section } = pageOf(document);
  if (!pages.has(page)) pages.set(page, { page, words: [], sections: new Map(), documents: new Set() });
  const own = pages.get(page);
  const word = (own.words[number] ??= { head: 0, best: 0, weight: 0, by });
  if (section === 0) word.head = score;
  else word.best = Math.max(word.best, score);
  if (weight > word.weight) Object.assign(word, { weight, by });
  own.documents.add(document);
  own.sections.set(section, (own.sections.get(section) ?? 0) + score);
}

function summarise({ page, words, sections, documents }, weights) {
  const best = [...sections].filter(([section]) => section > 0).sort((a, b) => b[1] - a[1] || a[0] - b[0])[0] ?? [0, 0];
  const base = words.reduce((sum, word) => sum + (word ? word.head + word.best : 0), 0) + TUNING.together * best[1];
  const held = words.reduce((sum, word, number) => sum + (word ? weights[number] * word.weight : 0), 0);
  const coverage = held / weights.reduce((sum, weight) => sum + weight, 0);
  const reasons = { base, coverage, nearness: 0, name: 0, words: words.map((word) => word?.by) };
  return { page, section: best[0], documents, score: base * coverage ** TUNING.coverage, reasons };
}

/** Map of page → {whole, share, section}: the words that are one of its whole names, weighed by rarity. */
function nameMatches(names, terms, pageOf, weights) {
  const found = new Map();
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  for (const { term, covers, weight } of names) {
    const share = (weight * covers.reduce((sum, number) => sum + weights[number], 0)) / all;
    const whole = covers.length < weights.length ? 0 : weight === 1 ? 1 : covers.length > 1 ? 0.5 : 0;
    for (const document of terms.documents(term)) {
      const { page, section } = pageOf(document);
      if ((found.get(page)?.share ?? -1) < share) found.set(page, { share, whole, section });
    }
  }
  return found;
}

/** Quoted words must follow each other, unless they do so nowhere. */
function keepPhrases({ words, phrases }, terms, results) {
  for (const phrase of phrases) {
    const stems = phrase.map((number) => words[number].stem);
    const steps = phrase.slice(1).map((number, rank) => words[number].position - words[phrase[rank]].position);
    if (!stems.every((stem) => terms.has(stem))) continue;
    const kept = results.filter(({ documents }) => [...documents].some((document) => adjacent(stems, terms, document, steps)));
    if (kept.length) results = kept;
  }
  return results;
}
