/**
 * Ranked pages come in, what is shown of each goes out: its page, the section that matches, an excerpt.
 */
import { analyse } from "./analysis.js";
import { excerpt, marked } from "./excerpt.js";
import { pause } from "./pause.js";

const SUMMARY = 240;

/**
 * @returns {Promise<object[]>} the card of each result, with {anchor, heading, found, titleParts, parts}. The whole text of a page
 *   is read for its excerpt: one page at a time, so that none of the tasks is long.
 */
export async function describe(engine, results, stems) {
  const cards = await Promise.all(results.map(({ page }) => engine.card(page)));
  const described = [];
  for (const [rank, result] of results.entries()) {
    await pause();
    described.push(dressed(cards[rank], result, stems));
  }
  return described;
}

/** Needs as results, then the other results; a need that none of the words of the question found has no reason of its own. */
export function withNeeds(needs, results) {
  const first = needs.map(
    ({ page, score }) => results.find((one) => one.page === page) ?? { page, section: 0, score, ...NO_REASON },
  );
  return [...first, ...results.filter((result) => !first.includes(result))];
}

const NO_REASON = { exact: 0, sure: true, reasons: { words: [], base: 0, coverage: 0 } };

function dressed(card, result, stems) {
  const { anchor, heading } = card.sections[result.section] ?? { anchor: "", heading: "" };
  // What is marked on the page itself: the words of the site that answered, and say something.
  const answering = result.reasons.words.filter(Boolean).map(({ surface }) => surface);
  const found = [...new Set(answering.filter((surface) => analyse(surface).some(({ stem }) => stems.has(stem))))].join(" ");
  return { ...card, anchor, heading, found, titleParts: marked(card.title, stems), parts: passage(result, card, stems) };
}

function passage({ section }, { summary, sections }, stems) {
  const told = summary ? excerpt(summary, stems, SUMMARY) : null;
  if (section === 0 && told) return told;
  for (const { text } of section > 0 ? sections.slice(section, section + 1) : sections) {
    const found = text ? excerpt(text, stems) : null;
    if (found) return found;
  }
  // Found by its heading alone: how the section begins.
  const begins = section > 0 ? sections[section]?.text.slice(0, SUMMARY) : "";
  if (begins) return marked(begins.length < SUMMARY ? begins : begins.replace(/\s\S*$/, " …"), stems);
  return told ?? [{ text: summary, marked: false }];
}

/** Corrected words as the site writes them, with their accents: looked for where they were found. */
export async function spelling(engine, results, words) {
  const written = new Map();
  for (const { page } of results.slice(0, 3)) {
    const { title, summary, sections } = await engine.card(page);
    await pause();
    for (const text of [title, summary, ...sections.map((section) => section.text)]) {
      for (const { surface, start, end } of analyse(text)) {
        if (!written.has(surface)) written.set(surface, text.slice(start, end).toLowerCase());
      }
    }
  }
  return words
    .split(" ")
    .map((word) => written.get(word) ?? word)
    .join(" ");
}
