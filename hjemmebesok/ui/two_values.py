"""A clash as the screen shows it: all values in words, who wrote them and when, and what each choice stands for."""

from datetime import date, datetime
from itertools import permutations
from typing import Any

from hjemmebesok.casework.conflicts import Clash, Here
from hjemmebesok.domain.kartlegging import FIELDS
from hjemmebesok.domain.kartlegging.fields import Text
from hjemmebesok.domain.phrase import Phrase, Words
from hjemmebesok.ui.field_values import field_value
from hjemmebesok.ui.i18n import say
from hjemmebesok.ui.spoken import NearDay, clock
from hjemmebesok.ui.widgets.conflict_box import ALL, Version

# Short texts that can hold all; longer ones are told by the form itself.
_SHORT = ("household.safety_note", "person.phone", "meeting.topics")
_LONG = ("participant.note",)


def versions(clash: Clash, here: Here, today: date, *, mask: bool = False) -> tuple[Version, ...]:
    """The value that holds now, and the others; `mask` where the household's address must not be seen.

    What was written here is called 'Du': names change, and two may have the same.
    """
    return tuple(
        Version(
            field_value(clash.first.kind, clash.first.field, each.value, mask=mask),
            written(each.author, each.at, today, mine=each.change in here.made),
        )
        for each in clash.values
    )


def holding(clash: Clash, here: Here, *, mask: bool = False) -> Words:
    """The value that holds here instead of the first one; '' where none does. `mask` as for `versions`."""
    if clash.first.id not in here.since:
        return ""
    now, shown = (
        field_value(clash.first.kind, clash.first.field, value, mask=mask)
        for value in (here.since[clash.first.id], clash.values[0].value)
    )
    return "" if say(now) == say(shown) else now


def written(author: str, at: str, today: date, *, mine: bool = False) -> Words:
    """'Ola Nordmann, i går kl. 14:20'; `at` is ISO 8601 and is told in the time of this computer."""
    moment = datetime.fromisoformat(at).astimezone()
    who = Phrase("Du") if mine else author
    return Phrase("{who}, {day} kl. {time}", who=who, day=NearDay(moment.date(), today), time=clock(moment))


def can_keep_all(clash: Clash) -> bool:
    """Whether one text can hold them all, and none holds another already."""
    texts = [each.value for each in clash.values]
    if not _between(clash) or not all(isinstance(text, str) for text in texts):
        return False
    return not any(_holds(one, other) for one, other in permutations(texts, 2))


def value_at(clash: Clash, place: int) -> Any:
    """The plain value that this choice of a ConflictBox stands for."""
    values = [each.value for each in clash.values]
    return _between(clash).join(values) if place == ALL else values[place]


def place_of(clash: Clash, value: Any) -> int | None:
    """The choice that stands for this value; None for another than they are."""
    places = [*range(len(clash.values)), *([ALL] if can_keep_all(clash) else [])]
    return next((place for place in places if value_at(clash, place) == value), None)


def _holds(text: str, other: str) -> bool:
    """Whether every line of the other stands in this text too, as where the server has put the two side by side."""
    return all(line in text for line in other.splitlines())


def _between(clash: Clash) -> str:
    """What stands between them where all are kept; '' for a field that takes one value only."""
    name, asked = f"{clash.first.kind}.{clash.first.field}", FIELDS.get(clash.first.field)
    is_long = isinstance(asked, Text) and asked.long
    return "\n\n" if is_long or name in _LONG else " / " if name in _SHORT else ""
