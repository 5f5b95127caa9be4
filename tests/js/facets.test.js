import assert from "node:assert/strict";
import { test } from "node:test";
import { count } from "../../theme/static/js/search/elements.js";
import { Facets } from "../../theme/static/js/search/facets.js";
import { read, write } from "../../theme/static/js/search/state.js";

const facets = new Facets({
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
  bodies: [[], [[], [], []]],
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

test("à nombre égal, les valeurs viennent dans l'ordre de leurs lettres, accents ou non", () => {
  const families = [
    ["Région", "Écoles", "Emploi"],
    [[0], [1], [2]],
  ];
  const piece = { ...facets.piece, family: families, role: [[], [[], [], []]] };
  const { values } = new Facets(piece).counts(results, {}).find(({ name }) => name === "famille");
  assert.deepEqual(
    values.map(({ value }) => value),
    ["Écoles", "Emploi", "Région"],
  );
});

test("un grand nombre s'écrit par groupes de trois chiffres", () => {
  assert.equal(count(1, "résultat", "résultats"), "1 résultat");
  assert.equal(count(999, "résultat", "résultats"), "999 résultats");
  assert.equal(count(1234567, "résultat", "résultats"), "1\u202f234\u202f567 résultats");
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
  const kept = (chosen) => results.filter(({ page }) => facets.keeps({ page }, chosen)).map(({ page }) => page);
  assert.deepEqual(kept({ famille: ["État", "Région"] }), [0, 1]);
  assert.deepEqual(kept({ famille: ["État"], genre: ["Réunion"] }), []);
});

const MINUTES = {
  kind: [["Réunion"], [[0], [0]]],
  family: [[], [[], []]],
  role: [[], [[], []]],
  publics: [[], [[], []]],
  bodies: [
    ["Comité local", "Comité pour l'emploi"],
    [[0], [0, 1]],
  ],
  year: [
    ["2022", "2024"],
    [[0], [1]],
  ],
};
const TIMES = {
  jours: [],
  etats: {},
  listes: {},
  genres: {
    decisions: ["Décision", [[0, 2]]],
    questions: [
      "Question",
      [
        [0, 3],
        [1, 5],
      ],
    ],
    reunions: [
      "",
      [
        [0, 0],
        [1, 0],
      ],
    ],
  },
};
const inSections = (page, ...sections) => ({
  page,
  section: sections[0],
  documents: new Map(sections.map((section, rank) => [section, { section, score: 9 - rank }])),
});

test("un compte rendu se précise par instance, par sorte d'élément, et par année de la dernière à la première", () => {
  const minutes = new Facets(MINUTES, TIMES);
  const counted = minutes.counts([inSections(0, 1, 2, 3), inSections(1, 4, 5)], {});
  assert.deepEqual(
    counted.map(({ name, values }) => [name, values.map(({ value, count }) => [value, count])]),
    [
      [
        "instance",
        [
          ["Comité local", 2],
          ["Comité pour l'emploi", 1],
        ],
      ],
      [
        "element",
        [
          ["Question", 2],
          ["Décision", 1],
        ],
      ],
      [
        "annee",
        [
          ["2024", 1],
          ["2022", 1],
        ],
      ],
    ],
  );
});

test("un résultat est montré à l'élément qui a été choisi", () => {
  const minutes = new Facets(MINUTES, TIMES);
  const kept = minutes.narrowed([inSections(0, 1, 2, 3), inSections(1, 4, 5)], { element: ["Question"] });
  assert.deepEqual(
    kept.map(({ page, section }) => [page, section]),
    [
      [0, 3],
      [1, 5],
    ],
  );
  assert.deepEqual(
    new Facets(MINUTES).counts([inSections(1, 5)], {}).map(({ name }) => name),
    ["instance"],
  );
});

test("l'état va dans l'adresse et en revient", () => {
  const state = { query: "l'emploi & <b>", chosen: { genre: ["Acteur", "Réunion"], annee: ["2021"] }, shown: 40, literal: false };
  assert.deepEqual(read(write(state)), state);
  assert.deepEqual(read(write({ ...state, literal: true })), { ...state, literal: true });
});

test("une adresse écrite à la main ne fait pas d'erreur", () => {
  assert.deepEqual(read("?n=-3&genre=&q=%F0%9F"), { query: "\ufffd", chosen: {}, shown: 10, literal: false });
});
