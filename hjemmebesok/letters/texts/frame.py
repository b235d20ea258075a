"""What the program needs of a text, whoever wrote it: a title, its tables' columns, every line of the letterhead."""

from collections.abc import Iterator

from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.letters.texts.fields import WITH_LABELS, read_fields
from hjemmebesok.letters.texts.problems import Problem
from hjemmebesok.letters.texts.source import Source

_TITLE = "# "


def is_letter(shipped: Source) -> bool:
    """Whether a text is a letter, with a title. Of any other, the letterhead, the program picks the blocks by id."""
    return any(block.marker == _TITLE for block in shipped.blocks.values())


def fixed_blocks(shipped: Source, source: Source) -> frozenset[str]:
    """The blocks that may be worded otherwise, but neither moved nor taken out. `shipped` comes with the program."""
    if not is_letter(shipped):
        return frozenset((*shipped.blocks, *source.blocks))
    return frozenset(block.id for block in list(source.blocks.values())[:1] if block.marker == _TITLE)


def frame_problems(shipped: Source, source: Source) -> Iterator[Problem]:
    """What is missing of that in a Norwegian text."""
    if is_letter(shipped):
        first = next(iter(source.blocks.values()), None)
        if first is None or first.marker != _TITLE or first.condition:
            yield Problem(
                "", Phrase("Brevteksten {name} må begynne med en tittel som alltid står der.", name=source.name)
            )
        yield from _columns_problems(shipped, source)
        return
    for block in shipped.blocks:
        if block not in source.blocks:
            yield Problem(block, Phrase("Brevteksten {name} mangler «{block}».", name=source.name, block=block))


def _columns_problems(shipped: Source, source: Source) -> Iterator[Problem]:
    columns = _columns(shipped)
    for block in source.blocks.values():
        for place in block.places:
            if (n := columns.get(place.path, len(place.forms))) != len(place.forms):
                words = Phrase(
                    "«{block}» i {name} må ha {n} kolonner i feltet {field}, med | foran hver.",
                    block=block.id,
                    name=source.name,
                    n=n,
                    field=place.path,
                )
                yield Problem(block.id, words)


def _columns(shipped: Source) -> dict[str, int]:
    fields = read_fields(shipped.front.get("fields", {}))
    places = (place for block in shipped.blocks.values() for place in block.places if place.path in fields)
    return {place.path: len(place.forms) for place in places if fields[place.path].type in WITH_LABELS}
