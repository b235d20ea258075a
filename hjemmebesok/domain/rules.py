"""What a municipality has set of the rules, and the figures it has published: each a version that never changes."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from hjemmebesok.domain.record import Record

RULES_CASE = "rules"  # the municipality's file of them, that all of it read; no household's


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleSettings(Record):
    """The settings of one ruleset from a day on, until those of a later day, or published later for the same day.

    Immutable: a change is a new version, so that what was weighed by an earlier one can be weighed by it again.
    """

    kind: ClassVar[str] = "rule_settings"

    ruleset: str  # its id, whatever version of it
    values: dict[str, Any]  # by name, as a file of settings has them; what is not here is as the ruleset has it
    in_force: date
    reason: str
    published_at: datetime  # UTC
    published_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RateTable(Record):
    """A file of rates as the municipality took it in: each figure has its day, its source and whether it was checked.

    Immutable, and laid over the figures of the program and of the tables before it.
    """

    kind: ClassVar[str] = "rate_table"

    body: str  # TOML, as in resources/rates
    reason: str
    published_at: datetime  # UTC
    published_by: str
