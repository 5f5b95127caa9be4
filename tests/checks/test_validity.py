from pathlib import Path

from plugins.checks.validity import check_validity

ROOT = Path(__file__).parents[2]


def test_the_validator_tells_file_and_line_of_html_that_is_none(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text(
        '<!doctype html>\n<html lang="fr"><head><title>A</title></head>\n<body><p><div></div></p></body></html>'
    )
    found = check_validity(tmp_path, ROOT)
    assert {(d.path, d.line) for d in found} == {("a/index.html", 3)}
    assert all(d.message.startswith("HTML : ") for d in found)


def test_a_missing_validator_is_an_error_and_not_a_pass(tmp_path: Path) -> None:
    assert [d.message for d in check_validity(tmp_path, tmp_path)] == [
        "html-validate n'est pas installé — lancer « make setup-test »"
    ]
