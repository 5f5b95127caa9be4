"""The index of several committees answers as one index of all their pages would, and is mended as it would be made anew."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.cache.store import Store
from plugins.search.built_index import UnreadableIndexError
from plugins.search.committee import Committee, bucket_of, share_of
from plugins.search.common_index import COMMON_FOLDER, write_common
from plugins.search.documents import Page
from plugins.search.files import index_files, write
from plugins.search.sections import Section
from plugins.search.transport import ENTRY, FOLDER
from tests.search.conftest import node
from tests.search.corpus import PAGES, PAIRS

CONTRACT = json.loads((Path(__file__).parents[1] / "contracts/buckets.json").read_text(encoding="utf-8"))
NAMES = ("", "amont", "aval")
QUESTIONS = [
    *(page.title for page in PAGES),
    *(page.title.split()[0] for page in PAGES),
    *(page.acronym for page in PAGES if page.acronym),
    *(" ".join(page.summary.split()[:3]) for page in PAGES),
    *(short for short, _ in PAIRS),
    *(long for _, long in PAIRS),
    "zzzz",
]


def build(folder, rank, pages, *, cut):
    site = folder / f"site-{rank}"
    write(index_files(pages, PAIRS, budget=0 if cut else 10**9), site)
    return Committee(NAMES[rank], f"Comité {rank}", site)


def shares(folder, parts, *, cut=True):
    return [share_of(build(folder, rank, pages, cut=cut)) for rank, pages in enumerate(parts)]


def join(folder, parts, *, cut=True):
    """The common index, with the committees where it looks for their pages."""
    return published(shares(folder, parts, cut=cut), None, Store(None)) / COMMON_FOLDER


def published(own, before, store, spare=None):
    """The root of a common site, put together with the help of the one before, or of what it replaced."""
    root = own[0].committee.site
    write_common(own, spare or root / COMMON_FOLDER, before, store)
    if spare:
        spare.rename(root / COMMON_FOLDER)
        (before / COMMON_FOLDER).rename(spare)
    for share in own[1:]:
        (root / share.committee.id).symlink_to(share.committee.site)
    return root


@pytest.mark.parametrize("cut", [pytest.param(True, id="index en morceaux"), pytest.param(False, id="index d'un seul fichier")])
def test_committees_asked_together_answer_as_one_index_of_all_their_pages(tmp_path: Path, cut: bool) -> None:
    parts = [PAGES[rank::3] for rank in range(3)]
    urls = [f"{NAMES[rank]}/{page.url}".lstrip("/") for rank, pages in enumerate(parts) for page in pages]
    every = [replace(page, url=url) for page, url in zip((page for part in parts for page in part), urls, strict=True)]
    write(index_files(every, PAIRS, budget=0), tmp_path / "whole")
    alone = node("engine_answers.js", tmp_path / "whole" / FOLDER, ENTRY, given=QUESTIONS)
    joined = node("engine_answers.js", join(tmp_path, parts, cut=cut), ENTRY, "", "comites", given=QUESTIONS)
    assert [(one["urls"], one["suggestion"], one["anchors"]) for one in joined] == [
        (one["urls"], one["suggestion"], one["anchors"]) for one in alone
    ]
    for one, other in zip(joined, alone, strict=True):
        assert one["scores"] == pytest.approx(other["scores"])
    whose = [{url.split("/")[0] for url in one["urls"]} for one in joined]
    assert {*NAMES[1:]} in [found & {*NAMES[1:]} for found in whose]


def test_each_answer_says_whose_it_is_and_the_committee_is_a_choice(tmp_path: Path) -> None:
    folder = join(tmp_path, [PAGES[rank::3] for rank in range(3)])
    [answer] = node("engine_answers.js", folder, ENTRY, "", "comites", given=[PAGES[1].title])
    assert answer["urls"][0] == f"amont/{PAGES[1].url}"
    assert answer["committees"][0] == "Comité 1"
    facets = json.loads(next(folder.glob("*/facettes.js")).read_text(encoding="utf-8").partition(",")[2].removesuffix(");\n"))[
        "facettes"
    ]
    assert facets["comites"][0] == ["Comité 0", "Comité 1", "Comité 2"]
    assert len(facets["comites"][1]) == len(facets["kind"][1]) == len(PAGES)


def files(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*.js")}


def page(chance, number):
    words = [
        f"{chance.choice('bcdfglmnprstv')}{chance.choice('aeiou')}{chance.choice('lmnrst')}{chance.choice('aeiou')}"
        for _ in range(40)
    ]
    text = [" ".join(chance.sample(words, 8)).capitalize() + "." for _ in range(3)]
    return Page(
        f"acteurs/p{number}/",
        " ".join(words[:2]),
        summary=text[0],
        kind="Acteur",
        sections=(Section("", "", text[1]), Section("a", words[3], text[2])),
    )


@pytest.mark.parametrize(
    "exchanged",
    [
        pytest.param(False, id="à côté de celui d'avant"),
        pytest.param(True, id="dans celui que l'avant-dernière publication a laissé"),
    ],
)
def test_an_index_that_is_mended_is_the_one_that_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exchanged: bool
) -> None:
    monkeypatch.setattr("plugins.search.common_index.BUCKET", 50)  # so that a page does not reach every bucket
    monkeypatch.setattr("plugins.search.common_words.RANGE", 60)  # nor its words every range
    chance = random.Random(15)
    parts = [[page(chance, number) for number in range(count)] for count in (3, 20, 12)]
    store, spare, before, kept = tmp_path / "store", tmp_path / "spare", None, 0
    for turn in range(9):
        rank = chance.randrange(3)
        number = chance.randrange(len(parts[rank]))
        parts[rank][number] = replace(page(chance, number), url=parts[rank][number].url)
        if turn == 3:
            parts[2].append(page(chance, 99))
        if turn == 4:
            del parts[1][3]
        own, opened = shares(tmp_path / f"{turn}", parts), Store(store)
        taken = [path.stat().st_ino for path in spare.rglob("*.js")]
        before = published(own, before, opened, spare if before and exchanged else None)
        mended = before / COMMON_FOLDER
        assert opened.close() == []
        write_common(own, tmp_path / f"anew-{turn}", None, Store(None))
        assert files(mended) == files(tmp_path / f"anew-{turn}")
        kept += sum(path.stat().st_nlink > 1 or path.stat().st_ino in taken for path in mended.rglob("*.js"))
    assert kept > 0


def only_the_common_index(root):
    return (root / COMMON_FOLDER).rglob("termes-*.js")


def the_committee_that_changed(root):
    return (root / "amont").resolve().rglob("termes-*.js")


@pytest.mark.parametrize(
    "which",
    [
        pytest.param(only_the_common_index, id="index commun"),
        pytest.param(the_committee_that_changed, id="site publié du comité"),
    ],
)
@pytest.mark.parametrize("text", [pytest.param("coupé", id="coupé"), pytest.param(None, id="absent")])
def test_what_was_damaged_meanwhile_is_made_anew(tmp_path: Path, which, text: str | None) -> None:
    chance = random.Random(1)
    parts = [[page(chance, number) for number in range(4)] for _ in range(2)]
    opened = Store(tmp_path / "store")
    first = published(shares(tmp_path / "a", parts), None, opened)
    opened.close()
    harmed = list(which(first))
    for path in harmed:
        path.unlink()
        if text is not None:
            path.write_text(text, encoding="utf-8")
    parts[1][0] = page(chance, 0)
    opened = Store(tmp_path / "store")
    second = published(shares(tmp_path / "b", parts), first, opened)
    opened.close()
    write_common(shares(tmp_path / "b", parts), tmp_path / "anew", None, Store(None))
    assert harmed
    assert files(second / COMMON_FOLDER) == files(tmp_path / "anew")


def entry_of_another_time(site):
    path = site / FOLDER / ENTRY
    path.write_text(path.read_text(encoding="utf-8").replace('"champs":[["titre",8,', '"champs":[["titre",'), encoding="utf-8")


def other_weights(site):
    path = site / FOLDER / ENTRY
    path.write_text(path.read_text(encoding="utf-8").replace('["titre",8,', '["titre",9,'), encoding="utf-8")


def cut_short(site):
    next((site / FOLDER).glob("*/termes-*.js")).write_text("", encoding="utf-8")


def gone(site):
    (site / FOLDER / ENTRY).unlink()


@pytest.mark.parametrize(
    ("harm", "said"),
    [
        pytest.param(entry_of_another_time, "vient d'une autre version", id="un champ de moins"),
        pytest.param(other_weights, "viennent de deux versions", id="un autre poids"),
        pytest.param(cut_short, "est abîmé", id="morceau vide"),
        pytest.param(gone, "est abîmé", id="premier fichier absent"),
    ],
)
def test_an_index_that_cannot_be_put_with_the_others_is_a_sentence(tmp_path: Path, harm, said: str) -> None:
    own = [build(tmp_path, rank, PAGES[rank::3], cut=True) for rank in range(3)]
    harm(own[1].site)
    with pytest.raises(UnreadableIndexError, match=said):
        write_common([share_of(one) for one in own], tmp_path / "common", None, Store(None))


@pytest.mark.parametrize("case", CONTRACT, ids=lambda case: case["why"])
def test_a_term_has_the_bucket_that_browsers_look_in(case: dict[str, object]) -> None:
    assert bucket_of(str(case["term"]), int(str(case["buckets"]))) == case["bucket"]
