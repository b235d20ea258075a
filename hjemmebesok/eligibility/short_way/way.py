"""What a short way is: how a household becomes a row, and how rows are weighed under some settings."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from hjemmebesok.eligibility.case import Case, Missing
from hjemmebesok.eligibility.condition import Condition, Outcome, Ruleset
from hjemmebesok.eligibility.facts import Facts
from hjemmebesok.eligibility.rates import Rates
from hjemmebesok.eligibility.settings import Settings
from hjemmebesok.eligibility.verdict import for_the_whole
from hjemmebesok.eligibility.whatif import Comparison, Mover, Standing, Sums, added_up, differ, standing

LONGEST_TERM = 50  # years; criteria that allow a longer one go the whole way
OUTCOMES = tuple(Outcome)
OK, FAIL, SKJONN, MANGLER, IKKE_AKTUELT = range(len(OUTCOMES))  # an outcome in a row or a situation

Row = Sequence[Any]  # whole numbers and None, as JSON can hold them
Situation = tuple[int, ...]  # the outcome of all that no setting touches, and of each condition that one does


class Weighed(NamedTuple):
    """The situation of each row, and what the loans come to."""

    situations: Sequence[Situation]
    sums: Sums


@dataclass(frozen=True, slots=True)
class ShortWay:
    """One ruleset's. `moving` are the codes of the conditions that a setting touches, in their order.

    `understood` are the settings that it works out; `widest` are settings under which nothing is missing but facts.
    """

    rules: Ruleset
    understood: tuple[str, ...]
    moving: tuple[str, ...]
    widest: Settings
    own: Callable[[Case], Row]
    weigh: Callable[[Iterable[Row], Settings, Rates, date], Weighed]

    def fits(self, rules: Ruleset) -> bool:
        """Whether these criteria differ from the ruleset's own only in what is understood."""
        settings, ours = rules.settings, self.rules.settings
        others = (field.name for field in fields(Settings) if field.name not in self.understood)
        return (
            replace(rules, settings=ours, edition="") == self.rules
            and all(getattr(settings, name) == getattr(ours, name) for name in others)
            and settings.longest_term <= LONGEST_TERM
            and (settings.kalkulasjonsrente is not None or ours.kalkulasjonsrente is None)
        )

    def row(self, facts: Facts, *, rates: Rates, on: date) -> tuple[Row, date]:
        """A household's row, and the last day that these facts and rates give the same one.

        It is worked out by the engine's own conditions and calculations: first what is settled whatever the settings,
        then what the settings will be held against.
        """
        case = Case(facts, self.widest, rates, on)
        settled = (_outcome(case, condition) for code, condition in self.rules.conditions if code not in self.moving)
        return (OUTCOMES.index(for_the_whole(settled)), *self.own(case)), case.lasts

    def standing(self, situation: Situation) -> Standing:
        """Where a household in this situation stands."""
        return _standing(self.moving, self.rules.need, situation)


class Side(NamedTuple):
    """One of the two sets of criteria that are compared, with what its short way makes of the rows."""

    way: ShortWay
    weighed: Weighed


def compare_rows(numbers: Sequence[int], a: Side, b: Side) -> Comparison:
    """The comparison of a caseload. `numbers` are what the caller knows the households by, in the order of the rows."""
    where = list(zip(a.weighed.situations, b.weighed.situations, strict=True))
    counted = Counter(where)
    stands = {each: (a.way.standing(each[0]), b.way.standing(each[1])) for each in counted}
    moving = {each for each, (before, after) in stands.items() if differ(before, after)}
    movers = (Mover(number, *stands[each]) for number, each in zip(numbers, where, strict=True) if each in moving)
    pairs: Counter[tuple[Standing, Standing]] = Counter()
    for each, count in counted.items():
        pairs[stands[each]] += count
    return added_up(pairs, a.weighed.sums, b.weighed.sums, movers)


def _outcome(case: Case, condition: Condition) -> Outcome:
    result = case.attempt(condition.test).result
    return Outcome.MANGLER if isinstance(result, Missing) else result.outcome


@cache
def _standing(moving: tuple[str, ...], need: str, situation: Situation) -> Standing:
    outcomes = [OUTCOMES[each] for each in situation]
    conditions = tuple(zip(moving, outcomes[1:], strict=True))
    return standing(for_the_whole(outcomes, dict(conditions).get(need)), conditions)
