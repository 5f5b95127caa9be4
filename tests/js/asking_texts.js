/** Reads a list of texts (JSON) on its input, writes what each asks by: `tests/search/test_asking.py` compares them. */
import { json } from "node:stream/consumers";
import { asked, units } from "../../theme/static/js/search/asking.js";

const rows = [];
for (const text of await json(process.stdin)) {
  const found = {};
  for (const { term, worth } of asked(units(text))) found[term] = (found[term] ?? 0) + worth;
  rows.push(found);
}
process.stdout.write(JSON.stringify(rows));
