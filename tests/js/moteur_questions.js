/**
 * Answers a list of queries (JSON on the input) from an index folder, for the tests in Python:
 * for each, {urls, scores, sections, suggestion}, or {error}.
 */
import { json } from "node:stream/consumers";
import { Depot } from "../../theme/static/js/recherche/depot.js";
import { fromFolder } from "../../theme/static/js/recherche/disque.js";
import { Moteur } from "../../theme/static/js/recherche/moteur.js";

const [folder, entry] = process.argv.slice(2);
const engine = new Moteur(new Depot(fromFolder(folder), entry));
const answers = [];
for (const query of await json(process.stdin)) {
  try {
    const { results, suggestion } = await engine.search(query);
    const cards = await Promise.all(results.map(({ page }) => engine.card(page)));
    const anchors = results.map(({ section }, rank) => cards[rank].sections[section].anchor);
    answers.push({ urls: cards.map(({ url }) => url), scores: results.map(({ score }) => score), anchors, suggestion });
  } catch (error) {
    answers.push({ error: String(error) });
  }
}
process.stdout.write(JSON.stringify(answers));
