"""What is wrong with a letter text: fields it does not have, and translations that have fallen behind."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.letters.texts.block import Block, Place
from hjemmebesok.letters.texts.fields import WHOLE_BLOCK, WITH_LABELS, Field, plural_forms
from hjemmebesok.letters.texts.source import Source


class Problem(NamedTuple):
    """One thing that is wrong, in a sentence, and the id of the block it is about; "" where it is the whole text."""

    block: str
    words: Phrase


def problems(original: Source, fields: Mapping[str, Field], source: Source) -> Iterator[Problem]:
    """Why this source may not become a letter, one sentence each. `original` is the Norwegian text."""
    if source.name != original.name:
        yield from _behind(original, fields, source)
    for block in source.blocks.values():
        for words in _faults(block, fields, source.name):
            yield Problem(block.id, words)


def _behind(original: Source, fields: Mapping[str, Field], source: Source) -> Iterator[Problem]:
    for block_id, block in original.blocks.items():
        for words in _block_behind(block, fields, source):
            yield Problem(block_id, words)
    for block_id in source.blocks:
        if block_id not in original.blocks:
            words = Phrase(
                "Brevteksten {name} har «{block}», som ikke finnes på norsk.", name=source.name, block=block_id
            )
            yield Problem(block_id, words)
    if [*source.blocks] != [*original.blocks] and source.blocks.keys() == original.blocks.keys():
        yield Problem("", Phrase("Brevteksten {name} har en annen rekkefølge enn den norske.", name=source.name))


def _block_behind(block: Block, fields: Mapping[str, Field], source: Source) -> Iterator[Phrase]:
    translated = source.blocks.get(block.id)
    if translated is None:
        yield Phrase("Brevteksten {name} mangler «{block}».", name=source.name, block=block.id)
    elif source.translated_from.get(block.id) != block.fingerprint:
        yield Phrase(
            "Brevteksten {name} er ikke oppdatert: «{block}» er endret på norsk.", name=source.name, block=block.id
        )
    elif _shape(translated, fields) != _shape(block, fields):
        yield Phrase(
            "«{block}» i {name} har andre felt, vilkår eller merker enn på norsk.", name=source.name, block=block.id
        )


def _faults(block: Block, fields: Mapping[str, Field], name: str) -> Iterator[Phrase]:
    if block.condition and block.condition not in fields:
        yield _unknown(block.condition, block, name)
    for place in block.places:
        yield from _misplaced(place, block, fields, name)


def _shape(block: Block, fields: Mapping[str, Field]) -> tuple[object, ...]:
    # What must be the same in every language. The places may come in another order, and plurals have their own forms.
    places = {(place.path, len(place.forms) if _has_labels(place, fields) else 0) for place in block.places}
    return block.marker, block.condition, block.unless, places


def _has_labels(place: Place, fields: Mapping[str, Field]) -> bool:
    return place.path in fields and fields[place.path].type in WITH_LABELS


def _misplaced(place: Place, block: Block, fields: Mapping[str, Field], name: str) -> Iterator[Phrase]:
    field = fields.get(place.path)
    where = {"block": block.id, "name": name, "field": place.path}
    if field is None or field.type in ("group", "flag"):
        yield _unknown(place.path, block, name)
        return
    if not _vouched(field, block):
        yield Phrase(
            "«{block}» i {name} bruker feltet {field}, som kan mangle, uten [hvis {condition}].",
            condition=field.path if field.optional else field.group,
            **where,
        )
    if field.type in WHOLE_BLOCK and len(block.parts) != 1:
        yield Phrase("Feltet {field} må stå alene i «{block}» i {name}.", **where)
    if place.forms and field.type != "count" and field.type not in WITH_LABELS:
        yield Phrase("«{block}» i {name} har | i feltet {field}, som ikke skal ha det.", **where)
    if field.type == "count" and place.forms and len(place.forms) != len(plural_forms(name.rpartition("/")[2])):
        yield Phrase("«{block}» i {name} har feil antall flertallsformer.", block=block.id, name=name)


def _vouched(field: Field, block: Block) -> bool:
    """Whether the field is sure to have a value where the block is printed."""
    given = "" if block.unless else block.condition
    if field.optional:
        return given == field.path
    return not field.group or given == field.group or given.startswith(f"{field.group}.")


def _unknown(path: str, block: Block, name: str) -> Phrase:
    return Phrase("«{block}» i {name} bruker feltet {field}, som ikke finnes.", block=block.id, name=name, field=path)
