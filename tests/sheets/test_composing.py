"""What sheets hold."""

from dataclasses import replace

from plugins.model.content import Content
from plugins.model.lists import Door, Term
from plugins.registry.building import build
from plugins.sheets.composing import NOBODY, ONLY_SITE, OTHERS, SOME_UNREACHED, UNREACHED, UNREAD, sheets
from plugins.sheets.fitting import ROOM, height
from plugins.sheets.names import names_of
from plugins.sheets.plain_french import remarks
from plugins.sheets.sheet import Fact, Sheet, SheetEntry
from tests.needs.sample import actor, content, need

CAF = Term(terme="Caisse d'allocations familiales", sigle="CAF", definition="Des aides.", acteur="caf")
QPV = Term(terme="Quartier prioritaire", sigle="QPV", definition="Un quartier.")


def made(site: Content) -> dict[str, Sheet]:
    return {sheet.key: sheet for sheet in sheets(site, names_of(site, build(site)[0]))}


def test_every_need_and_every_actor_has_one_sheet() -> None:
    assert set(made(content(actor("a"), actor("b"), need("n")))) == {"besoins/n", "acteurs/a", "acteurs/b"}


def test_a_need_leads_from_door_to_door_in_the_order_of_the_relay() -> None:
    answers = [
        {"acteur": "agence", "texte": "Elle conseille.", "conditions": "Sur rendez-vous.", "source": "Un texte"},
        {"acteur": "mediateurs", "texte": "Ils écoutent.", "contact": "Sur la place, le soir.", "source": "Un texte"},
    ]
    site = content(
        actor("agence", titre="Agence", contact={"site": "https://www.agence.fr/x", "telephone": "02 00 00 00 00"}),
        actor("mediateurs", "aller-vers", titre="Médiateurs", verifie_le="2025-03-01"),
        need("n", titre="Je cherche un travail", resume="Voici qui aide.", reponses=answers, attendus=["agence"]),
    )
    sheet = made(site)["besoins/n"]
    assert (sheet.kind, sheet.title, sheet.lead, sheet.url) == (
        "besoin",
        "Je cherche un travail",
        "Voici qui aide.",
        "besoins/n/fiche/",
    )
    assert sheet.entries == (
        SheetEntry("Médiateurs", ("Ils écoutent.",), "Sur la place, le soir."),
        SheetEntry("Agence", ("Elle conseille.", "Sur rendez-vous."), "02 00 00 00 00"),
    )
    assert sheet.remarks == ()
    assert sheet.notice == UNREAD
    assert str(sheet.checked) == "2025-03-01", "the oldest check of those that it names"


def test_advice_on_how_to_go_about_it_does_not_take_the_place_of_the_number() -> None:
    answers = [
        {"acteur": "agence", "texte": "Elle conseille.", "contact": "Demandez un rendez-vous.", "source": "Un texte"},
        {"acteur": "mission", "texte": "Elle écoute.", "contact": "Appelez le 02 00 00 00 02.", "source": "Un texte"},
    ]
    site = content(
        actor("agence", titre="Agence", contact={"telephone": "02 00 00 00 01"}),
        actor("mission", titre="Mission", contact={"telephone": "02 00 00 00 02"}),
        need("n", reponses=answers),
    )
    assert [(entry.texts[1:], entry.reach) for entry in made(site)["besoins/n"].entries] == [
        (("Demandez un rendez-vous.",), "02 00 00 00 01"),
        ((), "Appelez le 02 00 00 00 02."),
    ]


def test_a_number_that_opens_the_sheet_and_is_the_first_answer_s_own_is_one_door() -> None:
    given = {"genre": "numero", "telephone": "39 00", "acteur": "agence", "verifie_le": "2026-11-20", "source": "Une page"}
    site = replace(
        content(
            actor("agence", titre="Agence"),
            need("n", portes=["3900"], reponses=[{"acteur": "agence", "texte": "Elle conseille.", "source": "Un texte"}]),
        ),
        doors=(Door.model_validate({"slug": "3900", "nom": "Aide à distance", **given}),),
    )
    assert made(site)["besoins/n"].entries == (SheetEntry("Agence", ("Elle conseille.",), "39 00"),)


def test_a_way_that_opens_the_sheet_is_not_told_again_under_an_answer_that_has_another() -> None:
    given = {"genre": "numero", "telephone": "39 00", "verifie_le": "2026-11-20", "source": "Une page"}
    number = Door.model_validate({"slug": "3900", "nom": "Aide à distance", **given})
    other = {"telephone": "39 00", "annuaire": "https://www.exemple.fr/lieux"}
    site = replace(
        content(
            actor("agence", titre="Agence", contact=other),
            actor("mission", titre="Mission", contact={"telephone": "39 00"}),
            need("n", "agence mission", portes=["3900"]),
        ),
        doors=(number,),
    )
    assert [(entry.name, entry.reach) for entry in made(site)["besoins/n"].entries] == [
        ("Aide à distance", "39 00"),
        ("Agence", "exemple.fr"),
        ("Mission", "39 00"),
    ]


def test_a_sheet_for_a_danger_keeps_for_its_numbers_the_room_of_an_appointment() -> None:
    given = {"genre": "numero", "urgence": True, "texte": "Pour qui est en danger, ou s'inquiète pour un proche.", "source": "P"}
    hours = "Jour et nuit. L'appel est gratuit et caché sur les factures."
    numbers = tuple(
        Door.model_validate(
            {"slug": f"n{one}", "nom": "Une ligne", "telephone": one, "horaires": hours, "verifie_le": "2026-11-20", **given}
        )
        for one in ("17", "15", "18", "119", "3919", "3114")
    )
    held = {
        urgent: replace(content(need("n", portes=[door.slug for door in numbers], urgence=urgent)), doors=numbers)
        for urgent in (True, False)
    }
    assert [len(made(site)["besoins/n"].entries) for site in held.values()] == [6, 5]


def test_a_need_says_what_is_not_known() -> None:
    site = content(actor("a"), need("sans-numero", "a"), need("sans-reponse"))
    found = made(site)
    assert found["besoins/sans-numero"].remarks == (SOME_UNREACHED,)
    assert (found["besoins/sans-reponse"].remarks, found["besoins/sans-reponse"].checked) == ((NOBODY,), None)


def test_long_texts_leave_less_doors_on_the_page_and_it_is_said_that_there_are_others() -> None:
    actors = [actor(f"a{rank}", contact={"telephone": "115"}) for rank in range(6)]
    answers = [{"acteur": one.slug, "texte": "Elle aide toujours. " * 20, "source": "Un texte"} for one in actors]
    sheet = made(content(*actors, need("n", reponses=answers)))["besoins/n"]
    assert 1 <= len(sheet.entries) < 6
    assert OTHERS in sheet.remarks
    assert height(sheet) <= ROOM < height(replace(sheet, entries=sheet.entries * 6))


def test_one_door_stays_however_long_its_text() -> None:
    answers = [{"acteur": "a", "texte": "Elle aide toujours. " * 20, "conditions": "Chaque jour. " * 40, "source": "Un texte"}]
    sheet = made(content(actor("a"), need("n", resume="Voici qui aide. " * 35, reponses=answers * 2)))["besoins/n"]
    assert len(sheet.entries) == 1
    assert height(sheet) > ROOM


def test_one_page_holds_six_doors_and_says_that_there_are_others() -> None:
    actors = [actor(f"a{rank}", contact={"telephone": "115"}) for rank in range(7)]
    sheet = made(content(*actors, need("n", " ".join(one.slug for one in actors))))["besoins/n"]
    assert (len(sheet.entries), sheet.remarks) == (6, (OTHERS,))


def test_an_actor_says_what_one_may_ask_where_and_how() -> None:
    site = content(
        actor(
            "caf",
            titre="Caisse d'allocations familiales",
            sigle="CAF",
            publics=["familles", "residents-qpv"],
            territoires=["rouen", "eure"],
            contact={"site": "https://www.caf.fr/", "adresse": "3, rue d'Essai"},
        ),
        need("b", "caf", titre="Je cherche une aide", ordre=2),
        need("a", "caf", titre="Je cherche un logement", ordre=1),
        terms=(CAF, QPV),
    )
    sheet = made(site)["acteurs/caf"]
    assert (sheet.title, sheet.acronym) == ("Caisse d'allocations familiales", "CAF")
    assert [entry.name for entry in sheet.entries] == ["Je cherche un logement", "Je cherche une aide"]
    assert sheet.facts == (
        Fact("Son rôle", "accueille et ouvre ses portes"),
        Fact("Pour qui", "familles, habitants des quartiers prioritaires"),
        Fact("Où", "Rouen, Eure"),
        Fact("Adresse", "3, rue d'Essai", reach=True),
        Fact("Site", "caf.fr", reach=True),
    )
    assert sheet.remarks == ()
    assert sheet.words == (), "its acronym stands beside its name in full"


def test_an_actor_that_cannot_be_reached_says_so() -> None:
    found = made(
        content(
            actor("muet"),
            actor("site", contact={"site": "https://www.site.fr/"}),
            actor("partout", contact={"site": "https://www.site.fr/", "annuaire": "https://annuaire.site.fr/"}),
        )
    )
    assert found["acteurs/muet"].remarks == (UNREACHED,)
    assert found["acteurs/site"].remarks == (ONLY_SITE,)
    assert found["acteurs/partout"].remarks == ()
    assert Fact("Trouver le plus proche", "annuaire.site.fr", reach=True) in found["acteurs/partout"].facts


def test_one_page_holds_five_needs_of_an_actor() -> None:
    needs = [need(f"n{rank}", "a") for rank in range(6)]
    sheet = made(content(actor("a", contact={"telephone": "115"}), *needs))["acteurs/a"]
    assert (len(sheet.entries), sheet.remarks) == (5, (OTHERS,))


def test_acronyms_are_spelt_out_once_on_the_sheet() -> None:
    answers = [{"acteur": "a", "texte": "La CAF aide. La CAF écoute.", "conditions": "En QPV.", "source": "x"}]
    sheet = made(content(actor("a"), actor("caf"), need("n", reponses=answers), terms=(QPV, CAF)))["besoins/n"]
    assert sheet.words == (("CAF", "Caisse d'allocations familiales"), ("QPV", "Quartier prioritaire"))


def test_what_sheets_say_of_themselves_is_plain() -> None:
    names = names_of(content(), build(content())[0])
    for sentence in (NOBODY, OTHERS, SOME_UNREACHED, UNREACHED, ONLY_SITE, UNREAD):
        assert list(remarks(sentence, names)) == []
