"""Cases that are hers no more and stay for what the server lacks are told about, with what they wait for."""

from dataclasses import replace
from datetime import date

import pytest
from pytestqt.qtbot import QtBot
from reading import texts

from hjemmebesok.casework.syncing import SyncStatus
from hjemmebesok.ui.screens.in_step.standing import StandingCard
from hjemmebesok.ui.widgets import FactLine

STANDS = SyncStatus(unsent=0, need_you=0, last_in_step=None, enrolled=True, files_unsent=2)


@pytest.mark.parametrize(
    ("leaving", "told"),
    [
        (1, "1 sak er ikke lenger din. Den tas bort fra denne PC-en når bildene i den er sendt."),
        (2, "2 saker er ikke lenger dine. De tas bort fra denne PC-en når bildene i dem er sendt."),
    ],
)
def test_she_is_told_that_a_case_stays_for_its_photos(qtbot: QtBot, leaving: int, told: str) -> None:
    card = StandingCard()
    qtbot.addWidget(card)
    card.show_status(replace(STANDS, leaving=leaving), date(2026, 10, 12))
    card.show()
    assert told in texts(card)
    assert {"Alt du har skrevet, er sendt", "2 bilder ikke sendt"} <= set(texts(card).split("\n"))
    card.show_status(STANDS, date(2026, 10, 12))
    assert "ikke lenger" not in texts(card)


@pytest.mark.parametrize(("held_back", "told"), [(1, "1 sak er ikke lenger din, men"), (2, "2 saker er ikke lenger")])
def test_she_is_told_that_a_case_stays_for_a_text_that_is_too_long(qtbot: QtBot, held_back: int, told: str) -> None:
    card = StandingCard()
    qtbot.addWidget(card)
    card.show_status(replace(STANDS, held_back=held_back), date(2026, 10, 12))
    card.show()
    assert told in texts(card)
    assert "Dette trenger deg" in texts(card)


def test_photos_that_are_to_come_point_the_other_way_than_those_to_send(qtbot: QtBot) -> None:
    card = StandingCard()
    qtbot.addWidget(card)
    card.show_status(replace(STANDS, files_to_come=3), date(2026, 10, 12))
    card.show()
    told = {line.label.text(): line._icon._name for line in card.findChildren(FactLine) if line.isVisible()}
    assert (told["2 bilder ikke sendt"], told["3 bilder ikke kommet hit"]) == ("arrow-up", "arrow-down")
