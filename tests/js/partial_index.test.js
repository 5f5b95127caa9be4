import assert from "node:assert/strict";
import test from "node:test";
import { rangeOf } from "../../theme/static/js/search/partial_index.js";

test("un mot est dans la dernière plage qui ne commence pas après lui, celle qui commence par lui comprise", () => {
  const starts = ["a", "f", "m"];
  assert.deepEqual(
    ["a", "e", "f", "fa", "l", "m", "z"].map((word) => rangeOf(starts, word)),
    [0, 0, 1, 1, 1, 2, 2],
  );
});

test("avant la première plage, et sans aucune, c'est la première", () => {
  assert.deepEqual([rangeOf(["b"], "a"), rangeOf([], "a")], [0, 0]);
});
