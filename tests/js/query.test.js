import assert from "node:assert/strict";
import test from "node:test";
import { parse, shown } from "../../theme/static/js/search/query.js";

const words = (typed) => parse(typed).words;

test("les mots d'une question qui disent peu sont faibles, les autres non", () => {
  assert.deepEqual(
    words("comment trouver une formation").map(({ surface, weak }) => [surface, weak]),
    [
      ["comment", true],
      ["trouver", true],
      ["formation", false],
    ],
  );
});

test("seul le dernier mot, sans espace après lui, peut être inachevé", () => {
  assert.deepEqual(
    words("aide soc").map(({ open }) => open),
    [false, true],
  );
  assert.deepEqual(
    words("aide soc ").map(({ open }) => open),
    [false, false],
  );
});

test("un mot vide n'est cherché que s'il est seul, et encore en train de s'écrire", () => {
  assert.deepEqual(
    words("par").map(({ surface }) => surface),
    ["par"],
  );
  assert.deepEqual(words("par "), []);
  assert.deepEqual(
    words("par emploi").map(({ surface }) => surface),
    ["emploi"],
  );
});

test("une expression entre guillemets garde le rang de ses mots", () => {
  assert.deepEqual(parse("plan «\u00a0message unique\u00a0» clair").phrases, [[1, 2]]);
  assert.deepEqual(parse('"seul" plan').phrases, []);
});

test("deux voisins sont aussi cherchés d'un trait", () => {
  assert.ok(parse("auto partage").pairs.some(({ surface, covers }) => surface === "autopartage" && covers.length === 2));
});

test("au-delà de trois cents caractères et de seize mots, rien n'est lu", () => {
  assert.equal(words("a1 ".repeat(5000)).length, 16);
  assert.equal(words("x".repeat(10_000)).length, 0);
});

test("ce qui n'est pas un texte est une question comme une autre", () => {
  for (const odd of [null, undefined, 12, {}, ["emploi"]]) assert.ok(Array.isArray(words(odd)));
});

test("un numéro est un seul mot, quels que soient ses groupes", () => {
  const surfaces = (typed) => words(typed).map(({ surface }) => surface);
  for (const typed of ["39 49", "39-49", "39.49", "3949"]) assert.deepEqual(surfaces(typed), ["3949"], typed);
  for (const typed of ["02 35 01 02 03", "02.35.01.02.03", "0235 010 203", "+33 (0)2 35 01 02 03", "0033235010203"]) {
    assert.deepEqual(surfaces(typed), ["0235010203"], typed);
  }
  assert.deepEqual(surfaces("appeler le 39 49 demain"), ["appeler", "3949", "demain"]);
});

test("des chiffres qui comptent quelque chose, une date, un nombre ne sont pas un numéro", () => {
  for (const typed of ["35 40 ans", "15 10 2021", "15 000"]) {
    assert.equal(words(typed)[0].surface, typed.split(" ")[0], typed);
  }
});

test("un nom de plus de huit mots est connu quand il est toute la question", () => {
  const long = "direction entreprises concurrence consommation travail emploi formation insertion orientation";
  const whole = parse(long).names.filter(({ covers }) => covers.length > 8);
  assert.deepEqual(
    whole.map(({ covers }) => covers.length),
    [9],
  );
  assert.equal(parse(`${long} accueil`).names.filter(({ covers }) => covers.length === 9).length, 0);
});

const stemsOf = (typed) => {
  const query = parse(typed);
  return [
    ...shown(
      query,
      query.words.map(({ stem }) => [{ stems: [stem] }]),
    ),
  ];
};

test("un mot qui dit peu ne porte pas d'extrait, sauf seul ou entre guillemets", () => {
  assert.deepEqual(stemsOf("mon patron ne paye pas tout"), ["patron", "paye"]);
  assert.deepEqual(stemsOf("pas du tout"), ["pas", "tout"]);
  assert.deepEqual(stemsOf("« pas un emploi » demain"), ["pas", "emploi", "demain"]);
});
