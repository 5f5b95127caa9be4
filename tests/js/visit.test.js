import assert from "node:assert/strict";
import { test } from "node:test";
import visit, { told, visited } from "../../theme/static/js/modules/visit.js";

test("la première visite ne sait rien d'avant", () => {
  assert.deepEqual(visited(null, "2026-11-28"), { last: "2026-11-28", before: "" });
  assert.equal(told(["2026-11-01"], ""), "");
});

test("une seconde lecture le même jour est la même visite", () => {
  assert.deepEqual(visited("2026-11-28 2026-10-01", "2026-11-28"), { last: "2026-11-28", before: "2026-10-01" });
  assert.deepEqual(visited("2026-11-28 2026-10-01", "2026-11-29"), { last: "2026-11-29", before: "2026-11-28" });
});

test("ce que l'appareil avait et qui n'est pas un jour ne compte pas", () => {
  assert.deepEqual(visited("<b> hier", "2026-11-28"), { last: "2026-11-28", before: "" });
});

test("ce qui est paru depuis est compté, le jour de la dernière visite compris", () => {
  const days = ["2026-11-20", "2026-10-01", "2026-09-01"];
  assert.equal(told(days, "2026-10-01"), "2 nouveautés depuis votre dernière visite, le 1er octobre 2026.");
  assert.equal(told(days, "2026-11-10"), "Une nouveauté depuis votre dernière visite, le 10 novembre 2026.");
  assert.equal(told(days, "2026-11-25"), "Rien de nouveau depuis votre dernière visite, le 25 novembre 2026.");
});

/** The part of a page, as `visite` asks it: a box to tick, where it speaks, and lines with their days. */
function pageWith(ticked, days) {
  const listeners = [];
  const choice = { checked: ticked, addEventListener: (_, listener) => listeners.push(listener) };
  const agreement = { hidden: true, querySelector: () => choice };
  const state = { textContent: "" };
  const lines = days.map((day) => ({ dataset: { day }, classList: { toggle() {} } }));
  const parts = { "[data-visit=agreement]": agreement, "[data-visit=status]": state };
  const box = { querySelector: (name) => parts[name], querySelectorAll: () => lines };
  const tick = (yes) => {
    choice.checked = yes;
    for (const listener of listeners) listener();
  };
  return { box, agreement, state, tick };
}

function storage(kept = {}) {
  return {
    kept,
    getItem: (name) => kept[name] ?? null,
    setItem: (name, value) => {
      kept[name] = value;
    },
    removeItem: (name) => {
      delete kept[name];
    },
  };
}

test("le jour de la visite n'est gardé qu'avec un accord, et s'efface avec lui", () => {
  const device = storage();
  globalThis.window = { localStorage: device };
  const { box, tick } = pageWith(false, ["2026-11-20"]);
  visit(box);
  assert.deepEqual(device.kept, {});
  tick(true);
  assert.match(device.kept.visite, /^\d{4}-\d\d-\d\d$/);
  tick(false);
  assert.deepEqual(device.kept, {});
});

test("qui a donné son accord lit ce qui est paru depuis sa visite d'avant", () => {
  globalThis.window = { localStorage: storage({ visite: "2020-01-05" }) };
  const { box, agreement, state } = pageWith(false, ["2020-01-06", "2019-12-31"]);
  visit(box);
  assert.equal(agreement.hidden, false);
  assert.equal(state.textContent, "Une nouveauté depuis votre dernière visite, le 5 janvier 2020.");
});

test("rien n'est proposé où l'appareil refuse de garder", () => {
  globalThis.window = {
    get localStorage() {
      throw new Error("refusé");
    },
  };
  const { box, agreement } = pageWith(false, []);
  visit(box);
  assert.equal(agreement.hidden, true);
});
