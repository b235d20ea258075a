"""A proposal: rules in use with some settings changed, as a meeting among professionals may want to try them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.eligibility.condition import Ruleset
from hjemmebesok.eligibility.setting_words import OPTION_WORDS, SETTING_WORDS
from hjemmebesok.eligibility.settings import LIMITS, SETTING_NAMES
from hjemmebesok.eligibility.settings_file import with_settings
from hjemmebesok.eligibility.short_way import SHORT_WAYS

UNSET = {"kalkulasjonsrente": N_("Husbankens rente"), "income_cap": N_("ingen grense")}


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting that a proposal may change. `value` is the one in use; None where there is none."""

    name: str
    label: str
    unit: str
    value: Any
    smallest: Any
    largest: Any
    options: tuple[tuple[Any, str], ...]  # none where any value within the limits will do

    @property
    def is_money(self) -> bool:
        """Whether it is an amount."""
        return isinstance(self.smallest, Money)

    @property
    def is_decimal(self) -> bool:
        """Whether it may have decimals."""
        return isinstance(self.smallest, Decimal)

    def told(self, value: Any) -> Words:
        """A value of it, in words."""
        if value is None:
            return UNSET[self.name]
        if self.options:
            return str(dict(self.options)[value])
        if self.unit:
            return Phrase("{value} {unit}", value=value, unit=Phrase(self.unit))
        return Phrase("{value}", value=value)


def settings_of(rules: Ruleset) -> list[Setting]:
    """What a proposal may change of these rules: all that can change an outcome without changing a rule."""
    return [setting_of(rules, name) for name in SHORT_WAYS[rules.id].understood]


def proposed(rules: Ruleset, values: Mapping[str, Any]) -> Ruleset:
    """The rules with these settings. Raises Refused, naming it and the source of its limits, for one that cannot be."""
    return replace(rules, settings=replace(rules.settings, **values), edition="")


def proposed_as(rules: Ruleset, plain: Mapping[str, Any]) -> Ruleset:
    """The same, of settings as a file has them."""
    return with_settings(rules, dict(plain))


def differences(a: Ruleset, b: Ruleset) -> Iterator[Words]:
    """In what the settings of A and B differ: 'Kalkulasjonsrente: 5 prosent → 7 prosent'."""
    for one, other in zip(_all(a), _all(b), strict=True):
        if one.value != other.value:
            label, before, after = Phrase(one.label), one.told(one.value), other.told(other.value)
            yield Phrase("{label}: {before} → {after}", label=label, before=_phrase(before), after=_phrase(after))


def _all(rules: Ruleset) -> list[Setting]:
    return [setting_of(rules, name) for name in SETTING_NAMES]


def setting_of(rules: Ruleset, name: str) -> Setting:
    """One setting as it is in these rules."""
    words, limits = SETTING_WORDS[name], LIMITS.get(name)
    smallest, largest = (limits.smallest, limits.largest) if limits else (None, None)
    value = getattr(rules.settings, name)
    return Setting(name, words.label, words.unit, value, smallest, largest, OPTION_WORDS.get(name, ()))


def _phrase(words: Words) -> Any:
    return Phrase(words) if isinstance(words, str) else words
