/**
 * Ranked pages come in, what is shown of each goes out: its page, the section that matches, an excerpt.
 */
import { excerpt, marked } from "./extrait.js";

/** @returns {Promise<object[]>} each result with {page, section: {anchor, heading}, title, excerpt}. */
export function describe(engine, results, stems) {
  return Promise.all(results.map(async (result) => {
    const page = await engine.page(result.page);
    const [anchor, heading] = page.headings[result.section - 1] ?? ["", ""];
    return { ...page, anchor, heading, titleParts: marked(page.title, stems), parts: await passage(engine, result, page, stems) };
  }));
}

async function passage(engine, result, page, stems) {
  const summary = page.summary ? excerpt(page.summary, stems, 240) : null;
  if (result.section === 0 && summary) return summary;
  // Texts are only an ornament of a result: without them, the summary is shown.
  const texts = await engine.texts(result.page).catch(() => []);
  const sections = result.section > 0 ? [texts[result.section]] : texts;
  for (const text of sections) {
    const found = text ? excerpt(text, stems) : null;
    if (found) return found;
  }
  return summary ?? [{ text: page.summary, marked: false }];
}

/** A corrected word as the site writes it, with its accents: it is looked for where it was found. */
export async function spelling(engine, results, words, analyse) {
  const texts = [];
  for (const { page } of results.slice(0, 3)) {
    const { title, summary } = await engine.page(page);
    texts.push(title, summary, ...(await engine.texts(page).catch(() => [])));
  }
  const written = new Map();
  for (const text of texts) {
    for (const { surface, start, end } of analyse(text)) {
      if (!written.has(surface)) written.set(surface, text.slice(start, end).toLowerCase());
    }
  }
  return words.split(" ").map((word) => written.get(word) ?? word).join(" ");
}
