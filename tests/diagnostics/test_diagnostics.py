"""Messages and their places."""

from __future__ import annotations

import json

import pytest

from plugins.diagnostics import Place, annotations, counted, errors, listing, shortened, visible

PLACE = Place("contenu/a.md", 3)


def test_a_message_starts_with_its_place() -> None:
    assert str(PLACE.error("mal — mieux")) == "contenu/a.md:3: mal — mieux"
    assert str(PLACE.at(4).warning("à voir")) == "contenu/a.md:4: avertissement : à voir"


def test_a_listing_is_sorted_by_file_then_line_and_says_each_thing_once() -> None:
    found = [Place("b.md", 1).error("x"), PLACE.at(12).error("y"), PLACE.error("z"), PLACE.error("z")]
    assert listing(found).splitlines() == ["b.md:1: x", "contenu/a.md:3: z", "contenu/a.md:12: y"]


def test_only_errors_forbid_publication() -> None:
    error, warning = PLACE.error("x"), PLACE.warning("y")
    assert errors([warning, error]) == [error]


def test_github_annotations_escape_what_would_end_a_command() -> None:
    assert annotations([Place("a,b.md", 0).warning("50 %\nligne")], "github") == r"::warning file=a%2Cb.md,line=1::50 %25\nligne"


def test_gitlab_reads_a_code_quality_report_with_stable_fingerprints() -> None:
    first, second = (json.loads(annotations([PLACE.error("x")], "gitlab"))[0] for _ in range(2))
    assert first["location"] == {"path": "contenu/a.md", "lines": {"begin": 3}}
    assert first["severity"] == "major"
    assert first["fingerprint"] == second["fingerprint"]


def test_another_forge_is_refused() -> None:
    with pytest.raises(ValueError, match="forge inconnue"):
        annotations([], "svn")


def test_a_message_about_a_whole_file_names_no_line() -> None:
    assert str(Place("contenu/a.md", 0).error("mal — mieux")) == "contenu/a.md: mal — mieux"
    assert str(Place("contenu/a.md", 0).warning("à voir")) == "contenu/a.md: avertissement : à voir"


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        pytest.param("x\n::error file=a.md::piège", r"x\n::error file=a.md::piège", id="une ligne d'annotation"),
        pytest.param("x\r\nsuite\tici", r"x\r\nsuite\tici", id="retours et tabulation"),
        pytest.param("\x1b[31mrouge\x9b0m\x07", r"\x1b[31mrouge\x9b0m\x07", id="couleurs et sonnerie d'un terminal"),
        pytest.param("a\u2028b\u2029c\x85d", r"a\u2028b\u2029c\x85d", id="autres fins de ligne"),
        pytest.param("nom\u202egnp.exe", r"nom\u202egnp.exe", id="sens de lecture retourné"),
        pytest.param("nom\udcff.md", r"nom\udcff.md", id="octet qui n'est pas de l'UTF-8"),
        pytest.param("##[error]piège", "## [error]piège", id="ancienne forme d'une commande de forge"),
        pytest.param("L’été : 50 %, « œuvre » 👩‍💼", "L’été : 50 %, « œuvre » 👩‍💼", id="le français reste comme il est"),
    ],
)
def test_a_message_stays_on_its_line_and_commands_nothing(written: str, shown: str) -> None:
    assert visible(written) == shown
    for text in (str(Place(written, 2).error(written)), annotations([Place("a.md", 2).error(written)], "github")):
        assert len(text.splitlines()) == 1
        assert text.encode(), "it can be written"
        assert "\x1b" not in text
    (one,) = json.loads(annotations([Place(written, 2).error(written)], "gitlab"))
    assert (one["description"], one["location"]["path"]) == (shown, shown)


def test_a_long_value_is_quoted_by_its_beginning() -> None:
    assert shortened("a" * 500) == "a" * 79 + "…"
    assert shortened(12) == "12"


@pytest.mark.parametrize(
    ("number", "noun", "said"),
    [(0, "erreur", "0 erreur"), (1, "erreur", "1 erreur"), (2, "erreur", "2 erreurs"), (2, "fiche relais", "2 fiches relais")],
)
def test_a_noun_agrees_with_its_number(number: int, noun: str, said: str) -> None:
    assert counted(number, noun) == said
