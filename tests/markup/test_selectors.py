"""BeautifulSoup reads bodies without the grammar of CSS; who selects by it still can."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = """
import sys
from plugins.markup.reading import read
read("<p>Un <em>texte</em>.</p>")
print("soupsieve.css_parser" in sys.modules)
from bs4 import BeautifulSoup
print(BeautifulSoup("<p>Un <em>texte</em>.</p>", "html.parser").select_one("p > em").text)
import soupsieve.css_match
print(soupsieve.compile("p").pattern)
"""


def test_a_body_is_read_without_the_grammar_of_selectors_which_stays_at_hand() -> None:
    ended = subprocess.run([sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    assert ended.stdout == "False\ntexte\np\n"
