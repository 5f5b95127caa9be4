"""Messages and their places."""

from __future__ import annotations

import json

import pytest

from plugins.diagnostics import Place, annotations, errors, listing

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
    assert annotations([Place("a,b.md", 0).warning("50 %\nligne")], "github") == "::warning file=a%2Cb.md,line=1::50 %25%0Aligne"


def test_gitlab_reads_a_code_quality_report_with_stable_fingerprints() -> None:
    first, second = (json.loads(annotations([PLACE.error("x")], "gitlab"))[0] for _ in range(2))
    assert first["location"] == {"path": "contenu/a.md", "lines": {"begin": 3}}
    assert first["severity"] == "major"
    assert first["fingerprint"] == second["fingerprint"]


def test_another_forge_is_refused() -> None:
    with pytest.raises(ValueError, match="forge inconnue"):
        annotations([], "svn")
