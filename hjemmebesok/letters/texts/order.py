"""The order of blocks, where a text gets some of another's."""

from collections.abc import Collection, Sequence


def joined_order(ours: Sequence[str], theirs: Sequence[str], wanted: Collection[str]) -> list[str]:
    """Ours in our order, with each wanted one of theirs after the nearest before it in theirs that is there."""
    order = list(ours)
    for place, block in enumerate(theirs):
        if block in wanted and block not in order:
            before = [order.index(each) for each in theirs[:place] if each in order]
            order.insert(before[-1] + 1 if before else 0, block)
    return order
