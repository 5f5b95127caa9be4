import logging
import multiprocessing
import time
from pathlib import Path

import pytest

from plugins.building.failures import Collector, of_exception
from plugins.building.overrides import parse
from plugins.building.swap import MARK, aside, check_target


@pytest.mark.parametrize(
    ("assignment", "value"),
    [
        pytest.param("CROSSLINKS=mention", "mention", id="a string that is not JSON"),
        pytest.param("CROSSLINKS=3", 3, id="a number"),
        pytest.param("CROSSLINKS=false", False, id="a truth value"),
        pytest.param('CROSSLINKS=["a"]', ["a"], id="a list"),
        pytest.param("CROSSLINKS=a=b", "a=b", id="a value with an equals sign"),
        pytest.param("CROSSLINKS=", "", id="an empty value"),
    ],
)
def test_a_value_is_json_if_it_parses_else_a_string(assignment: str, value: object) -> None:
    assert parse([assignment], ["CROSSLINKS"]) == ({"CROSSLINKS": value}, [])


def test_an_unknown_setting_is_an_error_that_names_the_nearest_known() -> None:
    settings, diagnostics = parse(["CROSLINK=page", "people_display=complets", "X=1", "seul"], ["CROSSLINKS", "PEOPLE_DISPLAY"])
    assert settings == {}
    assert [d.message for d in diagnostics] == [
        "réglage inconnu « CROSLINK » — écrire plutôt « CROSSLINKS »",
        "réglage inconnu « people_display » — écrire plutôt « PEOPLE_DISPLAY »",
        "réglage inconnu « X » — les réglages sont dans pelicanconf.py",
        "« seul » n'est pas un réglage — écrire NOM=VALEUR",
    ]


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_published_folder_is_replaced_whole(tmp_path: Path) -> None:
    for text in ("un", "deux"):
        with aside(tmp_path / "site") as work:
            (work.folder / f"{text}.html").write_text(text)
            work.publish()
    assert files(tmp_path) == ["site"]
    assert files(tmp_path / "site") == [MARK, "deux.html"]


def test_a_build_that_is_not_published_leaves_no_trace(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/old.html").write_text("old")
    with aside(tmp_path / "site") as work:
        (work.folder / "new.html").write_text("new")
    assert files(tmp_path) == ["site"]
    assert files(tmp_path / "site") == ["old.html"]


def test_a_build_killed_between_the_two_renames_is_made_good_by_the_next(tmp_path: Path) -> None:
    (tmp_path / ".site.ancien").mkdir()
    (tmp_path / ".site.ancien/old.html").write_text("old")
    (tmp_path / ".site.neuf").mkdir()
    with aside(tmp_path / "site") as work:
        assert files(work.folder) == []
    assert files(tmp_path) == ["site"]
    assert files(tmp_path / "site") == ["old.html"]


def _slow_build(target: Path, name: str) -> None:
    with aside(target) as work:
        for number in range(5):
            (work.folder / f"{number}.html").write_text(name)
            time.sleep(0.02)
        work.publish()


def test_two_builds_at_once_publish_one_after_the_other(tmp_path: Path) -> None:
    target = tmp_path / "site"
    context = multiprocessing.get_context("fork")
    processes = [context.Process(target=_slow_build, args=(target, name)) for name in ("a", "b")]
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    assert [process.exitcode for process in processes] == [0, 0]
    assert files(tmp_path) == ["site"]
    assert len({path.read_text() for path in target.glob("*.html")}) == 1
    assert len(list(target.glob("*.html"))) == 5


def test_a_symbolic_link_to_the_published_folder_is_followed(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "real")
    with aside(tmp_path / "site") as work:
        work.publish()
    assert (tmp_path / "site").is_symlink()
    assert files(tmp_path / "real") == [MARK]


@pytest.mark.parametrize(
    ("output", "message"),
    [
        pytest.param("project/content", "effacerait les sources", id="the content itself"),
        pytest.param("project/content/site", "effacerait les sources", id="inside the content"),
        pytest.param("project", "effacerait les sources", id="the project"),
        pytest.param(".", "effacerait les sources", id="around the project"),
        pytest.param("other", "contient autre chose", id="somebody else's folder"),
        pytest.param("other/file.txt", "c'est un fichier", id="a file"),
    ],
)
def test_a_folder_that_is_not_ours_is_never_replaced(tmp_path: Path, output: str, message: str) -> None:
    project, other = tmp_path / "project", tmp_path / "other"
    (project / "content").mkdir(parents=True)
    other.mkdir()
    (other / "file.txt").write_text("mine")
    found = list(check_target(tmp_path / output, (project / "content", project)))
    assert [message in d.message for d in found] == [True]


def test_a_new_an_empty_and_a_built_folder_are_good_targets(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (tmp_path / "empty").mkdir()
    with aside(tmp_path / "built") as work:
        work.publish()
    for name in ("new", "empty", "built"):
        assert list(check_target(tmp_path / name, (content,))) == []


def test_what_pelican_only_logs_becomes_an_error() -> None:
    collector, logger = Collector(), logging.getLogger("tests.building")
    logger.addHandler(collector)
    logger.propagate = False
    logger.info("Fine")
    logger.warning("Unable to find\n  '%s'", "x.md")
    try:
        raise ValueError("no such template")
    except ValueError:
        logger.exception("Cannot write")
    assert [d.message for d in collector.diagnostics] == ["Unable to find 'x.md'", "Cannot write (no such template)"]


def test_an_exception_is_told_at_our_own_last_line_that_it_went_through() -> None:
    try:
        raise KeyError("acteur")
    except KeyError as error:
        diagnostic = of_exception(error, Path(__file__).parents[2])
    assert diagnostic.path == "tests/building/test_building.py"
    assert "KeyError" in diagnostic.message
