"""The icons: none that is named is missing, and none lies there that nothing names."""

import ast
from collections.abc import Iterator

from hjemmebesok.assets import package_folder, resource

# In these calls an icon is named: by its place among the arguments, or as `icon=`.
PLACES = {
    "Icon": 0, "FactLine": 0, "Fact": 0, "show_icon": 0, "icon": 0, "IconButton": 1, "NavButton": 1, "Screen": 1,
    "Button": 2, "Status": 2, "Pill": 2, "draw_icon": 2,
}  # fmt: skip
FILES = {path.stem for path in resource("icons").glob("*.svg")}


def modules() -> Iterator[ast.Module]:
    for path in sorted(package_folder("ui").rglob("*.py")):
        yield ast.parse(path.read_text("utf-8"))


def texts(node: ast.AST) -> set[str]:
    """Every text that stands in it, but for the empty one."""
    found = {each.value for each in ast.walk(node) if isinstance(each, ast.Constant) and isinstance(each.value, str)}
    return found - {""}


def named_in(call: ast.Call) -> set[str]:
    place = PLACES.get(getattr(call.func, "attr", getattr(call.func, "id", "")))
    named = [keyword.value for keyword in call.keywords if keyword.arg == "icon"]
    if place is not None:
        named += call.args[place : place + 1]
    return {text for argument in named for text in texts(argument)}


def test_every_icon_that_is_named_is_there() -> None:
    calls = (node for module in modules() for node in ast.walk(module) if isinstance(node, ast.Call))
    named = {name for call in calls for name in named_in(call)}
    assert len(named) > 30  # the places are still where icons are named
    assert named - FILES == set()


def test_every_icon_that_is_there_is_named_somewhere() -> None:
    assert FILES - {text for module in modules() for text in texts(module)} == set()
