"""Words, orders and addresses that templates show."""

import json
import re
from dataclasses import replace
from datetime import date
from typing import Any, get_args

import pytest

from plugins.model import meeting, values
from plugins.model.content import Content
from plugins.model.records import Contact, Offer, Source
from plugins.presentation import bodies, cards, dates, grouping, labels, wording
from plugins.text.addresses import host_of


@pytest.mark.parametrize(
    ("day", "text"),
    [
        pytest.param("2021-10-15", "15\u00a0octobre\u00a02021", id="mois en lettres, espaces insécables"),
        pytest.param("2024-01-01", "1er\u00a0janvier\u00a02024", id="le premier du mois"),
        pytest.param(date(2026, 8, 2), "2\u00a0août\u00a02026", id="accent, pas de zéro devant"),
    ],
)
def test_a_date_is_written_in_full(day: date | str, text: str) -> None:
    assert dates.full_date(day) == text


def test_a_meeting_says_the_day_of_the_week() -> None:
    assert dates.weekday_date("2021-12-17") == "vendredi\u00a017\u00a0décembre\u00a02021"


@pytest.mark.parametrize(("text", "said"), [("09:30", "9 h 30"), ("14:00", "14 h"), ("08:05", "8 h 05")])
def test_an_hour_is_written_as_it_is_read(text: str, said: str) -> None:
    assert dates.hour(text) == said.replace(" ", "\u00a0")


def test_a_name_lasts_from_one_day_to_another_or_is_open_at_one_end() -> None:
    since, until = date(2024, 1, 1), date(2024, 6, 30)
    assert dates.period(since, until).replace("\u00a0", " ") == "du 1er janvier 2024 au 30 juin 2024"
    assert dates.period(None, until).replace("\u00a0", " ") == "jusqu’au 30 juin 2024"
    assert dates.period(since, None).replace("\u00a0", " ") == "depuis le 1er janvier 2024"
    assert dates.period(None, None) == ""


def choices(annotation: Any) -> set[str]:
    return set(get_args(annotation))


@pytest.mark.parametrize(
    ("table", "codes"),
    [
        ("role", choices(values.Role)),
        ("role-court", choices(values.Role)),
        ("nature", choices(values.Nature)),
        ("statut", choices(values.Status)),
        ("statut-explique", choices(values.Status)),
        ("avancement", choices(values.Progress)),
        ("question", choices(meeting.Question.model_fields["statut"].annotation)),
        ("proposition", choices(meeting.Proposal.model_fields["statut"].annotation)),
        ("decision", choices(meeting.FollowUp.model_fields["statut"].annotation)),
        ("suite", choices(get_args(meeting.FollowUp.model_fields["etat"].annotation)[0])),
        ("qualite", choices(meeting.Participant.model_fields["qualite"].annotation)),
        ("offre", set(Offer.model_fields)),
        ("contact", set(Contact.model_fields)),
    ],
)
def test_every_code_of_the_schema_has_its_words(table: str, codes: set[str]) -> None:
    assert codes
    assert set(labels.LABELS[table]) == codes


def test_a_code_without_words_is_shown_rather_than_lost() -> None:
    assert labels.label("gens-du-voyage", "public") == "gens du voyage"


@pytest.mark.parametrize(
    ("count", "said"), [(0, "0 acteur"), (1, "1 acteur"), (2, "2 acteurs")], ids=["zéro est singulier", "un", "plusieurs"]
)
def test_french_plural_begins_at_two(count: int, said: str) -> None:
    assert wording.plural(count, "acteur").replace("\u00a0", " ") == said


def test_a_capital_at_the_beginning_leaves_acronyms_as_they_are() -> None:
    assert wording.sentence_case("habitants des quartiers (QPV)") == "Habitants des quartiers (QPV)"
    assert wording.sentence_case("état") == "État"
    assert wording.sentence_case("") == ""


def test_an_enumeration_ends_with_et() -> None:
    assert [wording.enumeration("abc"[:n]) for n in range(4)] == ["", "a", "a et b", "a, b et c"]


def test_the_root_of_a_site_is_the_path_of_its_address() -> None:
    assert [wording.root_path(address) for address in ("", "https://a.fr", "https://a.fr/b/")] == ["", "", "/b"]


def test_an_address_is_said_as_people_say_it() -> None:
    assert host_of("https://www.exemple.fr/agence") == "exemple.fr"


def test_each_number_of_a_telephone_is_dialled_apart() -> None:
    shown = [(piece.text, piece.dialled) for piece in wording.telephone("02 61 91 00 01 ou 39 19")]
    assert shown == [("02 61 91 00 01", "0261910001"), (" ou ", None), ("39 19", "3919")]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        pytest.param(
            "l'accueil d'« aller vers »", "l’accueil d’«\u00a0aller vers\u00a0»", id="élision, même devant un guillemet"
        ),
        pytest.param("qui ?", "qui\u202f?", id="espace fine"),
        pytest.param("'seul'", "'seul'", id="des guillemets simples ne sont pas des élisions"),
        pytest.param("5'", "5'", id="des minutes non plus"),
        pytest.param("le 1er mai, le 17 juin 2021", "le 1er\u00a0mai, le 17\u00a0juin\u00a02021", id="une date reste entière"),
        pytest.param("le 17 juin 3 fois", "le 17\u00a0juin 3 fois", id="un nombre n'est pas une année"),
        pytest.param("à 9 h 30, à 14 h", "à 9\u00a0h\u00a030, à 14\u00a0h", id="une heure aussi"),
        pytest.param(
            "la commission 4, l'article L5134-1", "la commission\u00a04, l’article\u00a0L5134-1", id="un numéro suit son mot"
        ),
    ],
)
def test_text_is_set_as_a_book_prints_it(typed: str, printed: str) -> None:
    assert wording.typeset(typed) == printed


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
    given = [(need.slug, answer and answer.texte) for need, answer in grouping.answers_of(content, "agence-du-travail")]
    assert given == [
        ("formation", "Elle propose une formation et aide à la payer."),
        ("emploi", "Elle cherche un travail avec la personne."),
    ]
    assert [(need.slug, answer) for need, answer in grouping.answers_of(content, "maison-de-quartier")] == [("formation", None)]
    assert grouping.answers_of(content, "ecole-sociale") == []


def test_steps_are_those_that_an_actor_carries_or_joins(content: Content) -> None:
    assert [step.slug for step in grouping.steps_of(content, "comite-local")] == ["alliance"]
    assert [step.slug for step in grouping.steps_of(content, "ecole-sociale")] == ["rencontrer-les-ecoles"]
    assert [step.slug for step in grouping.actions_of(content, "alliance")] == [
        "inviter-les-voisins-relais",
        "rencontrer-les-ecoles",
    ]


def test_a_passage_is_quoted_from_the_meeting(content: Content) -> None:
    assert grouping.passage(content, "2026-09-17-comite", "q2") == "Quand ?"
    assert grouping.passage(content, "2026-09-17-comite", "q99") == ""


def test_names_are_filed_without_accent_nor_article() -> None:
    names = ["Un accueil", "École", "L'alliance", "La", "2e chance", "Dunes", "Les deux"]
    filed = {letter: [name for name, _ in entries] for letter, entries in grouping.by_letter([(name, None) for name in names])}
    assert filed == {
        "0–9": ["2e chance"], "A": ["Un accueil", "L'alliance"], "D": ["Les deux", "Dunes"], "E": ["École"], "L": ["La"],
    }  # fmt: skip


def test_a_body_gets_hues_speakers_and_apostrophes_and_code_is_left_alone(content: Content) -> None:
    html = (
        '<div class="parole" data-acteurs="agence-du-travail comite-local"><p id="p-1">L\'une ?</p></div>'
        '<p>L\'<a class="acteur" title="l\'autre" data-famille="guichet">l\'Agence</a> <code>l\'x ?</code></p>'
    )
    dressed = bodies.dressed(html, content)
    assert (
        '<p class="parole-qui">Agence du travail et Comité &lt;local&gt; &amp; associés</p><p id="p-1">L’une\u202f?</p>'
        in dressed
    )
    assert '<p>L’<a class="acteur" title="l\'autre" data-teinte="2">l’Agence</a> <code>l\'x ?</code>' in dressed


def test_the_cards_of_the_site_are_one_script_named_after_its_text(content: Content) -> None:
    file = cards.card_file(content)
    assert re.fullmatch(r"cartes-[0-9a-f]{10}\.js", file.name)
    assert file == cards.card_file(content)
    said = json.loads(file.text.removeprefix("window.cartes=").removesuffix(";\n"))
    assert sorted(said["acteurs"]) == sorted(content.actors)
    assert list(said["acteurs"]["agence-du-travail"].items()) == [
        ("titre", "Agence du travail"),
        ("famille", "Service public de l’emploi"),
        ("role", "Accueille et ouvre ses portes"),
        ("resume", "Elle accueille, conseille et accompagne vers un emploi."),
    ]
    assert said["termes"]["zr"] == {
        "titre": "Zone de revitalisation",
        "resume": "Un territoire rural aidé.",
        "aujourd-hui": "Aujourd’hui\u00a0: Zone France ruralités",
    }


def test_a_card_cannot_break_the_script_that_holds_it(content: Content) -> None:
    actor = content.actors["ecole-sociale"]
    hostile = actor.record.model_copy(update={"titre": "A\u2028B", "resume": '"};alert(1)//'})
    text = cards.card_file(replace(content, actors={"ecole-sociale": replace(actor, record=hostile)})).text
    assert "\u2028" not in text
    assert json.loads(text.removeprefix("window.cartes=").removesuffix(";\n"))["acteurs"]["ecole-sociale"]["titre"] == "A\u2028B"


@pytest.mark.parametrize(
    ("title", "html"),
    [
        pytest.param(
            "Emploi-Économie — 15 octobre 2021",
            '<span class="entier">Emploi-Économie</span> —\u00a015\u00a0octobre\u00a02021',
            id="le tiret passe à la ligne avec ce qui le suit",
        ),
        pytest.param("Qu'a-t-il ?", '<span class="entier">Qu’a-t-il\u202f?</span>', id="avec son point d'interrogation"),
        pytest.param("Une non-intervention-systématique", "Une non-intervention-systématique", id="trop long pour rester entier"),
        pytest.param(
            "<b>a-t-il</b>", '&lt;b&gt;<span class="entier">a-t-il</span>&lt;/b&gt;', id="un titre hostile est du texte"
        ),
    ],
)
def test_a_title_is_cut_between_words_only(title: str, html: str) -> None:
    assert str(wording.heading(title)) == html


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
    assert wording.follow_ups(entries) == words


def test_what_says_nothing_was_agreed() -> None:
    assert meeting.FollowUp.model_validate({"texte": "x"}).statut == "convenue"
