"""What a person types, and what Pelican says, become settings and diagnostics."""

import logging
from pathlib import Path
from typing import Any

import pytest

from plugins.building.failures import Collector
from plugins.building.overrides import parse
from plugins.building.settings import Order, settings_of

ROOT = Path(__file__).parents[2]
KNOWN: dict[str, Any] = {
    "SITENAME": "Un site",
    "RELATIVE_URLS": True,
    "BUDGET": 150_000,
    "PLUGINS": ["a"],
    "PAIRS": [("a", "b")],
    "FILTERS": {},
    "FEED": None,
}


@pytest.mark.parametrize(
    ("assignment", "value"),
    [
        pytest.param("SITENAME=Alliance des Marais", "Alliance des Marais", id="a text"),
        pytest.param("SITENAME=2026", "2026", id="a text that is a number"),
        pytest.param('SITENAME="true"', "true", id="a text between quotation marks"),
        pytest.param("SITENAME=a=b", "a=b", id="a value with an equals sign"),
        pytest.param("SITENAME=", "", id="an empty value"),
        pytest.param("RELATIVE_URLS=false", False, id="a truth value"),
        pytest.param("BUDGET=0", 0, id="a number"),
        pytest.param('PLUGINS=["b", "c"]', ["b", "c"], id="a list"),
        pytest.param('PAIRS=[["x", "y"]]', [["x", "y"]], id="a list of pairs"),
        pytest.param('FILTERS={"a": 1}', {"a": 1}, id="a table"),
        pytest.param("FEED=atom.xml", "atom.xml", id="a setting without a value so far"),
    ],
)
def test_a_value_is_of_the_kind_of_the_known_one(assignment: str, value: object) -> None:
    name = assignment.partition("=")[0]
    assert parse([assignment], KNOWN) == ({name: value}, [])


@pytest.mark.parametrize(
    ("assignment", "wanted"),
    [
        pytest.param("RELATIVE_URLS=oui", "écrire true ou false", id="no truth value"),
        pytest.param("RELATIVE_URLS=1", "écrire true ou false", id="a number for a truth value"),
        pytest.param("BUDGET=abc", "écrire un nombre entier", id="no number"),
        pytest.param("BUDGET=-3", "écrire un nombre entier", id="below nothing"),
        pytest.param("BUDGET=true", "écrire un nombre entier", id="a truth value for a number"),
        pytest.param("BUDGET=" + "9" * 5000, "écrire un nombre entier", id="more digits than Python reads"),
        pytest.param("PLUGINS=5", "écrire une liste", id="no list"),
        pytest.param("PLUGINS=[1]", "écrire une liste", id="a list of something else"),
        pytest.param("PLUGINS=" + "[" * 100_000, "écrire une liste", id="a list without end"),
        pytest.param("FILTERS=5", 'écrire {"nom"', id="no table"),
    ],
)
def test_a_value_of_another_kind_is_refused_with_what_to_write(assignment: str, wanted: str) -> None:
    settings, (found,) = parse([assignment], KNOWN)
    assert settings == {}
    assert wanted in found.message


def test_an_unknown_setting_is_an_error_that_names_the_nearest_known() -> None:
    known = dict.fromkeys(("CROSSLINKS", "PEOPLE_DISPLAY"), "")
    settings, diagnostics = parse(["CROSLINK=page", "people_display=complets", "X=1", "seul"], known)
    assert settings == {}
    assert [d.message for d in diagnostics] == [
        "réglage inconnu « CROSLINK » — écrire plutôt « CROSSLINKS »",
        "réglage inconnu « people_display » — écrire plutôt « PEOPLE_DISPLAY »",
        "réglage inconnu « X » — les réglages sont dans pelicanconf.py",
        "« seul » n'est pas un réglage — écrire NOM=VALEUR",
    ]


def told(*assignments: str, file: Path = ROOT / "pelicanconf.py", **options: Any) -> list[str]:
    return [str(one) for one in settings_of(Order(ROOT, options.pop("content", None), None, file, assignments, **options))[1]]


def test_an_engine_is_named_with_all_that_pages_need_and_never_the_key_that_may_write(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALLIANCE_MOTEUR_CLE", "secret")
    said = told("SEARCH_ENGINE=typesense", "SEARCH_ENGINE_ADDRESS=https://e.fr", "SEARCH_ENGINE_KEY=secret")
    assert ["la clé qui permet d'écrire" in one for one in said] == [True]
    (without,) = told("SEARCH_ENGINE=typesense", "SEARCH_ENGINE_ADDRESS=https://e.fr")
    assert "ne permet que de chercher" in without
    (nowhere,) = told("SEARCH_ENGINE=postgres")
    assert "SEARCH_ENGINE_ADDRESS" in nowhere
    assert "https://recherche.exemple.fr" in nowhere
    assert told("SEARCH_ENGINE=typesense", "SEARCH_ENGINE_ADDRESS=https://e.fr", "SEARCH_ENGINE_KEY=autre") == []


@pytest.mark.parametrize(
    ("assignment", "message"),
    [
        pytest.param("THEME=/nulle/part", "n'est pas le dossier d'un thème", id="a theme that is nowhere"),
        pytest.param("THEME=5", "n'est pas le dossier d'un thème", id="a theme that is a number"),
        pytest.param("THEME=simple", "n'est pas le dossier d'un thème", id="a theme of Pelican's, which has no styles of ours"),
        pytest.param('PLUGIN_PATHS=["/nulle/part"]', "n'est pas une liste de dossiers", id="a folder of plugins that is nowhere"),
        pytest.param("DEFAULT_LANG=xx", "écrire fr", id="another language"),
        pytest.param("TIMEZONE=Europe/Pari", "écrire Europe/Paris", id="a time zone with a slip"),
        pytest.param("SEARCH_ENGINE=typesens", "écrire typesense", id="an engine with a slip"),
        pytest.param("SEARCH_ENGINE_ADDRESS=http://exemple.fr", "écrire l'adresse du moteur", id="an engine asked in clear"),
        pytest.param(
            "SEARCH_ENGINE_ADDRESS=https://e.fr; script-src *", "écrire l'adresse du moteur", id="a policy in an address"
        ),
        pytest.param(
            "SEARCH_ENGINE_ADDRESS=https://moi:secret@e.fr", "écrire l'adresse du moteur", id="a password in an address"
        ),
        pytest.param("SEARCH_ENGINE_KEY=une clé", "ni espace ni accent", id="a key that is none"),
        pytest.param("SEARCH_ENGINE_COLLECTION=Mes pages", "lettres minuscules", id="a collection with capitals"),
        pytest.param("SEARCH_ENGINE_PATIENCE=5", "entre 200 et 20000", id="an engine that has no time"),
        pytest.param("BUILD_DATE=2026-02-30", "n'est pas une date", id="a day that is none"),
        pytest.param("BUILD_DATE=9999-12-31", "n'est pas un jour d'aujourd'hui", id="a day from which no other can be counted"),
        pytest.param("PATH=/nulle/part", "ce dossier n'existe pas", id="no content"),
        pytest.param("PLUGINS=[]", 'écrire ["plugins.plugin"]', id="nothing that reads the content"),
        pytest.param('STATIC_PATHS=[".."]', "n'est pas une liste de dossiers du contenu", id="files from outside the content"),
        pytest.param('PAGE_PATHS=["/etc"]', "n'est pas une liste de dossiers du contenu", id="pages from outside the content"),
        pytest.param('DIRECT_TEMPLATES=["index", "nulle"]', "« nulle » n'est pas un gabarit", id="a template that is nowhere"),
        pytest.param("A_Z_SAVE_AS=../a-z.html", "un chemin sous le dossier publié", id="a page outside the site"),
        pytest.param("JINJA_ENVIRONMENT={}", "doit y rester vrai", id="templates that escape nothing"),
        pytest.param("TYPOGRIFY=true", "écrire false", id="a typography of Pelican's"),
        pytest.param("RELATIVE_URLS=false", "écrire true", id="addresses from the root"),
        pytest.param("SITENAME=a\nb", "« a\\nb » doit tenir sur une seule ligne", id="a name of two lines"),
        pytest.param("PUBLISHER=\x1b[31m", "sans signe invisible", id="a colour of a terminal for a name"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_where_it_was_typed(assignment: str, message: str) -> None:
    (found,) = told(assignment)
    assert found.startswith(f"--set: {assignment.partition('=')[0]} : ")
    assert message in found


@pytest.mark.parametrize("day", ["hier", "2026-02-30", "20260312", "0001-01-01", "2026-W10-4"])
def test_a_day_that_is_none_is_named_as_it_was_typed(day: str) -> None:
    (found,) = told(day=day)
    assert found.startswith(f"--date: « {day} »")
    assert "2026-03-12" in found


def test_a_settings_file_is_obeyed_and_an_option_wins(tmp_path: Path) -> None:
    for name in ("une", "autre"):
        (tmp_path / name).mkdir()
    file = tmp_path / "reglages.py"
    file.write_text("from pelicanconf import *\nPATH = 'une'\nOUTPUT_PATH = 'la'\nBUILD_DATE = '2026-01-02'\n", encoding="utf-8")
    settings, _ = settings_of(Order(ROOT, None, None, file))
    names = ("PATH", "OUTPUT_PATH", "BUILD_DATE", "CONTENT_NAME")
    assert [settings[name] for name in names] == [
        str(tmp_path / "une"),
        str(tmp_path / "la"),
        "2026-01-02",
        str(tmp_path / "une"),
    ]
    settings, _ = settings_of(Order(ROOT, str(tmp_path / "autre"), tmp_path / "ici", file, day="2026-03-04"))
    assert [settings[name] for name in names[:3]] == [str(tmp_path / "autre"), str(tmp_path / "ici"), "2026-03-04"]


def test_a_settings_file_that_gives_no_text_where_one_is_needed_is_told(tmp_path: Path) -> None:
    file = tmp_path / "reglages.py"
    file.write_text("from pelicanconf import *\nSITENAME = None\nCROSSLINKS = 3\n", encoding="utf-8")
    assert told(file=file) == [
        "reglages.py: SITENAME : « None » — écrire un texte",
        "reglages.py: CROSSLINKS : « 3 » — écrire un texte",
    ]


def test_what_is_said_twice_is_asked_again(tmp_path: Path) -> None:
    assert told(f"PATH={tmp_path}", content=str(tmp_path)) == ["--set: PATH : --content le dit déjà — n'écrire que l'un des deux"]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        pytest.param("LISEZ.md", "# Lisez-moi", "son nom finit par .py", id="no Python"),
        pytest.param("faux.py", "x = 1\ny = (\n", "faux.py:2: ce fichier de réglages ne se lit pas (SyntaxError)", id="a slip"),
        pytest.param("stop.py", "\nraise ValueError('non')", "stop.py:2: ce fichier de réglages ne se lit pas", id="an accident"),
        pytest.param("part.py", "raise SystemExit('pas ainsi')", "part.py: pas ainsi", id="one that refuses"),
        pytest.param("seul.py", "SITENAME = 'x'", "from pelicanconf import *", id="one that does not know ours"),
        pytest.param(
            "pris.py", "from pelicanconf import *\nTHEME = 'x'", "pris.py: THEME : « x »", id="one with a faulty setting"
        ),
        pytest.param("latin.py", "x = 'é'", "latin.py", id="one in another encoding"),
        pytest.param("absent.py", None, "n'existe pas", id="none"),
    ],
)
def test_a_settings_file_that_cannot_be_used_is_named(tmp_path: Path, name: str, text: str | None, message: str) -> None:
    if text is not None:
        (tmp_path / name).write_text(text, encoding="latin-1")
    (found,) = told(file=tmp_path / name)
    assert message in found


def test_what_pelican_only_logs_becomes_an_error() -> None:
    collector, logger = Collector(), logging.getLogger("tests.building")
    logger.addHandler(collector)
    logger.propagate = False
    logger.info("Fine")
    logger.warning("Unable to find\n  '%s'", "x.md")
    try:
        raise ValueError("no such template")
    except ValueError:
        logger.exception("Cannot write")
    assert [d.message for d in collector.diagnostics] == ["Unable to find 'x.md'", "Cannot write (no such template)"]
