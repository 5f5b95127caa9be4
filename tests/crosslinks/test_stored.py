"""What was linked and explained once is the same when it comes from the store, and is done again when anything decides otherwise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from plugins.cache.store import Store
from plugins.crosslinks.pages import Links
from plugins.glossary.pages import Explanations
from plugins.model.content import Content
from plugins.model.lists import Term
from plugins.model.records import Alias
from plugins.reading.command import render_all
from plugins.registry.building import build
from plugins.site import weave
from tests.registry.sample import PARTICIPANTS, content, meeting

BODY = """## L’UDM

Mme Vasseur et la CAF, puis la CAF et la CAF. Un QPV, [l'UDM](../acteurs/union.md).

La Maison des Ados et la MDA ; les Maisons des Ados. « Nous venons », dit l'UDM.
"""
TERM = Term(terme="quartier prioritaire", sigle="QPV", definition="Un lieu.")


@pytest.fixture
def site() -> Content:
    whole = content(meeting("recente", "2022-03-01", PARTICIPANTS, BODY), page="L’association Les Cimes. Un QPV. L’UDM.")
    return replace(whole, glossary=(TERM,), glossary_places=(whole.meetings["recente"].place(),))


class Made(NamedTuple):
    """What comes of the bodies of a content."""

    html: Mapping[str, str]
    sections: Mapping[str, Any]
    mentions: Mapping[str, Any]
    overview: Any
    told: list[Any]
    read: int


def made(path: Path, site: Content, policy: Any = "section") -> Made:
    """As a build does it, with what the one before left; `read` says how many bodies had to be read."""
    rendered, wrong = render_all(site)
    assert wrong == []
    registry, store, read = build(site)[0], Store(path), []
    links, terms = Links(site, registry, policy, store), Explanations(site, registry)
    find = links.find
    links.find = lambda *given: read.append(1) or find(*given)  # type: ignore[method-assign, func-returns-value]
    woven = {key: weave(document, rendered[key], links, terms, store) for key, document in site.by_key().items()}
    assert store.close() == []
    html, parts = {key: one.html for key, one in woven.items()}, {key: one.sections for key, one in woven.items()}
    return Made(html, parts, links.mentions, links.overview(), list(terms.diagnostics()), len(read))


def test_what_comes_from_the_store_is_what_was_found(site: Content, tmp_path: Path) -> None:
    first = made(tmp_path / "file", site)
    assert len([one for page in first.mentions.values() for one in page if one.skipped]) > 1
    assert first.overview.likely
    assert first.read == len(site.by_key())
    assert made(tmp_path / "file", site) == first._replace(read=0)


def alias(site: Content) -> Content:
    return edited(site, "actors", "union", alias=[Alias(forme="Maison des Ados", casse=False, nombre=False)])


def edited(site: Content, kind: str, slug: str, **values: Any) -> Content:
    known = dict(getattr(site, kind))
    known[slug] = replace(known[slug], record=known[slug].record.model_copy(update=values))
    return replace(site, **{kind: known})


EDITS: Mapping[str, Callable[[Content], Content]] = {
    "an alias": alias,
    "an expression that names nobody": lambda site: edited(site, "actors", "union", jamais=["dit l'UDM"]),
    "who took part": lambda site: edited(site, "meetings", "recente", participants=[]),
    "a term": lambda site: replace(site, glossary=(TERM.model_copy(update={"terme": "lieu prioritaire"}),)),
    "a title that a text takes for an actor": lambda site: edited(site, "pages", "a-propos", titre="Les Cimes"),
    "a line more before the body": lambda site: replace(
        site, meetings={slug: replace(one, body_line=one.body_line + 1) for slug, one in site.meetings.items()}
    ),
}


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS.keys())
def test_an_edit_shows_as_it_does_without_a_store(site: Content, tmp_path: Path, edit: Callable[[Content], Content]) -> None:
    before, fresh = made(tmp_path / "file", site), made(tmp_path / "other", edit(site))
    again = made(tmp_path / "file", edit(site))
    assert again._replace(read=0) == fresh._replace(read=0) != before._replace(read=0)
    assert again.read


def test_another_policy_links_other_mentions(site: Content, tmp_path: Path) -> None:
    section, mention = made(tmp_path / "file", site), made(tmp_path / "file", site, "mention")
    assert section.html != mention.html
    assert mention == made(tmp_path / "other", site, "mention")


def test_a_body_that_was_edited_is_read_again_and_no_other(site: Content, tmp_path: Path) -> None:
    made(tmp_path / "file", site)
    page = site.pages["a-propos"]
    more = replace(site, pages={"a-propos": replace(page, body=f"{page.body} La CAF.")})
    assert made(tmp_path / "file", more).read == 1
