import assert from "node:assert/strict";
import test from "node:test";
import { MARK } from "../../theme/static/js/common/address.js";
import { stemsOf } from "../../theme/static/js/search/marks.js";
import { Recents } from "../../theme/static/js/search/recents.js";

/** As the browser's storage; `full` refuses to write. */
function storage({ full = false, kept = {} } = {}) {
  const items = new Map(Object.entries(kept));
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => {
      if (full) throw new Error("plein");
      items.set(key, value);
    },
    removeItem: (key) => items.delete(key),
  };
}

test("sans accord, rien n'est gardé", () => {
  const where = storage();
  const recents = new Recents(where);
  recents.keep("emploi");
  assert.deepEqual([recents.agreed, recents.queries, where.items.size], [false, [], 0]);
  recents.forget("emploi");
  recents.forget();
  assert.deepEqual([recents.agreed, where.items.size], [false, 0], "oublier n'est pas un accord");
});

test("avec accord, les cinq dernières, chacune une fois, la plus récente d'abord", () => {
  const recents = new Recents(storage());
  assert.equal(recents.agree(true), true);
  for (const query of ["a", "b", " c ", "d", "e", "f", "c", ""]) recents.keep(query);
  assert.deepEqual(recents.queries, ["c", "f", "e", "d", "b"]);
});

test("une recherche, ou toutes, s'oublient sans retirer l'accord", () => {
  const recents = new Recents(storage());
  recents.agree(true);
  for (const query of ["a", "b", "c"]) recents.keep(query);
  recents.forget(" b ");
  assert.deepEqual(recents.queries, ["c", "a"]);
  recents.forget();
  assert.deepEqual([recents.agreed, recents.queries], [true, []]);
});

test("l'accord retiré efface tout", () => {
  const where = storage();
  const recents = new Recents(where);
  recents.agree(true);
  recents.keep("emploi");
  assert.equal(recents.agree(false), true);
  assert.equal(where.items.size, 0);
});

for (const [why, where] of [
  ["refusé", null],
  ["plein", storage({ full: true })],
]) {
  test(`un stockage ${why} ne garde rien et ne lève rien`, () => {
    const recents = new Recents(where);
    assert.equal(recents.agree(true), false);
    recents.keep("emploi");
    assert.deepEqual(recents.queries, []);
  });
}

for (const kept of ["{", '"emploi"', '[1,{"a":2},"emploi"]']) {
  test(`ce qui n'est pas de nous dans le stockage ne fait pas d'erreur : ${kept}`, () => {
    const { queries } = new Recents(storage({ kept: { recherches: kept } }));
    assert.ok(queries.every((query) => typeof query === "string"));
  });
}

test("les mots à marquer viennent de l'adresse, sans les mots vides", () => {
  assert.deepEqual([...stemsOf(`?${MARK}=les+d%C3%A9l%C3%A9gu%C3%A9s+du+pr%C3%A9fet`).stems], ["delegu", "prefet"]);
  assert.deepEqual([...stemsOf("").stems], []);
});
