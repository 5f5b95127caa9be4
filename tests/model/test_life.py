"""What a life of years says of itself: ends, changes told beside the minutes, what replaces what; each contradiction is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from plugins.diagnostics import Severity
from plugins.model.content import Content
from plugins.model.ends import successors
from plugins.model.loading import load
from plugins.model.outcomes import replaced
from tests.model.test_days import write

TODAY = date(2026, 5, 10)
ACTOR = "titre: {}\nfamille: f\nnature: reseau\nrole: les-deux\nresume: R.\nstatut: amorce\nverifie_le: 2026-01-02\n"
FIRST = (
    "titre: Première\ndate: 2022-01-10\ninstance: a\nparticipants: []\n"
    "questions: [{id: q1, texte: Qui paie ?}]\npropositions: [{id: p1, texte: Un bus.}]\n"
    "suites: [{id: s1, texte: Écrire.}]\ndecisions: [{id: d1, texte: La grille.}]\nconstats: [{id: c1, texte: Il pleut.}]\n"
)
SECOND = "titre: Seconde\ndate: 2023-01-10\ninstance: a\nparticipants: []\n"
STEP = "titre: {}\nnature: axe\n"


def folder(root: Path, **files: str) -> list[tuple[str, Severity, str]]:
    """A small folder with these files, and what is told of it: (file and line, severity, message)."""
    named = {name.replace("__", "/").replace("_", "-") + ".md": text for name, text in files.items() if name != "suivi"}
    listed = {"suivi.yml": files["suivi"]} if "suivi" in files else {}
    write(root, {"acteurs/b.md": ACTOR.format("B"), "reunions/un.md": FIRST, "reunions/deux.md": SECOND, **named, **listed})
    return [(f"{d.path.removeprefix('c/')}:{d.line}", d.severity, d.message) for d in load(root, "c", TODAY)[1]]


def content(root: Path, **files: str) -> Content:
    assert [one for one in folder(root, **files) if one[1] is Severity.ERROR] == []
    return load(root, "c", TODAY)[0]


ERROR, WARNING = Severity.ERROR, Severity.WARNING
B, DEUX = ACTOR.format("B"), SECOND
WRONG = [
    pytest.param({"acteurs__b": B + "fin: hier\n"}, "acteurs/b.md:9", ERROR, "des clés sont attendues", id="fin sans ses clés"),
    pytest.param({"acteurs__b": B + "fin: {date: hier}\n"}, "acteurs/b.md:9", ERROR, "n'est pas une date", id="fin sans date lisible"),
    pytest.param({"acteurs__b": B + "fin: {date: 2024-01-01, suite: c}\n"}, "acteurs/b.md:9", ERROR, "acteur inconnu « c »", id="suite inconnue"),
    pytest.param({"acteurs__b": B + "fin: {date: 2024-01-01, suite: b}\n"}, "acteurs/b.md:9", ERROR, "sa propre suite", id="sa propre suite"),
    pytest.param(
        {"acteurs__b": B + "fin: {date: 2020-01-01}\nnoms_successifs: [{nom: B, depuis: 2021-01-01}]\n"},
        "acteurs/b.md:9", ERROR, "avant le début de son dernier nom", id="fin avant son nom",
    ),
    pytest.param(
        {"acteurs__b": B + "fin: {date: 2024-01-01, suite: c}\n", "acteurs__c": ACTOR.format("C") + "fin: {date: 2025-01-01}\n"},
        "acteurs/b.md:9", ERROR, "a fermé aussi, le 2025-01-01, et personne", id="successeur fermé à son tour",
    ),
    pytest.param(
        {"acteurs__b": B + "fin: {date: 2024-01-01, suite: c}\n", "acteurs__c": ACTOR.format("C") + "fin: {date: 2025-01-01, suite: b}\n"},
        "acteurs/b.md:9", ERROR, "personne n'a pris sa suite", id="deux fins qui se renvoient l'une à l'autre",
    ),
    pytest.param(
        {"acteurs__b": B + "fin: {date: 2024-01-01, suite: c}\n", "acteurs__c": ACTOR.format("C") + "fin: {date: 2025-01-01, suite: a}\n"},
        "acteurs/b.md:9", WARNING, "le site mène à « a »", id="successeur fermé, et repris",
    ),
    pytest.param(
        {"acteurs__b": B + "fin: {date: 2024-01-01, suite: a}\n", "besoins__n": "titre: N\nreponses: [{acteur: b, texte: Oui.}]\n"},
        "besoins/n.md:3", ERROR, "a fermé le 2024-01-01 : personne ne peut plus s'y adresser — écrire plutôt « a »", id="un besoin y envoie encore",
    ),
    pytest.param(
        {"acteurs__b": B + "noms_successifs: [{nom: V, jusqu_au: 2023-12-31}, {nom: W, jusqu_au: 2023-12-31}, {nom: B}]\n"},
        "acteurs/b.md:9", WARNING, "ses noms les mêmes jours", id="deux noms le même jour",
    ),
    pytest.param({"acteurs__b": B + "noms_successifs: [{nom: B, jusqu_au: 2023-12-31}]\n"}, "acteurs/b.md:9", WARNING, "s'il a fermé", id="plus aucun nom"),
    pytest.param(
        {"reunions__deux": DEUX + "themes: [Mobilité]\nconstats: [{texte: T, theme: Mobilite}, {texte: U, theme: Mobilitée}]\n"},
        "reunions/deux.md:7", ERROR, "« constats[2].theme » : « Mobilitée » n'est pas un thème de cette réunion — écrire plutôt « Mobilité »", id="thème mal écrit",
    ),
    pytest.param({"reunions__deux": DEUX + "constats: [{texte: T, theme: Mobilité}]\n"}, "reunions/deux.md:6", ERROR, "l'ajouter à « themes »", id="thème d'aucune liste"),
    pytest.param({"reunions__deux": DEUX + "constats: [{texte: T, theme: [a]}]\n"}, "reunions/deux.md:6", ERROR, "« constats[1].theme »", id="thème qui n'est pas un texte"),
    pytest.param({"reunions__deux": DEUX + "themes: ['…']\n"}, "reunions/deux.md:6", ERROR, "l'écrire en mots", id="thème sans lettre"),
    pytest.param(
        {"besoins__n": "titre: N\nreponses: [{acteur: a, texte: Oui., repondu_le: 2019-01-01, source: {reunion: un}}]\n"},
        "besoins/n.md:3", ERROR, "vient avant la réunion dont elle est tirée", id="réponse datée d'avant sa réunion",
    ),
    pytest.param(
        {"besoins__n": "titre: N\nreponses: [{acteur: a, texte: Oui., repondu_le: hier}]\n"},
        "besoins/n.md:3", ERROR, "« reponses[1].repondu_le »", id="réponse d'un jour illisible",
    ),
    pytest.param(
        {"reunions__deux": DEUX + "decisions: [{id: d2, texte: T, remplace: {reunion: deux, id: d3}}, {id: d3, texte: U, remplace: {reunion: deux, id: d4}},"
         " {id: d4, texte: V, remplace: {reunion: deux, id: d2}}]\n"},
        "reunions/deux.md:6", ERROR, "se remplacent", id="trois éléments se remplacent",
    ),
    pytest.param(
        {"feuille_de_route__s": STEP.format("S") + "remplace: t\n", "feuille_de_route__t": STEP.format("T") + "remplace: [v]\n",
         "feuille_de_route__v": STEP.format("V") + "remplace: [s]\n"},
        "feuille-de-route/s.md:4", ERROR, "se remplacent", id="trois étapes se remplacent",
    ),
    pytest.param({"reunions__deux": DEUX + "etat: reportee\nreportee_au: 2022-12-01\n"}, "reunions/deux.md:7", ERROR, "ne vient pas après la réunion", id="reportée à un jour passé"),
    pytest.param({"reunions__deux": DEUX + "compte_rendu: {publie_le: 2030-01-01}\n"}, "reunions/deux.md:6", ERROR, "n'est pas encore venu", id="publié dans quatre ans"),
    pytest.param(
        {"reunions__deux": DEUX + "compte_rendu: {etat: brouillon, corrections: [{date: 2023-03-01, texte: T}]}\n"},
        "reunions/deux.md:6", ERROR, "un brouillon se corrige sans le dire", id="brouillon et corrigé",
    ),
    pytest.param({"reunions__deux": DEUX + "decisions: [{texte: T, jusqu_au: 2020-01-01}]\n"}, "reunions/deux.md:6", ERROR, "« decisions[1].jusqu_au » : le 2020-01-01 vient avant", id="décision finie avant d'être prise"),
    pytest.param({"reunions__deux": DEUX + "decisions: [{texte: T, voix: {unanimite: true, contre: 1}}]\n"}, "reunions/deux.md:6", ERROR, "à l'unanimité, et des voix contre", id="unanimité et voix contre"),
    pytest.param({"reunions__deux": DEUX + "suites: [{texte: T, date: 2020-01-01}]\n"}, "reunions/deux.md:6", ERROR, "« suites[1].date » : le 2020-01-01 vient avant", id="à faire avant d'être dit"),
    pytest.param({"acteurs__b": B + "membres: [{acteur: a}]\n"}, "acteurs/b.md:9", WARNING, "seule une instance en a", id="membres d'un réseau"),
    pytest.param(
        {"acteurs__b": B.replace("nature: reseau", "nature: instance") + "membres: [{acteur: a, jusqu_au: 2024-01-01}, {acteur: a, depuis: 2023-01-01}]\n"},
        "acteurs/b.md:9", WARNING, "siège deux fois les mêmes jours", id="deux fois membre",
    ),
    pytest.param({"suivi": "- {reunion: un, id: q1, date: 2023-02-01, devient: rouverte}\n"}, "suivi.yml:1", ERROR, "rien ne dit que « q1 » était close", id="rouverte, jamais close"),
    pytest.param({"besoins__n": "titre: N\nreponses: [{acteur: a, texte: T, repondu_le: 2030-01-01}]\n"}, "besoins/n.md:3", ERROR, "n'est pas encore venu", id="répondu dans quatre ans"),
    pytest.param({"reunions__deux": DEUX + "etat: annullee\n"}, "reunions/deux.md:6", ERROR, "écrire plutôt « annulee »", id="état de réunion inconnu"),
    pytest.param({"reunions__deux": DEUX + "heure: midi\n"}, "reunions/deux.md:6", ERROR, "n'est pas une heure", id="heure illisible"),
    pytest.param({"reunions__deux": DEUX + "instances: [z]\n"}, "reunions/deux.md:6", ERROR, "acteur inconnu « z »", id="autre instance inconnue"),
    pytest.param({"reunions__deux": DEUX + "instances: [a]\n"}, "reunions/deux.md:6", ERROR, "est déjà « instance »", id="la même instance deux fois"),
    pytest.param({"reunions__deux": DEUX + "etat: annulee\ndecisions: [{texte: T}]\n"}, "reunions/deux.md:7", ERROR, "une réunion annulée n'en a pas", id="annulée, et qui décide"),
    pytest.param({"reunions__deux": DEUX + "etat: sans-quorum\ndecisions: [{texte: T}]\n"}, "reunions/deux.md:7", ERROR, "ne décide pas", id="sans quorum, et qui décide"),
    pytest.param({"reunions__deux": DEUX + "reportee_au: 2023-02-01\n"}, "reunions/deux.md:6", ERROR, "la réunion est tenue", id="tenue, et reportée"),
    pytest.param({"reunions__deux": DEUX + "etat: reportee\n"}, "reunions/deux.md:6", WARNING, "rien ne dit à quand", id="reportée on ne sait quand"),
    pytest.param({"reunions__deux": DEUX + "compte_rendu: {publie_le: 2022-01-01}\n"}, "reunions/deux.md:6", ERROR, "vient avant la réunion", id="publié avant d'avoir eu lieu"),
    pytest.param(
        {"reunions__deux": DEUX + "compte_rendu: {etat: brouillon, approuve_le: 2023-02-01}\n"}, "reunions/deux.md:6", ERROR, "brouillon, et approuvé", id="brouillon et approuvé",
    ),
    pytest.param(
        {"reunions__deux": DEUX + "compte_rendu: {publie_le: 2023-03-01, corrections: [{date: 2023-02-01, texte: T}]}\n"},
        "reunions/deux.md:6", ERROR, "vient avant la publication", id="corrigé avant d'être publié",
    ),
    pytest.param({"reunions__deux": DEUX + "decisions: [{texte: T, voix: {pour: -1}}]\n"}, "reunions/deux.md:6", ERROR, "le nombre est trop petit", id="moins d'une voix"),
    pytest.param({"reunions__deux": DEUX + "decisions: [{id: d2, texte: T, remplace: {reunion: un, id: d9}}]\n"}, "reunions/deux.md:6", ERROR, "n'a pas d'élément « d9 »", id="remplace un élément inconnu"),
    pytest.param(
        {"reunions__un": FIRST.replace("{id: d1, texte: La grille.}", "{id: d1, texte: La grille., remplace: {reunion: deux, id: d2}}"),
         "reunions__deux": DEUX + "decisions: [{id: d2, texte: T}]\n"},
        "reunions/un.md:9", ERROR, "c'est l'autre élément qui remplace celui-ci", id="remplace plus récent que soi",
    ),
    pytest.param(
        {"reunions__deux": DEUX + "decisions: [{id: d2, texte: T, remplace: {reunion: deux, id: d3}}, {id: d3, texte: U, remplace: {reunion: deux, id: d2}}]\n"},
        "reunions/deux.md:6", ERROR, "se remplacent l'un l'autre", id="deux éléments se remplacent",
    ),
    pytest.param({"reunions__deux": DEUX + "decisions: [{id: d2, texte: T, remplace: {reunion: deux, id: d2}}]\n"}, "reunions/deux.md:6", ERROR, "se remplace lui-même", id="un élément se remplace"),
    pytest.param({"reunions__deux": DEUX + "questions: [{texte: Q, statut: repondue, repondue_par: un}]\n"}, "reunions/deux.md:6", WARNING, "avant la question", id="répondue avant d'être posée"),
    pytest.param({"reunions__deux": DEUX + "questions: [{texte: Q, statut: repondue}]\n"}, "reunions/deux.md:6", WARNING, "rien ne dit où", id="répondue, on ne sait où"),
    pytest.param({"reunions__un": FIRST.replace("Qui paie ?", "Qui ?, repondue_par: deux")}, "reunions/un.md:6", WARNING, "la question est « ouverte »", id="ouverte et répondue"),
    pytest.param({"reunions__deux": DEUX + "participants: [{acteur: b}, {acteur: b, qualite: excuse}]\n".replace("participants", "participants")},
                 "reunions/deux.md:6", ERROR, "écrite deux fois", id="clé écrite deux fois"),
    pytest.param(
        {"reunions__deux": DEUX.replace("participants: []", "participants: [{acteur: b}, {acteur: b, qualite: excuse}]")},
        "reunions/deux.md:5", WARNING, "présent et excusé", id="présent et excusé",
    ),
    pytest.param(
        {"reunions__deux": DEUX.replace("participants: []", "participants: [{acteur: b}]"), "acteurs__b": B + "fin: {date: 2022-06-01}\n"},
        "reunions/deux.md:5", WARNING, "avant cette réunion", id="venu après sa fin",
    ),
    pytest.param({"reunions__deux": DEUX + "prochaine_reunion: {date: 2023-06-01}\n"}, "reunions/deux.md:6", WARNING, "aucune page de « a » ne dit", id="annoncée, passée, sans nouvelle"),
    pytest.param({"reunions__deux": DEUX + "prochaine_reunion: {date: 2022-06-01}\n"}, "reunions/deux.md:6", WARNING, "ne vient pas après", id="annoncée pour avant"),
    pytest.param(
        {"feuille_de_route__s": STEP.format("S") + "avancement: en-place\nhistorique: [{date: 2022-01-10, avancement: validee}]\n"},
        "feuille-de-route/s.md:4", WARNING, "l'historique finit par validee", id="en place, et validée",
    ),
    pytest.param(
        {"feuille_de_route__s": STEP.format("S") + "historique: [{date: 2022-01-10, avancement: validee}, {date: 2021-01-10, avancement: proposee}]\navancement: validee\n"},
        "feuille-de-route/s.md:4", WARNING, "dans l'ordre des jours", id="historique dans le désordre",
    ),
    pytest.param({"feuille_de_route__s": STEP.format("S") + "remplace: s\n"}, "feuille-de-route/s.md:4", ERROR, "se remplace elle-même", id="une étape se remplace"),
    pytest.param(
        {"feuille_de_route__s": STEP.format("S") + "remplace: t\n", "feuille_de_route__t": STEP.format("T") + "remplace: [s]\n"},
        "feuille-de-route/s.md:4", ERROR, "se remplacent l'une l'autre", id="deux étapes se remplacent",
    ),
    pytest.param(
        {"feuille_de_route__s": STEP.format("S") + "remplace: t\n", "feuille_de_route__t": STEP.format("T")},
        "feuille-de-route/s.md:4", WARNING, "y écrire « avancement: remplacee »", id="remplacée, et toujours proposée",
    ),
    pytest.param({"suivi": "- {reunion: un, id: q1, date: 2022-05-01, devient: répondu}\n"}, "suivi.yml:1", ERROR, "écrire plutôt « repondue »", id="devient : état inconnu"),
    pytest.param({"suivi": "- {reunion: une, id: q1, date: 2022-05-01, devient: retiree}\n"}, "suivi.yml:1", ERROR, "réunion inconnue « une »", id="suivi d'une réunion inconnue"),
    pytest.param({"suivi": "- {reunion: un, id: q2, date: 2022-05-01, devient: retiree}\n"}, "suivi.yml:1", ERROR, "choisir parmi : d1, c1, s1, q1, p1", id="suivi d'un élément inconnu"),
    pytest.param({"suivi": "- {reunion: un, id: c1, date: 2022-05-01, devient: fait}\n"}, "suivi.yml:1", ERROR, "n'est jamais « fait »", id="un constat n'est jamais fait"),
    pytest.param({"suivi": "- {reunion: un, id: s1, date: 2022-05-01, devient: repondue}\n"}, "suivi.yml:1", ERROR, "un élément de « suites » n'est jamais", id="une suite n'est jamais répondue"),
    pytest.param({"suivi": "- {reunion: un, id: q1, date: 2021-05-01, devient: retiree}\n"}, "suivi.yml:1", ERROR, "avant la réunion", id="changé avant d'être noté"),
    pytest.param({"suivi": "- {reunion: un, id: q1, date: 2062-05-01, devient: retiree}\n"}, "suivi.yml:1", ERROR, "n'est pas encore venu", id="changé dans trente ans"),
    pytest.param(
        {"suivi": "- {reunion: un, id: q1, date: 2022-05-01, devient: retiree}\n- {reunion: un, id: q1, date: 2022-05-01, devient: caduque}\n"},
        "suivi.yml:2", ERROR, "le même jour", id="deux états le même jour",
    ),
    pytest.param({"suivi": "- {reunion: un, id: q1, date: 2023-05-01, devient: repondue}\n"}, "suivi.yml:1", WARNING, "rien ne dit où", id="répondue sans dire où"),
    pytest.param(
        {"suivi": "- {reunion: un, id: q1, date: 2023-05-01, devient: repondue, par: {reunion: zero}}\n",
         "reunions__zero": SECOND.replace("Seconde", "Zéro").replace("2023", "2020")},
        "suivi.yml:1", ERROR, "avant celle qui a noté", id="répondue par une réunion plus ancienne",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("files", "place", "severity", "said"), WRONG)
def test_what_contradicts_itself_is_told_at_its_line(
    tmp_path: Path, files: dict[str, str], place: str, severity: Severity, said: str
) -> None:
    told = folder(tmp_path, **files)
    assert (place, severity) in {(where, how) for where, how, message in told if said in message}, told


def test_a_life_without_contradiction_gets_no_message(tmp_path: Path) -> None:
    assert folder(
        tmp_path,
        acteurs__b=B + "fin: {date: 2024-01-01, suite: [a], motif: Fusion.}\nnoms_successifs: [{nom: V, jusqu_au: 2020-12-31}, {nom: B}]\n",
        acteurs__c=ACTOR.format("C").replace("nature: reseau", "nature: instance") + "membres: [{acteur: a, depuis: 2022-01-01}, {acteur: b, jusqu_au: 2023-12-31}]\n",
        reunions__deux=SECOND
        + 'heure: "14:00"\nlieu: Salle haute\ninstances: [c]\n'
        + "compte_rendu: {etat: approuve, approuve_le: 2023-02-01, publie_le: 2023-02-02, corrections: [{date: 2023-03-01, texte: T, passage: d2}]}\n"
        + "decisions: [{id: d2, texte: T, voix: {pour: 9, contre: 1, abstentions: 2}, jusqu_au: 2027-12-31, remplace: {reunion: un, id: d1}}]\n"
        + "suites: [{id: s2, texte: T, echeance: avant l'été, date: 2023-06-20, remplace: [{reunion: un, id: s1}]}]\n",
        reunions__trois=SECOND.replace("Seconde", "Troisième").replace("2023", "2024") + "etat: reportee\nreportee_au: 2024-02-01\n",
        feuille_de_route__s=STEP.format("S") + "remplace: t\n",
        feuille_de_route__t=STEP.format("T")
        + "avancement: remplacee\nhistorique: [{date: 2023-01-10, avancement: remplacee, motif: Une autre.}]\n",
        suivi="- {reunion: un, id: q1, date: 2023-01-10, devient: repondue, par: {reunion: deux, passage: d2}}\n",
    ) == []  # fmt: skip


def test_what_became_of_an_entry_is_laid_over_it_and_the_last_word_counts(tmp_path: Path) -> None:
    said = (
        "- {reunion: un, id: q1, date: 2023-02-01, devient: rouverte}\n"
        "- {reunion: un, id: q1, date: 2023-01-10, devient: repondue, par: {reunion: deux}}\n"
        "- {reunion: un, id: p1, date: 2023-01-10, devient: retiree}\n"
        "- {reunion: un, id: d1, date: 2023-01-10, devient: caduque}\n"
    )
    record = content(tmp_path, suivi=said).meetings["un"].record
    assert (record.questions[0].statut, record.questions[0].open, record.questions[0].repondue_par) == ("ouverte", True, None)
    assert (record.propositions[0].statut, record.decisions[0].etat) == ("retiree", "caduque")
    answered = content(tmp_path, suivi=said.splitlines()[1] + "\n").meetings["un"].record.questions[0]
    assert (answered.open, answered.repondue_par) == (False, "deux")


def test_what_is_replaced_knows_what_took_its_place(tmp_path: Path) -> None:
    found = content(tmp_path, reunions__deux=SECOND + "suites: [{id: s2, texte: T, remplace: {reunion: un, id: s1}}]\n")
    assert [(key, one.meeting.slug, one.item.id) for key, one in replaced(found).items()] == [(("un", "s1"), "deux", "s2")]
    assert found.meetings["un"].record.suites[0].etat == "remplace"


@pytest.mark.parametrize(
    ("end", "living"),
    [
        pytest.param("2026-05-09", False, id="fini hier"),
        pytest.param("2026-05-10", True, id="son dernier jour est aujourd'hui"),
        pytest.param("2026-09-01", True, id="une fin annoncée"),
    ],
)
def test_an_actor_is_of_today_until_its_last_day(tmp_path: Path, end: str, living: bool) -> None:
    found = content(tmp_path, acteurs__b=B + f"fin: {{date: {end}, suite: a}}\n")
    assert ("b" in found.living, "b" in found.closed) == (living, not living)
    assert [one.slug for one in successors(found, "b")] == (["b"] if living else ["a"])
