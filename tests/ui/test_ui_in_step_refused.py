"""What a refused change is about, in words, where that is no household on this laptop."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.domain.letter_text import TextVersion
from hjemmebesok.domain.mailing import Mailing
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.domain.person import Person
from hjemmebesok.domain.record import Record
from hjemmebesok.store import outbox, sending
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.ui.i18n import say
from hjemmebesok.ui.screens.in_step.model import InStepModel

NOW = datetime(2026, 10, 12, 8, 0, tzinfo=UTC)
TEXT = {"letter": "information", "language": "nb", "body": "Hei", "over": ""}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = create_desk(tmp_path / "store", "fjell om høsten", "Kari", "Eksempel kommune", cost=LOWEST_COST)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("record", "whose"),
    [
        (
            Meeting(id="m1", case="m1", number=1, starts=datetime(2026, 10, 12, 17), place="Fjell", language="tr"),
            "Fellesmøte",
        ),
        (TextVersion(id="t1", case="letter-texts", saved_at=NOW, saved_by="Kari", **TEXT), "Hele kommunen"),
        (Mailing(id="b1", case="b1", letter="information", begun_at=NOW, begun_by="Kari"), "Brev til alle"),
        (Person(id="p1", case="h1", name="Ayşe Yılmaz"), "En husstand som ikke er her"),
    ],
)
def test_a_refused_change_is_called_by_what_it_is_about(desk: Desk, record: Record, whose: str) -> None:
    with desk.work() as work:
        work.put(record)
    with desk.store.writing_connection() as connection:
        (change,) = outbox.next_unsent(connection, 10, 1_000_000)
        sending.set_aside_unsent(connection, change)
    (refusal,) = InStepModel(desk).refusals
    assert say(refusal.whose) == whose
