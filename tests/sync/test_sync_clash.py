"""Two texts that the server has brought together are one thing to decide, however many values stand beside it."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from municipality import Municipality

from hjemmebesok.casework.conflicts import Clash, choose_value, conflicts_of, settled_clashes, together
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import save_household
from hjemmebesok.casework.syncing import enrol, sync_now, sync_status
from hjemmebesok.casework.visits import keep_draft, open_visit, save_answer
from hjemmebesok.domain.household import Household

NOTE = "summary.note"
HOME = Household(id="h1", case="h1", name="Ayşe Yılmaz")
HERS, HIS = "Vil eie på Fjell.", "Vil ikke flytte."
JOINT = f"‹Kari Nordmann› {HERS}\n‹Ola Nordmann› {HIS}"


@pytest.fixture
def visit(visit: str, kari: Desk, ola: Desk) -> str:
    """Both have written its note, not having heard of each other's, and then have."""
    save_answer(kari, visit, NOTE, HERS)
    save_answer(ola, visit, NOTE, HIS)
    meet(kari, ola)
    assert note(kari, visit) == note(ola, visit) == JOINT
    return visit


def meet(*desks: Desk) -> None:
    for desk in (*desks, *desks):
        sync_now(desk)


def note(desk: Desk, visit: str) -> str | None:
    form = open_visit(desk, visit).form
    assert form is not None
    return form.answers.get(NOTE)


def clash(desk: Desk) -> Clash:
    (one,) = together(conflicts_of(desk))
    return one


def needing(*desks: Desk) -> list[int]:
    return [sync_status(desk).need_you for desk in desks]


def test_it_is_counted_once_and_shows_what_stands_and_the_texts_of_both(kari: Desk, ola: Desk, visit: str) -> None:
    assert needing(kari, ola) == [1, 1]
    assert [each.value for each in clash(kari).values] == [JOINT, HERS, HIS]
    assert [each.author for each in clash(kari).values[1:]] == ["Kari Nordmann", "Ola Nordmann"]


@pytest.mark.parametrize("chosen", [JOINT, HERS, HIS, "Vil eie, helst på Fjell."])
def test_a_choice_decides_it_whole_and_is_taken_back_whole(kari: Desk, ola: Desk, visit: str, chosen: str) -> None:
    seen = clash(kari)
    choose_value(kari, seen.first, chosen, seen.beside)
    assert needing(kari) == [0]
    meet(kari, ola)
    assert (needing(kari, ola), note(ola, visit)) == ([0, 0], chosen)
    ((settled, now),) = settled_clashes(ola)
    assert ([each.value for each in settled.values], now) == ([JOINT, HERS, HIS], chosen)
    choose_value(ola, settled.first, JOINT, settled.beside)
    meet(ola, kari)
    assert (needing(kari, ola), note(kari, visit)) == ([0, 0], JOINT)


def test_of_three_values_of_a_field_one_choice_decides_too(
    municipality: Municipality, kari: Desk, ola: Desk, visit: str, new_desk: Callable[[str], Desk]
) -> None:
    ada = enrol(new_desk("Ada"), municipality.address, municipality.code(municipality.user("Ada Nordmann")))
    municipality.grant("h1", ada.user.id)
    sync_now(ada)
    for desk, name in ((kari, "Kaya"), (ola, "Z. Kaya"), (ada, "Familien Kaya")):
        save_household(desk, replace(HOME, name=name), HOME)
    meet(kari, ola, ada)
    (names,) = [each for each in together(conflicts_of(kari)) if each.first.field == "name"]
    assert ({each.value for each in names.values}, needing(kari)) == ({"Kaya", "Z. Kaya", "Familien Kaya"}, [2])
    choose_value(kari, names.first, "Kaya", names.beside)
    meet(kari, ola)
    assert needing(kari, ola) == [1, 1]


@pytest.mark.parametrize("text", ["Vil eie, helst på Fjell.", f"‹Ola Nordmann› {HIS}", None])
def test_who_writes_over_what_stands_side_by_side_has_decided(
    kari: Desk, ola: Desk, visit: str, text: str | None
) -> None:
    save_answer(kari, visit, NOTE, text)
    assert needing(kari) == [0]
    meet(kari, ola)
    assert (needing(kari, ola), note(ola, visit)) == ([0, 0], text)
    ((settled, now),) = settled_clashes(kari)
    assert ([each.value for each in settled.values], now) == ([JOINT, HERS, HIS], text)


@pytest.mark.parametrize("told", [False, True])
def test_a_word_mended_or_a_line_added_decides_nothing_yet(kari: Desk, ola: Desk, visit: str, told: bool) -> None:
    longer = f"{JOINT.replace('Vil eie', 'Ønsker å eie')}\nHar hund."
    save_answer(kari, visit, NOTE, longer)
    if told:
        meet(kari, ola)
    assert needing(kari) == [1]
    save_answer(kari, visit, NOTE, "Ønsker å eie. Har hund.")
    assert needing(kari) == [0]
    meet(kari, ola)
    assert (needing(kari, ola), note(ola, visit)) == ([0, 0], "Ønsker å eie. Har hund.")


def test_who_began_before_the_lines_of_another_came_has_not_decided_about_them(
    kari: Desk, ola: Desk, visit: str
) -> None:
    keep_draft(kari, visit, NOTE, "Vil ei", open_visit(kari, visit))
    longer = f"{JOINT}\nTrives på Tun."
    save_answer(ola, visit, NOTE, longer)
    meet(ola, kari)
    save_answer(kari, visit, NOTE, "Vil eie.")
    meet(kari, ola)
    assert needing(kari, ola) == [1, 1]
    assert {HERS, HIS, longer, "Vil eie."} < {each.value for each in clash(ola).values}


def test_who_writes_over_what_does_not_hold_the_others_has_not_decided(kari: Desk, ola: Desk, visit: str) -> None:
    for desk, name in ((kari, "Kaya"), (ola, "Familien Kaya")):
        save_household(desk, replace(HOME, name=name), HOME)
    meet(kari, ola)
    with ola.read() as reading:
        standing = reading.get(Household, "h1")
    save_household(ola, replace(standing, name="Z. Kaya"), standing)
    meet(ola, kari)
    assert needing(kari, ola) == [2, 2]
