"""Minutes of an opponent: every mention marked `⟦slug|words⟧`, and nothing else may be linked; all names are invented."""

import re
from datetime import date
from typing import Any

import pytest

from plugins.crosslinks.linking import link
from plugins.crosslinks.mention import Sitting
from plugins.model.content import Content
from plugins.registry.building import build
from tests.markup.sample import guarded
from tests.registry.sample import actor, meeting

ACTORS: dict[str, dict[str, Any]] = {
    "cef": {"titre": "Caisse d'entraide familiale", "sigle": "CEF", "alias": ["Caisse d’entraide"]},
    "canton": {
        "titre": "Conseil cantonal",
        "alias": [{"forme": "Canton", "casse": True, "nombre": True}],
        "jamais": ["Canton de Vaud", "fête du Canton"],
    },
    "elus": {"titre": "Conseillers cantonaux"},
    "com4": {"titre": "Commission 4", "alias": ["Commission 4 Emploi-Économie"]},
    "educ": {"titre": "Éducateurs spécialisés", "alias": ["éducation spécialisée", "éducatrice spécialisée"]},
    "ar": {"titre": "Adultes-relais"},
    "mj": {"titre": "Mission jeunesse"},
    "mjb": {"titre": "Mission jeunesse de Belleroche"},
    "jb": {"titre": "Jeunesse de Belleroche"},
    "habitat": {"titre": "Rouvray Habitat"},
    "pe": {
        "titre": "Horizon Travail",
        "noms_successifs": [
            {"nom": "Bureau emploi", "jusqu_au": "2023-12-31"},
            {"nom": "Horizon Travail", "depuis": "2024-01-01"},
        ],
    },
    "relais": {"titre": "Association Le Phare", "alias": [{"forme": "Le Phare", "litteral": True}]},
    "ms": {"titre": "Médiateurs sociaux", "alias": ["médiation sociale"]},
    "ccs": {"titre": "Centre communal social", "sigle": "C.C.S."},
    "etat": {"titre": "Services de l'État", "alias": [{"forme": "État", "casse": True}]},
    "reg": {"titre": "Région des Lacs", "alias": [{"forme": "Région", "casse": True, "nombre": True}, "conseil régional"]},
    "pj": {"titre": "Protection judiciaire", "alias": ["PJ24", "plan 3R"]},
    "ess": {"titre": "Entreprises sociales et solidaires", "sigle": "ESS"},
    "office": {"titre": "Office des œuvres"},
}
PARTICIPANTS: list[dict[str, Any]] = [
    {"acteur": "cef", "civilite": "Mme", "nom": "VASSEUR", "prenom": "Claire"},
    {"acteur": "canton", "civilite": "M.", "nom": "BRUNEL", "prenom": "Paul"},
    {"acteur": "reg", "civilite": "M.", "nom": "BRUNEL", "prenom": "Jean"},
    {"acteur": "mj", "civilite": "Mme", "nom": "BRUNEL", "prenom": "Anne"},
    {"acteur": "pe", "civilite": "Mme", "nom": "de la TOUR", "prenom": "Agnès"},
    {"acteur": "educ", "civilite": "M.", "nom": "LE GOFF", "prenom": "Yann"},
    {"acteur": "ar", "civilite": "Mme", "nom": "SAINT-AUBIN", "prenom": "Marie-Laure"},
    {"acteur": "ccs", "civilite": "M.", "nom": "N'DIAYE", "prenom": "Sory", "qualite": "excuse"},
    {"acteur": "ms", "civilite": "Mme", "nom": "LEFÈVRE-DUBOIS", "prenom": "Zoé", "qualite": "invite"},
    {"acteur": "etat", "civilite": "M.", "nom": "ROUVRAY", "prenom": "Luc"},
    {"acteur": "relais", "civilite": "M.", "nom": "CANTON", "prenom": "Éric"},
    {"acteur": "ess", "nom": "PETIT", "prenom": "Dominique"},
    {"acteur": "jb", "civilite": "M.", "nom": "Müller", "prenom": "François"},
    {"acteur": "habitat", "civilite": "Mme", "nom": "D'ARGENT", "prenom": "Inès"},
]
CITED = [{"civilite": "M.", "nom": "KADER", "prenom": "Sami", "acteur": "com4", "fonction": "témoin"}]

PERSONS = [
    "Mmes ⟦cef|Vasseur⟧ et ⟦mj|Brunel⟧ parlent.",
    "MM. ⟦canton|P. Brunel⟧, ⟦educ|Le Goff⟧ et ⟦etat|Rouvray⟧ parlent.",
    "MM ⟦canton|Paul Brunel⟧ et ⟦reg|Jean Brunel⟧.",
    "⟦canton|M. P. Brunel⟧, ⟦reg|M. J. Brunel⟧ et ⟦reg|M. J.Brunel⟧.",
    "⟦mj|Mme Brunel⟧ répond à M. Brunel.",
    "⟦canton|Monsieur Paul BRUNEL⟧ et ⟦mj|Madame Anne Brunel⟧",
    "⟦mj|A. Brunel⟧ et ⟦canton|BRUNEL Paul⟧",
    "⟦pe|Mme de la Tour⟧ et ⟦pe|Agnès de la Tour⟧, ⟦pe|Mme A. de la Tour⟧, ⟦pe|Mme De La Tour⟧, ⟦pe|Mme DE LA TOUR⟧",
    "Mme Tour, la tour, de la tour",
    "⟦ar|Mme Saint-Aubin⟧, ⟦ar|Mme Saint Aubin⟧, ⟦ar|Mme Saint\u2011Aubin⟧, ⟦ar|Marie-Laure Saint-Aubin⟧, ⟦ar|M.-L. Saint-Aubin⟧, ⟦ar|Marie Laure SAINT AUBIN⟧",
    "à Saint-Aubin, la ville de Saint-Aubin",
    "⟦ccs|M. N’Diaye⟧, ⟦ccs|M. N'Diaye⟧, ⟦ccs|M. N\u02bcDIAYE⟧",
    "⟦ms|Mme Lefèvre-Dubois⟧, ⟦ms|Mme Lefevre Dubois⟧, ⟦ms|Mme LEFÈVRE\nDUBOIS⟧; Mme Lefèvre seule",
    "⟦ms|Mme Lefe\u0300vre-Dubois⟧",
    "⟦ms|Mme\u00a0Lefè\u00advre-Dubois⟧",
    "⟦etat|M. Rouvray⟧ de Rouvray ; ⟦habitat|Rouvray Habitat⟧ ; à Rouvray",
    "⟦relais|M. Canton⟧ du ⟦canton|Canton⟧",
    "⟦relais|Éric Canton⟧",
    "⟦ess|Dominique Petit⟧ et ⟦ess|Mme Petit⟧ et ⟦ess|M. Petit⟧ et un petit Petit",
    "⟦jb|M. Müller⟧, ⟦jb|M. Muller⟧, ⟦jb|François MÜLLER⟧, ⟦jb|F. Müller⟧, ⟦jb|Fr. Müller⟧",
    "⟦habitat|Mme D’Argent⟧, ⟦habitat|Mme d'Argent⟧, ⟦habitat|Inès d’Argent⟧, pas d’argent",
    "⟦com4|M. Kader⟧, ⟦com4|Sami Kader⟧ ; Kader",
    "⟦educ|M. Le Goff⟧, ⟦educ|M. le Goff⟧, ⟦educ|Yann Le Goff⟧, Mme Le Goff, M. Goff",
    "M. Vasseur, Mme Julie Vasseur, Mme Vasseur-Martin, Mme Vasseurs",
    "Mme Martin, ⟦cef|Claire Vasseur⟧, Claire, Vasseur",
    "⟦cef|Mme Vasseur⟧ (⟦cef|CEF⟧) et ⟦educ|M. Le Goff⟧, éducateur",
    "MM. ⟦educ|Le Goff⟧ (association x), ⟦etat|Rouvray⟧ et ⟦jb|Müller⟧ sortent",
    "Mme et ⟦canton|M. Paul Brunel⟧",
    "⟦cef|Mme C. Vasseur⟧ et ⟦cef|Mme Cl. Vasseur⟧",
    "⟦cef|Mme <strong>Vasseur</strong>⟧",
    "⟦cef|Mme <em>Claire</em> Vasseur⟧",
    "⟦cef|Mme\nVasseur⟧",
    "la rue Claire Vasseur, le collège Claire-Vasseur, la place Paul-Brunel",
    "Mesdames ⟦cef|Vasseur⟧ et ⟦ar|Saint-Aubin⟧, Messieurs ⟦educ|Le Goff⟧ et ⟦etat|Rouvray⟧",
    "MM. ⟦educ|Le Goff⟧, ⟦etat|Rouvray⟧, ⟦jb|Müller⟧, et ⟦com4|Kader⟧ sortent",
    "Mmes ⟦cef|Vasseur⟧ (⟦cef|CEF⟧) et ⟦ar|Saint-Aubin⟧ (⟦ar|adultes-relais⟧)",
    "⟦cef|Mme Vasseur⟧ – ⟦com4|M. Kader⟧ / ⟦jb|M. Müller⟧ ; ⟦com4|M Kader⟧, ⟦com4|Mr Kader⟧, ⟦com4|Mr. Kader⟧",
    "⟦cef|MME VASSEUR⟧, ⟦cef|mme Vasseur⟧, ⟦cef|Mme. Vasseur⟧, ⟦cef|Mme\u202fVasseur⟧",
    "⟦cef|VASSEUR Claire⟧, ⟦cef|Vasseur Claire⟧",
    "Mme</p><p>Vasseur",
    "⟦reg|M. J Brunel⟧",
    "⟦canton|P Brunel⟧",
    "⟦cef|Dr Vasseur⟧",
]
NAMES = [
    "la ⟦cef|C.E.F.⟧, les ⟦cef|CEF⟧, la ⟦cef|cef⟧, ⟦cef|C.E.F⟧ de Rive",
    "le ⟦ccs|CCS⟧, le ⟦ccs|C.C.S.⟧, ⟦ccs|ccs⟧",
    "⟦ar|adulte(s)-relais⟧, ⟦ar|adultes relais⟧, ⟦ar|adulte relai⟧, ⟦ar|ADULTES‐RELAIS⟧, ⟦ar|Adulte\u2011relais⟧, ⟦ar|adultes\u2013relais⟧",
    "⟦educ|éducateur(s) spécialisé(s)⟧, ⟦educ|éducateur(e)s spécialisé(e)s⟧, ⟦educ|éducatrices spécialisées⟧, ⟦educ|éducateurs\u00a0spécialisés⟧",
    "⟦ms|médiateur social⟧, ⟦ms|médiateurs sociaux⟧, ⟦ms|médiateur·rices sociaux⟧, ⟦ms|médiations sociales⟧, la médiation, sociale",
    "le ⟦canton|conseil cantonal⟧, les ⟦canton|Conseils cantonaux⟧, les ⟦elus|conseillers cantonaux⟧, un ⟦elus|conseiller cantonal⟧",
    "un canton, les Cantons, CANTON, le ⟦canton|Canton⟧, le Canton de Vaud, la fête du Canton",
    "⟦com4|Commission 4⟧, ⟦com4|commission 4⟧, Commission 41, Commission 4.1, Commission 4 bis, ⟦com4|Commission 4 Emploi-Économie⟧, ⟦com4|Commission 4 Emploi- Economie⟧, la ⟦com4|Commission 4⟧.",
    "la Commission n° 4",
    "la ⟦mjb|Mission jeunesse de Belleroche⟧, la ⟦mj|Mission jeunesse⟧ de Roche, ⟦jb|Jeunesse de Belleroche⟧, la ⟦mj|Mission jeunesse⟧, de Belleroche",
    "l’⟦etat|État⟧ et l'⟦etat|Etat⟧, l’état, les états, ÉTAT",
    "en l’état, l’état-major",
    "la ⟦reg|Région⟧, la région, les Régions, le ⟦reg|Conseil régional⟧, la ⟦reg|Région des Lacs⟧, région(ale)",
    "⟦relais|Le Phare⟧, le Phare, LE PHARE, l’⟦relais|association Le Phare⟧, le\u00a0Phare",
    "⟦pj|PJ24⟧, ⟦pj|PJ 24⟧, PJ245, ⟦pj|plan 3R⟧, plan 3",
    "⟦pe|Bureau emploi⟧, ⟦pe|bureaux emploi⟧, ⟦pe|Horizon Travail⟧, bureau, emploi ; bureau (emploi) ; bureau. Emploi ; bureau/emploi",
    "⟦ess|ESS⟧ et ES, ⟦ess|E.S.S.⟧, essor, ⟦ess|entreprise sociale et solidaire⟧",
    "https://cef.fr, http://www.cef.fr/CEF?x=CEF, contact@cef.fr, cef.pdf, CEF_2021.docx, «⟦cef|CEF⟧», (⟦cef|CEF⟧), ⟦cef|CEF⟧/⟦ess|ESS⟧, ⟦cef|CEF⟧.",
    "cef@exemple.org et prenom.cef@exemple.org, ftp://x/CEF, www.cef.org/CEF",
    '<p><code>CEF</code> <a href="x">CEF</a> <a href="x">la <em>CEF</em></a> ⟦cef|CEF⟧</p>',
    "<table><tbody><tr><th>⟦cef|CEF⟧</th><td>⟦educ|éducateurs\nspécialisés⟧</td></tr></tbody></table>",
    "<blockquote><p>⟦cef|CEF⟧</p></blockquote>",
    "<p>⟦cef|Caisse <strong>d’entraide</strong>⟧ et ⟦cef|<em>Caisse</em> d'entraide⟧</p>",
    "⟦cef|Caisse d\u02bcentraide⟧, ⟦cef|Caisse d\u00b4entraide⟧, ⟦cef|caisse d`entraide⟧, ⟦cef|caisse d\u2032entraide⟧, ⟦cef|Caisse d’ entraide⟧, ⟦cef|Caisse d entraide⟧",
    "⟦cef|Cai\u00adsse d’entraide⟧ ⟦cef|caisse\u202fd’entraide⟧ ⟦cef|CAISSE\nD’ENTRAIDE\nFAMILIALE⟧",
    "⟦cef|caisses d’entraides familiales⟧",
    "l’ex-⟦pe|Bureau emploi⟧, sous-Région, la Haute-Région, inter-⟦cef|CEF⟧",
    "Caisse – d’entraide ; Caisse - d’entraide",
    "⟦educ|éducation\u00a0spécialisée⟧ ; éducation, spécialisée",
    "⟦cef|Mme Vas<strong>seur</strong>⟧ dit",
    "⟦cef|CEF(s)⟧, les ⟦cef|CEFs⟧",
    "⟦educ|éducateur·trice·s spécialisé·e·s⟧, ⟦educ|éducateur.rice.s spécialisé.e.s⟧",
    "⟦educ|EDUCATEURS SPECIALISES⟧, ⟦educ|Educateurs spécialises⟧",
    "⟦educ|éduca-\nteurs spécialisés⟧",
    "⟦ar|Adultes–\nrelais⟧",
    "la Commission jeunesse, la Submission jeunesse",
    "les fêtes du Canton",
    '<p>⟦cef|CEF⟧<sup><a href="#fn1">1</a></sup></p>',
    "<dl><dt>⟦cef|CEF⟧</dt><dd>⟦cef|caisse d’entraide⟧</dd></dl>",
    "⟦cef|Caisse d’entraide familiale⟧ (⟦cef|CEF⟧) : « ⟦cef|CEF⟧ », “⟦cef|CEF⟧”, ⟦cef|CEF⟧…, ⟦cef|CEF⟧!",
    "les ⟦mj|missions jeunesses⟧ et ⟦mj|Mission-jeunesse⟧",
    "l’⟦office|office des oeuvres⟧, l'⟦office|Oﬃce des Œuvres⟧, les ⟦office|OFFICES DES ŒUVRES⟧",
]

_DECLARED = meeting("m", "2022-03-01", PARTICIPANTS, "x", personnes_citees=CITED)
REGISTRY, _ = build(Content(actors={slug: actor(slug, **fields) for slug, fields in ACTORS.items()}, meetings={"m": _DECLARED}))
MEETING = Sitting("m", date(2022, 3, 1), frozenset(str(one["acteur"]) for one in PARTICIPANTS))
_LINK = re.compile(r'<a class="actor" href="\.\./\.\./acteurs/([a-z0-9-]+)/"[^>]*>(.*?)</a>', re.DOTALL)
_MARK = re.compile(r"⟦[a-z0-9-]+\|(.*?)⟧", re.DOTALL)


def linked(html: str) -> str:
    """The page with its links written as marks."""
    made = link(guarded(html), REGISTRY, "reunions/m", lambda key: f"../../{key}/", MEETING, "mention").html
    return _LINK.sub(r"⟦\1|\2⟧", re.sub(r' data-qui="[^"]*"', "", made))


@pytest.mark.parametrize("marked", [*PERSONS, *NAMES])
def test_what_is_marked_is_linked_and_nothing_else(marked: str) -> None:
    expected = marked if marked.startswith("<") else f"<p>{marked}</p>"
    assert linked(_MARK.sub(r"\1", expected)) == expected
