"""Every field of the form goes from one laptop's store over the wire and through the server to another's, and back."""

from datetime import datetime
from pathlib import Path
from typing import Any

from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.casework.syncing import enrol, sync_now
from hjemmebesok.casework.visits import open_visit, plan_visit, save_answer, start_visit
from hjemmebesok.demo.town_server import TownServer, town_server
from hjemmebesok.domain.kartlegging import FIELDS
from hjemmebesok.domain.kartlegging.fields import Age, Amount, Choice, Day, Field, Lines, Number, Text, YesNo
from hjemmebesok.store.keys import LOWEST_COST

ONE: dict[type[Field], Any] = {YesNo: True, Amount: 1_200_050, Text: "ğ ı İ ş ç ö ü æ ø å", Day: "2027-03-07", Age: 36}
OTHER: dict[type[Field], Any] = {YesNo: False, Amount: 0, Text: "Rettet.", Day: "2026-02-28", Age: "1990-03-07"}


def filled_in(values: dict[type[Field], Any], end: int) -> dict[str, Any]:
    """An answer to every question, and one line in every list; `end` is which end of a choice or a range."""

    def value(field: Field) -> Any:
        if isinstance(field, Choice):
            return field.options[end][0]
        if isinstance(field, Number):
            return (field.smallest, field.largest)[end]
        return values[type(field)]

    return {
        f"{field.id}/1" if isinstance(field, Lines) else field.id: (
            {column.id: value(column) for column in field.columns} if isinstance(field, Lines) else value(field)
        )
        for field in FIELDS.values()
    }


def answers(desk: Desk, visit: str) -> dict[str, Any]:
    form = open_visit(desk, visit).form
    assert form is not None
    return form.answers


def laptop(desk: Desk, server: TownServer, name: str) -> tuple[Desk, str]:
    user, code = server.new_user(name)
    return enrol(desk, server.address, code), user


def test_every_field_of_the_form_reaches_a_colleague_and_comes_back_changed(
    desk: Desk, family: str, tmp_path: Path
) -> None:
    visit = plan_visit(desk, family, datetime(2026, 10, 12, 10, 30)).made
    start_visit(desk, visit)
    theirs = create_desk(
        tmp_path / "theirs", "fjell om høsten", "Ola Nordmann", "Eksempel kommune", cost=LOWEST_COST, clock=desk.clock
    )
    first, second = filled_in(ONE, -1), filled_in(OTHER, 0)
    for key, value in first.items():
        save_answer(desk, visit, key, value)
    with town_server(tmp_path / "server.db", "Eksempel kommune") as server:
        ours, _ = laptop(desk, server, "Kari Nordmann")
        theirs, colleague = laptop(theirs, server, "Ola Nordmann")
        sync_now(ours)
        server.share(family, colleague)
        sync_now(theirs)
        assert answers(theirs, visit) == answers(ours, visit) == answers(ours, visit) | first
        for key, value in second.items():
            save_answer(theirs, visit, key, value)
        sync_now(theirs)
        sync_now(ours)
    assert answers(ours, visit) == answers(theirs, visit) | second
    theirs.close()
