import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { analyse } from "../../theme/static/js/search/analysis.js";

const cases = JSON.parse(readFileSync(new URL("../contracts/analysis.json", import.meta.url), "utf8"));

for (const { why, text, tokens } of cases) {
  test(`analyse : ${why}`, () => {
    const found = analyse(text).filter(({ kind }) => kind !== "stop");
    assert.deepEqual(
      found.map(({ stem, position, kind }) => [stem, position, kind]),
      tokens,
    );
  });
}

test("un mot dit où il se tient dans le texte, sans l'article élidé", () => {
  const text = "🙂 l’accompagnement des Q.P.V.";
  const places = analyse(text)
    .filter(({ kind }) => kind === "word")
    .map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(places, ["accompagnement", "Q.P.V"]);
});
