"""Words of codes, dates, plurals and typography: what the site says as a French book prints it."""

from datetime import date
from typing import Any, get_args

import pytest

from plugins.model import items, meeting, values
from plugins.model.records import Contact, Offer
from plugins.text import dates, labels, typesetting
from plugins.text.addresses import host_of
from plugins.text.site_addresses import root_path
from plugins.text.telephone import dialled


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
        ("statuts", choices(values.Status)),
        ("statut-explique", choices(values.Status)),
        ("avancement", choices(values.Progress)),
        ("question", choices(items.Question.model_fields["statut"].annotation)),
        ("proposition", choices(items.Proposal.model_fields["statut"].annotation)),
        ("decision", choices(items.FollowUp.model_fields["statut"].annotation)),
        ("vigueur", choices(items.Decision.model_fields["etat"].annotation)),
        ("suite", choices(get_args(items.FollowUp.model_fields["etat"].annotation)[0])),
        ("tenue", choices(meeting.Meeting.model_fields["etat"].annotation)),
        ("compte-rendu", choices(get_args(meeting.Publication.model_fields["etat"].annotation)[0])),
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
    assert typesetting.plural(count, "acteur").replace("\u00a0", " ") == said


def test_a_capital_at_the_beginning_leaves_acronyms_as_they_are() -> None:
    assert typesetting.sentence_case("habitants des quartiers (QPV)") == "Habitants des quartiers (QPV)"
    assert typesetting.sentence_case("état") == "État"
    assert typesetting.sentence_case("") == ""


def test_an_enumeration_ends_with_et() -> None:
    assert [typesetting.enumeration("abc"[:n]) for n in range(4)] == ["", "a", "a et b", "a, b et c"]


def test_the_root_of_a_site_is_the_path_of_its_address() -> None:
    assert [root_path(address) for address in ("", "https://a.fr", "https://a.fr/b/")] == ["", "", "/b"]


def test_an_address_is_said_as_people_say_it() -> None:
    assert host_of("https://www.exemple.fr/agence") == "exemple.fr"


def test_each_number_of_a_telephone_is_dialled_apart() -> None:
    shown = [(piece.text, piece.dialled) for piece in dialled("02 61 91 00 01 ou 39 19")]
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
    assert typesetting.typeset(typed) == printed


@pytest.mark.parametrize(
    ("title", "html"),
    [
        pytest.param(
            "Emploi-Économie — 15 octobre 2021",
            '<span class="whole">Emploi-Économie</span> —\u00a015\u00a0octobre 2021',
            id="le tiret passe à la ligne avec ce qui le suit",
        ),
        pytest.param("Qu'a-t-il ?", '<span class="whole">Qu’a-t-il\u202f?</span>', id="avec son point d'interrogation"),
        pytest.param("Une non-intervention-systématique", "Une non-intervention-systématique", id="trop long pour rester entier"),
        pytest.param("<b>a-t-il</b>", '&lt;b&gt;<span class="whole">a-t-il</span>&lt;/b&gt;', id="un titre hostile est du texte"),
    ],
)
def test_a_title_is_cut_between_words_only(title: str, html: str) -> None:
    assert str(typesetting.heading(title)) == html
