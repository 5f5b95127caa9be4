"""Any text → the same on one line, in signs that a terminal and a forge show and never obey."""

from __future__ import annotations

import unicodedata

# Controls, line and paragraph separators, and halves of a pair, which no encoding can write.
_NOT_SHOWN = frozenset({"Cc", "Zl", "Zp", "Cs"})
# Signs that turn the direction of reading: what is shown would not be what is written (CVE-2021-42574).
_TURNING = frozenset(map(chr, (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)))
_SHORT = {"\n": "\\n", "\r": "\\r", "\t": "\\t"}
_MOST_SIGNS = 80


def visible(text: str) -> str:
    r"""Text with its controls written out (`\n`, `\x1b`, `\u202e`), so that it stays on one line and commands nothing.

    Source: GitHub's runner reads `::error …` at the start of a line, and the older `##[error]` anywhere in it.
    """
    # Nearly every text has nothing to write out.
    shown = text if text.isprintable() else "".join(map(_written_out, text))
    return shown.replace("##[", "## [")


def shortened(value: object) -> str:
    """A value as a message quotes it: the beginning of a long one."""
    text = str(value)
    return text if len(text) <= _MOST_SIGNS else text[: _MOST_SIGNS - 1] + "…"


def _written_out(sign: str) -> str:
    if unicodedata.category(sign) not in _NOT_SHOWN and sign not in _TURNING:
        return sign
    code = ord(sign)
    return _SHORT.get(sign) or (f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}")
