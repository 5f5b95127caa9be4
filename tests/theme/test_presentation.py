"""Words, orders and addresses that templates show."""

import json
import re
from dataclasses import dataclass, replace
from datetime import date

import pytest
from jinja2 import Environment

from plugins.model import meeting
from plugins.model.content import Content
from plugins.model.entries import AHEAD, ENTRIES
from plugins.model.records import Source
from plugins.presentation import bodies, cards, grouping, meetings
from plugins.presentation.filters import of_this_site
from plugins.registry.building import build


def test_families_take_their_hue_from_their_rank(content: Content) -> None:
    assert grouping.hues(content) == {
        "rue": 1, "guichet": 2, "soutien": 3, "formation": 4, "habitants": 5, "partenaires": 6,
    }  # fmt: skip


def test_roles_come_in_the_order_of_the_relay(content: Content) -> None:
    groups = grouping.by_role(content.actors.values())
    assert [role for role, _ in groups] == ["aller-vers", "les-deux", "aller-dans", "coordination", "ressource"]
    assert [actor.slug for actor in groups[0][1]] == [
        "associations-du-quartier", "bus-de-l-emploi", "delegues-du-quartier", "mediateurs-de-rue", "voisins-relais",
    ]  # fmt: skip


def test_an_actor_is_asked_for_the_answers_that_it_gives_and_those_that_it_owes(content: Content) -> None:
    given = [(said, [need.slug for need in needs]) for said, needs in grouping.answers_of(content, "agence-du-travail")]
    assert given == [
        ("Elle propose une formation et aide à la payer.", ["formation"]),
        ("Elle cherche un travail avec la personne.", ["emploi"]),
    ]
    assert [(said, [need.slug for need in needs]) for said, needs in grouping.answers_of(content, "maison-de-quartier")] == [
        ("", ["formation"])
    ]
    assert grouping.answers_of(content, "ecole-sociale") == []


def test_one_answer_to_several_needs_is_told_once(content: Content) -> None:
    needs = {slug: content.needs[slug] for slug in ("formation", "emploi")}
    same = needs["formation"].record.reponses
    both = {slug: replace(need, record=need.record.model_copy(update={"reponses": same})) for slug, need in needs.items()}
    told = grouping.answers_of(replace(content, needs=both), "bureau-d-aide")
    assert [sorted(need.slug for need in needs) for _, needs in told] == [["emploi", "formation"]]


def test_steps_are_those_that_an_actor_carries_or_joins(content: Content) -> None:
    assert [step.slug for step in grouping.steps_of(content, "comite-local")] == ["alliance"]
    assert [step.slug for step in grouping.steps_of(content, "ecole-sociale")] == ["rencontrer-les-ecoles"]
    assert [step.slug for step in grouping.actions_of(content, "alliance")] == [
        "inviter-les-voisins-relais",
        "rencontrer-les-ecoles",
    ]


def test_a_passage_is_quoted_from_the_meeting(content: Content) -> None:
    key, entry = grouping.entry(content, "2026-09-17-comite", "q2")
    assert entry is not None
    assert (key, entry.texte) == ("questions", "Quand ?")
    assert grouping.entry(content, "2026-09-17-comite", "q99") == ("", None)


def test_names_are_filed_without_accent_nor_article() -> None:
    names = ["Un accueil", "École", "L'alliance", "La", "2e chance", "Dunes", "Les deux"]
    filed = {letter: [name for name, _ in entries] for letter, entries in grouping.by_letter([(name, None) for name in names])}
    assert filed == {
        "0–9": ["2e chance"], "A": ["Un accueil", "L'alliance"], "D": ["Les deux", "Dunes"], "E": ["École"], "L": ["La"],
    }  # fmt: skip


def test_titles_that_differ_by_their_day_follow_the_calendar() -> None:
    names = ["Comité — 10 avril 2025", "Comité — 2 juin 2023", "Comité — 1er juin 2023", "Comité — 9 août 2022"]
    assert [name for _, entries in grouping.by_letter([(name, None) for name in names]) for name, _ in entries] == [
        "Comité — 9 août 2022", "Comité — 1er juin 2023", "Comité — 2 juin 2023", "Comité — 10 avril 2025",
    ]  # fmt: skip


def test_who_speaks_in_minutes_bears_the_name_of_that_day(content: Content) -> None:
    said = '<div class="speech" data-actors="agence-du-travail"><p>Oui.</p></div>'
    registry, _ = build(content)
    for day, name in ((date(2023, 5, 2), "Bureau de placement"), (date(2024, 5, 2), "Agence du travail")):
        assert f'<p class="speech-who">{name}</p>' in bodies.dressed(said, content, registry, day)


def test_a_body_gets_speakers_and_apostrophes_and_code_is_left_alone(content: Content) -> None:
    html = (
        '<div class="speech" data-actors="agence-du-travail comite-local"><p id="p-1">L\'une ?</p></div>'
        '<p>L\'<a class="actor" title="l\'autre" data-hue="2">l\'Agence</a> <code>l\'x ?</code></p>'
    )
    dressed = bodies.dressed(html, content)
    assert (
        '<p class="speech-who">Agence du travail et Comité &lt;local&gt; &amp; associés</p><p id="p-1">L’une\u202f?</p>'
        in dressed
    )
    assert '<p>L’<a class="actor" title="l\'autre" data-hue="2">l’Agence</a> <code>l\'x ?</code>' in dressed


def test_the_cards_of_the_site_are_one_script_named_after_its_text(content: Content) -> None:
    file = cards.card_file(content)
    assert re.fullmatch(r"cartes-[0-9a-f]{10}\.js", file.name)
    assert file == cards.card_file(content)
    said = json.loads(file.text.removeprefix("window.cartes=").removesuffix(";\n"))
    assert sorted(said["acteurs"]) == sorted(content.actors)
    assert list(said["acteurs"]["agence-du-travail"].items()) == [
        ("title", "Agence du travail"),
        ("family", "Service public de l’emploi"),
        ("role", "Accueille et ouvre ses portes"),
        ("summary", "Elle accueille, conseille et accompagne vers un emploi."),
    ]
    assert said["termes"]["zr"] == {
        "title": "Zone de revitalisation",
        "summary": "Un territoire rural aidé.",
        "today": "Aujourd’hui\u00a0: Zone France ruralités",
    }


def test_a_card_cannot_break_the_script_that_holds_it(content: Content) -> None:
    actor = content.actors["ecole-sociale"]
    hostile = actor.record.model_copy(update={"titre": "A\u2028B", "resume": '"};alert(1)//'})
    text = cards.card_file(replace(content, actors={"ecole-sociale": replace(actor, record=hostile)})).text
    assert "\u2028" not in text
    assert json.loads(text.removeprefix("window.cartes=").removesuffix(";\n"))["acteurs"]["ecole-sociale"]["title"] == "A\u2028B"


def test_sources_are_gathered_under_their_meeting_and_the_others_come_last() -> None:
    sources = [
        Source(titre="Un livre"),
        Source(titre="A", reunion="une", id="c1"),
        Source(titre="Un site", url="https://www.exemple.fr/", reunion="une"),
        Source(titre="B", reunion="deux"),
        Source(titre="C", reunion="une", id="c2"),
    ]
    found = [(meeting, [source.titre for source in group]) for meeting, group in grouping.by_meeting(sources)]
    assert found == [("une", ["A", "C"]), ("deux", ["B"]), ("", ["Un livre", "Un site"])]


@pytest.mark.parametrize(
    ("decisions", "words"),
    [
        (["convenue", "convenue"], ("suite convenue", "suites convenues")),
        (["proposee"], ("suite proposée", "suites proposées")),
        (["convenue", "proposee"], ("suite", "suites")),
        ([], ("suite", "suites")),
    ],
    ids=["toutes convenues", "proposée", "des deux sortes", "aucune"],
)
def test_a_follow_up_is_called_agreed_only_when_it_was(decisions: list[str], words: tuple[str, str]) -> None:
    entries = [meeting.FollowUp.model_validate({"id": "s1", "texte": "x", "statut": statut}) for statut in decisions]
    told = meetings.list_words(entries, "suites")
    assert (told.one, told.many) == words


def test_every_list_of_a_meeting_has_its_words() -> None:
    assert set(ENTRIES) == set(meeting.Meeting.LISTS)
    assert set(AHEAD) < set(ENTRIES)


@dataclass(frozen=True)
class Heading:
    id: str
    level: int = 2


def test_the_parts_of_minutes_that_say_a_list_again_are_known_by_their_heading(content: Content) -> None:
    record = content.meetings["2026-09-17-comite"].record
    ids = [
        "l-ordre-du-jour",
        "les-echanges",
        "les-suites",
        "ce-qui-est-remis-a-plus-tard",
        "axes-de-travail",
        "les-constats",
        "en-resume",
    ]
    headings = [*map(Heading, ids), Heading("suites", level=3)]
    assert meetings.retold(headings, record) == [
        "l-ordre-du-jour", "les-suites", "ce-qui-est-remis-a-plus-tard", "axes-de-travail", "les-constats",
    ]  # fmt: skip
    bare = record.model_copy(update={"suites": [], "axes": []})
    assert "les-suites" not in meetings.retold(headings, bare)
    assert "axes-de-travail" not in meetings.retold(headings, bare)


def test_what_says_nothing_was_agreed() -> None:
    assert meeting.FollowUp.model_validate({"texte": "x"}).statut == "convenue"


def test_what_depends_on_settings_is_never_kept_in_a_compiled_template() -> None:
    asked: list[str] = []

    def address(page: str) -> str:
        asked.append(page)
        return f"https://exemple.fr/{page}"

    environment = Environment(autoescape=True)
    environment.filters["adresse"] = of_this_site(address)
    template = environment.from_string("{{ 'une-page/'|adresse }}")
    assert asked == []
    assert template.render() == "https://exemple.fr/une-page/"
