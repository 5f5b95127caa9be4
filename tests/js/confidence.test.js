import assert from "node:assert/strict";
import test from "node:test";
import { isConfident } from "../../theme/static/js/search/confidence.js";

const NOTHING = { score: 0, share: 0, elsewhere: 0, words: 4, coverage: 0 };

test("une question que rien ne dit n'est pas sûre, celle qu'un besoin et une page disent l'est", () => {
  assert.equal(isConfident(NOTHING), false);
  assert.equal(isConfident({ ...NOTHING, score: 1, share: 0.8, coverage: 0.8 }), true);
});

test("chaque signe va dans son sens : ce qui est demandé ailleurs contre, tous les autres pour", () => {
  const sure = { score: 0.6, share: 0.6, elsewhere: 0, words: 3, coverage: 0.6 };
  assert.equal(isConfident(sure), true);
  for (const name of ["score", "share", "words", "coverage"]) assert.equal(isConfident({ ...sure, [name]: 0 }), false, name);
  assert.equal(isConfident({ ...sure, elsewhere: 1 }), false);
});
