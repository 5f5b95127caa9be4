/**
 * A list of French words → the filter that the search reads: `node french-words.js <list.json> <folder>`.
 *
 * Forms that nobody types (past historic, imperfect subjunctive) are left out: they weigh a third of the list.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fold } from "../../../theme/static/js/search/characters.js";
import { filter } from "../../../theme/static/js/search/french.js";
import { stem } from "../../../theme/static/js/search/stem.js";

const BOOKISH = /(?:[âîû](?:mes|tes|t)|èrent|[iu]rent|[aiu]ss(?:ent|ions|iez))$/;
const PLAIN = /^[a-z]{2,25}$/;

const [list, folder] = process.argv.slice(2);
const words = JSON.parse(await readFile(list, "utf8"));
const kept = words.filter((word) => !BOOKISH.test(word)).map(fold);
const stems = [...new Set(kept.filter((word) => PLAIN.test(word)).map(stem))].sort();
await mkdir(folder, { recursive: true });
for (const [file, coded] of filter(stems).entries())
  await writeFile(join(folder, `${file}.js`), `window.recherche.recevoir("francais",{"francais/${file}":"${coded}"});\n`);
process.stdout.write(`${stems.length}\n`);
