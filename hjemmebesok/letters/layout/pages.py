"""A column of strips is cut into pages, and its last page is worth turning to."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from hjemmebesok.letters.layout.strip import CLOSER, Strip

Group = Sequence[Strip]  # what no page ends within
Pages = list[list[tuple[float, Strip]]]  # each strip with the place of its top


class Room(NamedTuple):
    """Where pages begin and end. The first page begins lower, under the letterhead.

    `least` is how much of a last page should be filled, so that it is worth turning to.
    """

    first_top: float
    top: float
    bottom: float
    least: float = 0.0


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


def paginate(strips: Sequence[Strip], room: Room) -> Pages:
    """The strips of each page with the place of their tops.

    Where the last page would hold a few lines alone, the lines stand a little closer if that does without the page; or
    else what comes before them goes over to it as well.
    """
    groups = _held_together(strips)
    pages = _filled(groups, room)
    if len(pages) == 1 or not _meagre(pages[-1], room):
        return pages
    if _might_do_without(pages, room):
        closer = _filled([[strip.closer() for strip in group] for group in groups], room)
        if len(closer) < len(pages):
            return closer
    evened = _filled(groups, room, over=_first_over(groups, room))
    worse = len(evened) > len(pages) or any(_meagre(page, room) for page in evened[-2:])
    return pages if worse else evened


def _might_do_without(pages: Pages, room: Room) -> bool:
    """Whether all of it, closer, is no higher than the pages before the last; most letters are far from it."""
    written = sum(page[-1][0] + page[-1][1].height - page[0][0] for page in pages)
    return written * CLOSER <= room.bottom - room.first_top + (len(pages) - 2) * (room.bottom - room.top)


def _meagre(page: Sequence[tuple[float, Strip]], room: Room) -> bool:
    return sum(strip.height for _, strip in page) < room.least


def _first_over(groups: Sequence[Group], room: Room) -> int:
    """The last group that has enough for a page from there to the end."""
    heights = accumulate(sum(strip.height for strip in group) for group in reversed(groups))
    enough = (place for place, height in enumerate(heights, 1) if height >= room.least)
    return len(groups) - next(enough, len(groups))


def _filled(groups: Sequence[Group], room: Room, over: int = 0) -> Pages:
    """Page after page filled with groups; that with the number `over` begins a page."""
    pages = [Page(room.first_top)]
    for number, group in enumerate(groups):
        if pages[-1].strips and (number == over or pages[-1].foot(group) > room.bottom):
            pages.append(_new_page(room.top, group[0]))
        for strip in group:
            # A group that is higher than a page is cut all the same.
            if pages[-1].strips and pages[-1].foot([strip]) > room.bottom:
                pages.append(_new_page(room.top, strip))
            pages[-1].add(strip)
    return [page.strips for page in pages]


def _new_page(top: float, first: Strip) -> Page:
    page = Page(top)
    for strip in first.repeated:
        page.add(strip)
    return page


def _held_together(strips: Sequence[Strip]) -> list[list[Strip]]:
    groups: list[list[Strip]] = [[]]
    for strip in strips:
        groups[-1].append(strip)
        if not strip.holds:
            groups.append([])
    return [group for group in groups if group]
