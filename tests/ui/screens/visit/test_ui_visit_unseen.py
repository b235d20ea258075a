"""A locked note into which a colleague's answer came that whoever locked it had not seen."""

from collections.abc import Callable

import pytest
from reading import texts
from visit_shown import Shown, settle

from hjemmebesok.casework.unseen import note_unseen
from hjemmebesok.casework.visits import close_visit
from hjemmebesok.store.work import stored, write_record
from hjemmebesok.ui.screens.in_step.case_card import UnseenCard
from hjemmebesok.ui.screens.in_step.screen import InStepScreen
from hjemmebesok.ui.screens.visit.locked import LockedCard

TOLD = (
    "Svaret på «Hva trenger boligen å ha?» kom fra en annen PC, og Kari Nordmann hadde ikke sett det da notatet ble "
    "låst. Lag en rettelse hvis noe er galt."
)


@pytest.fixture
def shown(show: Callable[[str], Shown], visit: str) -> Shown:
    """Kari's note, locked and open on her screen."""
    shown = show(visit)
    shown.window.act(lambda: close_visit(shown.desk, visit))
    settle()
    return shown


def come(shown: Shown, **answers: object) -> None:
    """A round brings these answers of a colleague's."""
    form = shown.stored.form
    assert form is not None
    with shown.desk.store.writing_connection() as connection:
        fields, versions = stored(connection, form.id)
        known = {key.replace("__", "."): value for key, value in answers.items()}
        write_record(connection, form.kind, form.id, form.case, fields | known, versions)
    note_unseen(shown.desk)
    shown.window.changed.emit(None)
    settle()


def told(shown: Shown) -> str:
    (card,) = [card for card in shown.screen.findChildren(LockedCard) if card.isVisible()]
    return card.unseen.label.text() if card.unseen.isVisible() else ""


def test_the_note_says_so_while_it_is_open_and_on_every_page(shown: Shown) -> None:
    assert told(shown) == ""
    come(shown, health__needs="Trenger heis")
    assert told(shown) == TOLD
    shown.screen.go("wishes")
    settle()
    assert told(shown) == TOLD


def test_who_locked_it_reads_what_came_and_says_that_she_has(shown: Shown) -> None:
    come(shown, health__needs="Trenger heis")
    page = shown.window.go("in_step")
    assert isinstance(page, InStepScreen)
    (card,) = page.findChildren(UnseenCard)
    assert "Trenger heis" in texts(card)
    card.button.click()
    settle()
    assert not [each for each in page.findChildren(UnseenCard) if each.isVisible()]
    assert "Ingenting trenger deg nå." in texts(page)
