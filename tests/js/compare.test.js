import assert from "node:assert/strict";
import { test } from "node:test";

import { begun, read, sentence, toggled, write } from "../../theme/static/js/compare/choice.js";

const known = new Map(["a", "b", "c", "d", "e", "f"].map((slug) => [slug, {}]));

test("the address names the actors, each once, and only those that exist", () => {
  assert.deepEqual(read("?acteur=b&acteur=a&acteur=b&acteur=absent", known), ["b", "a"]);
  assert.deepEqual(read("", known), []);
});

test("of more than five, the first five are compared", () => {
  assert.deepEqual(read("?acteur=a&acteur=b&acteur=c&acteur=d&acteur=e&acteur=f", known), ["a", "b", "c", "d", "e"]);
});

test("what is written is read again", () => {
  assert.deepEqual(read(write(["c", "a"]), known), ["c", "a"]);
});

test("an actor is added, taken away, and never a sixth", () => {
  assert.deepEqual(toggled(["a"], "b"), ["a", "b"]);
  assert.deepEqual(toggled(["a", "b"], "a"), ["b"]);
  assert.deepEqual(toggled(["a", "b", "c", "d", "e"], "f"), ["a", "b", "c", "d", "e"]);
});

test("the sentence says what is still to be done", () => {
  assert.equal(sentence(0), "");
  assert.match(sentence(1), /encore un/);
  assert.match(sentence(5), /en retirer un/);
});

test("a letter is begun for one actor", () => {
  const template = "mailto:x@exemple.fr?subject=%7Btitre%7D%20%3A%20manque&body=https%3A%2F%2Fe.fr%2F%7Bpage%7D";
  assert.equal(
    begun(template, "A & B", "acteurs/a/"),
    "mailto:x@exemple.fr?subject=A%20%26%20B%20%3A%20manque&body=https%3A%2F%2Fe.fr%2Facteurs%2Fa%2F",
  );
});
