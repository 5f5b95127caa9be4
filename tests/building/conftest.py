"""What tests of several committees share: their common site, built once a session."""

from pathlib import Path

import pytest

from plugins.building import command
from tests.building.federation import DAY, write


@pytest.fixture(scope="session")
def joined(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the three."""
    folder = tmp_path_factory.mktemp("federation")
    file = write(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("plugins.building.federating.STAGES", str(folder / "stages"))
        assert command.run_federate(str(file), str(folder / "site"), assignments=[f"BUILD_CACHE={folder}/cache"], day=DAY) == 0
    return folder / "site"
