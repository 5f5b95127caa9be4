import json
import subprocess
from pathlib import Path

import pytest

from plugins.search.files import index_files, write
from plugins.search.transport import FOLDER
from tests.search.corpus import PAGES, PAIRS

ROOT = Path(__file__).resolve().parents[2]


def node(script, *arguments, given):
    """What a script of `tests/js` answers to a JSON value."""
    command = ["node", f"tests/js/{script}", *map(str, arguments)]
    ended = subprocess.run(command, cwd=ROOT, input=json.dumps(given), capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    return json.loads(ended.stdout)


@pytest.fixture(scope="session")
def ask(tmp_path_factory):
    """Queries → what the engine answers, from an index in one file or in pieces."""
    made = {}

    def answers(queries, *, pages=PAGES, told=(), budget=10**9):
        key = (id(pages), id(told), budget)
        if key not in made:
            files = index_files(pages, PAIRS, told, budget=budget)
            folder = tmp_path_factory.mktemp("index")
            write(files, folder)
            made[key] = (folder / FOLDER, files)
        folder, files = made[key]
        assert files.whole == (budget > 0)
        return node("engine_answers.js", folder, files.entry, given=list(queries))

    return answers
