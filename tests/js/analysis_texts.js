/** Reads a list of texts (JSON) on its input, writes the tokens of each: `tests/search/test_analysis.py` compares them. */
import { json } from "node:stream/consumers";
import { analyse } from "../../theme/static/js/search/analysis.js";

const texts = await json(process.stdin);
const rows = texts.map((text) => analyse(text).map(({ stem, surface, position, kind }) => [stem, surface, position, kind]));
process.stdout.write(JSON.stringify(rows));
