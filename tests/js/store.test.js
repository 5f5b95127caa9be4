import assert from "node:assert/strict";
import { test } from "node:test";
import { fileName, isSound, Store } from "../../theme/static/js/search/store.js";

const MANIFEST = { pages: [1], champs: [], longueurs: [1], termes: [], mots: [] };
const WORDS = ["0emploi", [2]];

/** A loader that hands over what `files` holds, and tells which files were asked for. */
function loader(files, asked = []) {
  return async (file, receive) => {
    asked.push(file);
    if (!(file in files)) throw new Error("404");
    for (const [build, pieces] of files[file]) receive(build, pieces);
  };
}

test("un fichier entier suffit à toutes les questions", async () => {
  const asked = [];
  const store = new Store(loader({ "entree.js": [["abc", { manifeste: MANIFEST, "mots/a": WORDS }]] }, asked), "entree.js");
  assert.deepEqual([await store.manifest(), await store.piece("mots/a")], [MANIFEST, WORDS]);
  assert.deepEqual(asked, ["entree.js"]);
});

test("un morceau n'est demandé qu'une fois, même par deux questions à la fois", async () => {
  const asked = [];
  const files = { "entree.js": [["abc", { manifeste: MANIFEST }]], "abc/mots-a.js": [["abc", { "mots/a": WORDS }]] };
  const store = new Store(loader(files, asked), "entree.js");
  assert.deepEqual(await Promise.all([store.piece("mots/a"), store.piece("mots/a")]), [WORDS, WORDS]);
  assert.deepEqual(asked, ["entree.js", "abc/mots-a.js"]);
});

test("un morceau qui manque est un échec, et se redemande", async () => {
  const files = { "entree.js": [["abc", { manifeste: MANIFEST }]] };
  const store = new Store(loader(files), "entree.js");
  await assert.rejects(store.piece("mots/a"), /404/);
  files["abc/mots-a.js"] = [["abc", { "mots/a": WORDS }]];
  assert.equal(await store.piece("mots/a"), WORDS);
});

test("un morceau d'une autre construction est refusé", async () => {
  const files = { "entree.js": [["abc", { manifeste: MANIFEST }]], "abc/mots-a.js": [["autre", { "mots/a": WORDS }]] };
  const store = new Store(loader(files), "entree.js");
  await assert.rejects(store.piece("mots/a"), /ne contient pas/);
});

test("le premier fichier, dont le nom ne change pas, dit où sont les autres", async () => {
  const asked = [];
  const files = { "entree.js": [["neuf", { manifeste: MANIFEST }]], "neuf/mots-a.js": [["neuf", { "mots/a": WORDS }]] };
  assert.equal(await new Store(loader(files, asked), "entree.js").piece("mots/a"), WORDS);
  assert.deepEqual(asked, ["entree.js", "neuf/mots-a.js"]);
});

test("un fichier tronqué, qui ne remet rien, est un échec", async () => {
  await assert.rejects(new Store(loader({ "entree.js": [] }), "entree.js").manifest(), /ne contient pas/);
});

test("le nom de fichier d'un morceau est sans barre", () => {
  assert.deepEqual(["mots/3", "termes/12", "facettes"].map(fileName), ["mots-3", "termes-12", "facettes"]);
});

test("un manifeste vide est un échec, et se redemande", async () => {
  for (const empty of [{}, { manifeste: {} }, { manifeste: null }, { manifeste: [] }, null]) {
    const files = { "entree.js": [["abc", empty]] };
    const store = new Store(loader(files), "entree.js");
    await assert.rejects(store.manifest(), /ne contient pas/);
    files["entree.js"] = [["abc", { manifeste: MANIFEST }]];
    assert.deepEqual(await store.manifest(), MANIFEST);
  }
});

test("un morceau vide n'est d'aucune sorte", () => {
  for (const name of ["manifeste", "termes/0", "mots/0", "fiches/0", "facettes"]) {
    for (const empty of [{}, [], null, "", 0]) assert.equal(isSound(name, empty), false, `${name} ${JSON.stringify(empty)}`);
  }
  for (const empty of [{}, null, ""]) assert.equal(isSound("places/0", empty), false);
  assert.ok(isSound("places/0", []) && isSound("termes/0", [[], {}]) && isSound("fiches/0", [["a/"], []]));
});
