import assert from "node:assert/strict";
import test from "node:test";
import { letter, Unanswered } from "../../theme/static/js/search/unanswered.js";

/** As the browser's storage. */
function storage() {
  const items = new Map();
  return {
    items,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => items.set(key, value),
    removeItem: (key) => items.delete(key),
  };
}

function agreed() {
  const questions = new Unanswered(storage());
  questions.kept.agree(true);
  return questions;
}

test("sans accord, une question sans réponse n'est pas gardée", () => {
  const where = storage();
  new Unanswered(where).told("plus une thune", false);
  assert.equal(where.items.size, 0);
});

test("avec accord, seules les questions sans réponse sont gardées, la dernière d'abord", () => {
  const questions = agreed();
  questions.told("plus une thune", false);
  questions.told("une formation", true);
  questions.told("mon chat", false);
  questions.told("", false);
  assert.deepEqual(questions.kept.queries, ["mon chat", "plus une thune"]);
});

test("d'une question que l'on est en train de taper, seule la dernière forme est gardée", () => {
  const questions = agreed();
  for (const typed of ["plus u", "plus une th", "plus une thune"]) questions.told(typed, false);
  assert.deepEqual(questions.kept.queries, ["plus une thune"]);
  questions.told("plus une", false);
  assert.deepEqual(questions.kept.queries, ["plus une"]);
  questions.told("plus une aide", true);
  assert.deepEqual(questions.kept.queries, []);
});

test("une question qui a trouvé depuis sa réponse n'est plus gardée", () => {
  const questions = agreed();
  questions.told("chomaj", false);
  questions.told("autre chose", false);
  questions.told("chomaj", true);
  assert.deepEqual(questions.kept.queries, ["autre chose"]);
});

test("elles ne sont pas mêlées aux dernières recherches, et vingt au plus sont gardées", () => {
  const where = storage();
  const questions = new Unanswered(where);
  questions.kept.agree(true);
  for (let rank = 10; rank < 40; rank += 1) questions.told(`${rank} questions`, false);
  assert.deepEqual([...where.items.keys()], ["questions-sans-reponse"]);
  assert.equal(questions.kept.queries.length, 20);
});

test("la lettre porte chaque question, signes compris, et demande de n'y nommer personne", () => {
  const address = letter("mailto:base@exemple.fr", ["A & B ?", "« thune »"]);
  assert.match(address, /^mailto:base@exemple\.fr\?subject=[^&]+&body=[^&]+$/);
  const body = decodeURIComponent(address.split("body=")[1]);
  assert.ok(body.includes("\r\n- A & B ?\r\n- « thune »\r\n"));
  assert.match(body, /ne nommer personne/);
  assert.match(letter("mailto:base@exemple.fr?cc=autre@exemple.fr", ["a"]), /\?cc=autre@exemple\.fr&subject=/);
});
