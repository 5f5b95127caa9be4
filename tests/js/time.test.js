import assert from "node:assert/strict";
import { test } from "node:test";
import { analyse } from "../../theme/static/js/search/analysis.js";
import { narrow } from "../../theme/static/js/search/moments.js";
import { mayAsk } from "../../theme/static/js/search/period.js";
import { KINDS, read as readUnits } from "../../theme/static/js/search/time.js";

const NOW = new Date(2026, 10, 28);
const unitsOf = (text) => analyse(text).filter(({ kind }) => kind !== "joined");
const read = (text, now) => readUnits(text, unitsOf(text), now);
const plain = (text) => text.replace(/\s+/g, " ").trim();

/** What a question asks, in a row; what is empty is left out. */
function asked(question) {
  const found = read(question, NOW);
  if (!found) return null;
  const { kinds, states, from, to, order, whole } = found;
  return [kinds.join("+"), states.join("+"), from || to ? `${from}..${to}` : "", order, whole].filter(Boolean).join(" ");
}

for (const [question, expected, rest] of [
  ["ce que la Caisse a dit des bus depuis 2023", "2023-01-01..", "ce que la Caisse a dit des bus"],
  ["ce qu'a dit la Caisse, décidé depuis juin 2023", "decisions 2023-06-01..", undefined],
  ["bus en 2024", "2024-01-01..2024-12-31", "bus"],
  ["bus en juin 2024", "2024-06-01..2024-06-31", "bus"],
  ["bus avant 2024", "..2024-01-00", "bus"],
  ["bus après 2023", "2023-12-32..", "bus"],
  ["bus entre 2022 et 2024", "2022-01-01..2024-12-31", "bus"],
  ["réunion du 14 juin 2024", "reunions 2024-06-14..2024-06-14", ""],
  ["décisions de l'année dernière", "decisions 2025-01-01..2025-12-31", undefined],
  ["propositions des deux derniers mois", "propositions newest", undefined],
  ["décisions depuis deux ans", "decisions 2024-11-28..", ""],
  ["dernière réunion", "reunions newest", ""],
  ["dernière version de la charte", "newest", "version de la charte"],
  ["position actuelle de la Caisse sur les bus", "newest", "de la Caisse sur les bus"],
  ["première version de la charte", "oldest", "version de la charte"],
  ["questions toujours ouvertes", "questions ouverte", ""],
  ["questions sans réponse sur les bus", "questions ouverte", "sur les bus"],
  ["actions en retard", "actions retard", ""],
  ["réunions annulées en 2025", "reunions annulee 2025-01-01..2025-12-31", ""],
  ["propositions écartées", "propositions ecartee", ""],
  ["associations fermées", "acteurs fermee", ""],
  ["qui doit faire quoi", "suites/a-faire", ""],
  ["ce qui a changé depuis ma dernière visite", "changements/", ""],
  ["prochaine réunion", "reunions reunions/a-venir", ""],
  ["les questions qui attendent encore une réponse", "questions ouverte", "les"],
  ["questions posées en 2022 et toujours ouvertes", "questions ouverte 2022-01-01..2022-12-31", ""],
  ["que reste-t-il à trancher", "questions/ouverte", undefined],
  ["ce qui est encore en retard", "suites/retard", ""],
  ["actions pas encore faites", "actions a-faire", ""],
  ["actions terminées en 2025", "actions fait+en-place 2025-01-01..2025-12-31", ""],
  ["acteurs qui n'existent plus", "acteurs fermee", undefined],
  ["réunions de 2023", "reunions 2023-01-01..2023-12-31", ""],
  ["synthèse de la réunion d'octobre 2026", "reunions 2026-10-01..2026-10-31", undefined],
  ["bus entre janvier et juin 2024", "2024-01-01..2024-06-31", "bus"],
  ["bus de novembre 2023 à mars 2024", "2023-11-01..2024-03-31", "bus"],
  ["bus fin 2024", "2024-09-01..2024-12-31", "bus"],
  ["bus depuis l'été 2025", "2025-06-01..", undefined],
  ["réunions du mois dernier", "reunions 2026-10-01..2026-10-31", ""],
  ["dernier compte rendu", "reunions newest", ""],
  ["avant-dernière réunion", "reunions newest", undefined],
  ["que pense la Caisse des bus aujourd'hui", "newest", "que pense la Caisse des bus"],
  ["ce que disait la Caisse avant 2024", "..2024-01-00", "ce que disait la Caisse"],
  ["nouveautés depuis la dernière réunion", "reunions changements/", ""],
]) {
  test(`« ${question} » demande ${expected}`, () => {
    assert.equal(asked(question), expected);
    assert.ok(mayAsk(unitsOf(question)), "ce qui la lit n'est pas demandé");
    if (rest !== undefined) assert.equal(plain(read(question, NOW).rest).replace(/,$/, ""), rest);
  });
}

for (const question of [
  "je suis au chômage depuis 2023",
  "au chômage depuis deux ans",
  "mon dossier est en retard",
  "en retard de loyer",
  "agence fermée",
  "dernière fiche de paie",
  "formation en cours",
  "compte en ligne",
  "contrat fini",
  "fin de contrat",
  "formation pour cet été",
  "que faire aujourd'hui",
  "emploi",
]) {
  test(`« ${question} » n'est pas une question sur les comptes rendus`, () =>
    assert.equal(read(question, NOW)?.record ?? null, null));
}

/** « ^actions?$ » → « action », « actions » ; « ^(?:vot(?:e|es))$ » → « vote », « votes ». */
function spelled(pattern) {
  const group = /\(\?:([^()]*)\)(\?)?/.exec(pattern);
  if (group)
    return [...group[1].split("|"), ...(group[2] ? [""] : [])].flatMap((one) => spelled(pattern.replace(group[0], () => one)));
  const optional = /(.)\?/.exec(pattern);
  if (optional) return [optional[1], ""].flatMap((one) => spelled(pattern.replace(optional[0], () => one)));
  return [pattern.replace(/[\^$]/g, "")];
}

test("tout mot d'un genre fait demander ce qui lit les questions sur le temps", () => {
  const words = KINDS.flatMap(([pattern]) => pattern.source.split(/\|(?![^(]*\))/).flatMap(spelled));
  assert.ok(words.length > 40, `${words.length} mots`);
  assert.deepEqual(
    words.filter((word) => !mayAsk(unitsOf(`${word} annulées`))),
    [],
  );
});

test("les mots compris sont ceux qui ont été écrits", () => {
  assert.deepEqual(read("Réunions annulées en 2025", NOW).understood, ["en 2025", "annulées"]);
});

const DAYS = new Map([
  [0, "2022-03-01"],
  [1, "2024-03-01"],
  [2, "2026-03-01"],
]);
const result = (page, score, ...sections) => ({
  page,
  score,
  section: sections[0] ?? 0,
  documents: new Map(sections.map((section) => [section, { section, score }])),
});
const ASKED = { days: DAYS, within: new Map(), from: "", to: "", order: "", whole: "", list: undefined };
const pages = (found) => found?.map(({ page }) => page) ?? null;

test("une période ne garde que les pages de ces jours", () => {
  const results = [result(3, 9), result(0, 5), result(1, 4), result(2, 3)];
  assert.deepEqual(pages(narrow({ ...ASKED, from: "2024-01-01" }, results)), [1, 2]);
  assert.deepEqual(pages(narrow({ ...ASKED, to: "2022-12-31" }, results)), [0]);
  assert.equal(narrow({ ...ASKED, from: "2027-01-01" }, results), null);
});

test("de ce qui répond presque aussi bien, le plus récent vient d'abord", () => {
  assert.deepEqual(
    pages(narrow({ ...ASKED, order: "newest" }, [result(3, 9), result(0, 5), result(1, 4), result(2, 1)])),
    [1, 0, 3, 2],
  );
  assert.deepEqual(pages(narrow({ ...ASKED, order: "oldest" }, [result(1, 5), result(0, 4)])), [0, 1]);
});

test("l'avant-dernière vient d'abord, puis les autres", () => {
  const asked = { ...ASKED, order: "newest", skipped: 1 };
  assert.deepEqual(pages(narrow(asked, [result(0, 5), result(1, 5), result(2, 5)])), [1, 2, 0]);
});

test("un état ne garde que les éléments qui y sont, et y mène", () => {
  const within = new Map([[1, new Set([7])]]);
  const found = narrow({ ...ASKED, within }, [result(0, 5, 3), result(1, 4, 2, 7)]);
  assert.deepEqual(
    found.map(({ page, section }) => [page, section]),
    [[1, 7]],
  );
});

test("sans autre mot, la page qui les dit tous vient d'abord, puis les plus récents", () => {
  const within = new Map([
    [0, new Set([3])],
    [2, new Set([4])],
  ]);
  assert.deepEqual(pages(narrow({ ...ASKED, within, list: 9 }, null)), [9, 2, 0]);
});

test("« qui fait quoi » seul demande les suites ; dans une phrase, qui peut aider", () => {
  const now = new Date(2026, 10, 25);
  assert.equal(read("qui fait quoi ?", now).whole, "suites/a-faire");
  assert.equal(read("je m'y perds dans ces organismes, qui fait quoi", now), null);
});
