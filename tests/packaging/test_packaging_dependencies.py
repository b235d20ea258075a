"""What is imported is declared, what is declared is imported, and the lock file has it."""

import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import grimp
import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
DECLARED = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
FOR_DEVELOPERS = [Requirement(line) for line in PROJECT["dependency-groups"]["dev"]]
OPENED_BY_OTHERS = {"psycopg"}  # SQLAlchemy does, where the server's database is PostgreSQL


@pytest.fixture(scope="module")
def imported() -> set[str]:
    """The distributions that our package imports."""
    house = grimp.build_graph("hjemmebesok", include_external_packages=True, cache_dir=None)
    outside = {name.partition(".")[0] for name in house.modules} - set(sys.stdlib_module_names) - {"hjemmebesok"}
    brought_by = packages_distributions()
    return {canonicalize_name(brought_by[name][0]) for name in outside}


def test_everything_imported_is_declared(imported: set[str]) -> None:
    assert imported - names(DECLARED) == set()


def test_everything_declared_is_imported(imported: set[str]) -> None:
    assert names(DECLARED) - imported - OPENED_BY_OTHERS == set()


def test_the_lock_file_has_a_release_of_everything_declared() -> None:
    locked = dict(re.findall(r"^([a-z0-9-]+)==(\S+)", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE))
    wrong = [
        str(each)
        for each in DECLARED + FOR_DEVELOPERS
        if locked.get(canonicalize_name(each.name), "0") not in each.specifier
    ]
    assert wrong == [], "run python3 dev.py lock"


def names(requirements: list[Requirement]) -> set[str]:
    return {canonicalize_name(requirement.name) for requirement in requirements}
