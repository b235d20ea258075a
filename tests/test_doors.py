"""The doors: which room opens which. A wrong import fails here and names its line.

The two lists are edited on purpose: a door that is missing is a question to ask before it is a line to add.
"""

import ast
import sys
from collections.abc import Iterable
from copy import deepcopy
from pathlib import Path
from typing import Any

import grimp
import pytest
from importlinter.configuration import configure
from importlinter.contracts.forbidden import ForbiddenContract
from importlinter.contracts.protected import ProtectedContract

PACKAGE = Path(__file__).parent.parent / "hjemmebesok"
configure()  # import-linter checks no contract before this

# Where eligibility keeps what it hands out. The screen shows it, and never works it out.
VALUES = (
    "betjeningsevne", "bostotte", "condition", "facts", "figures", "income_drop", "loan", "rates", "remedies", "step",
    "verdict",
)  # fmt: skip

# Each room, and the rooms (or single modules of a room) it may import.
ROOMS = {
    "domain": [],
    "wire": [],
    "eligibility": ["domain"],
    "exchange": ["domain"],
    "letters": ["domain", "eligibility"],
    "store": ["domain", "wire"],
    "sync": ["domain", "store", "wire"],
    "casework": ["domain", "eligibility", "exchange", "letters", "store", "sync", "wire.messages"],
    "ui": ["casework", "domain", *(f"eligibility.{name}" for name in VALUES)],
    "server": ["domain.phrase", "wire"],
}
OPEN_TO_ALL = {"assets", "language"}
ENTRANCES = {"__main__", "app", "cli", "demo"}  # these wire the rooms together, and nobody imports them

# Each package from outside, and the rooms that may import it.
OUTSIDE = {
    "PySide6": ["ui", "app", "cli", "demo"],
    "shiboken6": ["ui"],
    "pypdfium2": ["ui"],
    "sqlalchemy": ["store", "server"],
    "alembic": ["store", "server"],
    "sqlcipher3": ["store"],
    "cryptography": ["store", "exchange", "server"],
    "argon2": ["store", "server"],
    "uuid_utils": ["store", "server"],
    "msgspec": ["store", "wire", "sync", "server"],
    "zstandard": ["wire"],
    "httpx2": ["sync"],
    "truststore": ["sync"],
    "starlette": ["server"],
    "uvicorn": ["server"],
    "reportlab": ["letters"],
    "pikepdf": ["letters"],
    "PIL": ["letters"],
    "babel": ["letters", "language", "exchange"],
    "stdnum": ["domain", "exchange"],
    "platformdirs": ["app", "cli", "demo"],
    "click": ["cli"],
    "holidays": ["eligibility"],
    "lxml": ["exchange"],
    "docx": ["letters"],
    "icalendar": ["exchange"],
    "joserfc": ["server"],
    "prometheus_client": ["server"],
    "oauthlib": ["sync"],
}

# What the rooms of pure thought may use of the standard library: nothing that reads a file, a clock or chance.
PURE = {
    "__future__", "bisect", "calendar", "collections", "dataclasses", "datetime", "decimal", "enum", "fractions",
    "functools", "itertools", "json", "math", "operator", "re", "string", "tomllib", "types", "typing", "unicodedata",
}  # fmt: skip
IMPURE_CALLS = {"now", "today", "utcnow", "fromtimestamp", "open", "input", "print", "read_text", "read_bytes"}


@pytest.fixture(scope="module")
def house() -> grimp.ImportGraph:
    return grimp.build_graph("hjemmebesok", include_external_packages=True, cache_dir=None)


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: f"{room} opens {' '.join(ROOMS[room]) or 'no other room'}")
def test_a_room_opens_only_its_own_doors(house: grimp.ImportGraph, room: str) -> None:
    assert wrong_doors(house, "hjemmebesok", room, {*ROOMS[room], *OPEN_TO_ALL}) == []


@pytest.mark.parametrize("outside", OUTSIDE, ids=lambda name: f"{name} is known to {' and '.join(OUTSIDE[name])} alone")
def test_a_package_from_outside_comes_no_further_than_its_rooms(house: grimp.ImportGraph, outside: str) -> None:
    assert wrong_guests(house, outside, OUTSIDE[outside]) == []


def test_every_room_has_its_doors_listed_here(house: grimp.ImportGraph) -> None:
    rooms = {name.removeprefix("hjemmebesok.") for name in house.find_children("hjemmebesok")}
    assert rooms - ENTRANCES == {*ROOMS, *OPEN_TO_ALL}


def test_every_package_from_outside_is_listed_here(house: grimp.ImportGraph) -> None:
    unlisted = sorted(packages_from_outside(house) - set(OUTSIDE))
    assert [line for name in unlisted for line in imports_of(house, name, "hjemmebesok")] == []


def test_what_is_open_to_all_knows_only_itself_and_the_domain(house: grimp.ImportGraph) -> None:
    for room in OPEN_TO_ALL:
        assert wrong_doors(house, "hjemmebesok", room, {"domain", *OPEN_TO_ALL}) == []


@pytest.mark.parametrize("room", ["domain", "eligibility"])
def test_the_rooms_of_pure_thought_use_only_pure_parts_of_python(house: grimp.ImportGraph, room: str) -> None:
    impure = set(sys.stdlib_module_names) - PURE
    wrong = [
        line for module in sorted(impure & house.modules) for line in imports_of(house, module, f"hjemmebesok.{room}")
    ]
    assert wrong == []


@pytest.mark.parametrize("room", ["domain", "eligibility"])
def test_the_rooms_of_pure_thought_read_no_clock_and_no_file(room: str) -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)}:{call.lineno} calls {called(call)}()"
        for path in sorted((PACKAGE / room).rglob("*.py"))
        for call in calls(path.read_text("utf-8"))
        if called(call) in IMPURE_CALLS
    ]
    assert wrong == []


def test_a_wrong_import_is_named_with_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for room in ("ui", "store"):
        (tmp_path / "annex" / room).mkdir(parents=True)
        (tmp_path / "annex" / room / "__init__.py").touch()
    (tmp_path / "annex" / "__init__.py").touch()
    (tmp_path / "annex" / "ui" / "window.py").write_text("import re\n\n\ndef late():\n    import annex.store\n")
    monkeypatch.syspath_prepend(tmp_path)
    annex = grimp.build_graph("annex", cache_dir=None)
    assert wrong_doors(annex, "annex", "ui", set()) == ["annex.ui.window, line 5: imports annex.store"]
    assert wrong_doors(annex, "annex", "ui", {"store"}) == []


def wrong_doors(house: grimp.ImportGraph, package: str, room: str, opens: set[str]) -> list[str]:
    """The imports of a room that go through a door it may not open."""
    others = {name for name in house.find_children(package) if name != f"{package}.{room}"}
    contract = ForbiddenContract(
        name=room,
        session_options={"root_packages": [package], "include_external_packages": True},
        contract_options={
            "source_modules": [f"{package}.{room}"],
            "forbidden_modules": sorted(others - {f"{package}.{name}" for name in opens}),
            "ignore_imports": [f"{package}.{room}.** -> {package}.{name}" for name in opens if "." in name],
            "unmatched_ignore_imports_alerting": "none",
            "allow_indirect_imports": "true",
        },
    )
    broken: list[dict[str, Any]] = contract.check(deepcopy(house), verbose=False).metadata["invalid_chains"]
    return told(link for found in broken for chain in found["chains"] for link in chain)


def wrong_guests(house: grimp.ImportGraph, outside: str, rooms: list[str]) -> list[str]:
    """The imports of a package from outside by rooms that may not know it."""
    known_to = {f"hjemmebesok.{room}" for room in rooms} & house.modules
    contract = ProtectedContract(
        name=outside,
        session_options={"root_packages": ["hjemmebesok"], "include_external_packages": True},
        contract_options={"protected_modules": [outside], "allowed_importers": sorted(known_to)},
    )
    assert outside in house.modules, f"nobody imports {outside} any more: take it off the list"
    broken = contract.check(deepcopy(house), verbose=False).metadata["illegal_imports"]
    return told(link for found in broken for link in found.illegal_links)


def told(links: Iterable[dict[str, Any]]) -> list[str]:
    """One line for each wrong import: who, where, what."""
    return sorted(
        f"{link['importer']}, line {line}: imports {link['imported']}"
        for link in links
        for line in link["line_numbers"]
    )


def imports_of(house: grimp.ImportGraph, module: str, room: str) -> list[str]:
    """Where a room imports this module."""
    importers = sorted(name for name in house.find_modules_that_directly_import(module) if name.startswith(room))
    details = [detail for name in importers for detail in house.get_import_details(importer=name, imported=module)]
    return [f"{detail['importer']}, line {detail['line_number']}: {detail['line_contents']}" for detail in details]


def packages_from_outside(house: grimp.ImportGraph) -> set[str]:
    """Everything imported that is neither ours nor Python's."""
    outside = {name for name in house.modules if house.is_module_squashed(name)}
    return {name.partition(".")[0] for name in outside} - set(sys.stdlib_module_names)


def calls(source: str) -> list[ast.Call]:
    """Every call in a module."""
    return [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]


def called(call: ast.Call) -> str:
    """The last name of what is called: `now` of datetime.now()."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
