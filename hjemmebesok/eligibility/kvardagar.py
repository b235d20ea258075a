"""Kvardagar (working days) as burettslagslova counts a short deadline: no Saturdays, Sundays or public holidays.

1 and 17 May are public holidays. The days come from the `holidays` package, for each year that is needed.
"""

from datetime import date, timedelta
from functools import cache

_SATURDAY = 5


@cache
def _public_holidays(year: int) -> frozenset[date]:
    from holidays.countries.norway import Norway  # here, because the package takes its time to load

    return frozenset(Norway(years=year))


def is_kvardag(day: date) -> bool:
    """Whether the day counts."""
    return day.weekday() < _SATURDAY and day not in _public_holidays(day.year)


def after_kvardagar(start: date, count: int) -> date:
    """The last of this many kvardagar after the start day, which itself does not count."""
    day = start
    while count:
        day += timedelta(1)
        count -= is_kvardag(day)
    return day
