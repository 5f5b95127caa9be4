import assert from "node:assert/strict";
import { test } from "node:test";

import { pageAddress } from "../../theme/static/js/common/address.js";

const of = (page, root, here) => pageAddress(page, root, here).href;

test("a page has the same address from every page, also under a path prefix", () => {
  assert.equal(of("acteurs/fable/", "../..", "https://exemple.fr/site/besoins/x/"), "https://exemple.fr/site/acteurs/fable/");
  assert.equal(of("acteurs/fable/", "../../", "https://exemple.fr/site/besoins/x/"), "https://exemple.fr/site/acteurs/fable/");
  assert.equal(of("acteurs/fable/", ".", "https://exemple.fr/site/"), "https://exemple.fr/site/acteurs/fable/");
});

test("in a folder opened from a disk, it ends with the name of a file", () => {
  assert.equal(of("acteurs/fable/", "../..", "file:///cle/besoins/x/index.html"), "file:///cle/acteurs/fable/index.html");
  assert.equal(of("fichiers/guide.pdf", "../..", "file:///cle/besoins/x/index.html"), "file:///cle/fichiers/guide.pdf");
});
