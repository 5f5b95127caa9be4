"""What an editor is shown: mentions with their lines, what was left out and why, what is unclear, what is missing."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.crosslinks.command import gather, run
from plugins.crosslinks.overview_records import Overview
from plugins.crosslinks.report import diagnostics, text
from plugins.model.content import Content
from plugins.model.lists import Term
from plugins.reading.command import render_all
from tests.registry.sample import PARTICIPANTS, actor, content, meeting

BODY = """## L’UDM

Mme Vasseur et la CAF,
puis la CAF. M. Brunel se tait, M. Roux aussi.

La Maison des Ados et la MDA ; les Maisons des Ados, la ZUP.
"""


@pytest.fixture(scope="module")
def site() -> Content:
    older = meeting("ancienne", "2020-01-01", [{"acteur": "union"}], "La Maison des Ados, avec le Bureau du travail.")
    newer = meeting("recente", "2022-03-01", PARTICIPANTS, BODY)
    whole = content(older, newer, page="L’association Les Cimes héberge. L’UDM.")
    return Content(
        actors=whole.actors,
        approaches=whole.approaches,
        meetings=whole.meetings,
        pages=whole.pages,
        glossary=(Term(terme="Zone urbaine", sigle="ZUP", definition="D."),),
    )


@pytest.fixture(scope="module")
def found(site: Content) -> Overview:
    rendered, wrong = render_all(site)
    assert wrong == []
    return gather(site, rendered, "section")


def test_meetings_come_first_newest_first_then_other_pages(found: Overview) -> None:
    assert [page.document.key for page in found.pages] == ["reunions/recente", "reunions/ancienne", "pages/a-propos"]


def test_each_mention_has_its_line_and_its_reason(found: Overview) -> None:
    first = found.pages[0]
    assert [(one.passage.line, one.surface, one.mention.target, one.mention.skipped) for one in first.seen] == [
        (1, "UDM", "acteurs/union", "dans un titre"),
        (3, "Mme Vasseur", "acteurs/union", None),
        (3, "CAF", "acteurs/aide", None),
        (4, "CAF", "acteurs/aide", "déjà liée plus haut"),
        (4, "M. Brunel", "", "peut désigner plusieurs pages ou personnes"),
        (4, "M. Roux", "", "personne absente de la liste de la réunion"),
    ]
    assert (first.linked, found.linked, found.mentions) == (2, 4, 8)


def test_a_page_groups_what_it_links_and_what_it_leaves(found: Overview) -> None:
    first = found.pages[0]
    assert [(group.what, group.surfaces, [p.line for p in group.passages]) for group in first.by_target] == [
        ("Union des métiers", ("Mme Vasseur",), [3]),
        ("Caisse d’aide aux familles", ("CAF",), [3]),
    ]
    assert [group.what for group in first.by_reason][:2] == ["dans un titre", "déjà liée plus haut"]
    assert first.by_target[0].passages[0].url.startswith("reunions/recente/#p-")


def test_likely_actors_are_counted_over_all_pages_under_their_most_frequent_spelling(found: Overview) -> None:
    assert [(one.name, one.slug, len(one.passages), one.command) for one in found.likely] == [
        ("Maison des Ados", "maison-des-ados", 3, '.venv/bin/inv new acteur "Maison des Ados"'),
        ("MDA", "mda", 1, '.venv/bin/inv new acteur "MDA"'),
    ], "plain pages name hosts and licences, not actors"
    assert [(p.document.slug, p.line) for p in found.likely[0].passages] == [("recente", 6), ("recente", 6), ("ancienne", 1)]


def test_an_alias_that_no_text_uses_is_told(found: Overview) -> None:
    assert "Bureau du travail" not in [one.form for one in found.unused]
    assert ("acteurs/agence", "AA", "") in [(one.key, one.form, one.twin) for one in found.unused]


def test_an_alias_that_its_own_page_alone_uses_is_used_by_no_text() -> None:
    whole = content()
    own = actor("seul", titre="Seul", alias=["Solitaire"])
    site = Content(
        actors={"seul": type(own)(own.kind, own.slug, own.path, own.record, "Le Solitaire.", 1, {})}, pages=whole.pages
    )
    found = gather(site, render_all(site)[0], "section")
    assert [one.form for one in found.unused] == ["Solitaire"]


def test_an_inflection_of_another_form_is_an_alias_too_many() -> None:
    site = Content(actors={"x": actor("x", titre="Relais des sources", alias=["relais des Sources", "les Sources"])})
    found = gather(site, render_all(site)[0], "section")
    assert [(one.form, one.twin) for one in found.unused] == [("relais des Sources", "Relais des sources"), ("les Sources", "")]


def test_a_form_that_two_actors_claim_is_told_and_left_without_link() -> None:
    two = {slug: actor(slug, titre=slug.title(), alias=["Maison commune"]) for slug in ("ici", "autre")}
    site = Content(actors=two, meetings={"m": meeting("m", "2022-01-01", [{"acteur": "tiers"}], "La Maison commune.")})
    found = gather(site, render_all(site)[0], "section")
    assert [one.names for one in found.unclear] == [("Ici", "Autre")]
    assert [d.message.partition(" — ")[0] for d in diagnostics(found)] == [
        "« Maison commune » peut désigner Ici ou Autre",
        "« Maison commune » désigne déjà Ici (content/acteurs/ici.md, ligne 1)",
    ]


def test_the_terminal_tells_counts_first_then_what_asks_for_a_look(found: Overview) -> None:
    shown = text(found)
    assert shown.startswith("8 mentions, 4 liées, dans 3 pages.\n    2  Noms à préciser   (--kind noms)\n")
    assert "Noms à préciser (2)\ncontent/reunions/recente.md:4: « M. Brunel » peut désigner plusieurs personnes" in shown
    assert "→ Union des métiers" not in shown, "a site of many pages has thousands"


def test_one_kind_is_told_whole_when_it_is_asked_for(found: Overview) -> None:
    shown = text(found, kind="mentions")
    assert "    3  Mme Vasseur → Union des métiers (acteurs/union)\n" in shown
    assert "    4  CAF → Caisse d’aide aux familles (acteurs/aide) · non liée : déjà liée plus haut\n" in shown
    assert "Noms à préciser" not in shown
    assert (
        "    3 × Maison des Ados — content/reunions/recente.md:6, content/reunions/ancienne.md:1\n"
        '        .venv/bin/inv new acteur "Maison des Ados"   → acteurs/maison-des-ados.md\n'
    ) in text(found, kind="acteurs")
    assert text(found, kind="formes") == "Formes que deux pages réclament : rien."


def test_a_long_list_is_cut_and_says_how_to_read_it_whole(found: Overview) -> None:
    many = replace(found, likely=tuple(replace(found.likely[0], name=f"Maison {rank}") for rank in range(20)))
    shown = text(many)
    assert "Acteurs probables sans page (20)" in shown
    assert "… et 12 de plus : --kind acteurs" in shown
    assert "Maison 19" not in shown
    assert "Maison 19" in text(many, kind="acteurs")


def test_the_terminal_tells_of_one_meeting_alone(found: Overview) -> None:
    shown = text(found, meeting="ancienne")
    assert "recente" not in shown
    assert "1 × Maison des Ados" in shown
    assert shown.startswith("1 mention, 1 liée, dans 1 page.")
    assert "Mentions, page par page (1)\n" in shown


def test_forges_are_told_what_asks_for_a_look(found: Overview) -> None:
    told = [(d.path, d.line, d.message.partition(" — ")[0]) for d in diagnostics(found)]
    assert told[:4] == [
        (
            "content/reunions/recente.md",
            4,
            "« M. Brunel » peut désigner plusieurs personnes (Caisse d’aide aux familles, Comté de Rive)",
        ),
        ("content/reunions/recente.md", 4, "« M. Roux » n'est pas dans la liste de la réunion"),
        ("content/reunions/recente.md", 6, "« Maison des Ados » (3 fois) est peut-être un acteur sans page"),
        ("content/reunions/recente.md", 6, "« MDA » est peut-être un acteur sans page"),
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sheet = "---\ntitre: {0}\nfamille: f\nnature: institution\nrole: les-deux\nresume: R.\nstatut: amorce\nverifie_le: 2026-01-01\n---\n"
    files = {
        "familles/f.md": "---\ntitre: F\n---\n",
        "acteurs/udm.md": sheet.format("UDM"),
        "reunions/m.md": "---\ntitre: R\ndate: 2022-01-01\ninstance: udm\nparticipants: [{acteur: udm}]\n---\nL’UDM et la MDA.\n",
    }
    for name, body in files.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(body, encoding="utf-8")
    return tmp_path


def test_the_verb_prints_text_or_annotations(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(str(folder), render_all, "section", meeting="m") == 0
    assert "7  UDM → UDM (acteurs/udm)" in capsys.readouterr().out
    assert run(str(folder), render_all, "section", form="github") == 0
    assert f"::warning file={folder}/reunions/m.md,line=7::« MDA » est peut-être" in capsys.readouterr().out
    assert run(str(folder), render_all, "section", form="gitlab") == 0
    assert json.loads(capsys.readouterr().out)[0]["location"]["lines"] == {"begin": 7}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param({"form": "html"}, "--format: « html » — choisir parmi : texte, github, gitlab\n", id="format"),
        pytest.param(
            {"kind": "nom"},
            "--kind: « nom » — choisir parmi : noms, acteurs, formes, alias-en-trop, alias-sans-emploi, mentions\n",
            id="sorte",
        ),
        pytest.param({"meeting": "n"}, "--meeting : « n » n'est pas une réunion\n", id="réunion"),
        pytest.param({"policy": "tout"}, "CROSSLINKS: « tout » — choisir parmi : mention, section, page\n", id="réglage"),
    ],
)
def test_the_verb_refuses_what_it_does_not_know(
    folder: Path, arguments: dict[str, str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    policy = arguments.pop("policy", "section")
    assert run(str(folder), render_all, policy, **arguments) == 1  # type: ignore[arg-type]
    assert capsys.readouterr().err == message


def test_the_verb_tells_the_errors_of_a_content_and_nothing_else(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "acteurs/udm.md").write_text("---\ntitre: UDM\n---\n", encoding="utf-8")
    assert run(str(folder), render_all, "section") == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "« famille » manque" in shown.err
