"""Settings: what a municipality may set without touching a rule."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class GrantBase(StrEnum):
    """What the grant's percentage is taken of. Drammen's text does not say; the purchase price is our default."""

    KJOPESUM = "kjopesum"
    TOTALPRIS = "totalpris"  # with costs and repairs


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of one ruleset. Percentages are per cent; a rate is per cent a year, paid monthly."""

    kalkulasjonsrente: Decimal
    shortest_term: int  # years
    longest_term: int
    grant_percent: Decimal
    grant_base: GrantBase = GrantBase.KJOPESUM
    wider_target_group: bool = False  # since 2015 Drammen also takes in others than municipal tenants
