"""The real program, run as IT staff run it."""

from pathlib import Path

import pytest
from cli_run import Run, run_in


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run a command in an empty folder: `run("check", "facts.json", LANG="tr_TR.UTF-8")`."""
    return run_in(tmp_path)
