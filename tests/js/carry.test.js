import assert from "node:assert/strict";
import { test } from "node:test";

import { asked, told } from "../../theme/static/js/modules/carry.js";

const root = new URL("https://exemple.fr/site/");

test("a page of the site is asked for by its address under the root", () => {
  assert.equal(asked("acteurs/fable/?q=1#offre", root).href, "https://exemple.fr/site/acteurs/fable/?q=1#offre");
  assert.equal(asked("", root).href, root.href);
});

for (const [why, wanted] of [
  ["cut short", "http://["],
  ["with a port that is none", "https://exemple.fr:99999999/site/"],
  ["with bad percent-encoding in its host", "http://%zz/"],
  ["of another site", "https://ailleurs.fr/site/"],
  ["of another site, without a scheme", "//ailleurs.fr/site/"],
  ["of another site of the same host", "/autre/"],
  ["above the root", "../"],
  ["that runs a script", "javascript:alert(1)"],
  ["of a file", "file:///etc/hosts"],
]) {
  test(`an address ${why} is no page`, () => assert.equal(asked(wanted, root), null));
}

test("what is told to be kept is what is kept, by its name", () => {
  const large = { whole: false, pages: 900, kept: 90, groups: [] };
  assert.match(told(large), /^90 des 900.pages .*: l’essentiel, et celles que vous avez ouvertes\.$/);
  assert.match(told({ ...large, groups: ["les besoins", "le glossaire"] }), /: les besoins, le glossaire, et celles que/);
  assert.match(told({ ...large, kept: 900 }), /^Tout le site/);
  assert.match(told({ ...large, whole: true }), /le reste arrive\.$/);
});
