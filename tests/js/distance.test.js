import assert from "node:assert/strict";
import { test } from "node:test";
import { distance } from "../../theme/static/js/search/distance.js";

for (const [typed, word, errors, why] of [
  ["emploi", "emploi", 0, "le même mot"],
  ["emplo", "emploi", 1, "une lettre manque"],
  ["emplloi", "emploi", 1, "une lettre de trop"],
  ["enploi", "emploi", 1, "une lettre pour une autre"],
  ["emlpoi", "emploi", 1, "deux lettres échangées"],
  ["acompagnemnet", "accompagnement", 2, "une manque, deux échangées"],
  ["ferovaire", "ferroviaire", 2, "deux manquent"],
  ["chat", "chien", Infinity, "un autre mot"],
  ["abc", "abcdef", Infinity, "trop long"],
]) {
  test(`distance : ${why}`, () => assert.equal(distance(typed, word, 2), errors));
}

test("le début d'un mot se compare à un mot inachevé", () => {
  assert.equal(distance("aprent", "apprentissage", 1, true), 1);
  assert.equal(distance("aprent", "apprentissage", 1), Infinity);
});
