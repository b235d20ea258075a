"""The short way through a caseload: two sets of criteria compared from one row of whole numbers for each household.

`check` is the truth, and the tests hold each short way to it case by case. They are short for two reasons. What no
setting touches is asked of `check` once and kept in the row. And what the settings do touch comes down to comparing a
few numbers, which needs no facts, no words and no notes of what was read. Criteria that differ in anything that a short
way does not understand go the whole way.

  way.py         what a short way is, and the comparison of two
  loans.py       the loan that is left over for, in whole øre
  leie_til_eie.py, startlan.py, tilskudd.py    one for each ruleset
"""

from collections.abc import Mapping

from hjemmebesok.eligibility.condition import Ruleset
from hjemmebesok.eligibility.short_way.leie_til_eie import LEIE_TIL_EIE
from hjemmebesok.eligibility.short_way.startlan import STARTLAN
from hjemmebesok.eligibility.short_way.tilskudd import TILSKUDD
from hjemmebesok.eligibility.short_way.way import ShortWay, compare_rows

__all__ = ["SHORT_WAYS", "ShortWay", "compare_rows", "short_way"]

SHORT_WAYS: Mapping[str, ShortWay] = {way.rules.id: way for way in (LEIE_TIL_EIE, STARTLAN, TILSKUDD)}


def short_way(rules: Ruleset) -> ShortWay | None:
    """The way that these criteria can go; None where they must go the whole way."""
    way = SHORT_WAYS.get(rules.id)
    return way if way is not None and way.fits(rules) else None
