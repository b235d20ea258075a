"""A conflict as the screen shows it: both values in words, who wrote them and when, and what each choice stands for."""

from datetime import date, datetime
from typing import Any

from hjemmebesok.casework.conflicts import Conflict
from hjemmebesok.domain.kartlegging import FIELDS
from hjemmebesok.domain.kartlegging.fields import Text
from hjemmebesok.domain.phrase import Phrase, Words
from hjemmebesok.ui.field_values import field_value
from hjemmebesok.ui.spoken import NearDay, clock
from hjemmebesok.ui.widgets.conflict_box import BOTH, Version

# Short texts that can hold both; longer ones are told by the form itself.
_SHORT = ("household.safety_note", "person.phone", "meeting.topics")
_LONG = ("participant.note",)


def versions(conflict: Conflict, me: str, today: date, *, mask: bool = False) -> tuple[Version, Version]:
    """The value that is shown now, and the other; `mask` where the household's address must not be seen.

    `me` is the name of who is asked; her own is called 'Du'.
    """
    shown, other = (
        Version(
            field_value(conflict.kind, conflict.field, each.value, mask=mask),
            written(each.author, each.at, me, today),
        )
        for each in (conflict.shown, conflict.other)
    )
    return shown, other


def written(author: str, at: str, me: str, today: date) -> Words:
    """'Ola Nordmann, i går kl. 14:20'; `at` is ISO 8601 and is told in the time of this computer."""
    moment = datetime.fromisoformat(at).astimezone()
    who = Phrase("Du") if author == me else author
    return Phrase("{who}, {day} kl. {time}", who=who, day=NearDay(moment.date(), today), time=clock(moment))


def can_keep_both(conflict: Conflict) -> bool:
    """Whether one text can hold both."""
    return bool(_between(conflict)) and all(isinstance(each.value, str) for each in (conflict.shown, conflict.other))


def value_at(conflict: Conflict, place: int) -> Any:
    """The plain value that this choice of a ConflictBox stands for."""
    values = (conflict.shown.value, conflict.other.value)
    return _between(conflict).join(values) if place == BOTH else values[place]


def place_of(conflict: Conflict, value: Any) -> int | None:
    """The choice that stands for this value; None for a third one."""
    places = (0, 1, BOTH) if can_keep_both(conflict) else (0, 1)
    return next((place for place in places if value_at(conflict, place) == value), None)


def _between(conflict: Conflict) -> str:
    """What stands between the two where both are kept; '' for a field that takes one value only."""
    name, asked = f"{conflict.kind}.{conflict.field}", FIELDS.get(conflict.field)
    is_long = isinstance(asked, Text) and asked.long
    return "\n\n" if is_long or name in _LONG else " / " if name in _SHORT else ""
