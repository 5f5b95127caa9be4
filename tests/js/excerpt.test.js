import assert from "node:assert/strict";
import { test } from "node:test";
import { excerpt, marked } from "../../theme/static/js/search/excerpt.js";

const text = (parts) => parts.map((part) => part.text).join("");
const inMarks = (parts) => parts.filter((part) => part.marked).map((part) => part.text);

test("un mot est marqué sans son article élidé, et le texte reste le même", () => {
  const parts = marked("L’accompagnement des Q.P.V.", new Set(["accompagnement", "qpv"]));
  assert.equal(text(parts), "L’accompagnement des Q.P.V.");
  assert.deepEqual(inMarks(parts), ["accompagnement", "Q.P.V"]);
});

test("un mot composé est marqué une fois, en entier", () => {
  assert.deepEqual(inMarks(marked("les adultes-relais", new Set(["adult", "relai", "adultesrelai"]))), ["adultes-relais"]);
});

test("ce qu'un sigle veut dire est marqué d'un tenant, et pas mot par mot ailleurs", () => {
  const sought = new Set(["zr", "franc_ruralit"]);
  assert.deepEqual(inMarks(marked("La ZR, ou France et ruralités ; France Accueil n'en est pas.", sought)), [
    "ZR",
    "France",
    "ruralités",
  ]);
});

test("l'extrait est le passage qui montre le plus de mots cherchés", () => {
  const filler = "Rien de tout ceci ne parle du sujet cherché ici. ".repeat(10);
  const parts = excerpt(
    `Un emploi. ${filler} Une formation mène à un emploi durable. ${filler}`,
    new Set(["emploi", "formation"]),
  );
  assert.deepEqual(inMarks(parts), ["formation", "emploi"]);
  assert.ok(text(parts).startsWith("… ") && text(parts).endsWith(" …"));
  assert.ok(text(parts).length < 200);
});

test("sans le mot cherché, il n'y a pas d'extrait", () => assert.equal(excerpt("Un texte.", new Set(["emploi"])), null));

test("un texte d'un seul mot immense ne fait pas d'erreur", () => {
  assert.ok(excerpt(`emploi ${"x".repeat(5000)}`, new Set(["emploi"])));
});
