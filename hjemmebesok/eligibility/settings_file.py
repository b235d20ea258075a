"""Settings from plain data, as a municipality's TOML or JSON file holds them: {"grant_percent": 25, …}."""

import types
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.eligibility.condition import Ruleset
from hjemmebesok.eligibility.settings import SETTING_NAMES, Settings

_TYPES = get_type_hints(Settings)


def with_settings(ruleset: Ruleset, plain: object) -> Ruleset:
    """The ruleset with these settings in place of its own. Money is kroner, and null takes a limit away.

    Raises Refused, naming the setting, for one there is none of, one of the wrong type, and one outside its limits.
    """
    if not isinstance(plain, dict):
        raise Refused(Phrase("Innstillingene må være navn og verdier."))
    read = {str(name): _read(str(name), value) for name, value in plain.items()}
    return replace(ruleset, settings=replace(ruleset.settings, **read), edition="")


def plain_settings(settings: Settings) -> dict[str, Any]:
    """The same names and values, as plain JSON."""
    return {name: _plain(getattr(settings, name)) for name in SETTING_NAMES}


def _read(name: str, value: Any) -> Any:
    if name not in SETTING_NAMES:
        raise Refused(Phrase("Innstillingen «{name}» finnes ikke.", name=name[:40]))
    kinds = get_args(_TYPES[name]) if get_origin(_TYPES[name]) in (Union, types.UnionType) else (_TYPES[name],)
    if value is None and type(None) in kinds:
        return None
    try:
        return _READ.get(kinds[0], _code(kinds[0]))(value)
    except (TypeError, ValueError, InvalidOperation):
        raise Refused(Phrase("Innstillingen «{name}» har feil type.", name=name)) from None


def _code(kind: Any) -> Any:
    def read(value: Any) -> Any:
        return kind(value) if issubclass(kind, StrEnum) else _exactly(kind, value)

    return read


def _exactly(kind: type, value: Any) -> Any:
    if type(value) is not kind:
        raise TypeError(value)
    return value


def _decimal(value: Any) -> Decimal:
    number = Decimal(str(value)) if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool) else None
    if number is None or not number.is_finite():
        raise TypeError(value)
    return number


def _money(value: Any) -> Money:
    return Money.kroner(_decimal(value))


_READ: dict[Any, Any] = {Decimal: _decimal, Money: _money}


def _plain(value: Any) -> Any:
    if isinstance(value, Money):
        return float(value.as_kroner) if value.ore % 100 else value.ore // 100
    return float(value) if isinstance(value, Decimal) else value
