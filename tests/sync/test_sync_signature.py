"""A signature from the screen it was drawn on to the paper a colleague prints: point by point the same."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from municipality import Municipality
from signature_ink import ink

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letters import make_letter
from hjemmebesok.casework.signing import put_back_signature, sign_visit, signatures_of, take_away_signature
from hjemmebesok.casework.syncing import sync_now
from hjemmebesok.casework.visits import close_visit, open_visit, save_answer
from hjemmebesok.domain.signature import HEIGHT, LEAST_LENGTH, WIDTH, Signature, Signer, Strokes
from hjemmebesok.server import erase

POINTS = st.tuples(st.integers(0, WIDTH), st.integers(0, HEIGHT))
STROKES = st.lists(st.lists(POINTS, min_size=2, max_size=12).map(tuple), max_size=4).map(
    lambda strokes: (((0, 0), (LEAST_LENGTH, 0)), *strokes)
)
WRITTEN: Strokes = (((80, 200), (140, 60), (200, 210), (260, 90)),)


@pytest.fixture
def visit(visit: str, kari: Desk, ola: Desk) -> str:
    """With one answer that both have."""
    save_answer(kari, visit, "summary.note", "Vil eie på Fjell")
    sync_now(kari)
    sync_now(ola)
    return visit


@settings(deadline=None, max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(strokes=STROKES)
def test_every_point_survives_the_store_the_server_and_the_paper(
    kari: Desk, ola: Desk, visit: str, strokes: Strokes
) -> None:
    sign_visit(kari, visit, Signer.HOME, "Ayşe Yılmaz", strokes)
    close_once(kari, visit)
    sync_now(kari)
    sync_now(ola)
    (there,) = signatures_of(ola, visit)
    assert (there.signature.strokes, there.stands) == (strokes, True)
    assert ink(make_letter(with_phone(ola), "visit_summary", "h1", "nb", visit).pdf) == [strokes]


def test_what_a_colleague_changes_afterwards_leaves_it_fallen_on_both_laptops(
    kari: Desk, ola: Desk, visit: str
) -> None:
    sign_visit(kari, visit, Signer.HOME, "Ayşe Yılmaz", WRITTEN)
    save_answer(ola, visit, "health.needs", "Trenger heis")
    for desk in (kari, ola, kari):
        sync_now(desk)
    assert [[each.stands for each in signatures_of(desk, visit)] for desk in (kari, ola)] == [[False], [False]]


def test_one_that_is_taken_away_is_gone_everywhere(kari: Desk, ola: Desk, visit: str) -> None:
    made = sign_visit(kari, visit, Signer.HOME, "Ayşe Yılmaz", WRITTEN).made
    sync_now(kari)
    sync_now(ola)
    take_away_signature(ola, made)
    sync_now(ola)
    sync_now(kari)
    assert signatures_of(kari, visit) == signatures_of(ola, visit) == []


def test_one_that_is_put_back_stands_again_everywhere(kari: Desk, ola: Desk, visit: str) -> None:
    made = sign_visit(kari, visit, Signer.HOME, "Ayşe Yılmaz", WRITTEN).made
    sync_now(kari)
    sync_now(ola)
    (there,) = signatures_of(ola, visit)
    take_away_signature(ola, made)
    put_back_signature(ola, there.signature)
    for desk in (ola, kari):
        assert sync_now(desk).set_aside == 0
    assert signatures_of(kari, visit) == signatures_of(ola, visit) == [there]


def test_two_who_let_the_same_person_sign_both_keep_what_was_drawn(kari: Desk, ola: Desk, visit: str) -> None:
    for desk in (kari, ola):
        sign_visit(desk, visit, Signer.HOME, "Ayşe Yılmaz", WRITTEN)
    for desk in (kari, ola, kari):
        sync_now(desk)
    assert len(signatures_of(kari, visit)) == len(signatures_of(ola, visit)) == 2


def test_it_is_erased_with_the_case(municipality: Municipality, kari: Desk, visit: str) -> None:
    sign_visit(kari, visit, Signer.HOME, "Ayşe Yılmaz", WRITTEN)
    sync_now(kari)
    erase.erase_case(municipality.database, municipality.place, "h1", kari.now())
    sync_now(kari)
    with kari.read() as reading:
        assert reading.all(Signature) == []


def with_phone(desk: Desk) -> Desk:
    return replace(desk, user=replace(desk.user, phone="000 00 100"))


def close_once(desk: Desk, visit: str) -> None:
    if not open_visit(desk, visit).locked:
        close_visit(desk, visit)
