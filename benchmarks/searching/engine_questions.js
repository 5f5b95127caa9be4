/**
 * Questions through an engine, each as a new visitor's: `node engine_questions.js FOLDER ENTRY ENGINE LIMIT AT_ONCE`, a list of
 * questions (JSON) on the input. A line of JSON each as it is answered: {rank, by, urls}, or {rank, error}.
 */
import process from "node:process";
import { json } from "node:stream/consumers";
import { Store } from "../../theme/static/js/search/store.js";
import { fromFolder } from "../../theme/static/js/search/disk.js";
import * as engines from "../../theme/static/js/search/other_engines.js";
import { Engine, sure } from "../../theme/static/js/search/engine.js";
import { EngineWithFallback } from "../../theme/static/js/search/fallback.js";
import * as rest from "../../theme/static/js/search/later.js";

const PARTS = { later: async () => rest, engines: async () => engines };

const [folder, entry, named, limit, atOnce] = process.argv.slice(2);
const store = new Store(fromFolder(folder), entry);
const questions = await json(process.stdin);
let next = 0;

async function answer(question) {
  const engine = named === "-" ? new Engine(store, PARTS) : new EngineWithFallback(store, JSON.parse(named), PARTS);
  const found = await engine.search(question);
  const cards = await Promise.all(
    sure(found)
      .slice(0, Number(limit))
      .map((page) => engine.card(page)),
  );
  return { by: found.by ?? "site", urls: cards.map(({ url }) => url) };
}

async function work() {
  while (next < questions.length) {
    const rank = next;
    next += 1;
    const told = await answer(questions[rank]).catch((error) => ({ error: String(error) }));
    process.stdout.write(`${JSON.stringify({ rank, ...told })}\n`);
  }
}

await Promise.all(Array.from({ length: Number(atOnce) }, work));
