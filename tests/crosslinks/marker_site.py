"""A content folder whose every corner names persons, all invented, with names that no other word contains."""

from __future__ import annotations

import unicodedata
from pathlib import Path

# Words of the declared names, folded.
NAMES = (
    "quintarbel",
    "zephirine",
    "ombrevalle",
    "tancrede",
    "brunolet",
    "isaure",
    "vasquerive",
    "gontranie",
    "marcelline",
    "loupiac",
)

_ACTOR = """---
titre: {title}
sigle: {acronym}
famille: entraide
nature: institution
role: aller-vers
resume: Mme Quintarbel y reçoit sans rendez-vous.
offre: {{accueil: "Demander Zéphirine QUINTARBEL."}}
contact: {{courriel: contact@exemple.fr, horaires: "M. Brunolet, le lundi"}}
statut: amorce
verifie_le: 2026-11-22
sources: [{{titre: "Entretien avec M. d’Ombrevalle", reunion: 2022-03-01-premiere}}]
---
La fiche a été relue par Mme QUINTARBEL et par M. d'Ombrevalle.
"""

_FIRST = """---
titre: "Première réunion, autour de Mme Quintarbel"
resume: "Mme Quintarbel et M. Brunolet ouvrent la séance."
date: 2022-03-01
instance: maison
participants:
  - {{acteur: maison, civilite: Mme, nom: QUINTARBEL, prenom: Zéphirine, fonction: directrice}}
  - {{acteur: agence, civilite: M., nom: D’OMBREVALLE, prenom: Tancrède, represente: "Isaure BRUNOLET-VASQUERIVE"}}
  - {{acteur: relais, civilite: M., nom: BRUNOLET, prenom: Gontranie, qualite: excuse}}
personnes_citees: [{{civilite: Mme, nom: LOUPIAC, prenom: Marcelline, fonction: grand témoin}}]
ordre_du_jour: {{initial: ["Exposé de Mme Loupiac"], effectif: ["Réponse de M. Brunolet"]}}
themes: ["La méthode Quintarbel"]
constats: [{{id: c1, texte: "Mme Quintarbel constate.", acteurs: [maison]}}]
vigilance: [{{id: v1, texte: "M. Brunolet alerte.", acteur: relais}}]
pratiques: [{{id: r1, texte: "La permanence de Mme Loupiac.", acteur: maison, resultat: "Selon Tancrède d'Ombrevalle, du monde."}}]
questions: [{{id: q1, texte: "Que dit Isaure Brunolet-Vasquerive ?"}}]
propositions: [{{id: p1, texte: "M. Brunolet propose une fiche.", acteur: relais}}]
chiffres: [{{id: n1, valeur: "12", texte: "Compté par Mme Quintarbel.", source: "Z. Quintarbel"}}]
suites: [{{id: s1, texte: "Mme Loupiac écrit.", porteurs: [maison]}}]
plus_tard: [{{id: t1, texte: "Revoir M. d’Ombrevalle."}}]
source: {{titre: "Notes de Zéphirine Quintarbel"}}
---
## Le point de vue de Mme Quintarbel

Mme **Quintarbel** et *Zéphirine QUINTARBEL* disent. MM. d’Ombrevalle et Brunolet, Mmes Loupiac et Brunolet‑Vasquerive aussi.

{decomposed}, Mme Quin\u00adtarbel, M. d&#8217;Ombrevalle, Mme Loupi&#97;c, Mme
Quintarbel.

- liste : Z. QUINTARBEL, Gontranie BRUNOLET
- écrire à marcelline.loupiac@exemple.fr

| qui | quoi |
|---|---|
| Mme Quintarbel | dit |

> Citation de M. Brunolet,
> puis de Mme
> Loupiac.

Un [lien de Mme Loupiac](https://exemple.fr "par Mme Loupiac"), du `code de Quintarbel`, une note[^1].

::: parole maison
Mme Quintarbel parle ici, M. Brunolet se tait.
:::

[^1]: Note de Tancrède d’Ombrevalle.
"""

_SECOND = """---
titre: Seconde réunion
date: 2023-05-04
instance: maison
participants:
  - {acteur: relais, civilite: Mme, nom: QUINTARBEL, prenom: Zéphirine}
prochaine_reunion: {date: 2028-01-03, heure: "09:30", lieu: "chez M. Brunolet"}
---
Mme Quintarbel a changé de maison.
"""


def write(folder: Path, *, undeclared: bool = False) -> Path:
    """Write the folder; with `undeclared`, a meeting also names someone whom nobody declared."""
    decomposed = unicodedata.normalize("NFD", "Zéphirine Quintarbel")
    second = _SECOND + ("\nM. Persanval s'est tu.\n" if undeclared else "")
    files = {
        "familles/entraide.md": "---\ntitre: Entraide\nresume: Fondée par Mme Loupiac.\n---\n",
        "acteurs/maison.md": _ACTOR.format(title="La Maison", acronym="LM"),
        "acteurs/agence.md": _ACTOR.format(title="Agence des Sources", acronym="AGS"),
        "acteurs/relais.md": _ACTOR.format(title="Relais du Val", acronym="RDV"),
        "besoins/parler.md": "---\ntitre: Parler à quelqu'un\nreponses: [{acteur: maison, texte: Mme Quintarbel écoute.}]\n---\n",
        "demarche/ecouter.md": "---\ntitre: Écouter\nalias: [écoute]\n---\nL'écoute, dit Mme Loupiac.\n",
        "feuille-de-route/axe.md": "---\ntitre: Alliance\nnature: axe\nresume: L'axe de M. Brunolet.\n---\n",
        "pages/a-propos.md": "---\ntitre: À propos\n---\nMerci à Marcelline LOUPIAC et à M. Brunolet.\n",
        "reunions/2022-03-01-premiere.md": _FIRST.format(decomposed=decomposed),
        "reunions/2023-05-04-seconde.md": second,
        "glossaire.yml": "- {terme: Palabre, definition: Mot de Mme Quintarbel.}\n",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder
