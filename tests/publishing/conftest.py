import os
from pathlib import Path

import pytest

from plugins.publishing import exchange


@pytest.fixture(params=["exchange", "two renames", "inside"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The three ways of taking a place: one call, two where the system lacks it, file by file on a mount point."""
    if request.param == "two renames":
        monkeypatch.setattr(exchange, "exchange", lambda one, other: False)
    if request.param == "inside":
        monkeypatch.setattr(os.path, "ismount", lambda path: Path(path).name == "site" and Path(path).is_dir())
    return request.param
