"""What an editor is told of a territory that cannot stand where it says."""

from datetime import date
from pathlib import Path

import pytest

from plugins.diagnostics import Diagnostic, Severity
from plugins.model.content import Content
from plugins.model.loading import load
from plugins.model.place_codes import fault_of

START = """\
- {slug: normandie, nom: Normandie, niveau: region, code: "28"}
- {slug: rouen, nom: Rouen, niveau: commune, code: "76540", dans: normandie}
"""


def told(folder: Path, *entries: str) -> list[str]:
    (folder / "pages").mkdir()
    (folder / "pages/une.md").write_text("---\ntitre: Une page\n---\nTexte.\n", encoding="utf-8")
    (folder / "territoires.yml").write_text(START + "".join(f"- {{{entry}}}\n" for entry in entries), encoding="utf-8")
    return [f"{one.path}:{one.line}: {one.message}" for one in load(folder, "c")[1]]


FAULTS = [
    (
        "fin sans jour",
        "slug: v, nom: V, niveau: commune, fin: {suite: rouen}",
        "« fin.date » manque — ajouter « date: … »",
    ),
    (
        "successeur inconnu",
        "slug: v, nom: V, niveau: commune, fin: {date: 2025-12-31, suite: rouan}",
        "« fin.suite » : territoire inconnu « rouan » — écrire plutôt « rouen »",
    ),
    (
        "successeur de soi-même",
        "slug: v, nom: V, niveau: commune, fin: {date: 2025-12-31, suite: v}",
        "« fin.suite » : le territoire ne prend pas sa propre place — nommer l'autre, ou enlever « suite »",
    ),
    (
        "contenant inconnu",
        "slug: q, nom: Q, niveau: quartier, dans: rouan",
        "« dans » : territoire inconnu « rouan » — écrire plutôt « rouen »",
    ),
    (
        "code d'un autre département",
        "slug: q, nom: Q, niveau: quartier, code: QN02701M, dans: rouen",
        "« dans » : le code QN02701M est du département 27, « rouen » du département 76 — relire le code, ou écrire un autre « dans »",
    ),
    (
        "contenant trop petit",
        "slug: d, nom: D, niveau: departement, dans: rouen",
        "« dans » : « rouen » est de niveau commune et ne peut contenir un territoire de niveau departement — écrire le slug d'un territoire plus grand",
    ),
    (
        "dans soi-même",
        "slug: q, nom: Q, niveau: quartier, dans: q",
        "« dans » : q → q tourne en rond — enlever « dans » du plus grand",
    ),
    (
        "code pris",
        'slug: v, nom: V, niveau: commune, code: "76540"',
        "« code » : 76540 est déjà celui de « rouen » (ligne 2) — relire l'un des deux",
    ),
    (
        "code mal formé",
        "slug: q, nom: Q, niveau: quartier, code: QN0760M",
        "« code » : « QN0760M » n'est pas un code de niveau quartier ; écrire par exemple QN07619M : QN, trois signes du département, deux chiffres, une lettre (I, M ou N)",
    ),
    (
        "lettre d'aucun quartier",
        "slug: q, nom: Q, niveau: quartier, code: QN07699Z",
        "« code » : « QN07699Z » n'est pas un code de niveau quartier ; écrire par exemple QN07619M : QN, trois signes du département, deux chiffres, une lettre (I, M ou N)",
    ),
    (
        "code d'une autre région",
        "slug: q, nom: Q, niveau: quartier, code: QN07501M, dans: normandie",
        "« dans » : le code QN07501M est de la région 11, « normandie » de la région 28 — relire le code, ou écrire un autre « dans »",
    ),
    (
        "code qui n'existe pas",
        "slug: q, nom: Q, niveau: quartier, code: QN09901M",
        "« code » : « QN09901M » : aucun département n'a le code 99 ; relire la liste officielle",
    ),
]


@pytest.mark.parametrize(("entry", "message"), [fault[1:] for fault in FAULTS], ids=[fault[0] for fault in FAULTS])
def test_a_territory_that_contradicts_itself_is_told_at_its_line(tmp_path: Path, entry: str, message: str) -> None:
    assert told(tmp_path, entry) == [f"c/territoires.yml:3: {message}"]


def test_a_circle_is_told_once_and_whole(tmp_path: Path) -> None:
    entries = [f"slug: {one}, nom: N{one}, niveau: quartier, dans: {two}" for one, two in ("ba", "ac", "cb")]
    assert told(tmp_path, *entries) == [
        "c/territoires.yml:4: « dans » : a → c → b → a tourne en rond — enlever « dans » du plus grand"
    ]


def test_what_leads_into_a_circle_ends(tmp_path: Path) -> None:
    entries = ("slug: a, nom: A, niveau: quartier, dans: b", "slug: b, nom: B, niveau: quartier, dans: b")
    assert told(tmp_path, *entries) == ["c/territoires.yml:4: « dans » : b → b tourne en rond — enlever « dans » du plus grand"]


@pytest.mark.parametrize(
    ("level", "code"),
    [
        pytest.param("quartier", "QN07619M", id="quartier prioritaire de 2024"),
        pytest.param("quartier", "QP076001", id="quartier prioritaire de 2015"),
        pytest.param("quartier", "QN02A01M", id="de Corse"),
        pytest.param("quartier", "765400101", id="quartier du recensement"),
        pytest.param("commune", "2A004", id="commune de Corse"),
        pytest.param("departement", "974", id="département d'outre-mer"),
        pytest.param("intercommunalite", "200023414", id="SIREN"),
        pytest.param("pays", "FR", id="un pays n'a pas de forme imposée"),
    ],
)
def test_codes_that_exist_are_taken(level: str, code: str) -> None:
    assert fault_of(level, code) == ""


@pytest.mark.parametrize(
    ("level", "code", "said"),
    [
        pytest.param("region", "29", "« 29 » n'est le code d'aucune région", id="région inconnue"),
        pytest.param("region", "Normandie", "écrire deux chiffres", id="un nom pour un code"),
        pytest.param("departement", "20", "aucun département n'a le code 20", id="ancien département"),
        pytest.param("commune", "7654", "cinq signes", id="code de commune trop court"),
        pytest.param("commune", "99001", "aucun département n'a le code 99", id="commune hors de tout département"),
        pytest.param("intercommunalite", "CREA", "neuf chiffres", id="un sigle pour un SIREN"),
    ],
)
def test_codes_that_cannot_exist_are_refused(level: str, code: str, said: str) -> None:
    assert said in fault_of(level, code)


ACTOR = (
    "---\ntitre: A\nfamille: f\nnature: reseau\nrole: les-deux\nresume: R.\nstatut: amorce\nverifie_le: 2025-01-02\n"
    "territoires: [bourg, rouen, quartier]\n---\n"
)
# A town joined another on the last day of 2025, which took its code; a district left the list.
CHANGED = (
    'slug: bourg, nom: Bourg, niveau: commune, code: "76100", fin: {date: 2025-12-31, suite: bourg-neuf, motif: Commune nouvelle.}',
    'slug: bourg-neuf, nom: Bourg-Neuf, niveau: commune, code: "76100", anciens_noms: [Bourgneuf]',
    "slug: quartier, nom: Quartier, niveau: quartier, dans: rouen, fin: {date: 2023-12-31}",
    "slug: hameau, nom: Hameau, niveau: quartier, dans: bourg",
)


def changed(folder: Path, day: date, *more: str) -> tuple[Content, list[Diagnostic]]:
    (folder / "acteurs").mkdir()
    (folder / "familles").mkdir()
    (folder / "familles/f.md").write_text("---\ntitre: F\n---\n", encoding="utf-8")
    (folder / "acteurs/a.md").write_text(ACTOR, encoding="utf-8")
    entries = "".join(f"- {{{entry}}}\n" for entry in (*CHANGED, *more))
    (folder / "territoires.yml").write_text(START + entries, encoding="utf-8")
    return load(folder, "c", day)


def test_what_named_a_territory_that_ended_names_what_took_its_place_or_what_holds_it(tmp_path: Path) -> None:
    content, told = changed(tmp_path, date(2026, 1, 1))
    assert content.actors["a"].record.territoires == ["bourg-neuf", "rouen"]
    assert {one.slug: one.dans for one in content.territories}["hameau"] == "bourg-neuf"
    assert [one.slug for one in content.places_today] == ["normandie", "rouen", "bourg-neuf", "hameau"]
    assert [(one.path, one.line, one.severity, one.message) for one in told] == [
        (
            "c/acteurs/a.md", 9, Severity.WARNING,
            "« territoires » : « bourg » n'est plus un territoire depuis le 2025-12-31 (Commune nouvelle) — le site montre « bourg-neuf » ; l'écrire ici",
        ),
        (
            "c/acteurs/a.md", 9, Severity.WARNING,
            "« territoires » : « quartier » n'est plus un territoire depuis le 2023-12-31 — le site montre « rouen » ; l'écrire ici",
        ),
    ]  # fmt: skip


def test_on_its_last_day_a_territory_is_still_one_and_its_heir_keeps_its_code(tmp_path: Path) -> None:
    content, told = changed(tmp_path, date(2025, 12, 31))
    assert content.actors["a"].record.territoires == ["bourg", "rouen"]
    assert [one.message for one in told if "bourg" in one.message] == []


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        pytest.param(
            ("slug: x, nom: X, niveau: commune, fin: {date: 2024-12-31, suite: y}", "slug: y, nom: Y, niveau: commune, fin: {date: 2024-12-31, suite: x}"),
            "« fin.suite » : « x » et « y » se remplacent en rond — enlever une des deux suites",
            id="deux territoires qui se remplacent l'un l'autre",
        ),
        pytest.param(
            ("slug: x, nom: X, niveau: commune, fin: {date: 2024-12-31, suite: y}", "slug: y, nom: Y, niveau: commune, fin: {date: 2023-12-31}"),
            "« fin.suite » : « y » a fini le 2023-12-31, avant celui-ci (2024-12-31) — nommer celui qui a pris sa place",
            id="un successeur qui avait déjà fini",
        ),
    ],
)  # fmt: skip
def test_territories_that_cannot_follow_one_another_are_told(tmp_path: Path, entries: tuple[str, ...], message: str) -> None:
    _, told = changed(tmp_path, date(2026, 1, 1), *entries)
    assert [one.message for one in told if one.severity is Severity.ERROR] == [message]
