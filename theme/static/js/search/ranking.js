/**
 * The alternatives of each word come in, the pages go out, ranked, each with the reasons of its rank.
 *
 * lunr scores each document (a page's head, or one of its sections) for each word apart. A page then
 * has, for each word, what its head is worth plus its best section; all of it is multiplied by the
 * share of the words that it holds, each weighing as much as it is rare, and by their nearness.
 */
import { adjacent, nearness } from "./nearness.js";

export const TUNING = {
  together: 0.5, // weight of the section that holds most words at once
  coverage: 2, // power of the share of the words that are found
  nearness: 0.6, // what the words in a row add, as a share
  name: 0.6, // what words that are a whole name of the page add, as a share
  weak: 0.35, // weight of a word that says little, as long as another one says more
  least: 0.4, // pages with less than this share of the best page's words are left out
  sure: 0.4, // from this share of the words on, a page answers: stray words alone do not
  examined: 80, // pages whose positions are read
};

/** @returns {{page, section, score, exact, sure, reasons}[]} */
export function rank(query, { alternatives, names }, terms, pageOf) {
  const pages = new Map();
  const weights = [];
  const strong = query.words.some(({ weak }) => !weak);
  for (const [number, choices] of alternatives.entries()) {
    const documents = scoreWord(choices, terms);
    const worth = strong && query.words[number].weak ? TUNING.weak : 1;
    let holding = 0;
    for (const [document, found] of documents) holding += gather(pages, number, document, found, worth, pageOf);
    const seen = terms.seen(choices.flatMap(({ stems }) => stems));
    weights.push(worth * rarity(Math.min(pageOf.count, holding / seen), pageOf.count));
  }
  const results = [...pages.values()].map((page) => summarise(page, weights));
  const named = nameMatches(names, terms, pageOf, weights);
  for (const result of results) {
    const own = named.get(result.page);
    result.exact = own?.whole ?? 0;
    // Called what was typed: the page itself, or the section that is called so.
    if (own?.whole) result.section = own.section;
    result.reasons.name = own?.share ?? 0;
    result.sure = result.exact > 0 || result.reasons.coverage >= TUNING.sure;
    result.score *= 1 + TUNING.name * result.reasons.name;
  }
  results.sort(byScore);
  if (query.words.length > 1) {
    for (const result of results.slice(0, TUNING.examined)) {
      result.reasons.nearness = nearness(query, alternatives, weights, terms, [...result.documents.keys()]);
      result.score *= 1 + TUNING.nearness * result.reasons.nearness;
    }
    results.sort(byScore);
  }
  const best = results.reduce((most, { reasons }) => Math.max(most, reasons.coverage), 0);
  return keepPhrases(
    query,
    terms,
    results.filter(({ exact, reasons }) => exact || reasons.coverage >= TUNING.least * best),
  );
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
  for (const {
    stems: [stem],
    weight,
    share = 1,
    reason,
    surface,
  } of single) {
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

/** Adds what one document is worth for one word to its page; 1 when that word was not yet found in that page, else 0. */
function gather(pages, number, document, { score, weight, by }, worth, pageOf) {
  const { page, section } = pageOf(document);
  let own = pages.get(page);
  if (!own) {
    own = { page, words: [], documents: new Map() };
    pages.set(page, own);
  }
  const first = !own.words[number];
  own.words[number] ??= { head: 0, best: 0, weight: 0, by };
  const word = own.words[number];
  const value = worth * score;
  if (section === 0) word.head = value;
  else if (value > word.best) word.best = value;
  if (weight > word.weight) {
    word.weight = weight;
    word.by = by;
  }
  const known = own.documents.get(document);
  if (known) known.score += value;
  else own.documents.set(document, { section, score: value });
  return first ? 1 : 0;
}

function summarise({ page, words, documents }, weights) {
  let best = { section: 0, score: 0 };
  for (const found of documents.values()) {
    if (
      found.section > 0 &&
      (best.section === 0 || found.score > best.score || (found.score === best.score && found.section < best.section))
    )
      best = found;
  }
  let base = TUNING.together * best.score;
  let held = 0;
  let all = 0;
  for (const [number, weight] of weights.entries()) {
    const word = words[number];
    all += weight;
    if (!word) continue;
    base += word.head + word.best;
    held += weight * word.weight;
  }
  const coverage = held / all;
  const whole = weights.every((_, number) => words[number]);
  const reasons = { base, coverage, whole, nearness: 0, name: 0, words: words.map((word) => word?.by) };
  return { page, section: best.section, documents, score: base * coverage ** TUNING.coverage, reasons };
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
    const kept = results.filter(({ documents }) =>
      [...documents.keys()].some((document) => adjacent(stems, terms, document, steps)),
    );
    if (kept.length) results = kept;
  }
  return results;
}
