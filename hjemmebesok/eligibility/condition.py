"""A condition of a rule, the answer it gives, and a ruleset: an ordered table of conditions with settings."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Protocol

from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.fact import Fact
from hjemmebesok.eligibility.settings import Settings
from hjemmebesok.eligibility.step import Step


class Outcome(StrEnum):
    """What became of a condition, or of a whole ruleset."""

    OK = "OK"
    FAIL = "FAIL"
    SKJONN = "SKJONN"  # a caseworker decides, and writes why
    MANGLER = "MANGLER"  # a fact is not known yet; never a no
    IKKE_AKTUELT = "IKKE_AKTUELT"  # for information only; never counts


OUTCOME_WORDS = {
    Outcome.OK: N_("OK"),
    Outcome.FAIL: N_("Ikke oppfylt"),
    Outcome.SKJONN: N_("Skjønn"),
    Outcome.MANGLER: N_("Mangler"),
    Outcome.IKKE_AKTUELT: N_("Til orientering"),
}


class Worked(Protocol):
    """A calculation that an answer rests on."""

    @property
    def steps(self) -> tuple[Step, ...]:
        """The arithmetic, line by line."""


class Answer(NamedTuple):
    """What a condition says: the outcome, why in words a tenant understands, and a title with the figure in it."""

    outcome: Outcome
    reason: Words
    title: Words | None = None  # None: the condition's own
    reason_in: Fact[str] | None = None  # where the caseworker's own reason is written, if the answer rests on one
    worked: Worked | None = None  # what can be shown one click deeper, if the answer rests on figures


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition. `test` is a pure function of the case, and lets Missing pass."""

    title: str
    hjemmel: Phrase
    test: Callable[[Case], Answer]


@dataclass(frozen=True, slots=True)
class Ruleset:
    """An ordered table of conditions, by code, with settings. A change in the rules is a new version beside the old."""

    id: str
    version: str
    gjelder_fra: date
    title: str
    source: Phrase
    settings: Settings
    conditions: tuple[tuple[str, Condition], ...]
    need: str = ""  # the condition that says whether there is a need at all; where there is none, nothing is weighed
    not_needed: str = ""  # what the whole then says
    edition: str = ""  # which published settings stand in place of its own; "" for none
