"""What may be told to the one who asks: the others' information and a protected address stay behind."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from hjemmebesok.casework.access.asker import Asker, words_of
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.domain.person import Person
from hjemmebesok.domain.register import RegisterEntry
from hjemmebesok.domain.signature import Signature, Signer
from hjemmebesok.store.casefile import PlainRecord
from hjemmebesok.store.work import derived_id

SOMEBODY = "[annen person]"
PROTECTED = "[fortrolig adresse]"

_SHORTEST = 4  # letters and digits: anything shorter would be struck out of other words too


@dataclass(slots=True)
class Sieve:
    """`fields` passes what may be told of a record; `held_back` counts the fields that were not."""

    asker: Asker
    case: str
    masks_address: bool
    struck: re.Pattern[str] | None
    address: re.Pattern[str] | None
    held_back: set[tuple[str, str]] = field(default_factory=set)  # (record, field)

    def fields(self, kind: str, record_id: str, fields: dict[str, Any]) -> dict[str, Any]:
        """The fields that may be told, with others' names and a protected address struck out of their text."""
        anothers = kind == Signature.kind and self._is_anothers(fields)
        told = {} if anothers else fields
        passed = {name: value for name, value in told.items() if self._passes(kind, record_id, name, value)}
        if kind == RegisterEntry.kind:
            passed = {name: self._of_register(record_id, value) for name, value in passed.items()}
        self.held_back |= {(record_id, name) for name in fields.keys() - passed.keys()}
        return {name: self._told(kind, value) for name, value in passed.items()}

    def _is_anothers(self, fields: dict[str, Any]) -> bool:
        """Whether somebody else who lives there drew this signature."""
        return fields.get("signer") == Signer.HOME and self.asker.is_about_another(str(fields.get("name", "")))

    def _passes(self, kind: str, record_id: str, name: str, value: Any) -> bool:
        if kind == Person.kind:
            return record_id in self.asker.ids
        if not self.asker.is_party:
            return False
        who = value.get("who") if kind == Kartlegging.kind and isinstance(value, dict) else None
        return not (isinstance(who, str) and self.asker.is_about_another(who))

    def _of_register(self, record_id: str, value: Any) -> Any:
        """What the register said of the home and of those who may be told of; `value` is 'part.field' -> value."""
        if not isinstance(value, dict):
            return value
        persons = {part: derived_id(self.case, part) for part in ("tenant", "partner")}
        others = {key for key in value if persons.get(key.partition(".")[0], "") not in ("", *self.asker.ids)}
        self.held_back |= {(record_id, key) for key in others}
        return {
            key: PROTECTED if self._hides(key.partition(".")[0], each) else each
            for key, each in value.items()
            if key not in others
        }

    def _told(self, kind: str, value: Any) -> Any:
        return PROTECTED if self._hides(kind, value) else self._struck(value)

    def _hides(self, kind: str, value: Any) -> bool:
        return self.masks_address and kind == Dwelling.kind and isinstance(value, str) and bool(value)

    def _struck(self, value: Any) -> Any:
        if isinstance(value, str):
            text = self.address.sub(PROTECTED, value) if self.address else value
            return self.struck.sub(SOMEBODY, text) if self.struck else text
        if isinstance(value, dict):
            return {key: self._struck(each) for key, each in value.items()}
        return [self._struck(each) for each in value] if isinstance(value, list) else value


def sieve_for(asker: Asker, case: str, records: Iterable[PlainRecord], *, masks_address: bool) -> Sieve:
    """The sieve for this one who asks, made from everything the case knows about the others."""
    every = list(records)
    named = {word for other in asker.others for word in words_of(other.name)} | _named_in_forms(asker, every)
    reached = {text for other in asker.others for text in (other.national_id, other.phone, other.email)}
    addresses = {str(each.fields.get("address", "")) for each in every if masks_address and each.kind == Dwelling.kind}
    return Sieve(
        asker, case, masks_address,
        struck=_any_of((named - asker.own_words) | {text for text in reached if len(text) >= _SHORTEST}),
        address=_any_of({text for text in addresses if len(text) >= _SHORTEST}, re.IGNORECASE),
    )  # fmt: skip


def _named_in_forms(asker: Asker, records: Iterable[PlainRecord]) -> set[str]:
    """Names of those who live there and stand in a form only."""
    who = (
        str(value["who"])
        for record in records
        if record.kind == Kartlegging.kind
        for value in record.fields.values()
        if isinstance(value, dict) and value.get("who")
    )
    return {word for name in who if asker.is_about_another(name) for word in words_of(name) if word[0].isupper()}


def _any_of(texts: set[str], flags: int = 0) -> re.Pattern[str] | None:
    longest_first = sorted(filter(None, texts), key=lambda text: (-len(text), text))
    if not longest_first:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", flags)
