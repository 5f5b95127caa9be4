import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { known, read, told } from "../../theme/static/js/sheet/reading.js";

const cases = JSON.parse(readFileSync(new URL("../contracts/paper.json", import.meta.url), "utf8"));

/** What the page knows of today's sheet. */
const page = ({ fingerprint, entries, facts }) =>
  known(fingerprint, [...entries.map(({ name, reach }) => [name, reach]), ...facts.filter(([, , reach]) => reach)]);

for (const { why, paper, today, said } of cases) {
  test(`le papier revient : ${why}`, () => {
    const { title, list } = told(read(`#fiche=${paper.fingerprint}`), page(today), today.kind);
    assert.deepEqual([title, ...list], said);
  });
}

const [{ paper: same, today }, , { paper: other, today: changed }] = cases;

test("the address typed from the paper says whether something changed, in capitals too", () => {
  const short = ({ fingerprint }) => `#fiche=${fingerprint.split(".")[0].toUpperCase().replace("#FICHE", "#fiche")}`;
  assert.match(told(read(short(same)), page(today), "besoin").title, /rien n’a changé\.$/);
  assert.match(told(read(short(other)), page(changed), "besoin").title, /elle a changé depuis\.$/);
});

test("an address whose end is damaged is read as the one that is typed", () => {
  const { fingerprint } = other;
  for (const damaged of [fingerprint.slice(0, -3), `${fingerprint}A`, fingerprint.replace(/\.$/, ""), `${fingerprint}%22%3E`]) {
    const { title, list } = told(read(`#fiche=${damaged}`), page(changed), "besoin");
    assert.match(title, /^Votre fiche date du 1er mars 2026.*(elle a changé depuis|1.changement)\.$/u, damaged);
    assert.ok(list.length <= 1);
  }
});

test("an address that no program can read is said to be damaged, and nothing more", () => {
  for (const bad of [
    "",
    "#",
    "#fiche=",
    "#fiche=20260230-abcde",
    "#fiche=00010101-abcde",
    "#fiche=99999999-abcde",
    "#fiche=2026-03-01",
    "#fiche=20260301-ab<de",
    "#fiche=20260301-abc",
    "#fiche=\u0000",
    `#fiche=${"9".repeat(100_000)}`,
    "#fiche=<img src=x onerror=alert(1)>",
  ]) {
    assert.equal(read(bad), null, bad.slice(0, 40));
  }
  assert.match(told(null, page(today), "besoin").title, /abîmée/);
});
