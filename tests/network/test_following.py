"""What is open, who has to do what, and what each meeting changed."""

from plugins.network.following import changes, charges, open_questions
from tests.network.sample import actor, content, meeting, step

MARCH = meeting(
    "2026-03-12-comite",
    "2026-03-12",
    questions=[
        {"id": "q1", "texte": "Qui forme ?", "statut": "repondue", "repondue_par": "2026-06-01-comite"},
        {"id": "q2", "texte": "Avec quel argent ?"},
    ],
    suites=[
        {"id": "s1", "texte": "Écrire aux écoles.", "porteurs": ["mairie"], "avec": ["ecole"], "echeance": "en mai"},
        {"id": "s2", "texte": "Réserver la salle.", "porteurs": ["mairie"], "etat": "fait"},
        {"id": "s3", "texte": "Trouver un lieu."},
        {"id": "s4", "texte": "Renoncer.", "porteurs": ["mairie"], "etat": "abandonne"},
    ],
)
JUNE = meeting("2026-06-01-comite", "2026-06-01", questions=[{"id": "q1", "texte": "Et après ?", "statut": "reportee"}])
OTHER = meeting("2026-05-01-autre", "2026-05-01", instance="autre")
ACTION = step(
    "former",
    nature="action",
    axe="axe",
    porteurs=["ecole"],
    origine=[{"reunion": "2026-03-12-comite", "id": "q2"}],
    avancement="travaillee",
    historique=[
        {"date": "2026-06-01", "avancement": "travaillee", "reunion": "2026-06-01-comite"},
        {"date": "2026-03-12", "avancement": "proposee", "reunion": "2026-03-12-comite"},
    ],
)
DONE = step("fini", nature="action", axe="axe", porteurs=["ecole"], avancement="en-place")
SITE = content(actor("mairie"), actor("ecole"), MARCH, JUNE, OTHER, step("axe"), ACTION, DONE)


def test_a_question_is_open_until_a_meeting_answers_it() -> None:
    found = open_questions(SITE)
    assert [(one.meeting.slug, one.question.id) for one in found] == [("2026-06-01-comite", "q1"), ("2026-03-12-comite", "q2")]
    assert [[step.slug for step in one.worked_on] for one in found] == [[], ["former"]]


def test_each_actor_has_what_it_carries_and_nobody_comes_last() -> None:
    found = charges(SITE)
    assert [(one.actor, [duty.text for duty in one.duties]) for one in found] == [
        ("ecole", ["Former"]),
        ("mairie", ["Écrire aux écoles."]),
        (None, ["Trouver un lieu."]),
    ]


def test_what_is_done_given_up_or_in_place_is_no_longer_to_be_done() -> None:
    told = {duty.text for one in charges(SITE) for duty in one.duties}
    assert not told & {"Réserver la salle.", "Renoncer.", "Fini"}


def test_what_is_to_be_done_says_by_when_with_whom_and_where_it_was_agreed() -> None:
    duty = next(one for one in charges(SITE) if one.actor == "mairie").duties[0]
    assert (duty.url, duty.deadline, duty.helpers) == ("reunions/2026-03-12-comite/#s1", "en mai", ("ecole",))


def test_what_was_only_proposed_is_not_told_as_agreed() -> None:
    proposed = meeting("m", "2026-03-12", suites=[{"texte": "Écrire.", "statut": "proposee"}, {"texte": "Lire."}])
    duties = charges(content(proposed))[0].duties
    assert [(duty.text, duty.proposed) for duty in duties] == [("Écrire.", True), ("Lire.", False)]


def test_what_an_action_took_over_is_said_once() -> None:
    action = step("ecrire", nature="action", axe="axe", porteurs=["mairie"], origine=[{"reunion": MARCH.slug, "id": "s1"}])
    found = charges(content(actor("mairie"), actor("ecole"), MARCH, step("axe"), action))
    assert [duty.text for duty in next(one for one in found if one.actor == "mairie").duties] == ["Ecrire"]


def test_a_meeting_is_compared_with_the_one_before_of_the_same_body() -> None:
    june, _, march = changes(SITE)
    assert (june.meeting.slug, june.previous and june.previous.slug) == (JUNE.slug, MARCH.slug)
    assert march.previous is None


def test_a_meeting_tells_what_it_opened_answered_and_moved() -> None:
    june, _, march = changes(SITE)
    assert [(key, len(items)) for key, items in march.opened] == [("questions", 2), ("suites", 4)]
    assert [(one.slug, question.id) for one, question in june.answered] == [(MARCH.slug, "q1")]
    assert [(one.step.slug, one.before, one.after) for one in june.moved] == [("former", "proposee", "travaillee")]
    assert [(one.step.slug, one.before, one.after) for one in march.moved] == [("former", "", "proposee")]


def test_without_meetings_there_is_nothing_to_follow() -> None:
    assert (open_questions(content()), charges(content()), changes(content())) == ((), (), ())
