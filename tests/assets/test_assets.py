import json
import shutil
import subprocess
from pathlib import Path

import pytest

from plugins.assets.bundling import arguments, failures, packages
from plugins.assets.command import prepare
from plugins.assets.fingerprint import of_folder
from plugins.assets.french import french_words
from plugins.assets.lean import UNUSED, lean
from plugins.assets.licences import collect

ROOT = Path(__file__).parents[2]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A folder with a small theme and this project's npm packages."""
    (tmp_path / "node_modules").symlink_to(ROOT / "node_modules")
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(ROOT / name, tmp_path / name)
    css, js = tmp_path / "theme/static/css", tmp_path / "theme/static/js"
    css.mkdir(parents=True)
    js.mkdir()
    (css / "site.css").write_text('@import "./tokens.css" layer(tokens);\n@font-face { src: url("../fonts/a.woff2"); }\n')
    (css / "tokens.css").write_text(":root { --ink: #1b1f24; }\n")
    (js / "site.js").write_text('import lunr from "lunr";\nwindow.lunrVersion = lunr.version;\n')
    return tmp_path


def test_sources_become_one_style_sheet_and_one_classic_script_that_nothing_else_needs(house: Path) -> None:
    assets, diagnostics = prepare(house, house / "theme")
    assert diagnostics == []
    assert assets is not None
    css = (assets.folder / "css/site.css").read_text()
    assert "@layer tokens{:root{--ink: #1b1f24}}" in css
    assert "@import" not in css
    assert "../fonts/a.woff2" in css
    script = (assets.folder / "js/site.js").read_text()
    assert "2.3.9" in script
    assert not script.startswith("import")
    assert sorted(path.name for path in (assets.folder / "css").iterdir()) == ["site.css"]


def test_what_visitors_receive_from_others_is_listed_with_the_text_of_its_licence(house: Path) -> None:
    assets, _ = prepare(house, house / "theme")
    assert assets is not None
    assert [(licence.name, licence.licence) for licence in assets.licences] == [
        ("@fontsource-variable/atkinson-hyperlegible-next", "OFL-1.1"),
        ("an-array-of-french-words", "MIT"),
        ("lunr", "MIT"),
    ]
    for licence in assets.licences:
        assert "Copyright" in (assets.folder / licence.text).read_text()


def test_the_editor_is_among_them_only_where_it_is_asked_for_with_its_fonts_and_every_licence(house: Path) -> None:
    sources = ROOT / "theme/static/js"
    shutil.copytree(sources / "editor", house / "theme/static/js/editor")
    shutil.copyfile(sources / "editor.js", house / "theme/static/js/editor.js")
    without, _ = prepare(house, house / "theme")
    served, diagnostics = prepare(house, house / "theme", editor=True)
    assert diagnostics == []
    assert without is not None
    assert served is not None
    assert not (without.folder / "js/editor").exists()
    scripts = sorted((served.folder / "js/editor").glob("*.js"))
    assert any("sveltia" in path.read_text() for path in scripts)
    assert [path.name for path in scripts if "cdn.jsdelivr.net" in path.read_text()] == []
    assert list((served.folder / "js/editor/assets").glob("*.woff2"))
    added = {one.name: one.licence for one in served.licences} | {one.name: "" for one in without.licences}
    assert {name: licence for name, licence in added.items() if licence}["@sveltia/cms"] == "MIT"
    assert added["yaml"] == "ISC"
    assert added["material-symbols-outlined"] == "OFL-1.1"
    for one in served.licences:
        assert "Copyright" in (served.folder / one.text).read_text() or "licensed" in (served.folder / one.text).read_text()


def test_a_second_run_with_the_same_sources_writes_nothing(house: Path) -> None:
    first, _ = prepare(house, house / "theme")
    assert first is not None
    (first.folder / "css/site.css").write_text("/* seen */")
    again, _ = prepare(house, house / "theme")
    assert again is not None
    assert again.folder == first.folder
    assert (again.folder / "css/site.css").read_text() == "/* seen */"


def test_a_changed_source_changes_the_address_and_leaves_the_earlier_files(house: Path) -> None:
    first, _ = prepare(house, house / "theme")
    (house / "theme/static/css/tokens.css").write_text(":root { --ink: #000; }")
    second, _ = prepare(house, house / "theme")
    assert first is not None
    assert second is not None
    assert first.name != second.name
    assert first.folder.is_dir()


def test_an_import_that_does_not_exist_is_told_with_its_file_and_line_and_leaves_nothing_behind(house: Path) -> None:
    (house / "theme/static/js/site.js").write_text('\nimport "./absent.js";\n')
    assets, diagnostics = prepare(house, house / "theme")
    assert assets is None
    assert [(d.path, d.line) for d in diagnostics] == [("theme/static/js/site.js", 2)]
    assert "./absent.js" in diagnostics[0].message
    assert list((house / ".build/assets").iterdir()) == []


def test_a_package_without_a_licence_may_not_be_served(tmp_path: Path) -> None:
    package = tmp_path / "node_modules/secret"
    package.mkdir(parents=True)
    (package / "package.json").write_text('{"version": "1.0.0"}')
    licences, diagnostics = collect(["secret"], tmp_path / "node_modules", tmp_path)
    assert licences == []
    assert "licence" in diagnostics[0].message


def test_the_fingerprint_depends_on_names_and_bytes_alone(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.css").write_text("one")
    assert of_folder(tmp_path / "a") == of_folder(tmp_path / "b")
    (tmp_path / "b" / "x.css").rename(tmp_path / "b" / "y.css")
    assert of_folder(tmp_path / "a") != of_folder(tmp_path / "b")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        pytest.param("node_modules/lunr/lunr.js", ["lunr"], id="plain"),
        pytest.param("node_modules/@scope/font/a.css", ["@scope/font"], id="with a scope"),
        pytest.param("node_modules/a/node_modules/b/i.js", ["b"], id="nested"),
        pytest.param("theme/static/js/site.js", [], id="a source of ours"),
    ],
)
def test_packages_are_read_from_the_paths_of_bundled_files(path: str, name: list[str]) -> None:
    assert list(packages([path])) == name


def test_an_error_of_esbuild_without_a_place_is_still_told() -> None:
    assert [d.message for d in failures("panic")] == ["esbuild s'est arrêté : panic"]


def test_scripts_are_classic_scripts_since_pages_opened_from_a_folder_refuse_modules() -> None:
    assert "--format=iife" in arguments([], Path("s"), Path("t"), Path("m"))


def test_french_words_become_a_filter_in_files_of_one_length_or_nearly(house: Path) -> None:
    assets, _ = prepare(house, house / "theme")
    assert assets is not None
    sizes = [len(path.read_text(encoding="ascii")) for path in (assets.folder / "js/french").iterdir()]
    assert len(sizes) == 128
    assert max(sizes) < 3_000


def test_a_list_of_words_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (message,) = french_words(tmp_path, tmp_path / "words")
    assert str(message).startswith("node_modules: la liste des mots français n'a pas pu être lue")


LUNR = (ROOT / "node_modules/lunr/lunr.js").read_text(encoding="utf-8")
QUERY = """
const lunr = require(process.argv[1]);
const invertedIndex = { abri: { _index: 0, titre: { 1: {}, 2: {} } }, bois: { _index: 1, titre: { 2: {} } } };
const fieldVectors = { "titre/1": new lunr.Vector([0, 1.5]), "titre/2": new lunr.Vector([0, 0.5, 1, 2]) };
const index = new lunr.Index({ invertedIndex, fieldVectors, tokenSet: lunr.TokenSet.fromArray(["abri", "bois"]), fields: ["titre"] });
const terms = (query) => ["abri", "bois"].forEach((term) => query.term(term, { usePipeline: false }));
console.log(JSON.stringify(index.query(terms).map(({ ref, score, matchData }) => [ref, score, matchData.metadata])));
"""


@pytest.mark.parametrize("name", UNUSED)
def test_what_is_left_out_of_lunr_is_in_it(name: str) -> None:
    assert f"\nlunr.{name} = " in LUNR
    assert f"\nlunr.{name} = " not in lean(LUNR)


def test_lunr_without_what_is_never_called_answers_as_the_whole_one(tmp_path: Path) -> None:
    own = tmp_path / "lunr.js"
    own.write_text(lean(LUNR), encoding="utf-8")
    whole, less = (
        subprocess.run(["node", "-e", QUERY, str(path)], capture_output=True, text=True, check=True).stdout
        for path in (ROOT / "node_modules/lunr/lunr.js", own)
    )
    assert json.loads(less)
    assert less == whole
