"""Finding names in minutes: 10,000 aliases over 10 MB, folding included, against what others would use.

    inv bench crosslinks [--options "--megabytes 10 --aliases 10000"]

The minutes are made here from a fixed seed: an invented French-like vocabulary used as often as words are in a language
(Zipf), about five names per thousand characters, in every spelling that people use; one name in six is an acronym, as in
the registry of this site. Each contender gives back the offsets of the names in the original text, on word boundaries,
the longest first. All start anew at each run: nothing is remembered of a text from one run to the next.
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
import statistics
import sys
import time
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

import ahocorasick

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.report import machine, write_section
from plugins.text.folding import fold, fold_with_map
from plugins.text.forms import Form
from plugins.text.phrases import Phrases
from plugins.text.tokens import Tokens

SEED = 20211015
SYLLABLES = (
    "a é e i o u an en in on ex al ac ad ef em es ba bé bi bo bou bra ca ce ché ci co cou cra da dé di do dou fa fé fi fo fra ga gé gi "
    "la le li lo lou ma mé mi mo mou na né ni no nou pa pé pi po pou pra pré ra ré ri ro rou sa sé si so sou ta té ti to tou tra va vé vi"
).split()
ENDINGS = ["", "", "s", "r", "l", "n", "nt", "tion", "ment", "té"]
# A small table, one letter for one letter: offsets hold, but decomposed accents, ligatures and soft hyphens are not seen.
FLAT = str.maketrans("àâäéèêëîïôöùûüçÀÂÄÉÈÊËÎÏÔÖÙÛÜÇ’‘-\u00a0\n", "aaaeeeeiioouuucaaaeeeeiioouuuc''   ")
SLICE = 100  # the alternation reads this part of the text
Spans = list[tuple[int, int]]
Finder = Callable[[str], Spans]


def minutes(characters: int, count: int) -> tuple[str, list[str]]:
    """A text and the names that it mentions among others."""
    chance = random.Random(SEED)
    made = ("".join(chance.choices(SYLLABLES, k=chance.randint(1, 4))) + chance.choice(ENDINGS) for _ in range(40_000))
    words = list(dict.fromkeys(made))
    chance.shuffle(words)
    weights = list(itertools.accumulate(1 / (rank + 2) for rank in range(len(words))))
    rare = [word for word in words[3_000:] if len(word) > 4]
    names: dict[str, None] = {}
    while len(names) < count:
        name = " ".join(chance.choices(rare, k=chance.choice((1, 2, 2, 3, 3, 4, 5))))
        initials = "".join(word[0] for word in chance.choices(rare, k=chance.choice((3, 3, 4, 4, 5, 6))))
        names[fold(initials).upper() if chance.random() < 1 / 6 else name.capitalize()] = None
    known = list(names)
    parts, size = [], 0
    while size < characters:
        sentence = " ".join(chance.choices(words, cum_weights=weights, k=26))
        if chance.random() < 0.9:
            sentence += " l’" + spelt(chance.choice(known), chance)
        parts.append(sentence + chance.choice((". ", ", ", " ; ", ".\n")))
        size += len(parts[-1])
    return "".join(parts)[:characters], known


def spelt(name: str, chance: random.Random) -> str:
    """A name as one of many people writes it: half of the time as declared."""
    ways = (
        name.upper(), name.lower(), name.replace(" ", "\u00a0", 1), name.replace(" ", "-", 1), name.replace(" ", "\n", 1),
        unicodedata.normalize("NFD", name), name[:3] + "\u00ad" + name[3:],
    )  # fmt: skip
    return name if chance.random() < 0.5 else chance.choice(ways)


def ours(names: list[str]) -> Finder:
    """This project's matcher."""
    phrases = Phrases((Form(name), name) for name in names)

    def find(text: str) -> Spans:
        tokens = Tokens(text)
        return apart((tokens.start(found.first), tokens.end(found.last)) for found in phrases.longest(tokens))

    return find


def aho_corasick(names: list[str], flatten: Callable[[str], tuple[str, Callable[[int, int], tuple[int, int]]]]) -> Finder:
    """The pyahocorasick extension over the folded text, then word boundaries, the longest at each place, the way back."""
    automaton = ahocorasick.Automaton()
    for name in names:
        flat, _ = flatten(name)
        automaton.add_word(flat, len(flat))
    automaton.make_automaton()

    def find(text: str) -> Spans:
        flat, back = flatten(text)
        size = len(flat)
        spans = []
        for end, length in automaton.iter(flat):
            start = end + 1 - length
            if (start == 0 or not flat[start - 1].isalnum()) and (end + 1 == size or not flat[end + 1].isalnum()):
                spans.append((start, -end - 1))
        spans.sort()
        return [back(start, end) for start, end in apart((start, -end) for start, end in spans)]

    return find


def by_table(text: str) -> tuple[str, Callable[[int, int], tuple[int, int]]]:
    """Letter for letter, by the small table."""
    return text.lower().translate(FLAT), lambda start, end: (start, end)


def by_folding(text: str) -> tuple[str, Callable[[int, int], tuple[int, int]]]:
    """As this project folds, with the way back to the original offsets."""
    folded = fold_with_map(text)
    return folded.text, folded.original


def alternation(names: list[str]) -> Finder:
    """The standard library as people write it: one alternative a name, the longest first, whatever the case."""
    longest_first = sorted(names, key=len, reverse=True)
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b", re.IGNORECASE)
    return lambda text: [match.span() for match in pattern.finditer(text)]


def apart(spans: Iterable[tuple[int, int]]) -> Spans:
    """Those that do not overlap, from the left."""
    kept, done = [], 0
    for start, end in spans:
        if start >= done:
            kept.append((start, end))
            done = end
    return kept


def seconds(make: Callable[[], Finder], text: str, runs: int) -> tuple[float, Spans]:
    """Median CPU time of some runs, each with a finder of its own, and what was found."""
    times, found = [], []
    for _ in range(runs):
        find = make()
        begun = time.process_time()
        found = find(text)
        times.append(time.process_time() - begun)
    return statistics.median(times), found


def row(name: str, spent: float, size: int, found: str, ratio: str) -> str:
    """A line of the table."""
    return f"| {name} | {spent:.2f} s | {size / spent / 1e6:.2f} Mo/s | {found} | {ratio} |".replace(".", ",")


def main() -> None:
    """Measure and keep the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--megabytes", type=float, default=10)
    parser.add_argument("--aliases", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    size = int(options.megabytes * 1_000_000)
    text, names = minutes(size, options.aliases)
    mine, found = seconds(lambda: ours(names), text, options.runs)
    tenth, _ = seconds(lambda: ours(names), text[: size // 10], options.runs)
    same, same_found = seconds(lambda: aho_corasick(names, by_folding), text, options.runs)
    small, small_found = seconds(lambda: aho_corasick(names, by_table), text, options.runs)
    part, part_found = seconds(lambda: alternation(names), text[: size // SLICE], 1)
    head = (
        f"{options.aliases} noms cherchés dans {size // 1_000_000} millions de caractères de comptes rendus inventés (graine {SEED}), mise à plat "
        f"et retour aux positions d'origine compris ; temps de processeur, médianes de {options.runs} mesures ; {machine()}."
    )
    note = (
        "- La table de 32 lettres ne voit ni les accents décomposés, ni les ligatures, ni les césures ; seul ce site voit aussi les pluriels, "
        "les sigles à points et « (e)s »."
    )
    lines = [
        head,
        "",
        "| | durée | débit | noms trouvés | fois la durée de ce site |",
        "|---|---|---|---|---|",
        row("ce site", mine, size, str(len(found)), "1"),
        row("pyahocorasick, sur la même mise à plat", same, size, str(len(same_found)), f"**{same / mine:.1f}** (au moins 1.5)"),
        row("pyahocorasick, sur une table de 32 lettres", small, size, str(len(small_found)), f"{small / mine:.1f}"),
        row(
            f"`re`, une alternative par nom, sans égard à la casse : {part:.1f} s pour un centième du texte", part * SLICE, size,
            f"{len(part_found)} dans ce centième", f"**{part * SLICE / mine:.0f}** (au moins 100)",
        ),
        "",
        f"- Dix fois plus de texte ({size / 1e7:.0f} à {size / 1e6:.0f} Mo) prend {mine / tenth:.1f} fois plus de temps.".replace(".", ",", 1),
        note,
    ]  # fmt: skip
    body = "\n".join(lines)
    print(body)
    if size == 10_000_000 and options.aliases == 10_000:
        write_section("crosslinks", "Trouver les acteurs dans les textes", body)


if __name__ == "__main__":
    main()
