"""What is open, who has to do what, and what each meeting changed."""

from datetime import date

import pytest

from plugins.followup.agenda import agenda, check_overdue
from plugins.followup.deadlines import due
from plugins.followup.following import Duty, changes, duties, expected, open_questions
from plugins.model.content import Content
from tests.alliance.sample import actor, content, meeting, need, step

TODAY = date(2026, 7, 1)

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


def carried(site: Content, by: str | None, today: date = TODAY) -> list[Duty]:
    """What one actor, or nobody, has to do."""
    return [duty for duty in duties(site, today) if (by in duty.carriers if by else not duty.carriers)]


def test_a_question_is_open_until_a_meeting_answers_it() -> None:
    found = open_questions(SITE)
    assert [(one.meeting.slug, one.question.id) for one in found] == [("2026-06-01-comite", "q1"), ("2026-03-12-comite", "q2")]
    assert [[step.slug for step in one.worked_on] for one in found] == [[], ["former"]]


def test_each_actor_has_what_it_carries_and_the_rest_is_nobody_s() -> None:
    assert {who: [duty.text for duty in carried(SITE, who)] for who in ("ecole", "mairie", None)} == {
        "ecole": ["Former"], "mairie": ["Écrire aux écoles."], None: ["Trouver un lieu."],
    }  # fmt: skip


def test_what_is_done_given_up_or_in_place_is_no_longer_to_be_done() -> None:
    told = {duty.text for duty in duties(SITE, TODAY)}
    assert not told & {"Réserver la salle.", "Renoncer.", "Fini"}


def test_what_is_to_be_done_says_by_when_with_whom_and_where_it_was_agreed() -> None:
    duty = carried(SITE, "mairie")[0]
    assert (duty.url, duty.deadline, duty.helpers) == ("reunions/2026-03-12-comite/#s1", "en mai", ("ecole",))


def test_what_was_only_proposed_is_not_told_as_agreed() -> None:
    proposed = meeting("m", "2026-03-12", suites=[{"texte": "Écrire.", "statut": "proposee"}, {"texte": "Lire."}])
    assert [(duty.text, duty.proposed) for duty in duties(content(proposed), TODAY)] == [("Écrire.", True), ("Lire.", False)]


def test_what_an_action_took_over_is_said_once() -> None:
    action = step("ecrire", nature="action", axe="axe", porteurs=["mairie"], origine=[{"reunion": MARCH.slug, "id": "s1"}])
    site = content(actor("mairie"), actor("ecole"), MARCH, step("axe"), action)
    assert [duty.text for duty in carried(site, "mairie")] == ["Ecrire"]


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
    assert (open_questions(content()), tuple(duties(content(), TODAY)), changes(content())) == ((), (), ())


NEXT = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("words", "last"),
    [
        pytest.param("d'ici la réunion du 17 décembre 2021", date(2021, 12, 17), id="un jour entier"),
        pytest.param("avant le 1er février", date(2027, 2, 1), id="sans année, le premier qui vient"),
        pytest.param("d'ici la prochaine réunion", NEXT, id="la prochaine réunion"),
        pytest.param("à la séance suivante", NEXT, id="la séance suivante"),
        pytest.param("en mai", date(2026, 5, 31), id="dans le mois"),
        pytest.param("avant décembre", date(2026, 11, 30), id="avant le mois"),
        pytest.param("avant la fin de décembre 2026", date(2026, 12, 31), id="avant sa fin"),
        pytest.param("2026-04-02", date(2026, 4, 2), id="une date de fichier"),
        pytest.param("le 31 juin", None, id="un jour qui n'existe pas"),
        pytest.param("dans un second temps", None, id="aucun jour"),
        pytest.param("", None, id="rien"),
    ],
)
def test_a_deadline_is_known_when_its_words_name_a_day(words: str, last: date | None) -> None:
    assert due(words, date(2026, 3, 12), NEXT) == last


@pytest.mark.parametrize(
    ("today", "overdue"),
    [
        pytest.param(date(2026, 5, 31), False, id="le dernier jour elle tient encore"),
        pytest.param(date(2026, 6, 1), True, id="le lendemain elle est dépassée"),
    ],
)
def test_a_deadline_is_past_the_day_after(today: date, overdue: bool) -> None:
    duty = carried(SITE, "mairie", today)[0]
    assert (duty.due, duty.overdue) == (date(2026, 5, 31), overdue)


@pytest.mark.parametrize("announced", [True, False], ids=["annoncée", "tenue sans avoir été annoncée"])
def test_the_next_meeting_is_the_one_that_was_announced_or_held(announced: bool) -> None:
    values = {"prochaine_reunion": {"date": "2026-06-01"}} if announced else {}
    first = meeting("m", "2026-03-12", suites=[{"texte": "Écrire.", "echeance": "avant la prochaine réunion"}], **values)
    others = [] if announced else [JUNE, OTHER]
    assert next(duties(content(first, *others), TODAY)).due == NEXT


def test_an_actor_is_told_what_it_carries_what_it_owes_and_what_it_asked() -> None:
    asked = meeting("m", "2026-03-12", questions=[{"id": "q1", "texte": "Où ?", "acteur": "ecole"}])
    found = expected(
        content(actor("mairie"), actor("ecole"), actor("club"), MARCH, asked, need("lire", attendus=["ecole"])), TODAY
    )
    told = found["ecole"]
    assert [duty.text for duty in told.duties] == ["Écrire aux écoles."]
    assert [one.slug for one in told.needs] == ["lire"]
    assert [one.question.texte for one in told.questions] == ["Où ?"]
    assert sorted(found) == ["ecole", "mairie"]


OLD = meeting(
    "2024-02-01-comite",
    "2024-02-01",
    questions=[{"id": "q1", "texte": "Depuis quand ?"}],
    suites=[{"id": "s1", "texte": "Relire.", "date": "2024-03-01"}, {"id": "s2", "texte": "Ranger.", "etat": "suspendu"}],
)
LATELY = meeting(
    "2026-06-15-comite",
    "2026-06-15",
    prochaine_reunion={"date": "2026-09-01"},
    suites=[
        {"id": "s1", "texte": "Avant.", "echeance": "bientôt", "date": "2026-08-30"},
        {"id": "s2", "texte": "Après.", "date": "2026-12-01"},
        {"id": "s3", "texte": "Tard.", "date": "2026-06-20"},
        {"id": "s4", "texte": "Plus tard encore.", "date": "2026-06-30"},
    ],
)


def test_what_is_open_is_told_in_time_and_older_years_apart() -> None:
    found = agenda(content(actor("comite", nature="instance"), OLD, LATELY, OTHER), TODAY)
    assert [duty.text for duty in found.late] == ["Plus tard encore.", "Tard."]
    assert [(one.meeting.instance, [duty.text for duty in one.duties]) for one in found.ahead] == [("comite", ["Avant."])]
    assert [duty.text for duty in found.rest] == ["Après."]
    assert [(one.url, [duty.text for duty in one.duties], len(one.questions)) for one in found.years] == [
        ("suivi/2024/", ["Relire."], 1)
    ]
    assert (found.late_in_all, found.asked_in_all, found.questions) == (3, 1, ())


def test_a_dated_deadline_counts_whatever_its_words_say() -> None:
    first = meeting("m", "2026-03-12", suites=[{"texte": "Écrire.", "echeance": "en mai", "date": "2026-04-15"}])
    assert next(duties(content(first), TODAY)).due == date(2026, 4, 15)


def test_what_a_closed_actor_had_to_do_goes_to_who_took_over() -> None:
    closed = actor("club", fin={"date": "2026-01-31", "suite": "ecole"})
    gone = actor("musee", fin={"date": "2026-01-31"})
    first = meeting("m", "2026-03-12", suites=[{"texte": "A.", "porteurs": ["club"]}, {"texte": "B.", "porteurs": ["musee"]}])
    told = [(duty.text, duty.carriers) for duty in duties(content(actor("ecole"), closed, gone, first), TODAY)]
    assert told == [("A.", ("ecole",)), ("B.", ())]


def test_a_deadline_forgotten_for_a_year_is_told_to_the_editor_once_a_meeting() -> None:
    two = [{"texte": "A.", "date": "2024-03-01"}, {"texte": "B.", "date": "2025-06-30"}, {"texte": "C.", "date": "2025-07-01"}]
    old = meeting("vieille", "2024-02-01", suites=two)
    told = list(check_overdue(content(old, LATELY), TODAY))
    assert [(one.path, one.message.partition(",")[0]) for one in told] == [
        ("content/reunions/vieille.md", "« suites » : 2 suites restent ouvertes")
    ]
    done = meeting("vieille", "2024-02-01", suites=[{**two[0], "etat": "fait"}])
    assert list(check_overdue(content(done), TODAY)) == []
