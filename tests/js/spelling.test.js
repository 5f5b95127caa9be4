import assert from "node:assert/strict";
import { test } from "node:test";
import { French, filter } from "../../theme/static/js/search/french.js";
import { Lexicon } from "../../theme/static/js/search/lexicon.js";
import { Spelling } from "../../theme/static/js/search/spelling.js";
import { stem } from "../../theme/static/js/search/stem.js";

// The words of a small site, as the index writes them: in order, none sharing its beginning; DLA is the name of a page.
const SITE = ["adresse", "aide", "boulot", "chomage", "dla", "formation", "galere", "jai", "recherche", "taf"];
const FRENCH = ["bouleau", "creche", "demande", "dune", "dans", "peu", "importe", "comprend", "gare"];

const pieces = {
  "mots/0": [SITE.map((word) => `0${word}`).join(" "), SITE.map((word) => (word === "dla" ? 3 : 2))],
};
const files = filter(FRENCH.map(stem));
const store = {
  manifest: async () => ({ mots: ["a"] }),
  piece: async (name) => pieces[name],
  french: async (rank) => files[rank],
};
const terms = { load: async () => {}, has: (term) => SITE.map(stem).includes(term) };
const spelling = new Spelling(terms, new Lexicon(store), new French(store));

for (const [typed, read, why] of [
  ["chomaj", "chomage", "un mot du site qui se dit pareil"],
  ["formassion svp", "formation svp", "un autre"],
  ["koi", "quoi", "une abréviation des messages"],
  ["pcq jai un taf", "parce que j ai un taf", "deux mots en un, même si une page les dit ainsi"],
  ["kelkun pr maide", "quelqu un pour m aide", "plusieurs à la fois"],
  ["dadresse", "d adresse", "une apostrophe oubliée devant un mot du site"],
  ["jcomprend", "j comprend", "une apostrophe oubliée devant un mot français"],
  ["nimporte", "n importe", "un autre"],
  ["ya pa de boulot", "y a pas de boulot", "« il y a » comme on le dit"],
  ["BOULOT et Chomaj", "BOULOT et chomage", "le reste n'est pas touché"],
]) {
  test(`« ${typed} » se lit « ${read} » : ${why}`, async () => {
    assert.equal((await spelling.read(typed)).text, read);
  });
}

for (const [typed, why] of [
  ["bouleau", "un mot français reste ce qu'il est, même s'il se dit comme un mot du site"],
  ["creche", "un mot français"],
  ["dune", "un mot français n'est pas coupé"],
  ["dla", "le nom d'une page n'est pas coupé"],
  ["boulo", "un mot du site que l'on est en train d'écrire"],
  ["« chomaj »", "entre guillemets, tout est à la lettre"],
  ["xyzzy", "ce qui ne ressemble à rien"],
  ["سلام 12 ?!", "une autre écriture, des chiffres, de la ponctuation"],
  ["", "rien"],
]) {
  test(`« ${typed} » ne change pas : ${why}`, async () => {
    assert.deepEqual(await spelling.read(typed), { text: typed, changes: [] });
  });
}

test("ce qui a changé est dit, mot à mot", async () => {
  assert.deepEqual((await spelling.read("du chomaj, koi")).changes, [
    { from: "chomaj", to: "chomage" },
    { from: "koi", to: "quoi" },
  ]);
});

test("une question de cent mille signes est lue comme une courte", async () => {
  assert.ok((await spelling.read("chomaj ".repeat(15_000))).text.length <= 400);
});

test("sans liste de mots français, la recherche marche encore", async () => {
  const without = new French({ french: () => Promise.reject(new Error("absente")) });
  assert.equal(await without.has("creche"), false);
  assert.equal((await new Spelling(terms, new Lexicon(store), without).read("chomaj")).text, "chomage");
});

test("un fichier de mots français vide ou abîmé ne connaît aucun mot", async () => {
  for (const coded of ["", "%%%"]) assert.equal(await new French({ french: async () => coded }).has("creche"), false);
});

test("tous les mots de la liste sont reconnus, et presque aucun autre", async () => {
  const words = Array.from({ length: 4000 }, (_, rank) => `mot${rank.toString(36)}q`);
  const coded = filter(words.map(stem));
  const french = new French({ french: async (rank) => coded[rank] });
  for (const word of words) assert.ok(await french.has(word));
  let taken = 0;
  for (let rank = 0; rank < 4000; rank += 1) taken += await french.has(`autre${rank.toString(36)}z`);
  assert.ok(taken < 60, `${taken} mots pris pour d'autres`);
});
