"""Facts that are lists of lines: how each line is checked, read from JSON and written to it."""

from collections.abc import Mapping
from operator import attrgetter
from typing import Any, ClassVar, Generic, TypeVar

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.eligibility.kinds import Kind

L = TypeVar("L")


class LineKind(Kind[tuple[L, ...]], Generic[L]):
    """Lines of one class, with a kind for each column. An empty list says that there are none."""

    line: type[L]
    columns: ClassVar[Mapping[str, Kind[Any]]]
    needed: ClassVar[tuple[str, ...]]  # the columns a line always has, if only as not known
    _of: "ClassVar[attrgetter[tuple[Any, ...]]]"  # all cells of a line

    def __init_subclass__(cls) -> None:
        cls._of = attrgetter(*cls.columns)

    def check(self, name: str, value: Any) -> tuple[L, ...]:
        """A tuple of such lines, each cell within its own limits."""
        if not isinstance(value, tuple) or not all(isinstance(line, self.line) for line in value):
            raise _no_lines(name)
        for number, line in enumerate(value, 1):
            try:
                self._check_cells("", line)
            except Refused:
                self._check_cells(f"{name}[{number}].", line)  # once more, to say which line it is
        return value

    def _check_cells(self, where: str, line: L) -> None:
        for (column, kind), cell in zip(self.columns.items(), self._of(line), strict=True):
            if cell is not None:
                kind.check(where + column, cell)

    def read(self, name: str, plain: object) -> tuple[L, ...]:
        """The lines of a list of objects."""
        if not isinstance(plain, list):
            raise _no_lines(name)
        return tuple(self._read_line(f"{name}[{number}]", line) for number, line in enumerate(plain, 1))

    def plain(self, value: tuple[L, ...]) -> list[dict[str, Any]]:
        """A list of objects, without what is blank."""
        return [{column: self.columns[column].plain(cell) for column, cell in self._cells(line)} for line in value]

    def schema(self) -> dict[str, Any]:
        """A list of objects with these columns."""
        columns = {column: {"anyOf": [kind.schema(), {"type": "null"}]} for column, kind in self.columns.items()}
        return {"type": "array", "items": {"type": "object", "properties": columns, "additionalProperties": False}}

    def _cells(self, line: L) -> list[tuple[str, Any]]:
        known = zip(self.columns, self._of(line), strict=True)
        return [(column, cell) for column, cell in known if cell not in (None, "")]

    def _read_line(self, name: str, plain: object) -> L:
        if not isinstance(plain, dict):
            raise Refused(
                Phrase("«{name}» må være et objekt med {columns}.", name=name, columns=", ".join(self.columns))
            )
        for column in plain:
            if column not in self.columns:
                raise Refused(Phrase("«{name}» har ikke feltet «{column}».", name=name, column=str(column)[:40]))
        known = {column: cell for column, cell in plain.items() if cell is not None}
        read = {column: self.columns[column].read(f"{name}.{column}", cell) for column, cell in known.items()}
        cells = {column: cell for column, cell in read.items() if cell is not None}
        return self.line(**{**dict.fromkeys(self.needed), **cells})


def _no_lines(name: str) -> Refused:
    return Refused(Phrase("«{name}» må være en liste.", name=name))
