"""What tests of the model share: a program of Node.js, asked about data."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]

Node = Callable[[str, Any], Any]


@pytest.fixture
def node(tmp_path: Path) -> Node:
    """What a program answers, in JSON, to data in JSON; it finds the project's folder at `ROOT`."""

    def ask(program: str, given: Any) -> Any:
        data, script = tmp_path / "given.json", tmp_path / "program.mjs"
        data.write_text(json.dumps(given), encoding="utf-8")
        script.write_text(program.replace("ROOT", ROOT.as_uri()), encoding="utf-8")
        command = ["node", str(script), str(data)]
        ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, encoding="utf-8")
        assert ended.returncode == 0, ended.stderr
        return json.loads(ended.stdout)

    return ask
