/**
 * Questions (JSON on the input) → what the engine knows of each before it decides: `node signs.js FOLDER ENTRY`.
 *
 * For each, {signs, without, within}: the signs that `confidence.js` weighs, the addresses that answer when nothing is sure
 * (`without`), and those when something is, for each set of limits of `needs.js` (`within`, in the order of `LIMITS`).
 */
import { json } from "node:stream/consumers";
import { LIMITS as OWN } from "../../theme/static/js/search/needs.js";
import { Store } from "../../theme/static/js/search/store.js";
import { fromFolder } from "../../theme/static/js/search/disk.js";
import { Engine, sure } from "../../theme/static/js/search/engine.js";
import * as rest from "../../theme/static/js/search/later.js";

const MOST = 10;
/** Those of the site first. */
const LIMITS = [OWN];
for (const least of [0.2, 0.3, 0.4]) for (const share of [0.15, 0.3]) LIMITS.push({ ...OWN, sure: least, share });

const [folder, entry] = process.argv.slice(2);
const store = new Store(fromFolder(folder), entry);
const addresses = async (engine, answer) => {
  const cards = await Promise.all(
    sure(answer)
      .slice(0, MOST)
      .map((page) => engine.card(page)),
  );
  return cards.map(({ url }) => url);
};
const later = async () => rest;
const silent = new Engine(store, { later, confident: () => false });
const engines = LIMITS.map((limits) => new Engine(store, { later, limits, confident: () => true }));
const told = [];
for (const query of await json(process.stdin)) {
  const answer = await silent.search(query);
  const within = [];
  for (const engine of engines) within.push(await addresses(engine, await engine.search(query)));
  told.push({ signs: answer.signs, without: await addresses(silent, answer), within });
}
process.stdout.write(JSON.stringify(told));
