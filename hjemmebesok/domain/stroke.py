"""A line drawn by hand becomes few points: those that it cannot do without to look the same."""

from collections.abc import Sequence

from hjemmebesok.domain.signature import HEIGHT, WIDTH, Point

TOLERANCE = 1.5  # of the field's units: as far as a line may stray from how it was drawn, less than a pen is thick


def stroke(drawn: Sequence[tuple[float, float]], width: float, height: float) -> tuple[Point, ...]:
    """A line drawn in a field of this size, in the units of a signature's field; what goes outside stops at its edge.

    The method is Ramer's and Douglas and Peucker's: the point farthest from the straight way is kept while it is
    farther than the tolerance, and so on for both halves. The same line gives the same points.
    """
    points = [(_within(x, width, WIDTH), _within(y, height, HEIGHT)) for x, y in drawn]
    points = [point for place, point in enumerate(points) if place == 0 or point != points[place - 1]]
    if len(points) < 2:
        return tuple(points * 2)  # a dot is a line to where it is
    kept, waiting = {0, len(points) - 1}, [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        place, distance = _farthest(points, first, last)
        if distance > TOLERANCE:
            kept.add(place)
            waiting += [(first, place), (place, last)]
    return tuple(points[place] for place in sorted(kept))


def _within(at: float, room: float, units: int) -> int:
    return min(max(round(at / room * units), 0), units)


def _farthest(points: Sequence[Point], first: int, last: int) -> tuple[int, float]:
    """The place of the point between these two that is farthest from the straight way, and how far."""
    ways = [(_distance(points[place], points[first], points[last]), place) for place in range(first + 1, last)]
    distance, place = max(ways, default=(0.0, first))
    return place, distance


def _distance(point: Point, start: Point, end: Point) -> float:
    """From a point to the straight way between two others."""
    (x, y), (left, top), (right, foot) = point, start, end
    along, down = right - left, foot - top
    length = along * along + down * down
    share = min(max(((x - left) * along + (y - top) * down) / length, 0.0), 1.0) if length else 0.0
    across, below = x - (left + share * along), y - (top + share * down)
    return float((across * across + below * below) ** 0.5)
