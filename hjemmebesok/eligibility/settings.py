"""Settings: what a municipality may set without touching a rule.

Each has its limits. Where a law or a guideline sets them, the source stands beside them and is named when a setting is
refused; the others are sanity limits, against slips of the hand, and say that they are no more than that.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum
from typing import Any, NamedTuple

from hjemmebesok.domain.money import ZERO, Money
from hjemmebesok.domain.phrase import N_, Phrase, Refused


class GrantBase(StrEnum):
    """What the grant's percentage is taken of. Drammen's text does not say; the purchase price is our default."""

    KJOPESUM = "kjopesum"
    TOTALPRIS = "totalpris"  # with costs and repairs


class Sone(StrEnum):
    """The zone of bostøtte that the municipality lies in."""

    OSLO = "oslo"
    STORBY = "storby"
    PRESSOMRADE = "pressomrade"
    RESTEN = "resten"


class Limits(NamedTuple):
    """From smallest to largest, by this law or guideline; None: only a sanity limit of ours."""

    smallest: Any
    largest: Any
    source: str | None = None


_PERCENT = Limits(Decimal(0), Decimal(100))
_LOANS = N_("Forskrift om lån fra Husbanken § 8-5")

LIMITS: Mapping[str, Limits] = {
    "kalkulasjonsrente": Limits(Decimal(0), Decimal(20)),
    "rente_paslag": Limits(Decimal(0), Decimal("0.25"), N_("Forskrift om lån fra Husbanken § 8-1")),
    "stress_margin": Limits(Decimal(0), Decimal(10)),
    "shortest_term": Limits(1, 30),
    "term_without_reasons": Limits(1, 30, _LOANS),
    "longest_term": Limits(30, 50, _LOANS),
    "longest_interest_only": Limits(0, 8, _LOANS),
    "botid_months": Limits(0, 12, N_("Veileder for startlån, botid")),
    "langvarig_years": Limits(1, 10),
    "reserve_salaries": Limits(0, 12),
    "livsopphold_percent": Limits(Decimal(100), Decimal(300)),
    "income_cap": Limits(ZERO, Money.kroner(10_000_000)),
    "grant_percent": _PERCENT,
    "grant_years": Limits(1, 50),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of one ruleset. Percentages are per cent; a rate is per cent a year, paid monthly.

    Raises Refused, naming the setting and the source of its limits, for one that is outside them.
    """

    kalkulasjonsrente: Decimal | None = None  # None: Husbanken's rate of the day and the municipality's addition
    rente_binding: int = 10  # years that Husbanken's rate is fixed: 3, 5, 10, 20, or 0 for a floating one
    rente_paslag: Decimal = Decimal("0.25")  # percentage points
    stress_margin: Decimal = Decimal("2.5")  # percentage points above styringsrenten
    shortest_term: int = 1  # years
    term_without_reasons: int = 30
    longest_term: int = 50
    longest_interest_only: int = 8
    sosialhjelp_is_floor: bool = False  # of livsopphold
    livsopphold_percent: Decimal = Decimal(100)  # the floor in per cent of the state's guiding rates
    botid_months: int = 0
    langvarig_years: int = 5
    reserve_salaries: int = 2  # net monthly salaries that are best kept out of the purchase
    income_cap: Money | None = None  # before tax, a year
    bostotte_sone: Sone = Sone.RESTEN
    grant_offered: bool = True
    grant_percent: Decimal = Decimal(20)
    grant_base: GrantBase = GrantBase.KJOPESUM
    grant_years: int = 20  # over which it is written down
    grant_once: bool = True  # normally given to a person only once
    wider_target_group: bool = False  # since 2015 Drammen also takes in others than municipal tenants

    def __post_init__(self) -> None:
        if self.rente_binding not in (0, 3, 5, 10, 20):
            raise Refused(Phrase("«rente_binding» må være 0, 3, 5, 10 eller 20 år. Kilde: {source}.", source=_BINDING))
        for name, limits in LIMITS.items():
            value = getattr(self, name)
            if value is not None and not limits.smallest <= value <= limits.largest:
                raise _outside(name, limits)
        if self.shortest_term > self.longest_term:
            raise Refused(Phrase("«shortest_term» kan ikke være mer enn «longest_term»."))


_BINDING = Phrase(N_("Forskrift om lån fra Husbanken § 8-1"))
SETTING_NAMES = tuple(field.name for field in fields(Settings))


def _outside(name: str, limits: Limits) -> Refused:
    given = {"name": name, "smallest": limits.smallest, "largest": limits.largest}
    if limits.source:
        source = Phrase(limits.source)
        return Refused(
            Phrase("«{name}» må være fra {smallest} til {largest}. Kilde: {source}.", **given, source=source)
        )
    return Refused(
        Phrase(
            "«{name}» må være fra {smallest} til {largest}. Grensen skal bare hindre skrivefeil. Den er ikke en regel.",
            **given,
        )
    )
