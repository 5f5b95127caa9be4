"""Answers side by side, in the order of the relay."""

from plugins.needs.relay import relay, relays
from tests.needs.sample import actor, content, need


def test_who_goes_towards_people_comes_before_who_receives_them() -> None:
    documents = [actor("agence"), actor("ecole", "ressource"), actor("mediateurs", "aller-vers"), actor("maison", "les-deux")]
    asked = need("n", "agence ecole maison mediateurs")
    found = relay(asked, content(*documents, asked), {})
    assert [step.actor.slug for step in found.steps] == ["mediateurs", "maison", "agence", "ecole"]


def test_inside_a_role_the_order_is_the_editor_s() -> None:
    asked = need("n", "b a")
    assert [step.actor.slug for step in relay(asked, content(actor("a"), actor("b"), asked), {}).steps] == ["b", "a"]


def test_a_missing_answer_keeps_its_place_in_the_relay() -> None:
    asked = need("n", "agence", "mediateurs mairie")
    found = relay(asked, content(actor("agence"), actor("mairie"), actor("mediateurs", "aller-vers"), asked), {})
    assert [(step.actor.slug, step.answer is not None) for step in found.steps] == [
        ("mediateurs", False),
        ("agence", True),
        ("mairie", False),
    ]
    assert [step.actor.slug for step in found.answers] == ["agence"]
    assert [step.actor.slug for step in found.missing] == ["mediateurs", "mairie"]


def test_an_actor_that_answered_is_not_missing_as_well() -> None:
    asked = need("n", "a", "a")
    assert len(relay(asked, content(actor("a"), asked), {}).steps) == 1


def test_a_need_that_nobody_answers_has_an_empty_relay() -> None:
    assert relays(content(need("n")))["n"].steps == ()
