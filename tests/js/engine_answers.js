/**
 * Answers a list of queries (JSON on the input) from an index folder, for the tests in Python:
 * for each, {urls, scores, sections, suggestion, needs, danger, sure}, or {error}. With another engine named (JSON), as on a
 * page that names it; `by` says who answered. Of several committees, `committees` says whose each page is.
 */
import { json } from "node:stream/consumers";
import { EngineOfCommittees } from "../../theme/static/js/search/committees.js";
import { fromFolder } from "../../theme/static/js/search/disk.js";
import { Engine, sure } from "../../theme/static/js/search/engine.js";
import { EngineWithFallback } from "../../theme/static/js/search/fallback.js";
import * as federated from "../../theme/static/js/search/federated.js";
import * as rest from "../../theme/static/js/search/later.js";
import * as engines from "../../theme/static/js/search/other_engines.js";
import { Store } from "../../theme/static/js/search/store.js";

const PARTS = { later: async () => rest, engines: async () => engines, committees: async () => federated };

const [folder, entry, named, several] = process.argv.slice(2);
const engine = several ? new EngineOfCommittees(fromFolder(folder), entry, PARTS) : alone();
const answers = [];
for (const query of await json(process.stdin)) {
  try {
    const answer = await engine.search(query);
    const { results, suggestion, danger } = answer;
    const cards = await Promise.all(results.map(({ page }) => engine.card(page)));
    const anchors = results.map(({ section }, rank) => cards[rank].sections[section]?.anchor ?? "");
    const scores = results.map(({ score }) => score);
    const url = async (page) => (await engine.head(page)).url;
    const needs = await Promise.all(answer.needs.map(async ({ page, ...need }) => ({ ...need, url: await url(page) })));
    const surely = await Promise.all(sure(answer).map(url));
    answers.push({
      urls: cards.map((card) => card.url),
      scores,
      anchors,
      suggestion,
      needs,
      danger,
      sure: surely,
      by: answer.by,
      committees: cards.map((card) => card.committee),
    });
  } catch (error) {
    answers.push({ error: String(error) });
  }
}
process.stdout.write(JSON.stringify(answers));

function alone() {
  const store = new Store(fromFolder(folder), entry);
  return named ? new EngineWithFallback(store, JSON.parse(named), PARTS) : new Engine(store, PARTS);
}
