import assert from "node:assert/strict";
import { test } from "node:test";

import { means, shared } from "../../theme/static/js/modules/share.js";

test("what is shared is the published address, without what a paper carried", () => {
  assert.equal(shared("https://exemple.fr/a/", "http://localhost:8000/a/"), "https://exemple.fr/a/");
  assert.equal(shared(undefined, "https://exemple.fr/a/#fiche=20260301-abcde"), "https://exemple.fr/a/");
});

test("the path of a file on this disk is never shared", () => {
  assert.equal(shared(undefined, "file:///cle/a/index.html"), null);
  assert.equal(shared("https://exemple.fr/a/", "file:///cle/a/index.html"), "https://exemple.fr/a/");
});

test("the system shares where it can, else the address is copied, else there is no button", () => {
  const what = { title: "t", url: "https://exemple.fr/" };
  const clipboard = { writeText() {} };
  assert.equal(means({ share() {}, canShare: () => true, clipboard }, what), "systeme");
  assert.equal(means({ share() {}, clipboard }, what), "systeme");
  assert.equal(means({ share() {}, canShare: () => false, clipboard }, what), "copie");
  assert.equal(means({ clipboard }, what), "copie");
  assert.equal(means({}, what), null);
});
