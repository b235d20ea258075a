"""Killing whoever works on a database, before a statement: what was under way is as if it had never begun."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event


class Killed(Exception):
    """The process is gone."""


@contextmanager
def killed_after(engine: Engine, statements: int) -> Iterator[None]:
    """Let so many statements through meanwhile, and no more. It may come to its end before that."""
    left = [statements]

    def count(*_: Any) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise Killed

    event.listen(engine, "before_cursor_execute", count)
    try:
        yield
    finally:
        event.remove(engine, "before_cursor_execute", count)
