import assert from "node:assert/strict";
import { test } from "node:test";

import { list, mapping, page, READ } from "../../theme/static/js/editor/files.js";

const ALIAS = {
  name: "alias",
  widget: "list",
  fields: [
    { name: "forme", widget: "string", required: true },
    { name: "casse", widget: "boolean", required: false },
  ],
};
const FIELDS = [
  { name: "titre", widget: "string", required: true },
  { name: "sigle", widget: "string", required: false },
  { name: "ordre", widget: "number", required: false },
  { name: "presents", widget: "list", required: false, min: 0, field: { name: "valeur", widget: "string" } },
  ALIAS,
  { name: "origine", widget: "list", required: false, fields: [{ name: "reunion", widget: "relation", required: true }] },
  { name: "body", widget: "richtext", required: false },
  { name: READ, widget: "hidden" },
];
const TEXT = `---
# avant tout
titre: "La Halle : vélos"
telephone_cle_inconnue: 0612
presents: []
alias:
  - Halle  # la plus courante
  # à relire (page 2, cadre 60,91 à 414,116)
  - {forme: HV, casse: true}
mots: [ # la chose
  vélo, bicyclette ]
# inv new acteur "Autre"
ordre: 04
---
## Le texte

Ligne.`;

const saved = (text, change = (values) => values) => page(FIELDS).toFile(change(page(FIELDS).fromFile(text)));

test("a file that nobody changed is written as it was read, to the letter", () => {
  assert.equal(saved(TEXT), `${TEXT}\n`);
  assert.equal(saved("---\ntitre: A\npresents: []\n---\n\n\nTexte."), "---\ntitre: A\npresents: []\n---\n\n\nTexte.\n");
  assert.equal(saved("---\ntitre: A\npresents: []\n---"), "---\ntitre: A\npresents: []\n---\n");
});

test("what was changed is written anew; all else keeps its lines, its comments and its keys", () => {
  const written = saved(TEXT, (values) => ({ ...values, titre: "La Halle", ordre: 5 }));
  assert.equal(written, `${TEXT}\n`.replace('"La Halle : vélos"', "La Halle").replace("ordre: 04", "ordre: 5"));
});

test("a text in the place of a mapping is its first key, and is written as it was when nobody changed it", () => {
  const { alias } = page(FIELDS).fromFile(TEXT);
  assert.deepEqual(alias, [{ forme: "Halle" }, { forme: "HV", casse: true }]);
  const written = saved(TEXT, (values) => ({ ...values, alias: [...alias, { forme: "La H", casse: false }] }));
  assert.match(written, /- Halle {2}?# la plus courante|- Halle #/);
  assert.match(written, /# à relire \(page 2/);
  assert.match(written, /- forme: La H\n/);
  assert.doesNotMatch(written, /casse: false/);
});

test("one passage may stand for a list of one", () => {
  const text = "---\ntitre: A\npresents: [un]\norigine: {reunion: r}\n---\n";
  assert.deepEqual(page(FIELDS).fromFile(text).origine, [{ reunion: "r" }]);
  assert.equal(saved(text), text);
});

test("what a form leaves empty is absent; a list that has to be there may be empty", () => {
  const values = { titre: "A", sigle: "", ordre: null, alias: [], presents: [], body: "" };
  assert.equal(page(FIELDS).toFile(values), "---\ntitre: A\npresents: []\n---\n");
  assert.equal(page(FIELDS).toFile({ titre: "A" }), "---\ntitre: A\npresents: []\n---\n");
});

test("a text that YAML could take for something else stands between quotes; a day does not", () => {
  const write = (titre) => page(FIELDS).toFile({ titre, presents: [] }).split("\n")[1];
  assert.deepEqual(
    ["09:30", "0612", "non", "no", "null", "~", "1e3"].map(write).filter((line) => !line.includes('"')),
    ["titre: non"],
  );
  assert.equal(write("2026-11-25"), "titre: 2026-11-25");
  assert.equal(write("un : deux # trois"), 'titre: "un : deux # trois"');
});

test("entries keep their lines where they are moved, added and taken out", () => {
  const fields = [
    {
      name: "entrees",
      widget: "list",
      fields: [
        { name: "nom", widget: "string" },
        { name: "code", widget: "string" },
      ],
    },
  ];
  const text = "# en tête\n- {nom: A, code: 01} # un\n- nom: B\n  code: 02\n# avant C\n- {nom: C, code: 03}\n";
  const change = (edit) => {
    const values = list(fields).fromFile(text);
    return list(fields).toFile({ ...values, entrees: edit(values.entrees) });
  };
  assert.equal(
    change((all) => all),
    text,
  );
  assert.equal(
    change(([a, b, c]) => [b, a, c]),
    "# en tête\n- nom: B\n  code: 02\n# avant C\n- {nom: A, code: 01} # un\n- {nom: C, code: 03}\n",
  );
  assert.equal(
    change(([a, b, c]) => [a, { ...b, code: "22" }, c]),
    '# en tête\n- {nom: A, code: 01} # un\n- nom: B\n  code: "22"\n# avant C\n- {nom: C, code: 03}\n',
  );
  assert.equal(
    change((all) => [...all, { nom: "D" }]),
    `${text}- nom: D\n`,
  );
});

test("a file that is one mapping is written as pages are", () => {
  const fields = [{ name: "nom", widget: "string" }];
  const text = "# À qui est ce site.\nnom: A\n# logo: images/a.svg\n";
  const form = mapping(fields);
  assert.equal(form.toFile(form.fromFile(text)), text);
  assert.equal(form.toFile({ ...form.fromFile(text), nom: "B" }), text.replace("nom: A", "nom: B"));
});
