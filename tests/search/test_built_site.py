"""The search of a built site: the right page first, every link alive."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from plugins.search.command import index_entry, ranked

pytestmark = pytest.mark.site

FIRST = {
    "delegue quartier": ("acteurs/delegues-du-quartier/", "sans accents, sans le mot vide"),
    "delegue du quartier": ("acteurs/delegues-du-quartier/", "sans accents, au singulier"),
    "ecole du travail social": ("acteurs/ecole-sociale/", "sans accents"),
    "voisin relais": ("acteurs/voisins-relais/", "au singulier"),
    "voisin-relais": ("acteurs/voisins-relais/", "avec un trait d'union"),
    "bureau de placement": ("acteurs/agence-du-travail/", "un ancien nom"),
    "agence du travail": ("acteurs/agence-du-travail/", "le nom d'aujourd'hui"),
    "ADI": ("acteurs/ateliers-d-insertion/", "un sigle"),
    "caisse soutien aux familles": ("acteurs/caisse-de-soutien/", "ce que veut dire le sigle"),
    "profesionnalisation": ("demarche/professionnalisation/", "une lettre manque"),
    "acompagnateurs socieux": ("acteurs/accompagnateurs-sociaux/", "une faute à chaque mot"),
    "QPV": ("glossaire/", "un sigle qui n'est pas un acteur"),
    "aller vers": ("demarche/aller-vers/", "deux mots très courants"),
    "aller dehors": ("demarche/aller-dehors/", "ce n'est pas aller vers"),
    "je cherche une formation": ("besoins/formation/", "un besoin, comme on le dit"),
    "aprentissage": ("glossaire/", "une lettre oubliée"),
    "feuille de route": ("feuille-de-route/", "une liste du site"),
    "annuaire": ("acteurs/", "un autre mot pour une liste du site"),
    "Rouen": ("qui-peut-aider/territoire/rouen/", "une ville qui a sa page"),
    "les remparts": ("qui-peut-aider/?territoire=qn07699m", "un quartier : l'outil, à cet endroit"),
    "quartier prioritaire les remparts": ("qui-peut-aider/?territoire=qn07699m", "un quartier prioritaire"),
    "qn07699m": ("qui-peut-aider/?territoire=qn07699m", "le code d'un quartier"),
    "qui peut aider": ("qui-peut-aider/", "l'outil, par son nom"),
    "suivi": ("suivi/", "le suivi"),
    "le réseau": ("reseau/", "l'état du réseau"),
    "comparer": ("comparer/", "la comparaison"),
    "plan du site": ("a-z/", "la liste de tout"),
    "comptes rendus": ("reunions/", "le mot des habitués"),
    # Whoever looks for it wants to be accompanied: the need that promises it comes before those who do it, who come next.
    "l'accompagnement": ("besoins/droits/", "un mot qui ne nomme aucune page"),
}
SPELLINGS = ["accompagnement", "l'accompagnement", "L’ACCOMPAGNEMENT", "l accompagnement", "laccompagnement", "accompagnements"]
NOTHING = ["ouistigrabule", "flurbonique trazoule", "***", ""]


@pytest.fixture(scope="module")
def answered(built_site: Path) -> dict[str, list[str]]:
    return ranked(built_site, [*FIRST, *SPELLINGS, *NOTHING], limit=1000)


@pytest.mark.parametrize(
    ("query", "url"), [(query, url) for query, (url, _) in FIRST.items()], ids=[why for _, why in FIRST.values()]
)
def test_the_page_wanted_comes_first(answered: dict[str, list[str]], query: str, url: str) -> None:
    assert answered[query][:1] == [url]


@pytest.mark.parametrize("spelling", SPELLINGS[1:])
def test_every_spelling_of_a_word_finds_the_same_pages(answered: dict[str, list[str]], spelling: str) -> None:
    assert len(answered["accompagnement"]) >= 5
    assert answered[spelling] == answered["accompagnement"]


def test_the_first_page_for_a_word_that_names_none_has_it_in_its_summary(
    answered: dict[str, list[str]], built_site: Path
) -> None:
    html = (built_site / answered["l'accompagnement"][0] / "index.html").read_text(encoding="utf-8")
    assert re.search(r'<meta name="description" content="[^"]*accompagnement', html)


def test_after_the_need_come_those_who_accompany(answered: dict[str, list[str]]) -> None:
    assert "acteurs/accompagnateurs-sociaux/" in answered["l'accompagnement"][:3]


def test_a_word_that_the_site_does_not_hold_finds_nothing(answered: dict[str, list[str]]) -> None:
    assert [answered[query] for query in NOTHING] == [[], [], [], []]


def test_every_result_and_every_section_leads_somewhere(built_site: Path) -> None:
    entry = index_entry(built_site)
    assert entry is not None
    found = re.fullmatch(r'window\.recherche\.recevoir\("\w+",(.*)\);\n', entry.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    pieces = json.loads(found[1])
    assert pieces["manifeste"]["pages"]
    dead = []
    for rank in range(len(pieces["manifeste"]["pages"])):
        (url, *_), sections = pieces[f"fiches/{rank}"]
        page = built_site / url.partition("?")[0] / "index.html"
        html = page.read_text(encoding="utf-8") if page.is_file() else ""
        ids = set(re.findall(r'\bid="([^"]+)"', html))
        anchors = [anchor for anchor, _, _ in sections if anchor]
        dead += [f"{url}#{anchor}" for anchor in anchors if anchor not in ids] if ids else [url]
    assert dead == []


def test_the_verb_prints_the_results_and_why_they_rank(inv, built_site: Path) -> None:
    ended = inv("search", "bureau de placement", "--site", built_site, "--limit", "1")
    assert ended.returncode == 0, ended.stderr
    assert re.search(r"^\d+ résultats pour « bureau de placement »\n\n1\. Agence du travail  \[Acteur\]", ended.stdout)
    assert "/acteurs/agence-du-travail/" in ended.stdout
    assert "nom exact · bureau (le mot, alias) ; placement (le mot, alias)" in ended.stdout


def test_the_verb_says_what_to_do_where_there_is_no_site(inv, tmp_path: Path) -> None:
    ended = inv("search", "emploi", "--site", tmp_path)
    assert ended.returncode == 1
    assert "lancer « .venv/bin/inv build » d'abord" in ended.stderr


def test_the_index_of_the_site_is_one_file_within_its_budget(built_site: Path) -> None:
    assert len(list((built_site / "recherche/index").rglob("*.js"))) == 1


def test_the_engine_needs_nothing_but_node(built_site: Path) -> None:
    entry = index_entry(built_site)
    assert entry is not None
    command = ["node", "theme/static/js/search/terminal.js", str(entry.parent), entry.name, "1", "udm"]
    ended = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True)
    assert "1. Union des métiers" in ended.stdout


# What a page of the site is that nobody looks for: the search itself, old addresses, the paper, what only editors read.
UNSOUGHT = re.compile(r"recherche/|redaction/|.*/fiche/|.*/[2-9]/|\./")


def test_no_page_is_out_of_reach(built_site: Path) -> None:
    entry = index_entry(built_site)
    assert entry is not None
    text = entry.read_text(encoding="utf-8")
    pages = {path.parent.relative_to(built_site).as_posix() + "/" for path in built_site.rglob("index.html")}
    gone = re.compile('http-equiv="refresh"|data-template="retiree"')
    moved = {page for page in pages if gone.search((built_site / page / "index.html").read_text(encoding="utf-8"))}
    sought = {page for page in pages - moved if not UNSOUGHT.fullmatch(page)}
    assert {"suivi/", "qui-peut-aider/territoire/rouen/", "comparer/"} <= sought
    assert sorted(page for page in sought if f'["{page}",' not in text) == []


@pytest.mark.parametrize(
    "url", ["suivi/", "reseau/", "alliance/", "comparer/", "qui-peut-aider/", "a-z/", "hors-ligne/", "licences/"]
)
def test_a_result_has_the_title_of_the_page_that_it_opens(built_site: Path, url: str) -> None:
    entry = index_entry(built_site)
    assert entry is not None
    told = re.search(rf'\["{url}","([^"]+)"', entry.read_text(encoding="utf-8"))
    heading = re.search(r"<h1[^>]*>(.*?)</h1>", (built_site / url / "index.html").read_text(encoding="utf-8"), re.DOTALL)
    assert told
    assert heading
    assert told[1] == re.sub(r"<[^>]+>", "", heading[1]).strip()


def test_unanswered_questions_may_be_sent_where_errors_are_reported_by_mail(built_site: Path, published: Path) -> None:
    told = (published / "recherche/index.html").read_text(encoding="utf-8")
    assert 'href="mailto:base@exemple.fr" data-memory="letter"' in told
    assert 'data-memory="letter"' not in (built_site / "recherche/index.html").read_text(encoding="utf-8"), "no address is known"
