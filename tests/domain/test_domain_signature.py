"""Lines drawn by hand: few points, within the field, and the same to look at."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.signature import HEIGHT, MOST_POINTS, WIDTH, check_strokes
from hjemmebesok.domain.stroke import TOLERANCE, _distance, stroke

ACROSS, DOWN = 640.0, 192.0  # px, of a field on some screen
PLACES = st.tuples(st.floats(-50, ACROSS + 50), st.floats(-50, DOWN + 50))
DRAWN = st.lists(PLACES, min_size=1, max_size=120)


@given(DRAWN)
def test_every_point_is_within_the_field_and_the_same_line_gives_the_same_points(
    drawn: list[tuple[float, float]],
) -> None:
    points = stroke(drawn, ACROSS, DOWN)
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in points)
    assert len(points) >= 2
    assert points == stroke(drawn, ACROSS, DOWN)


@given(DRAWN)
def test_the_line_strays_no_farther_than_a_pen_is_thick(drawn: list[tuple[float, float]]) -> None:
    points = stroke(drawn, ACROSS, DOWN)
    for x, y in drawn:
        across = min(max(round(x / ACROSS * WIDTH), 0), WIDTH)
        down = min(max(round(y / DOWN * HEIGHT), 0), HEIGHT)
        ways = pairwise(points)
        assert min(_distance((across, down), one, other) for one, other in ways) <= TOLERANCE


@given(DRAWN)
def test_what_is_made_simple_once_is_simple(drawn: list[tuple[float, float]]) -> None:
    points = stroke(drawn, ACROSS, DOWN)
    assert len(stroke(points, WIDTH, HEIGHT)) <= len(points)


def test_a_straight_line_is_its_two_ends_and_a_dot_is_there_too() -> None:
    assert stroke([(at, at / 4) for at in range(0, 401)], WIDTH, HEIGHT) == ((0, 0), (400, 100))
    assert stroke([(7, 9)], WIDTH, HEIGHT) == ((7, 9), (7, 9))


@pytest.mark.parametrize(
    ("strokes", "why"),
    [
        ((), "Skriv navnet"),
        ((((5, 5), (5, 5)),), "Skriv navnet"),
        ((((0, 0), (WIDTH + 1, 0)),), "utenfor feltet"),
        ((((0, 0), (100, 0)), ()), "utenfor feltet"),
        ((((0, 0), (100, 0)) * MOST_POINTS,), "for mange streker"),
    ],
    ids=["nothing", "a dot", "outside", "an empty line", "too much"],
)
def test_what_is_no_signature_is_refused(strokes: tuple[tuple[tuple[int, int], ...], ...], why: str) -> None:
    with pytest.raises(Refused, match=why):
        check_strokes(strokes)
