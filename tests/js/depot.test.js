import assert from "node:assert/strict";
import { test } from "node:test";
import { Depot, fileName } from "../../theme/static/js/recherche/depot.js";

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
  const depot = new Depot(loader({ "abc.js": [["abc", { manifeste: { bloc: [1] }, "mots/a": 1 }]] }, asked), "abc.js");
  assert.deepEqual([await depot.manifest(), await depot.piece("mots/a")], [{ bloc: [1] }, 1]);
  assert.deepEqual(asked, ["abc.js"]);
});

test("un morceau n'est demandé qu'une fois, même par deux questions à la fois", async () => {
  const asked = [];
  const files = { "abc.js": [["abc", { manifeste: {} }]], "abc/mots-a.js": [["abc", { "mots/a": 7 }]] };
  const depot = new Depot(loader(files, asked), "abc.js");
  assert.deepEqual(await Promise.all([depot.piece("mots/a"), depot.piece("mots/a")]), [7, 7]);
  assert.deepEqual(asked, ["abc.js", "abc/mots-a.js"]);
});

test("un morceau qui manque est un échec, et se redemande", async () => {
  const files = { "abc.js": [["abc", { manifeste: {} }]] };
  const depot = new Depot(loader(files), "abc.js");
  await assert.rejects(depot.piece("mots/a"), /404/);
  files["abc/mots-a.js"] = [["abc", { "mots/a": 7 }]];
  assert.equal(await depot.piece("mots/a"), 7);
});

test("un morceau d'une autre construction est refusé", async () => {
  const depot = new Depot(loader({ "abc.js": [["autre", { manifeste: {} }]] }), "abc.js");
  await assert.rejects(depot.manifest(), /ne contient pas/);
});

test("un fichier tronqué, qui ne remet rien, est un échec", async () => {
  await assert.rejects(new Depot(loader({ "abc.js": [] }), "abc.js").manifest(), /ne contient pas/);
});

test("le nom de fichier d'un morceau est sans barre", () => {
  assert.deepEqual(["mots/3", "termes/12", "facettes"].map(fileName), ["mots-3", "termes-12", "facettes"]);
});
