"""The door of diagnostics: every verb of `tasks.py` is run from here, so that whatever it meets is told in a sentence."""

from __future__ import annotations

import atexit
import functools
import gc
import io
import os
import re
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from invoke import Collection, Exit, ParseError, Program, task
from invoke.parser import Parser

from plugins.diagnostics.system import accident, told

ROOT = Path(__file__).resolve().parents[2]

_HELP = frozenset({"-h", "--help"})
_LIST = frozenset({"-l", "--list"})

# What a shell gives for a program whose reader went away: 128 and the number of SIGPIPE.
_READER_LEFT = 141


def verb(**options: Any) -> Callable[[Callable[..., int | None]], Any]:
    """A task whose function gives an exit code.

    Args:
        options: as Invoke's `task` takes them.
    """

    def made(run: Callable[..., int | None]) -> Any:
        @functools.wraps(run)
        def ended(*arguments: Any, **named: Any) -> None:
            _codes().append(1)  # as long as it has not ended
            _codes()[-1] = code = guarded(functools.partial(run, *arguments, **named), ROOT)
            if code:
                raise Exit(code=code)

        return task(**options)(ended)

    return made


def begin(verbs: Collection, argv: Sequence[str]) -> None:
    """Read the command line before Invoke does, whose sentences are in English.

    Args:
        verbs: of the project.
        argv: the program and its arguments; nothing is done when the verbs are imported by another program.

    Raises:
        SystemExit: after a sentence, when the command line cannot be read.
    """
    program, *words = argv
    if ("invoke" not in Path(program).parts and Path(program).stem not in {"inv", "invoke"}) or "--complete" in words:
        return
    _in_utf8()
    if _asks_for_help(words):
        return
    collect_seldom()
    atexit.register(_leave)
    contexts = verbs.to_contexts()
    named = [word for word in words if word in {context.name for context in contexts}]
    if named and not _HELP.isdisjoint(words):
        # A verb that takes a file or words would take « --help » for them.
        _again("--help", named[0])
    try:
        Parser(contexts=contexts, initial=Program().initial_context).parse_argv(words)
    except (ParseError, ValueError) as error:
        options = {str(context.name): list(context.flags) for context in contexts}
        read = getattr(error, "context", None)
        lacking = [str(one.help) for one in read.missing_positional_args] if read else []
        print(misunderstood(str(error), options, words, lacking), file=sys.stderr)
        raise SystemExit(1) from None


@functools.cache
def _codes() -> list[int]:
    """What the verbs of this run ended with."""
    return []


def _leave() -> None:
    """End at once where all went well: to free each object of a site one by one takes a tenth of the time of an edit."""
    if _codes() and not any(_codes()):
        with suppress(OSError, ValueError):  # nobody listens any more: Python says so
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(0)


def collect_seldom() -> None:
    """A verb makes many objects and drops few: looking for garbage less often is a tenth of its time, imports included."""
    gc.set_threshold(1_000_000, 20, 100)


def guarded(verb: Callable[[], int | None], root: Path) -> int:
    """Run a verb.

    Args:
        verb: gives its exit code; None means 0.
        root: the project's folder, from which files of the code are named.

    Returns:
        The exit code; 1 where the system refused something, or where the code has a fault.
    """
    try:
        code = verb() or 0
        sys.stdout.flush()
    except BrokenPipeError:
        # `inv … | head`: nobody listens any more, and Python would complain again when it ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _READER_LEFT
    except OSError as error:
        print(told(error), file=sys.stderr)
        return 1
    except Exception as error:  # noqa: BLE001 — the last guard before a person's terminal
        print(accident(error, root, "la commande s'est arrêtée"), file=sys.stderr)
        return 1
    return code


def misunderstood(said: str, verbs: Mapping[str, Sequence[str]], words: Sequence[str], lacking: Sequence[str] = ()) -> str:
    """A command line that cannot be read → what to write instead.

    Args:
        said: what its parser objected to, in English.
        verbs: each verb, with its options.
        words: the command line.
        lacking: what each value is that the verb needs and did not get.
    """
    verb = next((word for word in words if word in verbs), "")
    see = f".venv/bin/inv {verb} --help" if verb else ".venv/bin/inv --list"
    if verb and lacking:
        return f"« .venv/bin/inv {verb} » attend encore : {', puis '.join(lacking)} — voir « {see} »"
    unknown = re.search(r"No idea what '(.*)' is!", said)
    if unknown is None:
        return f"il manque une valeur, ou ce n'est pas un nombre : {' '.join(words)} — voir « {see} »"
    word = unknown[1]
    known = verbs.get(verb, ()) if word.startswith("-") else list(verbs)
    close = get_close_matches(word, known, 1)
    what = "option inconnue" if word.startswith("-") else "verbe inconnu"
    return f"{what} « {word} » — " + (f"écrire plutôt « {close[0]} », ou " if close else "") + f"voir « {see} »"


def _asks_for_help(words: Sequence[str]) -> bool:
    """Is the manual alone asked for? Invoke prints it; who stops reading it (`inv --list | head`) ends it without a word."""
    if not words or words[0] not in _HELP | _LIST:
        return False
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    return True


def _in_utf8() -> None:
    """What is told is read in UTF-8, where the system would write it otherwise: Windows, when another program listens."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
            stream.reconfigure(encoding="utf-8", errors="replace")
    _in_another_locale()


def _in_another_locale() -> None:
    """Where the locale is another one, begin again in UTF-8: arguments, names of files, messages are read and written so."""
    if sys.getfilesystemencoding() != "utf-8":
        _again(*sys.argv[1:])


def _again(*words: str) -> None:
    """The same program from its beginning, in UTF-8, with these words."""
    start = sys.orig_argv[1 : len(sys.orig_argv) - len(sys.argv) + 1]
    os.execve(sys.executable, [sys.executable, *start, *words], {**os.environ, "PYTHONUTF8": "1"})  # noqa: S606 — no shell
