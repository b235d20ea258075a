"""Moving a block one place up or down. No Qt."""

from collections.abc import Sequence

from hjemmebesok.casework.text_blocks import TextBlock
from hjemmebesok.casework.text_steps import Step, moved


def one_up(blocks: Sequence[TextBlock], block: str) -> Step | None:
    """The step that puts it before the one above it; None where it can go no further."""
    place = _place(blocks, block)
    if place < 2 or blocks[place].fixed or blocks[place - 1].fixed:
        return None
    return moved(block, blocks[place - 2].id)


def one_down(blocks: Sequence[TextBlock], block: str) -> Step | None:
    """The step that puts it after the one below it; None where it can go no further."""
    place = _place(blocks, block)
    if place < 0 or place == len(blocks) - 1 or blocks[place].fixed:
        return None
    return moved(block, blocks[place + 1].id)


def _place(blocks: Sequence[TextBlock], block: str) -> int:
    return next((place for place, each in enumerate(blocks) if each.id == block), -1)
