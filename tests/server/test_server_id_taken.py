"""What comes under the id of another change is not laid on any record, and the server keeps it: once, and findable."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace
from sqlalchemy import and_, select
from talking import Denied, Laptop, Town, new_id

from hjemmebesok.server.audit import audit
from hjemmebesok.server.erase import erase_case
from hjemmebesok.server.tables import payload, quarantine
from hjemmebesok.wire.messages import Change


def kept(town: Town) -> list[tuple[str, Mapping[str, Any]]]:
    """What is set aside: the reason, and what each change sets."""
    body = and_(payload.c.municipality_id == quarantine.c.municipality_id, payload.c.seq == quarantine.c.seq)
    wanted = select(quarantine.c.reason, payload.c.body).join(payload, body).order_by(quarantine.c.seq)
    with town.database.read(town.id) as connection:
        found = connection.execute(wanted.where(quarantine.c.municipality_id == town.id)).all()
    return [(row.reason, msgspec.msgpack.decode(row.body, type=Change).set) for row in found]


@pytest.fixture
def first(kari: Laptop) -> Change:
    """A change that has been taken."""
    case = new_id()
    change = kari.change(case, "household", case, name="Familien Eksempel")
    kari.sync(change)
    return change


def test_it_is_set_aside_with_what_it_says(town: Town, kari: Laptop, first: Change) -> None:
    more = replace(first, device_seq=2, set=first.set | {"adults": 2})
    (result,) = kari.sync(more).results
    assert (result.change, result.outcome, result.reason) == (first.id, "refused", "id_taken")
    assert kari.fields(first.record) == first.set
    assert kept(town) == [("id_taken", more.set)]
    assert audit(town.database, town.id).whole


def test_sending_it_again_gets_the_same_answer_and_keeps_nothing_more(town: Town, kari: Laptop, first: Change) -> None:
    more = replace(first, device_seq=2, set=first.set | {"adults": 2})
    answers = [kari.ask(*sent).results for sent in ((more,), (more,), (more, more), (replace(more, device_seq=1),))]
    assert {result for results in answers for result in results} == {answers[0][0]}
    assert kept(town) == [("id_taken", more.set)]
    kari.ask(replace(more, device_seq=3, set=first.set | {"adults": 3}))
    assert [said["adults"] for _, said in kept(town)] == [2, 3]


def test_a_laptop_that_is_enrolled_anew_sends_it_once_more_and_nothing_more_is_kept(
    town: Town, kari: Laptop, first: Change
) -> None:
    more = replace(first, device_seq=2, set=first.set | {"adults": 2})
    (before,) = kari.ask(more).results
    anew = town.laptop("Kari Eksempel", user=kari.user)
    assert anew.ask(replace(more, device_seq=1)).results == [before]
    assert kept(town) == [("id_taken", more.set)]


def test_it_is_kept_where_both_come_in_one_request(town: Town, kari: Laptop) -> None:
    case = new_id()
    one = kari.change(case, "household", case, name="Familien Eksempel")
    other = replace(one, set={"name": "Noe annet"})
    answer = kari.sync(one, other, kari.change(case, "household", case, adults=2))
    assert [(result.change, result.reason) for result in answer.results[:2]] == [(one.id, ""), (one.id, "id_taken")]
    assert answer.results[2].outcome == "clean"
    assert kept(town) == [("id_taken", other.set)]


def test_it_is_asked_for_under_a_number_of_its_own(kari: Laptop, first: Change) -> None:
    """By the numbers alone a server that is restored later sees that it lacks it."""
    with pytest.raises(Denied) as refused:
        kari.ask(replace(first, set={"name": "Noe annet"}))
    assert (refused.value.problem.code, refused.value.problem.expected) == ("gap", 2)


def test_it_is_refused_for_what_else_is_wrong_with_it(town: Town, kari: Laptop, ola: Laptop, first: Change) -> None:
    """Who may not write in the case is told just that: nobody learns which ids there are."""
    hers = replace(first, author=ola.user, set={"name": "Det Ola skrev"})
    assert [result.reason for result in ola.sync(hers).results] == ["no_access"]
    wrong = [{"kind": "a kind"}, {"set": {"name": "x\0", "": 1}}, {"set": {"name": "x" * 1_100_000}}]
    sent = [replace(first, device_seq=2 + n, **{"set": {"name": "Ny"}} | harm) for n, harm in enumerate(wrong)]
    reasons = [result.reason for result in kari.ask(*sent).results]
    assert reasons == ["malformed", "malformed", "too_large"]
    assert [reason for reason, _ in kept(town)] == ["no_access", *reasons]


def test_of_an_erased_case_nothing_is_kept(town: Town, kari: Laptop, first: Change) -> None:
    taken = replace(first, id=new_id(), device_seq=2, set={"name": "I en annen sak"}, record=new_id(), case=new_id())
    kari.sync(taken)
    before, after = (
        replace(taken, device_seq=number, record=first.record, case=first.case, set={"name": f"for {number}. gang"})
        for number in (3, 4)
    )
    assert [result.reason for result in kari.sync(before).results] == ["id_taken"]
    erase_case(town.database, town.id, first.case, datetime.now(UTC))
    assert kept(town) == []
    assert [result.reason for result in kari.sync(after).results] == ["erased"]
    assert kept(town) == []
    assert audit(town.database, town.id).whole
