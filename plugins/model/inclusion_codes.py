"""Words that data.inclusion v1 knows (PyPI `data-inclusion-schema`); a test compares them with its own lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from plugins.diagnostics import shortened
from plugins.model.values import Slug
from plugins.text.labels import first_code
from plugins.text.nearest import nearest

PUBLICS = frozenset(
    (
        "tous-publics", "actifs", "beneficiaires-des-minimas-sociaux", "demandeurs-emploi", "etudiants", "familles", "femmes",
        "jeunes", "personnes-en-situation-de-handicap", "personnes-en-situation-durgence",
        "personnes-en-situation-juridique-specifique", "personnes-exilees", "residents-qpv-frr", "seniors",
    )
)  # fmt: skip
# Words for publics that have another spelling there, or a wider one.
SAME: Mapping[str, str] = {
    "residents-qpv": "residents-qpv-frr",
    "residents-frr": "residents-qpv-frr",
    "beneficiaires-de-minimas-sociaux": "beneficiaires-des-minimas-sociaux",
    "demandeurs-d-emploi": "demandeurs-emploi",
}
_THEMES: Mapping[str, str] = {
    "choisir-un-metier": "confirmer-son-choix-de-metier connaitre-les-opportunites-demploi decouvrir-un-metier-ou-un-secteur-dactivite identifier-ses-points-forts-et-ses-competences",
    "creer-une-entreprise": "definir-son-projet-de-creation-dentreprise developper-son-entreprise structurer-son-projet-de-creation-dentreprise",
    "difficultes-administratives-ou-juridiques": "accompagnement-aux-demarches-administratives accompagnement-pour-lacces-a-la-citoyennete accompagnement-pour-lacces-aux-droits beneficier-dune-mesure-daccompagnement-adapte connaitre-ses-droits-face-a-une-discrimination prendre-en-compte-une-problematique-judiciaire",
    "difficultes-financieres": "acquerir-une-autonomie-budgetaire ameliorer-sa-gestion-budgetaire mettre-en-place-une-mesure-de-protection-financiere prevenir-une-degradation-de-la-situation-financiere situation-dendettement-surendettement",
    "equipement-et-alimentation": "aide-menagere alimentation electromenager habillement",
    "famille": "garde-denfants prise-en-charge-personne-dependante soutien-a-la-parentalite-et-a-leducation soutien-aidants surmonter-conflits-separation-violence",
    "lecture-ecriture-calcul": "maitriser-le-calcul maitriser-le-francais",
    "logement-hebergement": "acheter-un-logement changer-de-logement louer-un-logement rechercher-une-solution-dhebergement-temporaire reduire-les-impayes-de-loyer se-maintenir-dans-le-logement sinformer-sur-les-demarches-liees-a-lacces-au-logement",
    "mobilite": "acceder-a-un-vehicule entretenir-reparer-son-vehicule etre-accompagne-dans-son-parcours-mobilite financer-ma-mobilite mobilite-douce-partagee-collective preparer-un-permis",
    "numerique": "acceder-a-des-services-en-ligne acceder-a-une-connexion-internet acquerir-un-equipement maitriser-les-fondamentaux-du-numerique",
    "preparer-sa-candidature": "developper-son-reseau organiser-ses-demarches-de-recherche-demploi realiser-un-cv-et-ou-une-lettre-de-motivation valoriser-ses-competences",
    "remobilisation": "activites-sportives-et-culturelles benevolat-action-citoyenne bien-etre-confiance-en-soi lien-social",
    "sante": "acces-aux-soins addictions constituer-un-dossier-mdph-invalidite sante-mentale sante-sexuelle",
    "se-former": "monter-son-dossier-de-formation trouver-sa-formation",
    "souvrir-a-linternational": "connaitre-les-opportunites-demploi-a-letranger sinformer-sur-les-aides-pour-travailler-a-letranger sorganiser-suite-a-son-retour-en-france",
    "trouver-un-emploi": "convaincre-un-recruteur-en-entretien faire-des-candidatures-spontanees maintien-dans-lemploi repondre-a-des-offres-demploi suivre-ses-candidatures-et-relancer-les-employeurs",
}
THEMES = tuple(f"{above}--{one}" for above, below in _THEMES.items() for one in below.split())


def _read_alike(publics: list[Slug]) -> list[Slug]:
    return list(dict.fromkeys(Slug(first_code(one, "public")) for one in publics))


# Two codes that are read alike are one public, which has one page.
Publics = Annotated[list[Slug], AfterValidator(_read_alike)]


def _theme(value: Any) -> str:
    text = str(value).strip()
    if text not in THEMES:
        close = nearest(text, list(THEMES)) or "mobilite--preparer-un-permis"
        raise PydanticCustomError(
            "theme_fr",
            "« {value} » n'est pas une thématique de data.inclusion ; écrire par exemple {close}",
            {"value": shortened(text), "close": close},
        )
    return text


Theme = Annotated[str, BeforeValidator(_theme), Field(json_schema_extra={"enum": list(THEMES)})]
