"""Records to flat fields of plain values, and back."""

from typing import Any, TypeVar

import msgspec

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.record import Record
from hjemmebesok.store.kinds import KINDS

R = TypeVar("R", bound=Record)
_OWN = ("id", "case")  # columns of their own, never fields
_written, _read = msgspec.json.Encoder().encode, msgspec.json.Decoder().decode


def to_fields(record: Record) -> dict[str, Any]:
    """The record's fields as JSON values: amounts in øre, dates as ISO text, lists as they are read back."""
    fields = {
        name: _as_read(msgspec.to_builtins(getattr(record, name), enc_hook=_encode))
        for name in record.__dataclass_fields__
        if name not in _OWN
    }
    open_field = KINDS[record.kind].open_field
    return {**fields.pop(open_field), **fields} if open_field else fields


def from_fields(kind: type[R], record_id: str, case: str, fields: dict[str, Any]) -> R:
    """The record with these fields. A field this version does not know is left out here and kept in the file; one that
    was taken back is as if it had never been given."""
    open_field = KINDS[kind.kind].open_field
    known = kind.__dataclass_fields__
    plain = {name: value for name, value in fields.items() if name in known and value is not None}
    if open_field:
        plain[open_field] = {name: value for name, value in fields.items() if "." in name and value is not None}
    return msgspec.convert({**plain, "id": record_id, "case": case}, kind, dec_hook=_decode)


def to_json(value: Any) -> str:
    """Plain values as compact JSON text."""
    return _written(value).decode()


def from_json(text: str) -> Any:
    """The plain values in JSON text."""
    return _read(text)


def _as_read(value: Any) -> Any:
    return [_as_read(each) for each in value] if isinstance(value, tuple) else value


def _encode(value: Any) -> Any:
    if isinstance(value, Money):
        return value.ore
    raise NotImplementedError(f"{type(value).__name__} is not a field type")


def _decode(kind: type, value: Any) -> Any:
    if kind is Money:
        return Money(value)
    raise NotImplementedError(f"{kind.__name__} is not a field type")
