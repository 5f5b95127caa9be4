import assert from "node:assert/strict";
import { test } from "node:test";
import { told, visited } from "../../theme/static/js/modules/visite.js";

test("la première visite ne sait rien d'avant", () => {
  assert.deepEqual(visited(null, "2026-11-28"), { last: "2026-11-28", before: "" });
  assert.equal(told(["2026-11-01"], ""), "");
});

test("une seconde lecture le même jour est la même visite", () => {
  assert.deepEqual(visited("2026-11-28 2026-10-01", "2026-11-28"), { last: "2026-11-28", before: "2026-10-01" });
  assert.deepEqual(visited("2026-11-28 2026-10-01", "2026-11-29"), { last: "2026-11-29", before: "2026-11-28" });
});

test("ce que l'appareil avait et qui n'est pas un jour ne compte pas", () => {
  assert.deepEqual(visited("<b> hier", "2026-11-28"), { last: "2026-11-28", before: "" });
});

test("ce qui est paru depuis est compté, le jour de la dernière visite compris", () => {
  const days = ["2026-11-20", "2026-10-01", "2026-09-01"];
  assert.equal(told(days, "2026-10-01"), "2 nouveautés depuis votre dernière visite, le 1er octobre 2026.");
  assert.equal(told(days, "2026-11-10"), "Une nouveauté depuis votre dernière visite, le 10 novembre 2026.");
  assert.equal(told(days, "2026-11-25"), "Rien de nouveau depuis votre dernière visite, le 25 novembre 2026.");
});
