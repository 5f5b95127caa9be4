"""The alliance, read from the records: who is in, what is shared, who is missing."""

from dataclasses import replace
from datetime import date

from plugins.alliance.alliance import alliance
from plugins.alliance.publics import figures, practices, publics, rural_entries, rural_terms
from plugins.crosslinks.backlink_records import Backlinks, CitingPage
from plugins.model.kinds import Kind
from plugins.model.lists import Term
from tests.alliance.sample import actor, content, document, family, meeting, need, step

MARCH = meeting(
    "2026-03-12-comite",
    "2026-03-12",
    participants=[
        {"acteur": "mairie"},
        {"acteur": "mairie", "fonction": "élue"},
        {"acteur": "musee", "qualite": "invite"},
        {"acteur": "ecole", "qualite": "excuse"},
    ],
    propositions=[{"id": "p1", "texte": "Sortir ensemble.", "acteur": "mairie"}],
    constats=[{"id": "c1", "texte": "Dans les ZRR, c'est pareil."}, {"id": "c2", "texte": "Rien de tel en ville."}],
    pratiques=[{"id": "r1", "texte": "Un stand."}, {"id": "r2", "texte": "Un bus.", "resultat": "Cinquante personnes."}],
    chiffres=[{"id": "n1", "valeur": "50", "texte": "Personnes montées dans le bus."}],
)
JUNE = meeting("2026-06-01-comite", "2026-06-01", participants=[{"acteur": "mairie"}, {"acteur": "voisins"}])
GROUND = document(
    Kind.APPROACH,
    "socle-commun",
    sources=[{"reunion": MARCH.slug, "id": "p1"}, {"titre": "Un livre"}, {"reunion": MARCH.slug, "id": "c2"}],
)
SITE = content(
    actor("mairie"), actor("musee"), actor("ecole", publics=["jeunes"]), actor("voisins", nature="reseau", famille="rue"),
    actor("club", nature="reseau", famille="rue", publics=["jeunes", "residents-qpv"]), actor("oublie"), actor("comite", nature="instance"),
    family("guichets"), family("rue"), family("vide"), MARCH, JUNE, GROUND,
    need("bouger", attendus=["club"], publics=["residents-qpv"]),
    step("sortir", porteurs=["mairie"], avec=["ecole", "mairie"], origine=[{"reunion": MARCH.slug, "id": "p1"}]),
    socle="socle-commun", public_d_abord="residents-qpv",
)  # fmt: skip
GROUP = CitingPage("reunions/x", "X", "reunions/x/", date(2026, 3, 12), Kind.MEETING, (), 4)
PAGE = CitingPage("pages/x", "X", "x/", None, Kind.PAGE, (), 9)
LINKS = {"acteurs/club": Backlinks((GROUP, PAGE), 13)}


def test_a_seat_is_taken_by_who_was_there_or_invited_not_by_who_was_excused() -> None:
    seats = {seat.actor.slug: seat for seat in alliance(SITE, {}).seats}
    assert list(seats) == ["mairie", "musee", "voisins"]
    assert [len(seats[slug].meetings) for slug in seats] == [2, 1, 1]
    assert seats["musee"].guest
    assert not seats["mairie"].guest
    assert [proposal.id for _, proposal in seats["mairie"].proposals] == ["p1"]


def test_who_is_still_to_be_asked_comes_with_every_reason() -> None:
    found = {one.actor.slug: one for one in alliance(SITE, LINKS).absent}
    assert list(found) == ["ecole", "club"]
    assert [one.slug for one in found["ecole"].steps] == ["sortir"]
    assert (found["club"].awaited, found["club"].mentioned) == (1, 4), "pages of the site are no meeting"


def test_who_carries_a_step_or_is_the_body_itself_is_not_to_be_asked() -> None:
    site = content(actor("comite"), actor("mairie"), MARCH, step("sortir", porteurs=["ecole"]), actor("ecole"))
    links = {key: Backlinks((GROUP,), 4) for key in ("acteurs/comite", "acteurs/ecole")}
    assert alliance(site, links).absent == ()


def test_each_family_is_told_with_how_many_of_it_came_to_the_table() -> None:
    assert [(one.slug, count) for one, count in alliance(SITE, {}).families] == [("guichets", 2), ("rue", 1), ("vide", 0)]


def test_the_common_ground_is_dated_and_leads_to_its_steps() -> None:
    ground = alliance(SITE, {}).ground
    assert ground is not None
    (version,) = ground.versions
    assert (version.meeting.slug, [item.id for _, item in version.entries]) == (MARCH.slug, ["p1", "c2"])
    assert [one.slug for one in ground.steps] == ["sortir"]
    assert alliance(content(), {}).ground is None


def test_residents_of_priority_districts_come_first() -> None:
    found = publics(SITE)
    assert [one.code for one in found] == ["residents-qpv", "jeunes"]
    assert [one.slug for one in found[0].needs] == ["bouger"]
    assert [one.slug for one in found[1].actors] == ["club", "ecole"]


def test_what_was_said_of_rural_areas_is_found_by_their_acronyms() -> None:
    assert rural_terms(SITE) == ()
    assert [one.item.id for one in rural_entries(SITE)] == ["c1"]
    frr = Term(terme="France ruralités revitalisation", sigle="FRR", definition="Des communes.")
    assert rural_terms(replace(SITE, glossary=(frr,))) == (frr,)


def test_practices_whose_result_is_known_come_first() -> None:
    assert [one.id for _, one in practices(SITE)] == ["r2", "r1"]
    assert [(meeting.slug, one.valeur) for meeting, one in figures(SITE)] == [(MARCH.slug, "50")]
