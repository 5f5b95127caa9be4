import assert from "node:assert/strict";
import { test } from "node:test";
import { read, write } from "../../theme/static/js/recherche/etat.js";
import { Facettes } from "../../theme/static/js/recherche/facettes.js";

const facets = new Facettes({
  kind: [
    ["Acteur", "Réunion"],
    [[0], [0], [1]],
  ],
  family: [
    ["État", "Région"],
    [[0], [1], []],
  ],
  role: [[], [[], [], []]],
  publics: [["jeunes"], [[0], [], []]],
  year: [["2021"], [[], [], [0]]],
});
const results = [{ page: 0 }, { page: 1 }, { page: 2 }];
const counts = (chosen) =>
  Object.fromEntries(
    facets.counts(results, chosen).map(({ name, values }) => [name, values.map(({ value, count }) => [value, count])]),
  );

test("seules les facettes qui laissent un choix sont montrées", () => {
  assert.deepEqual(counts({}), {
    genre: [
      ["Acteur", 2],
      ["Réunion", 1],
    ],
    famille: [
      ["État", 1],
      ["Région", 1],
    ],
  });
});

test("un compte tient compte des choix des autres facettes, pas de la sienne", () => {
  assert.deepEqual(counts({ famille: ["État"] }), {
    famille: [
      ["État", 1],
      ["Région", 1],
    ],
  });
});

test("deux valeurs d'une facette s'ajoutent, deux facettes se croisent", () => {
  const kept = (chosen) => results.filter(({ page }) => facets.keeps(page, chosen)).map(({ page }) => page);
  assert.deepEqual(kept({ famille: ["État", "Région"] }), [0, 1]);
  assert.deepEqual(kept({ famille: ["État"], genre: ["Réunion"] }), []);
});

test("l'état va dans l'adresse et en revient", () => {
  const state = { query: "l'emploi & <b>", chosen: { genre: ["Acteur", "Réunion"], annee: ["2021"] }, shown: 40, literal: false };
  assert.deepEqual(read(write(state)), state);
  assert.deepEqual(read(write({ ...state, literal: true })), { ...state, literal: true });
});

test("une adresse écrite à la main ne fait pas d'erreur", () => {
  assert.deepEqual(read("?n=-3&genre=&q=%F0%9F"), { query: "\ufffd", chosen: {}, shown: 10, literal: false });
});
