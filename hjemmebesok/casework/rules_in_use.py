"""The rules a household is held up against: which, what they are called at the table, and in which version.

A closed visit notes the versions it was weighed by, so that the same can be done again when there are newer ones.
"""

from hjemmebesok.domain.phrase import N_, Refused
from hjemmebesok.domain.visit import Visit
from hjemmebesok.eligibility.condition import Ruleset
from hjemmebesok.eligibility.rulesets import ruleset

LEIE_TIL_EIE = "leie-til-eie-2011"
RULES = (LEIE_TIL_EIE, "startlan-2025", "tilskudd")  # in the order they are spoken of

NAMES = {
    LEIE_TIL_EIE: N_("Leie til eie"),
    "startlan-2025": N_("Startlån"),
    "tilskudd": N_("Tilskudd"),
}


def in_use() -> tuple[Ruleset, ...]:
    """The versions that are used now."""
    return tuple(ruleset(each) for each in RULES)


def noted(rules: tuple[Ruleset, ...]) -> tuple[str, ...]:
    """As a visit keeps them: 'startlan-2025/1'."""
    return tuple(f"{each.id}/{each.version}" for each in rules)


def rules_of(visit: Visit) -> tuple[Ruleset, ...]:
    """What this visit is weighed by: what it was closed with, else what is used now.

    A version that only a newer program knows is left out for the one that is used here, which says which it is.
    """
    versions = dict(each.split("/", 1) for each in visit.rules if "/" in each)
    return tuple(_this_or_in_use(each, versions.get(each)) for each in RULES)


def _this_or_in_use(name: str, version: str | None) -> Ruleset:
    try:
        return ruleset(name, version)
    except Refused:
        return ruleset(name)
