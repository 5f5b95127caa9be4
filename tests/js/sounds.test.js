import assert from "node:assert/strict";
import { test } from "node:test";
import { sound } from "../../theme/static/js/search/sounds.js";

for (const [typed, meant] of [
  ["chomaj", "chomage"],
  ["formassion", "formation"],
  ["apartement", "appartement"],
  ["orientassion", "orientation"],
  ["fotografe", "photographe"],
]) {
  test(`« ${typed} » sonne comme « ${meant} »`, () => {
    assert.equal(sound(typed), sound(meant));
  });
}

for (const [one, other] of [
  ["chat", "chou"],
  ["recette", "recherche"],
  ["creche", "recherche"],
  ["permis", "parmi"],
  ["loyer", "laver"],
]) {
  test(`« ${one} » ne sonne pas comme « ${other} »`, () => {
    assert.notEqual(sound(one), sound(other));
  });
}

test("un mot sans rien à entendre ne sonne comme aucun", () => {
  assert.equal(sound("hhh"), "");
  assert.equal(sound(""), "");
});
