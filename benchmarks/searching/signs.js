/**
 * Questions (JSON on the input) → what the engine knows of each before it decides: `node signs.js FOLDER ENTRY`.
 *
 * For each, {signs, without, within}: the signs that `confiance.js` weighs, the addresses that answer when nothing is sure
 * (`without`), and those when something is, for each set of limits of `besoins.js` (`within`, in the order of `LIMITS`).
 */
import { json } from "node:stream/consumers";
import { LIMITS as OWN } from "../../theme/static/js/recherche/besoins.js";
import { Depot } from "../../theme/static/js/recherche/depot.js";
import { fromFolder } from "../../theme/static/js/recherche/disque.js";
import { Moteur, sure } from "../../theme/static/js/recherche/moteur.js";
import * as suite from "../../theme/static/js/recherche/suite.js";

const MOST = 10;
/** Those of the site first. */
const LIMITS = [OWN];
for (const least of [0.2, 0.3, 0.4]) for (const share of [0.15, 0.3]) LIMITS.push({ ...OWN, sure: least, share });

const [folder, entry] = process.argv.slice(2);
const depot = new Depot(fromFolder(folder), entry);
const addresses = async (engine, answer) => {
  const cards = await Promise.all(
    sure(answer)
      .slice(0, MOST)
      .map((page) => engine.card(page)),
  );
  return cards.map(({ url }) => url);
};
const later = async () => suite;
const silent = new Moteur(depot, { later, confident: () => false });
const engines = LIMITS.map((limits) => new Moteur(depot, { later, limits, confident: () => true }));
const told = [];
for (const query of await json(process.stdin)) {
  const answer = await silent.search(query);
  const within = [];
  for (const engine of engines) within.push(await addresses(engine, await engine.search(query)));
  told.push({ signs: answer.signs, without: await addresses(silent, answer), within });
}
process.stdout.write(JSON.stringify(told));
