"""A conflict as the screen shows it: both values in words, who wrote them and when, and what each choice stands for."""

from datetime import date, datetime
from typing import Any

from hjemmebesok.casework.conflicts import Conflict, Here
from hjemmebesok.domain.kartlegging import FIELDS
from hjemmebesok.domain.kartlegging.fields import Text
from hjemmebesok.domain.phrase import Phrase, Words
from hjemmebesok.ui.field_values import field_value
from hjemmebesok.ui.i18n import say
from hjemmebesok.ui.spoken import NearDay, clock
from hjemmebesok.ui.widgets.conflict_box import BOTH, Version

# Short texts that can hold both; longer ones are told by the form itself.
_SHORT = ("household.safety_note", "person.phone", "meeting.topics")
_LONG = ("participant.note",)


def versions(conflict: Conflict, here: Here, today: date, *, mask: bool = False) -> tuple[Version, Version]:
    """The value that holds now, and the other; `mask` where the household's address must not be seen.

    What was written here is called 'Du': names change, and two may have the same.
    """
    shown, other = (
        Version(
            field_value(conflict.kind, conflict.field, each.value, mask=mask),
            written(each.author, each.at, today, mine=each.change in here.made),
        )
        for each in (conflict.shown, conflict.other)
    )
    return shown, other


def holding(conflict: Conflict, here: Here, *, mask: bool = False) -> Words:
    """The value that holds here instead of the first one; '' where none does. `mask` as for `versions`."""
    if conflict.id not in here.since:
        return ""
    now, shown = (
        field_value(conflict.kind, conflict.field, value, mask=mask)
        for value in (here.since[conflict.id], conflict.shown.value)
    )
    return "" if say(now) == say(shown) else now


def written(author: str, at: str, today: date, *, mine: bool = False) -> Words:
    """'Ola Nordmann, i går kl. 14:20'; `at` is ISO 8601 and is told in the time of this computer."""
    moment = datetime.fromisoformat(at).astimezone()
    who = Phrase("Du") if mine else author
    return Phrase("{who}, {day} kl. {time}", who=who, day=NearDay(moment.date(), today), time=clock(moment))


def can_keep_both(conflict: Conflict) -> bool:
    """Whether one text can hold both, and neither does so already."""
    shown, other = conflict.shown.value, conflict.other.value
    both_texts = isinstance(shown, str) and isinstance(other, str)
    return both_texts and bool(_between(conflict)) and not (_holds(shown, other) or _holds(other, shown))


def value_at(conflict: Conflict, place: int) -> Any:
    """The plain value that this choice of a ConflictBox stands for."""
    values = (conflict.shown.value, conflict.other.value)
    return _between(conflict).join(values) if place == BOTH else values[place]


def place_of(conflict: Conflict, value: Any) -> int | None:
    """The choice that stands for this value; None for a third one."""
    places = (0, 1, BOTH) if can_keep_both(conflict) else (0, 1)
    return next((place for place in places if value_at(conflict, place) == value), None)


def _holds(text: str, other: str) -> bool:
    """Whether every line of the other stands in this text too, as where the server has put the two side by side."""
    return all(line in text for line in other.splitlines())


def _between(conflict: Conflict) -> str:
    """What stands between the two where both are kept; '' for a field that takes one value only."""
    name, asked = f"{conflict.kind}.{conflict.field}", FIELDS.get(conflict.field)
    is_long = isinstance(asked, Text) and asked.long
    return "\n\n" if is_long or name in _LONG else " / " if name in _SHORT else ""
