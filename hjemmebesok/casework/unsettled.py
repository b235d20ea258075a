"""Answers that two people have written differently, and that the rules weigh: what they say may yet be otherwise."""

from collections.abc import Iterable

from hjemmebesok.domain.kartlegging import FIELDS, Kartlegging, field_of
from hjemmebesok.domain.kartlegging.economy import DEBTS
from hjemmebesok.domain.kartlegging.household import MEMBERS
from hjemmebesok.domain.phrase import Phrase, Plural
from hjemmebesok.wire.messages import Conflict

WEIGHED = frozenset({field.id for field in FIELDS.values() if field.fact} | {DEBTS.id, MEMBERS.id})


def unsettled(conflicts: Iterable[Conflict]) -> Plural | None:
    """The line that stands beside what was worked out from answers of which these have two values: which they are, and
    where one chooses. None where no rule reads them."""
    weighed = [each for each in conflicts if each.kind == Kartlegging.kind and _question(each) in WEIGHED]
    fields = dict.fromkeys((each.record, each.field) for each in weighed)
    if not fields:
        return None
    return Plural(
        "To har skrevet ulikt i «{label}», så svaret kan bli et annet. Velg hva som gjelder, under «I takt med "
        "serveren».",
        "To har skrevet ulikt i {n} felt, blant dem «{label}», så svaret kan bli et annet. Velg hva som gjelder, under "
        "«I takt med serveren».",
        len(fields),
        label=Phrase(field_of(weighed[0].field).label),
    )


def _question(conflict: Conflict) -> str:
    """The question in the form; of a list, each line is an answer of its own."""
    return conflict.field.partition("/")[0]
