"""Names of declared persons, written in many ways in every place of a content: masked, refused, or still there once built.

    inv bench names [--options "--seed 5 --keep FOLDER"]

Persons are invented, each of one case, so that the letters of a name lead to its case. A site is built by `inv build` as an
editor does; what it refuses is noted, taken out, and the rest built again. Then every file of the output is read. Sentences
that name nobody, though their words are surnames too, must come out as they were written. Exit code 1 when a name leaks.
"""

from __future__ import annotations

import argparse
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.report import machine, write_section  # noqa: E402 — the line above makes ours importable
from plugins.persons.residue import letters_of  # noqa: E402

ROUNDS = 12
SYLLABLES = ("bré lan quis zor vé tim gal dro pus fé mil cor ba du né ro sil vau jo ker").split()
ENDS = ("quet", "gnac", "vril", "zet", "mbert", "dour")
# Ways in which people write a name: {G} given name, {S} surname, {I} the initial of the given name.
WAYS = (
    "Mme {S} propose un bus.", "M. {I}. {S} alerte.", "{G} {S} vient.", "{S} {G} vient.", "{SU} alerte.", "Selon {S}, il pleut.",
    "Mme **{S}** parle.", "L'avis de {G} est noté.", "Madame {G} {S} a écrit.", "Suivi par {S} (Mme).", "Mme {G}&nbsp;{S} vient.",
    "Le docteur {S} passe.", "Merci à Mmes {S} et {G}.", "Avec l'appui de M. {S}.", "« Il pleut », dit {S}.",
)  # fmt: skip
# Places of a content → the file of a case, and what it holds; {T} is the text, {N} the rank, {A} the name as an address has it.
PAGES = {
    "corps d'une réunion": (
        "reunions/2026-01-01-c{N}.md",
        "titre: R {N}\ndate: 2026-01-01\ninstance: halle\nparticipants: []\n---\n{T}\n",
    ),
    "corps d'une page": ("pages/c{N}.md", "titre: P {N}\n---\n{T}\n"),
    "titre, liste, tableau": ("pages/c{N}.md", "titre: P {N}\n---\n## Avis\n\n- {T}\n\n| a | b |\n|---|---|\n| 1 | {T} |\n"),
    "texte d'une image": ("pages/c{N}.md", "titre: P {N}\n---\n![{T}](../images/x.svg)\n"),
    "résumé": ("pages/c{N}.md", 'titre: P {N}\nresume: "{T}"\n---\nTexte.\n'),
    "réponse d'un besoin": (
        "besoins/c{N}.md",
        'titre: B {N}\nreponses:\n  - {acteur: moulin, texte: "{T}", contact: "{T}"}\n---\n',
    ),
    "mots": ("besoins/c{N}.md", 'titre: B {N}\nmots: ["{T}"]\n---\n'),
    "source d'un chiffre": (
        "reunions/2026-01-01-c{N}.md",
        (
            "titre: R {N}\ndate: 2026-01-01\ninstance: halle\nparticipants: []\nchiffres:\n"
            '  - {id: n1, valeur: "8", unite: vélos, texte: Huit vélos., source: {titre: "{T}", url: "https://exemple.fr/"}}\n---\nTexte.\n'
        ),
    ),
    "adresse d'un lien": ("pages/c{N}.md", "titre: P {N}\n---\nVoir [ceci](https://exemple.fr/{A}).\n"),
    "nom d'un fichier": ("pages/{A}.md", "titre: P {N}\n---\nTexte.\n"),
    "document joint": ("fichiers/c{N}.txt", "{T}\n"),
}
LISTS = {
    "glossaire": ("glossaire.yml", '- {terme: "Terme {N}", definition: "{T}"}\n'),
    "portes": (
        "portes.yml",
        (
            '- {slug: c{N}, nom: "Porte {N}", genre: demarche, url: "https://exemple.fr/{N}", texte: "{T}", acteur: moulin, '
            'verifie_le: 2026-01-01, source: {titre: S, url: "https://exemple.fr/"}}\n'
        ),
    ),
}
HOMONYMS = "Petit Martin Rose Berger Boulanger Page Blanc Roche Fontaine Marin Olive Pascal Lemaire Bon Roux Dubois".split()
NEUTRAL = (
    "Petit à petit, tous parlent.", "Un petit déjeuner est servi.", "La rose est rouge.", "Le berger garde ses moutons.",
    "Le boulanger ouvre à six heures.", "La page est blanche.", "Un vote blanc est compté.", "La roche est dure.",
    "La fontaine du quartier coule.", "Le marin revient.", "L'huile d'olive manque.", "Le pain est bon.", "Le chat roux dort.",
    "La rue Saint-Martin est fermée.", "Le quartier du bois est calme.", "Page 3, un tableau suit.", "Une table de bois est posée.",
    "Les petits arrivent avec le boulanger.", "Le maire ouvre la séance.", "Bon courage à tous.",
)  # fmt: skip
ACTOR = "---\ntitre: {title}\nfamille: f\nnature: {nature}\nrole: aller-vers\nresume: Il aide.\nstatut: amorce\nverifie_le: 2026-01-01\n---\nTexte.\n"
STEADY = {
    "familles/f.md": "---\ntitre: La rue\n---\n",
    "acteurs/halle.md": ACTOR.format(title="La Halle", nature="instance"),
    "acteurs/moulin.md": ACTOR.format(title="Le Moulin des prés", nature="reseau"),
    "images/x.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>\n',
}  # fmt: skip


@dataclass(frozen=True)
class Case:
    """One person, or one sentence that names nobody.

    Attributes:
        place: key of `PAGES` or `LISTS`; empty for a sentence that names nobody.
        path: of its file.
        text: what it adds to that file.
        gone: what may be read nowhere in the site.
        given, surname: of the person, when it has its own.
        said: the sentence that must come out, when it names nobody.
    """

    place: str
    path: str
    text: str
    gone: tuple[str, ...] = ()
    given: str = ""
    surname: str = ""
    said: str = ""


def cases(seed: int) -> list[Case]:
    """Each way in each place, each with a person of its own, then what names nobody."""
    chance, found, known = random.Random(seed), list[Case](), set[str]()

    def name() -> str:
        while True:
            made = "".join(chance.sample(SYLLABLES, 3)) + chance.choice(ENDS)
            if letters_of(made) not in known:
                known.add(letters_of(made))
                return made.capitalize()

    for place, (path, text) in (PAGES | LISTS).items():
        for way in WAYS[:5] if "{A}" in path + text else WAYS:
            given, surname, rank = name(), name(), str(len(found))
            said = way.replace("{G}", given).replace("{SU}", surname.upper()).replace("{S}", surname).replace("{I}", given[0])
            address = re.sub(r"[^a-z]+", "-", unaccented(said)).strip("-")
            holes = {"{N}": rank, "{T}": said.replace('"', "'"), "{A}": address}
            found.append(Case(place, filled(path, holes), filled(text, holes), (given, surname), given, surname))
    for surname in HOMONYMS:
        text = f"titre: H {len(found)}\n---\nMme {surname} propose un bus, et M. {surname} l'approuve.\n"
        found.append(
            Case(
                "nom qui est aussi un mot",
                f"pages/c{len(found)}.md",
                text,
                (f"Mme {surname} propose", f"M. {surname} l'approuve"),
            )
        )
    for said in NEUTRAL:
        rank = str(len(found))
        found.append(Case("", f"pages/c{rank}.md", f"titre: N {rank}\n---\n{said}\n", said=said))
    return found


def unaccented(text: str) -> str:
    """As an address writes it."""
    return text.lower().translate(str.maketrans("àâäéèêëîïôöùûüç", "aaaeeeeiioouuuc"))


def filled(text: str, holes: dict[str, str]) -> str:
    """The text, with what was asked for in each hole."""
    for hole, value in holes.items():
        text = text.replace(hole, value)
    return text


def write(folder: Path, kept: list[Case]) -> dict[tuple[str, int], Case]:
    """The content, and the case of each line: by file, and by line for a list (0: the whole file)."""
    people = [f"  - {{nom: {one.surname}, prenom: {one.given}, acteur: moulin}}\n" for one in kept if one.surname]
    people += [f"  - {{nom: {name}, acteur: halle}}\n" for name in HOMONYMS]
    texts = dict(STEADY)
    texts["reunions/2026-01-02-tous.md"] = (
        "---\ntitre: Tous\ndate: 2026-01-02\ninstance: halle\nparticipants: []\npersonnes_citees:\n"
        + "".join(people)
        + "---\nTexte.\n"
    )
    at = dict[tuple[str, int], Case]()
    for one in kept:
        before = texts.get(one.path, "")
        at[one.path, before.count("\n") + 1 if one.place in LISTS else 0] = one
        texts[one.path] = before + ("---\n" if one.path.endswith(".md") else "") + one.text
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return at


def built(scratch: Path, kept: list[Case]) -> tuple[list[Case], int]:
    """Build; what was refused, and how many refusals lead to no case."""
    content = scratch / "content"
    shutil.rmtree(content, ignore_errors=True)
    at = write(content, kept)
    command = [sys.executable, "-m", "invoke", "build", "--content", str(content), "--output", str(scratch / "site")]
    ended = subprocess.run(
        [*command, "--date", "2026-02-01"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    if ended.returncode == 0:
        return [], 0
    refused, lost = list[Case](), 0
    for path, line, said in re.findall(rf"^{re.escape(str(content))}/([^:\n]+):(\d+): (.*)$", ended.stderr, re.MULTILINE):
        case = at.get((path, 0)) or at.get((path, int(line)))
        if case and case not in refused and not said.startswith("avertissement"):
            refused.append(case)
        lost += case is None and not said.startswith("avertissement")
    if not refused:
        raise SystemExit(ended.stderr)
    return refused, lost


def site_letters(site: Path) -> Iterator[str]:
    """Letters of each file, and of its name."""
    for path in site.rglob("*"):
        if path.is_file():
            yield letters_of(path.relative_to(site).as_posix() + " " + path.read_bytes().decode("utf-8", "replace"))


def main() -> int:
    """Build until nothing is refused, read everything, write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--keep", type=Path, help="folder of the content and the site, kept to be looked at")
    options = parser.parse_args()
    everything = cases(options.seed)
    with tempfile.TemporaryDirectory() as temporary:
        scratch = options.keep or Path(temporary)
        kept, refused, lost = everything, list[Case](), 0
        for _ in range(ROUNDS):
            now, astray = built(scratch, kept)
            lost += astray
            refused += now
            kept = [one for one in kept if one not in now]
            if not now:
                break
        letters = "\n".join(site_letters(scratch / "site"))
    leaked = [one for one in kept if any(letters_of(name) in letters for name in one.gone)]
    changed = [one for one in kept if one.said and letters_of(one.said) not in letters]
    for one in leaked:
        print(f"se lit encore : {one.place} — {one.text.strip()}", file=sys.stderr)
    for one in [*changed, *(one for one in refused if one.said)]:
        print(f"ne nomme personne, et {'change' if one in changed else 'est refusé'} : {one.said}", file=sys.stderr)
    return told(everything, refused, leaked, changed, lost)


def told(everything: list[Case], refused: list[Case], leaked: list[Case], changed: list[Case], lost: int) -> int:
    """Write the table; exit code 1 when something can still be read."""
    rows = ["| où | cas | masqués | refusés, à leur ligne | se lisent encore |", "|---|---:|---:|---:|---:|"]
    total, no, still = (Counter(one.place for one in some if one.gone) for some in (everything, refused, leaked))
    rows += [
        f"| {place} | {total[place]} | {total[place] - no[place] - still[place]} | {no[place]} | {still[place]} |"
        for place in total
    ]
    nobody, wrong = sum(bool(one.said) for one in everything), sum(bool(one.said) for one in refused)
    line = (
        f"Noms qui se lisent encore : {len(leaked)} sur {sum(total.values())} ; phrases qui ne nomment personne : {len(changed)} changées, "
        f"{wrong} refusées, sur {nobody} ; refus sans place : {lost}."
    )
    print(line)
    text = f"{line}\n\n" + "\n".join(rows) + f"\n\nPersonnes inventées, `PEOPLE_DISPLAY` par défaut ; {machine()}."
    write_section("names", "Les noms de personnes", text)
    return int(bool(leaked or lost))


if __name__ == "__main__":
    sys.exit(main())
