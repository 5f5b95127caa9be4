/**
 * Compares a whole index made by lunr.py, loaded by lunr.js, with our partial indexes: for each query
 * (a list of terms), the scores of both. Input: {index, queries}; arguments: folder, entry.
 */

import { json } from "node:stream/consumers";
import lunr from "lunr";
import { fromFolder } from "../../theme/static/js/search/disk.js";
import { Terms } from "../../theme/static/js/search/partial_index.js";
import { Store } from "../../theme/static/js/search/store.js";

const [folder, entry] = process.argv.slice(2);
const { index, queries } = await json(process.stdin);
const whole = lunr.Index.load(index);
const terms = new Terms(new Store(fromFolder(folder), entry));
const scores = (from, stems) =>
  from
    .query((query) => {
      for (const stem of stems) query.term(stem, { usePipeline: false });
    })
    .map(({ ref, score }) => [ref, Math.round(score * 100) / 100])
    .sort((a, b) => a[0] - b[0]);
const compared = [];
for (const stems of queries) {
  await terms.load(stems);
  compared.push([scores(whole, stems), scores(terms.index(stems), stems)]);
}
process.stdout.write(JSON.stringify(compared));
