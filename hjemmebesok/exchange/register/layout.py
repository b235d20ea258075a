"""Which of a file's columns is which."""

from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.exchange.register.columns import COLUMNS, Column, column_named
from hjemmebesok.exchange.register.table import Record

# At least one of each must be there. Without the protection nobody can tell who must not be on a laptop.
_NEEDED = (
    ("tenant_id", "contract_number", "national_id"),
    ("name", "last_name"),
    ("address",),
    ("protection",),
)
_BY_FIELD = {column.field: column for column in COLUMNS}


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each known column stands, and the headings that are not read."""

    width: int  # cells in a row
    places: dict[str, int]
    headings: tuple[str, ...]
    ignored: tuple[str, ...]

    def fits(self, record: Record) -> bool:
        """True where each cell stands under its heading."""
        return len(record.cells) == self.width

    def cell(self, record: Record, field: str) -> str:
        """The row's cell of that column; "" where the file has no such column."""
        return record.cells[self.places[field]] if field in self.places else ""

    def heading(self, field: str) -> str:
        """The heading as the file has it; "" where it has none."""
        return self.headings[self.places[field]] if field in self.places else ""

    def columns(self) -> list[Column]:
        """The known columns, in the order of the file."""
        return [_BY_FIELD[field] for field in self.places]


def layout_of(headings: Sequence[str]) -> Layout:
    """Raises Refused where two columns are the same thing, or one that is needed is missing."""
    places: dict[str, int] = {}
    for place, heading in enumerate(headings):
        column = column_named(heading)
        if column is None:
            continue
        if column.field in places:
            raise Refused(_same_thing(headings[places[column.field]], heading))
        places[column.field] = place
    _refuse_missing(places)
    ignored = tuple(heading for heading in headings if heading and column_named(heading) is None)
    return Layout(len(headings), places, tuple(headings), ignored)


def _same_thing(one: str, other: str) -> Phrase:
    return Phrase("Kolonnene «{one}» og «{other}» betyr det samme. Ta bort den ene.", one=one, other=other)


def _refuse_missing(places: dict[str, int]) -> None:
    missing = [any_of[0] for any_of in _NEEDED if not any(field in places for field in any_of)]
    if missing:
        names = ", ".join(f"«{_BY_FIELD[field].heading}»" for field in missing)
        raise Refused(Phrase("Filen mangler {columns}. Ta det med i uttrekket fra leieregisteret.", columns=names))
