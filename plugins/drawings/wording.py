"""The words that other rooms have for codes, dates and texts, handed to this one by its glue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Wording:
    """How things are said.

    Attributes:
        typeset: a text as a book prints it.
        label: (code, table) → its words.
        full_date: a day → « 15 octobre 2021 ».
        plural: (count, singular, plural) → « 3 fiches ».
    """

    typeset: Callable[[str], str]
    label: Callable[[str, str], str]
    full_date: Callable[[date], str]
    plural: Callable[..., str]
