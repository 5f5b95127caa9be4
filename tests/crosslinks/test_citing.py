from plugins.crosslinks.citing import companions, mentioned_actors
from tests.crosslinks.sample import MARCH, OCTOBER, content, mentions

SITE = content(OCTOBER, MARCH)


def test_a_meeting_lists_its_actors_by_family_in_their_order_the_most_mentioned_first() -> None:
    found = mentioned_actors(
        SITE, mentions(SITE, {"reunions/mars": "<p>L’UDM, les clubs de quartier, les clubs de quartier, l’Agence Avenir.</p>"})
    )
    assert [(family.slug, [(one.slug, one.count) for one in family.actors]) for family in found["reunions/mars"]] == [
        ("metiers", [("clubs", 2), ("union", 1)]),
        ("emploi", [("agence", 1)]),
    ]


def test_a_page_that_mentions_no_actor_lists_nothing() -> None:
    assert mentioned_actors(SITE, mentions(SITE, {"reunions/mars": "<p>Aller vers.</p>"})) == {}


def test_companions_stand_in_the_same_paragraph_each_paragraph_once() -> None:
    html = "<p id='a'>UDM, UDM, clubs de quartier.</p><p id='b'>UDM et Agence Avenir.</p><p id='c'>clubs de quartier</p>"
    found = companions(SITE, mentions(SITE, {"reunions/mars": html, "pages/a-propos": "<p>UDM, clubs de quartier</p>"}))
    assert [(one.slug, one.count) for one in found["acteurs/union"]] == [("clubs", 2), ("agence", 1)]
    assert [(one.slug, one.count) for one in found["acteurs/clubs"]] == [("union", 2)]
    assert [(one.slug, one.count) for one in found["acteurs/agence"]] == [("union", 1)]


def test_two_bullets_of_one_list_are_not_together() -> None:
    assert companions(SITE, mentions(SITE, {"reunions/mars": "<ul><li>UDM</li><li>clubs de quartier</li></ul>"})) == {}


def test_ways_of_working_are_no_companions() -> None:
    assert companions(SITE, mentions(SITE, {"reunions/mars": "<p>l’UDM veut aller vers le monde de l'emploi</p>"})) == {}
