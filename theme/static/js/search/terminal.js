/**
 * The engine of the site in a terminal: `node terminal.js <folder> <entry> <limit> <words>`.
 * Without words, reads a list of queries (JSON) and writes query → addresses.
 */

import process from "node:process";
import { json } from "node:stream/consumers";
import { describe, withNeeds } from "./cards.js";
import { fromFolder } from "./disk.js";
import { Engine, sure } from "./engine.js";
import * as suite from "./later.js";
import { Store } from "./store.js";

const REASONS = {
  exact: "le mot",
  joint: "d'un trait",
  sigle: "sigle",
  debut: "commence ainsi",
  coupe: "en deux mots",
  faute: "corrigé",
  famille: "même famille",
};
const number = (value) => value.toLocaleString("fr-FR", { maximumFractionDigits: 2 });

async function addresses(engine, queries, limit) {
  const found = {};
  for (const query of queries) {
    const answers = sure(await engine.search(query));
    const pages = await Promise.all(answers.slice(0, limit).map((page) => engine.card(page)));
    found[query] = pages.map(({ url }) => url);
  }
  return found;
}

function why({ reasons, exact }) {
  const words = reasons.words
    .filter(Boolean)
    .map(({ reason, surface, fields }) => `${surface} (${[REASONS[reason], ...fields].filter(Boolean).join(", ")})`);
  return [
    exact ? "nom exact" : null,
    words.join(" ; "),
    `lunr ${number(reasons.base)}`,
    `mots trouvés ${number(100 * reasons.coverage)} %`,
    reasons.nearness ? `voisinage ${number(100 * reasons.nearness)} %` : null,
    reasons.name ? `nom ${number(100 * reasons.name)} %` : null,
  ]
    .filter(Boolean)
    .join(" · ");
}

async function print(engine, words, limit) {
  const answer = await engine.search(words);
  const { needs, danger, results, suggestion, stems } = answer;
  const found = sure(answer);
  const weaker = results.filter(({ page }) => !found.includes(page)).length;
  const lines = [`${found.length} résultat${found.length > 1 ? "s" : ""} pour « ${words} »`];
  if (danger) lines.push("Danger : les numéros d'urgence sont montrés d'abord");
  if (weaker) lines.push(`Plus bas sur la page, sans être sûrs : ${weaker}`);
  if (suggestion) lines.push(`Compris : « ${suggestion} »`);
  const all = withNeeds(needs, results);
  const top = found.slice(0, limit).map((page) => all.find((one) => one.page === page));
  for (const [rank, page] of (await describe(engine, top, stems)).entries()) {
    const result = top[rank];
    lines.push("", `${rank + 1}. ${page.title}  [${page.kind}]  ${number(result.score)}`);
    lines.push(`   /${page.url}${page.anchor ? `#${page.anchor}` : ""}`);
    lines.push(
      `   ${page.parts
        .map(({ text, marked }) => (marked ? `*${text}*` : text))
        .join("")
        .replace(/\s+/g, " ")}`,
    );
    const need = needs.find(({ page: one }) => one === result.page);
    if (need?.words.length) lines.push(`   besoin dit par : ${need.words.join(", ")}`);
    lines.push(`   ${why(result)}`);
  }
  process.stdout.write(`${lines.join("\n")}\n`);
}

const [folder, entry, limit, words] = process.argv.slice(2);
const engine = new Engine(new Store(fromFolder(folder), entry), { later: async () => suite });
if (words === undefined) process.stdout.write(JSON.stringify(await addresses(engine, await json(process.stdin), Number(limit))));
else await print(engine, words, Number(limit));
