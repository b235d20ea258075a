"""How long the answers of a form stay the same facts: until somebody has a birthday, or a debt is paid down."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from hjemmebesok.domain.kartlegging.economy import DEBTS
from hjemmebesok.domain.kartlegging.household import MEMBERS


def answers_last(answers: Mapping[str, Any], on: date) -> date:
    """The last day on which these answers give the same facts as on this one, or a day before it.

    What depends on the day is age and whether a debt has ended. An infant's age in months is looked at every day.
    """
    ends = [date.max]
    for key, line in answers.items():
        field = key.partition("/")[0]
        if field == MEMBERS.id and line and isinstance(line.get("age"), str):
            ends.append(_day_before_birthday(date.fromisoformat(line["age"]), on))
        elif field == DEBTS.id and line and line.get("until"):
            last = date.fromisoformat(line["until"])
            ends.append(last if last >= on else date.max)
    return min(ends)


def _day_before_birthday(born: date, on: date) -> date:
    if born > on - timedelta(366):
        return on
    birthday = _in_year(born, on.year)
    return (birthday if birthday > on else _in_year(born, on.year + 1)) - timedelta(1)


def _in_year(born: date, year: int) -> date:
    """The day in this year on which one who was born then is a year older; 1 March where there is no 29 February."""
    try:
        return born.replace(year=year)
    except ValueError:
        return date(year, 3, 1)
