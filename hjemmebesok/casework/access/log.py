"""What was made, what left the program, what two people wrote, and what was changed when."""

from collections.abc import Iterator, Mapping
from typing import Any

from hjemmebesok.casework.access.sheet import Sheet
from hjemmebesok.casework.access.told import Told, Version
from hjemmebesok.casework.letters import KINDS
from hjemmebesok.casework.register_rows import LABELS
from hjemmebesok.domain.export import OUTWARD_WORDS, Export
from hjemmebesok.domain.kartlegging import Kartlegging, field_of
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Refused, Words
from hjemmebesok.letters.document import Block

_LETTER = N_("Brev")
_KIND_WORDS = {
    "household": N_("Husstanden"), "person": N_("Person"), "dwelling": N_("Boligen"), "tenancy": N_("Leiekontrakten"),
    "visit": N_("Hjemmebesøk"), "kartlegging": N_("Skjemaet fra besøket"), "participant": N_("Fellesmøte"),
    "photo": N_("Bilde"), "signature": N_("Underskrift"),
    "follow_up": N_("Avtale"), "register_entry": N_("Leieregisteret"), "letter": N_("Brev"),
    "export": N_("Gitt ut av programmet"),
}  # fmt: skip
_PARTS = {"person": "tenant"}  # what the register calls it
_LABELS = {**LABELS, "tenant.name": N_("Navn"), "tenant.role": N_("Rolle")}


def log_blocks(told: Told, attached: frozenset[str], authors: Mapping[str, str], sheet: Sheet) -> Iterator[Block]:
    """Each part of it under its heading; a part without anything is left out. `authors`: names by user id."""
    yield from _letters(told, attached, sheet)
    yield from _exports(told, sheet)
    yield from _two_values(told, sheet)
    yield from _changes(told, authors, sheet)


def _letters(told: Told, attached: frozenset[str], sheet: Sheet) -> Iterator[Block]:
    letters = told.all(IssuedLetter)
    if letters:
        yield sheet.heading(2, N_("Brev"))
        yield sheet.table(
            (N_("Brev"), N_("Laget"), N_("Språk"), N_("Laget av"), N_("Ligger ved")),
            (
                (
                    Phrase(dict(KINDS).get(letter.letter, _LETTER)),
                    sheet.moment(letter.made_at.isoformat()),
                    sheet.say.language_name(letter.language),
                    letter.made_by,
                    letter.id in attached,
                )
                for letter in letters
            ),
        )


def _exports(told: Told, sheet: Sheet) -> Iterator[Block]:
    exports = told.all(Export)
    if exports:
        yield sheet.heading(2, N_("Gitt ut av programmet"))
        yield sheet.table(
            (N_("Hva"), N_("Når"), N_("Av hvem")),
            (
                (Phrase(OUTWARD_WORDS[each.what]), sheet.moment(each.made_at.isoformat()), each.made_by)
                for each in exports
            ),
        )


def _two_values(told: Told, sheet: Sheet) -> Iterator[Block]:
    if told.two_values:
        yield sheet.heading(2, N_("To ulike svar"))
        yield sheet.paragraph(N_("To saksbehandlere skrev hver sitt. Begge er tatt vare på."))
        yield sheet.table(
            (N_("Felt"), N_("Det som vises"), N_("Det andre")),
            (
                (_field(each.kind, each.field), *(_told(each.field, one, sheet) for one in (each.shown, each.other)))
                for each in told.two_values
            ),
        )


def _told(field: str, version: Version, sheet: Sheet) -> Words:
    value = version.value
    if isinstance(value, dict) and field in value:  # fields that are merged as one
        value = ", ".join(str(each) for each in value.values() if each not in (None, ""))
    return Phrase("{value} ({author}, {at})", value=str(value), author=version.author, at=sheet.moment(version.at))


def _changes(told: Told, authors: Mapping[str, str], sheet: Sheet) -> Iterator[Block]:
    if told.changes:
        yield sheet.heading(2, N_("Endringer gjort på denne PC-en"))
        yield sheet.paragraph(N_("Tidene er i UTC. Verdiene står i innsyn.json."))
        yield sheet.table(
            (N_("Når"), N_("Av hvem"), N_("Hvor"), N_("Felt")),
            (
                (
                    sheet.moment(each.at),
                    authors.get(each.author, each.author),
                    Phrase(_KIND_WORDS.get(each.kind, each.kind)),
                    _fields(each.kind, each.fields),
                )
                for each in told.changes
            ),
        )


def _fields(kind: str, fields: dict[str, object]) -> Any:
    """What the fields are called, each once; a count where none of them has a name that a reader knows."""
    named = dict.fromkeys(words for name in fields if (words := _label(kind, name)))
    return tuple(map(Phrase, named)) or Plural("ett felt", "{n} felt", len(fields))


def _field(kind: str, name: str) -> Words:
    words = _label(kind, name)
    return Phrase(words) if words else name


def _label(kind: str, name: str) -> str:
    if kind == Kartlegging.kind:
        try:
            return field_of(name).label
        except Refused:
            return ""
    return _LABELS.get(f"{_PARTS.get(kind, kind)}.{name}", "")
