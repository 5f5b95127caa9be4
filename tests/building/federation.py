"""Three invented committees, and what is common: folders, and the file that names them."""

from pathlib import Path

DAY = "2026-11-25"
ADDRESS = "https://comites.exemple"
COMMITTEES = {"amont": "Comité d'Amont", "aval": "Comité d'Aval", "rive": "Comité de la Rive"}
# What each says that no other does.
OWN = {"amont": "péniche", "aval": "écluse", "rive": "bachot"}

FILE = """commun: commun
adresse: https://comites.exemple
comites:
  - id: amont
    nom: Comité d'Amont
    contenu: amont
  - id: aval
    nom: Comité d'Aval
    contenu: aval
  - id: rive
    nom: Comité de la Rive
    contenu: rive
acteurs:
  - nom: Caisse des mariniers
    fiches: {amont: caisse, aval: caisse}
"""
_FAMILY = "---\ntitre: Soutien\nordre: 1\n---\nCeux qui aident.\n"
_ACTOR = """---
titre: {title}
famille: soutien
nature: institution
role: aller-vers
statut: amorce
verifie_le: 2026-10-15
resume: {summary}
---
{body}
"""
_MEETING = """---
titre: Réunion du {day}
date: {day}
instance: comite-local
participants: []
---
Le comité parle de la {word} et de la Caisse des mariniers.
"""
_NEED = """---
titre: Quelqu'un me frappe
urgence: true
mots: [il me tape, on me bat]
reponses: [{acteur: comite-local, texte: Appeler.}]
---
Vous n'êtes pas seul.
"""


def write(folder: Path) -> Path:
    """Write the folders under `folder`, and give the file."""
    _page(folder / "commun/site.yml", "nom: Les comités du fleuve\nsous_titre: Ce que trois comités savent\n")
    _page(folder / "commun/pages/a-propos.md", "---\ntitre: À propos\n---\nTrois comités se lisent ensemble.\n")
    for rank, (name, word) in enumerate(OWN.items(), 1):
        _page(folder / name / "familles/soutien.md", _FAMILY)
        told = f"Elle aide les gens de la {word}."
        _page(folder / name / "acteurs/caisse.md", _ACTOR.format(title="Caisse des mariniers", summary=told, body=told))
        local = _ACTOR.format(title="Comité local", summary="Ils se réunissent.", body="Ils se réunissent.")
        _page(folder / name / "acteurs/comite-local.md", local.replace("nature: institution", "nature: instance"))
        _page(folder / name / "reunions/reunion.md", _MEETING.format(day=f"2026-0{rank}-15", word=word))
    _page(folder / "federation.yml", FILE)
    return folder / "federation.yml"


def with_danger(folder: Path, *names: str) -> None:
    """A need that cannot wait, in some of the folders."""
    for name in names:
        _page(folder / name / "besoins/violence.md", _NEED)


def _page(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
