"""A column of strips is cut into pages."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hjemmebesok.letters.layout.strip import Strip


@dataclass(slots=True)
class Page:
    """One page under way: each strip with the place of its top, and how far down the page is full."""

    y: float
    room_after: float = 0.0
    strips: list[tuple[float, Strip]] = field(default_factory=list)

    def foot(self, strips: Sequence[Strip]) -> float:
        """How far down the page would be full with these added."""
        y, after = self.y, self.room_after
        for strip in strips:
            y, after = y + self._gap(after, strip) + strip.height, strip.after
        return y

    def add(self, strip: Strip) -> None:
        """Put a strip under those that are there."""
        top = self.y + self._gap(self.room_after, strip)
        self.strips.append((top, strip))
        self.y, self.room_after = top + strip.height, strip.after

    def _gap(self, after: float, strip: Strip) -> float:
        # The larger of the two wishes; none at the top of a page.
        return max(after, strip.before) if self.strips or after else 0.0


def paginate(strips: Sequence[Strip], first_top: float, top: float, bottom: float) -> list[list[tuple[float, Strip]]]:
    """The strips of each page with the place of their tops. The first page begins lower, under the letterhead."""
    pages = [Page(first_top)]
    for group in _held_together(strips):
        if pages[-1].strips and pages[-1].foot(group) > bottom:
            pages.append(_new_page(top, group[0]))
        for strip in group:
            # A group that is higher than a page is cut all the same.
            if pages[-1].strips and pages[-1].foot([strip]) > bottom:
                pages.append(_new_page(top, strip))
            pages[-1].add(strip)
    return [page.strips for page in pages]


def _new_page(top: float, first: Strip) -> Page:
    page = Page(top)
    for strip in first.repeated:
        page.add(strip)
    return page


def _held_together(strips: Sequence[Strip]) -> Iterator[list[Strip]]:
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.holds:
            yield group
            group = []
    if group:
        yield group
