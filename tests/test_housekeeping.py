"""Housekeeping: files and functions stay small, names say something, and every room has its door sign."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from test_doors import ROOMS

ROOT = Path(__file__).parent.parent
OURS = sorted([ROOT / "dev.py", *(ROOT / "hjemmebesok").rglob("*.py"), *(ROOT / "tests").rglob("*.py")])

LONGEST_FILE = 400  # lines
LONGEST_FUNCTION = 60  # lines
EMPTY_NAMES = {"base", "common", "helper", "helpers", "manager", "managers", "misc", "util", "utils"}


def test_no_file_is_too_long_to_read_at_once() -> None:
    lengths = {named(path): len(path.read_text("utf-8").splitlines()) for path in OURS}
    assert [f"{name}: {length} lines" for name, length in lengths.items() if length > LONGEST_FILE] == []


def test_no_function_is_too_long_to_hold_in_the_head() -> None:
    read = [path for path in OURS if "migrations" not in path.parts]  # a migration is a list, and history
    lengths = [(path, function, length(function)) for path in read for function in functions(path)]
    assert [f"{named(path)}: {function.name}, {n} lines" for path, function, n in lengths if n > LONGEST_FUNCTION] == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [named(path) for path in OURS if {path.stem, path.parent.name} & EMPTY_NAMES] == []


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_has_a_door_sign_that_names_what_it_may_import(room: str) -> None:
    sign = ast.get_docstring(parsed(ROOT / "hjemmebesok" / room / "__init__.py"))
    assert sign, f"{room} has no door sign"
    rooms = {opened.partition(".")[0] for opened in ROOMS[room]} or {"no other room"}
    missing = sorted(opened for opened in rooms if opened not in " ".join(sign.lower().split()))
    assert missing == [], f"the door sign of {room} does not name {missing}"


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a file."""
    return (node for node in ast.walk(parsed(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from the name to the last statement."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def named(path: Path) -> str:
    return str(path.relative_to(ROOT))
