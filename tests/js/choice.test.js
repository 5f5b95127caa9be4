import assert from "node:assert/strict";
import { test } from "node:test";
import { commonPlace, count, keeps, ordered, read, reasons, write } from "../../theme/static/js/finder/choice.js";

const actor = (values) => Object.fromEntries(Object.entries(values).map(([facet, list]) => [facet, new Set(list)]));
const actors = [
  actor({ besoin: ["travail"], territoire: ["rouen"], role: ["aller-vers"] }),
  actor({ besoin: ["travail", "formation"], territoire: ["normandie"], role: ["aller-dans"] }),
  actor({ territoire: ["evreux"], role: ["aller-dans"] }),
];
const choice = (value, ...others) => ({ value, accepts: [value, ...others] });
const rouen = choice("rouen", "normandie", "france");
const travail = choice("travail");
const formation = choice("formation");
const kept = (chosen) => actors.flatMap((one, rank) => (keeps(one, chosen) ? [rank] : []));

test("rien de choisi garde tout le monde", () => {
  assert.deepEqual(kept({ besoin: [], role: [] }), [0, 1, 2]);
});

test("qui agit dans la région agit dans la ville", () => {
  assert.deepEqual(kept({ territoire: [rouen] }), [0, 1]);
});

test("deux valeurs d'une question s'ajoutent, deux questions se croisent", () => {
  assert.deepEqual(kept({ besoin: [travail, formation] }), [0, 1]);
  assert.deepEqual(kept({ besoin: [travail], role: [choice("aller-dans")] }), [1]);
});

test("un acteur qui ne dit rien sur une question n'y répond pas", () => {
  assert.deepEqual(kept({ besoin: [travail], territoire: [choice("evreux")] }), []);
});

test("un compte tient compte des autres questions, pas de la sienne", () => {
  assert.equal(count(actors, { besoin: [formation], territoire: [rouen] }, "besoin", travail), 2);
  assert.equal(count(actors, { besoin: [formation] }, "role", choice("aller-vers")), 0);
});

test("les choix vont dans l'adresse et en reviennent ; l'inconnu est laissé", () => {
  const facets = [
    { code: "besoin", choices: [travail, formation] },
    { code: "territoire", choices: [rouen] },
  ];
  const chosen = { besoin: [travail, formation], territoire: [rouen] };
  assert.deepEqual(read(write(chosen), facets), chosen);
  assert.deepEqual(read("?besoin=disparu&territoire=rouen&x=%FF", facets), { besoin: [], territoire: [rouen] });
  assert.equal(write({ besoin: [], territoire: [] }), "");
});

test("les raisons sont les valeurs de l'acteur que les choix acceptent, et elles seules", () => {
  const values = { besoin: ["travail", "formation"], territoire: ["normandie", "evreux"], role: ["aller-dans"] };
  const chosen = { besoin: [travail], territoire: [rouen], role: [choice("aller-dans")], public: [] };
  assert.deepEqual(reasons(values, chosen), [
    { facet: "besoin", value: "travail" },
    { facet: "territoire", value: "normandie" },
  ]);
  assert.deepEqual(reasons({ role: ["aller-dans"] }, chosen), []);
});

const placed = (...territoire) => ({ valeurs: { territoire } });

test("les acteurs du lieu viennent avant ceux de ce qui le contient", () => {
  const [pays, ville, region] = [placed("france"), placed("rouen"), placed("normandie", "evreux")];
  assert.deepEqual(ordered([pays, ville, region], { territoire: [rouen] }), [ville, region, pays]);
});

test("les portes d'un besoin gardent l'ordre de sa page, et le lieu passe avant", () => {
  const [un, deux, trois] = [2, 0, 1].map((rang) => ({ valeurs: { territoire: ["normandie"] }, rangs: { travail: rang } }));
  const sans = { valeurs: { territoire: ["rouen"] } };
  assert.deepEqual(ordered([un, deux, trois], { besoin: [travail] }), [deux, trois, un]);
  assert.deepEqual(ordered([un, deux, trois, sans], { besoin: [travail], territoire: [rouen] }), [sans, deux, trois, un]);
  assert.deepEqual(ordered([un, deux, trois], { besoin: [travail, formation] }), [un, deux, trois]);
});

test("ceux qui sont là pour un public viennent avant ceux qui reçoivent tout le monde, sauf si un besoin donne son ordre", () => {
  const [tous, jeunes] = [["tous-publics"], ["jeunes"]].map((own, rang) => ({
    valeurs: { public: own },
    rangs: { travail: rang },
  }));
  const choix = { value: "jeunes", accepts: ["jeunes", "tous-publics"] };
  assert.deepEqual(ordered([tous, jeunes], { public: [choix] }), [jeunes, tous]);
  assert.deepEqual(ordered([tous, jeunes], { public: [choix], besoin: [travail] }), [tous, jeunes]);
});

test("le lieu de plus de la moitié est dit une fois, et plus sous chacun", () => {
  const two = [placed("normandie"), placed("normandie"), placed("rouen")];
  assert.equal(commonPlace(two, { territoire: [rouen] }), "normandie");
  assert.equal(commonPlace(two.slice(1), { territoire: [rouen] }), null);
  assert.equal(commonPlace(two, {}), null);
  assert.deepEqual(reasons({ territoire: ["normandie"] }, { territoire: [rouen] }, "normandie"), []);
  assert.deepEqual(reasons({ territoire: ["normandie", "rouen"] }, { territoire: [rouen] }, "normandie"), [
    { facet: "territoire", value: "rouen" },
  ]);
});
