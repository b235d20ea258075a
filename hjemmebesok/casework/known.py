"""What is known of a household now: what is saved of a form and what is being typed, as far as it can be read."""

from collections.abc import Mapping
from typing import Any

from hjemmebesok.domain.kartlegging import FIELDS
from hjemmebesok.domain.kartlegging.fields import Lines


def known_answers(answers: Mapping[str, Any], drafts: Mapping[str, Any]) -> dict[str, Any]:
    """What is known now: each draft that is an answer in place of the saved one, and nothing that is none.

    A line keeps the cells that can be read, so that a half-typed amount does not take the line away.
    """
    known = _readable(answers)
    for key, typed in drafts.items():
        if typed is None:
            known.pop(key, None)
        else:
            known |= _readable({key: typed})
    return known


def _readable(answers: Mapping[str, Any]) -> dict[str, Any]:
    found = {}
    for key, value in answers.items():
        field = FIELDS.get(key.partition("/")[0])
        if field is None or value is None:
            continue
        if isinstance(field, Lines) and isinstance(value, dict):
            found[key] = _cells(field, value)
        elif field.problem(value) is None:
            found[key] = value
    return found


def _cells(field: Lines, line: Mapping[str, Any]) -> dict[str, Any]:
    columns = field.by_id
    return {
        name: cell
        for name, cell in line.items()
        if name in columns and cell is not None and columns[name].problem(cell) is None
    }
