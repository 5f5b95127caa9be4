"""Whether anything here answers: what a question about something else is told apart by."""

from benchmarks.searching.confidence import NAMES, SCRIPT, fit, is_confident, weights_of, written


def signs(score: float, coverage: float) -> dict[str, float]:
    return {"score": score, "share": score, "elsewhere": 0.0, "words": 3, "coverage": coverage}


def test_weights_tell_apart_the_questions_that_they_were_learnt_from() -> None:
    here, elsewhere = [signs(0.9, 0.8), signs(0.7, 1.0), signs(1.2, 0.5)], [signs(0.1, 0.2), signs(0.3, 0.1), signs(0.0, 0.4)]
    weights = fit(here, elsewhere)
    assert [is_confident(one, weights) for one in (*here, *elsewhere)] == [True] * 3 + [False] * 3


def test_a_question_of_which_no_need_holds_a_word_is_not_judged() -> None:
    assert is_confident(None, {"bias": -100.0, **dict.fromkeys(NAMES, 0.0)})


def test_the_numbers_of_the_script_are_replaced_and_nothing_else() -> None:
    assert written({"bias": -1.0, "score": 2.345}, "const WEIGHTS = { bias: 0.00, score: 9.00 };\nrest {}") == (
        "const WEIGHTS = { bias: -1.00, score: 2.35 };\nrest {}"
    )


def test_the_weights_are_read_where_the_browser_reads_them() -> None:
    script = SCRIPT.read_text(encoding="utf-8")
    weights = weights_of(script)
    assert list(weights) == ["bias", *NAMES]
    assert written(weights, script) == script
