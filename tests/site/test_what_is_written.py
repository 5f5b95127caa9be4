"""What an editor writes is on the page, or is told at the file and line where it was written: by a whole build."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.building.build import Order, build
from plugins.checks.command import check
from tests.sample import DAY

ROOT = Path(__file__).parents[2]
ACTOR = (
    "---\ntitre: {title}\nfamille: entraide\nnature: institution\nrole: aller-vers\nresume: Une phrase simple.\nstatut: amorce\n"
    "verifie_le: 2026-01-10\n{more}---\n{body}"
)

pytestmark = pytest.mark.site

Inv = Callable[..., "subprocess.CompletedProcess[str]"]


def folder(path: Path, files: dict[str, str]) -> Path:
    for name, text in {"familles/entraide.md": "---\ntitre: Entraide\n---\n", **files}.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(text, encoding="utf-8")
    return path


def test_every_fault_of_a_built_page_is_told_where_it_was_written(inv: Inv, tmp_path: Path) -> None:
    body = (
        "Voir [le plan](plan-inconnu/)\net [ici](#nulle-part).\n\n- ![x](../dessins/absente.png)\n- [x](../../maison-bleue/)\n\n"
        "| a |\n|---|\n| [x](/acteurs/b/) |\n"
    )
    content = folder(
        tmp_path / "contenu",
        {
            "acteurs/a.md": ACTOR.format(
                title="Maison bleue", more="redirections:\n  - /ancien/\n  - /recherche/\n", body=body.replace("#nulle-part", "/")
            ),
            "pages/glossaire-du-site.md": "---\ntitre: Recherche\n---\n" + ("Long. " * 1_000 + "\n\n") * 20,
        },
    )
    ended = inv("build", "--content", content, "--output", tmp_path / "site", "--date", DAY)
    assert ended.returncode == 1
    first = re.findall(r"contenu/(\S+?:\d+): (avertissement : )?(.*)", ended.stderr)
    assert [(place, message.split(" : ")[0]) for place, _, message in first if "redirections" in message] == [
        (
            "acteurs/a.md:11",
            "l'ancienne adresse « /recherche/ » tombe sur « recherche/index.html », que le site construit — l'enlever de « redirections »",
        )
    ]
    (content / "acteurs/a.md").write_text(ACTOR.format(title="Maison bleue", more="", body=body), encoding="utf-8")
    ended = inv("build", "--content", content, "--output", tmp_path / "site", "--date", DAY)
    assert ended.returncode == 1
    told = re.findall(r"contenu/(\S+?:\d+): (?:avertissement : )?(\S+(?: « [^»]* »)?)", ended.stderr)
    assert (
        told
        == [
            ("acteurs/a.md:10", "lien « plan-inconnu/ »"),
            ("acteurs/a.md:11", "lien « #nulle-part »"),
            ("acteurs/a.md:13", "lien « ../dessins/absente.png »"),
            ("acteurs/a.md:14", "lien « ../../maison-bleue/ »"),
            ("acteurs/a.md:18", "lien « /acteurs/b/ »"),
            ("pages/glossaire-du-site.md:2", "cette"),
            ("pages/glossaire-du-site.md:2", "le titre « Recherche »"),
        ]
        or ended.stderr
    )
    assert not (tmp_path / "site").exists()


def test_the_paths_of_files_lead_to_what_is_published(inv: Inv, tmp_path: Path) -> None:
    body = (
        "[soi](a.md#plan) [l'autre](../acteurs/b.md#le-plan-dacces) ![plan](../images/plan.png) [joint](../fichiers/a.txt)\n\n## Plan\n\n"
        "15. mars\n20. avril\n\n    En retrait, sur https://exemple.invalid/aide.\n"
    )
    content = folder(
        tmp_path / "contenu",
        {
            "acteurs/a.md": ACTOR.format(title="Maison bleue", more="", body=body),
            "acteurs/b.md": ACTOR.format(title="Maison verte", more="", body="## Le plan d'accès\n\nTexte.\n"),
            "images/plan.png": "",
            "fichiers/a.txt": "Texte.",
        },
    )
    ended = inv("build", "--content", content, "--output", tmp_path / "site", "--date", DAY)
    assert ended.returncode == 0, ended.stderr
    html = (tmp_path / "site/acteurs/a/index.html").read_text(encoding="utf-8")
    for written in (
        'href="../../acteurs/a/#plan"',
        'href="../../acteurs/b/#le-plan-d-acces"',
        'src="../../images/plan.png"',
        'href="../../fichiers/a.txt"',
        '<li value="20"',
        '<a href="https://exemple.invalid/aide">',
    ):
        assert written in html


def test_a_word_that_a_template_would_drop_is_told(tmp_path: Path) -> None:
    def losing(site: Path, settings: object) -> object:
        page = site / "acteurs/a/index.html"
        page.write_text(page.read_text(encoding="utf-8").replace("troisième", ""), encoding="utf-8")
        return check(site, settings)  # type: ignore[arg-type]

    body = "Le premier mot.\n\nLe deuxième et le troisième.\n"
    content = folder(tmp_path / "contenu", {"acteurs/a.md": ACTOR.format(title="Maison bleue", more="", body=body)})
    order = Order(ROOT, str(content), str(tmp_path / "site"), ROOT / "pelicanconf.py", (), DAY, publish=False)
    (found,) = build(order, losing).diagnostics  # type: ignore[arg-type]
    assert (found.path, found.line) == (f"{content}/acteurs/a.md", 12)
    assert found.message.startswith("« troisième » manque sur la page acteurs/a/index.html")


def test_a_page_that_stays_the_same_is_not_written_again(tmp_path: Path) -> None:
    content = folder(tmp_path / "contenu", {"acteurs/a.md": ACTOR.format(title="Maison bleue", more="", body="Une phrase.\n")})
    order, found = Order(ROOT, str(content), tmp_path / "site", ROOT / "pelicanconf.py", day=DAY), []
    for text in ("Une phrase.\n", "Une autre.\n"):
        (content / "acteurs/a.md").write_text(ACTOR.format(title="Maison bleue", more="", body=text), encoding="utf-8")
        assert build(order, check).published
        found.append(
            {name: (tmp_path / "site" / name).stat().st_ino for name in ("familles/entraide/index.html", "acteurs/a/index.html")}
        )
    family, actor = found[0].keys()
    assert found[0][family] == found[1][family]
    assert found[0][actor] != found[1][actor]
