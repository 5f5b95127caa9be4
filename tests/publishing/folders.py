"""What the tests of published folders share: a folder is published in one call, and read back."""

from collections.abc import Sequence
from pathlib import Path

from plugins.publishing.marks import MARK, Product
from plugins.publishing.swap import aside

PAGES = {"index.html": "accueil", "acteurs/caf/index.html": "caf"}


def publish(target: Path, pages: dict[str, str], product: Product = Product.SITE, parts: Sequence[str] = ()) -> list[str]:
    """Publish a folder that holds these pages, some of its folders with a mark of their own; what was told."""
    with aside(target, product) as work:
        write(work.folder, pages)
        return [str(one) for one in work.publish(parts)]


def write(folder: Path, pages: dict[str, str]) -> None:
    for name, text in pages.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def files(folder: Path) -> dict[str, str]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != MARK)
    return {path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in found}


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())
