"""One action, one transaction: data and outgoing change together, or neither."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from hjemmebesok.assets import package_folder
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.interpreter import Attends, Interpreter
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.protection import Protection
from hjemmebesok.domain.tenancy import Tenancy
from hjemmebesok.domain.visit import Visit, VisitStatus
from hjemmebesok.store import outbox, sending
from hjemmebesok.store.engine import open_engine
from hjemmebesok.store.header import DATABASE_NAME, Header
from hjemmebesok.store.keys import LOWEST_COST, unwrap
from hjemmebesok.store.kinds import KINDS
from hjemmebesok.store.schema import SCHEMA
from hjemmebesok.store.store import Store
from hjemmebesok.store.tables import metadata
from hjemmebesok.store.work import new_id
from hjemmebesok.wire.messages import Change, Outcome, Result

NOW = datetime(2026, 10, 12, 8, 30, tzinfo=UTC)
AT = "2026-10-12T08:00:00+00:00"
PASSPHRASE = "fjell om høsten"
HOME = Household(id="h1", case="h1", name="Ayşe og Mehmet Yılmaz", protection=Protection.FORTROLIG)


def changes_of(store: Store) -> list[Change]:
    with store.reading_connection() as connection:
        return outbox.in_state(connection, *outbox.UNSENT, "accepted", *outbox.REFUSED, limit=-1)


def put(store: Store, *records: object) -> None:
    with store.work("kari", NOW) as work:
        for record in records:
            work.put(record)  # type: ignore[arg-type]


def test_every_kind_comes_back_as_it_was_put(store: Store) -> None:
    interpreter = Interpreter("T-17", "tr", Attends.PHONE, "B")
    records = [
        HOME,
        Tenancy(id="t1", case="h1", dwelling="d1", rent=Money(1_260_000), ends=date(2027, 4, 30)),
        Visit(id="v1", case="h1", starts=datetime(2026, 10, 12, 10, 30), interpreter=interpreter, staff=("Kari",)),
        Kartlegging(id="k1", case="h1", visit="v1", answers={"economy.income/1": {"type": "annet", "amount": 100}}),
    ]
    put(store, *records)
    with store.read() as reading:
        assert [reading.get(type(record), record.id) for record in records] == records


def test_a_value_that_was_taken_back_is_as_if_it_had_never_been_given(store: Store) -> None:
    put(store, replace(HOME, safety_note="Hund"))
    with store.work("kari", NOW) as work:
        work.set_fields(Household, "h1", "h1", {"safety_note": None})
    with store.read() as reading:
        assert reading.get(Household, "h1") == HOME


def test_saving_the_same_again_writes_no_change(store: Store) -> None:
    put(store, HOME)
    put(store, HOME)
    assert len(changes_of(store)) == 1


def test_a_change_holds_only_the_fields_that_differ_and_the_base_that_was_seen(store: Store) -> None:
    put(store, HOME)
    first = changes_of(store)[0]
    with store.writing_connection() as connection:
        sending.next_changes(connection, 10)
    put(store, replace(HOME, safety_note="Hund"))
    second = changes_of(store)[1]
    assert second.set == {"safety_note": "Hund"}
    assert second.base == {"safety_note": first.id}
    assert second.device_seq == first.device_seq + 1


def test_a_refused_change_laid_aside_is_kept_and_neither_listed_nor_sent_again(store: Store) -> None:
    put(store, HOME)
    with store.writing_connection() as connection:
        (sent,) = sending.next_changes(connection, 10)
        sending.take_results(connection, [sent], [Result(sent.id, "refused", "read_only")], AT)
        outbox.lay_aside(connection, sent.id)
        sending.send_again_from(connection, 1)
        assert outbox.set_aside(connection) == []
        assert sending.next_changes(connection, 10) == []
    assert changes_of(store) == [sent]


@pytest.mark.parametrize("outcome", ["", "clean"])
def test_only_a_refused_change_can_be_laid_aside(store: Store, outcome: str) -> None:
    put(store, HOME)
    with store.writing_connection() as connection:
        (sent,) = sending.next_changes(connection, 10)
        sending.take_results(connection, [sent], [Result(sent.id, outcome)] if outcome else [], AT)  # type: ignore[arg-type]  # one
        outbox.lay_aside(connection, sent.id)
        sending.send_again_from(connection, 1)
        assert sending.next_changes(connection, 10) == [sent]


def test_unsent_edits_of_one_record_travel_as_one_change_with_the_first_base(store: Store) -> None:
    put(store, HOME)
    with store.writing_connection() as connection:
        sent = sending.next_changes(connection, 10)[0]
    put(store, replace(HOME, safety_note="Hund"))
    put(store, replace(HOME, safety_note="Hund, men snill", language="tr"))
    unsent = changes_of(store)[1:]
    assert len(unsent) == 1
    assert unsent[0].set == {"safety_note": "Hund, men snill", "language": "tr"}
    assert unsent[0].base == {"safety_note": sent.id, "language": sent.id}


def test_what_is_written_over_before_it_is_sent_is_not_based_on_itself(store: Store) -> None:
    put(store, HOME)
    put(store, replace(HOME, language="tr"))
    (unsent,) = changes_of(store)
    assert (unsent.set["language"], unsent.base) == ("tr", {})


def test_to_remove_again_writes_no_change(store: Store) -> None:
    put(store, HOME)
    for record in (HOME, HOME, replace(HOME, id="never saved")):
        with store.work("kari", NOW) as work:
            work.remove(record)
    assert len(changes_of(store)) == 2


def test_what_two_authors_wrote_never_travels_as_one_change(store: Store) -> None:
    put(store, HOME)
    with store.work("ola", NOW) as work:
        work.put(replace(HOME, language="tr"))
    assert [change.author for change in changes_of(store)] == ["kari", "ola"]


def test_a_removal_and_the_edit_that_takes_it_back_are_two_changes(store: Store) -> None:
    put(store, HOME)
    with store.work("kari", NOW) as work:
        work.remove(HOME)
    put(store, replace(HOME, language="tr"))
    removal, edit = changes_of(store)[1:]
    assert (removal.set, edit.set) == ({"removed": True}, {"removed": False, "language": "tr"})


def test_only_what_the_server_has_is_ever_forgotten(store: Store) -> None:
    for number in range(4):
        put(store, replace(HOME, id=f"h{number}", case=f"h{number}"))
    with store.writing_connection() as connection:
        sent = sending.next_changes(connection, 3)
        outcomes: tuple[Outcome, ...] = ("clean", "refused", "clean")
        results = [Result(one.id, outcome, "", 1) for one, outcome in zip(sent, outcomes, strict=True)]
        sending.take_results(connection, sent, results, AT)
        sending.send_again_from(connection, 3)
        sending.forget_answered(connection, NOW.isoformat())
    assert [change.record for change in changes_of(store)] == ["h1", "h2", "h3"]


def test_a_change_that_may_have_arrived_is_never_added_to(store: Store) -> None:
    put(store, HOME)
    with store.writing_connection() as connection:
        sending.next_changes(connection, 10)
    put(store, replace(HOME, language="tr"))
    assert len(changes_of(store)) == 2


def test_a_change_that_may_have_arrived_is_not_added_to_either_once_an_older_one_is_sent_again(store: Store) -> None:
    put(store, HOME)
    with store.writing_connection() as connection:
        (older,) = sending.next_changes(connection, 10)
        sending.take_results(connection, [older], [Result(older.id, "clean")], AT)
    put(store, replace(HOME, language="tr"))
    with store.writing_connection() as connection:
        sending.next_changes(connection, 10)
        sending.send_again_from(connection, 1)
        assert sending.next_changes(connection, 1) == [older]
    put(store, replace(HOME, language="en"))
    assert len(changes_of(store)) == 3


def test_what_is_saved_waits_for_the_disk_and_what_the_server_gives_again_does_not(store: Store) -> None:
    waits = {}
    with store.writing_connection(lasting=False) as connection:
        waits["given again"] = connection.exec_driver_sql("PRAGMA synchronous").scalar_one()
    with store.work("kari", NOW) as work:
        waits["saved"] = work.connection.exec_driver_sql("PRAGMA synchronous").scalar_one()
    assert waits == {"given again": 1, "saved": 2}  # SQLite's NORMAL and FULL


def test_closing_never_overtakes_the_answers_given_before_it(store: Store) -> None:
    visit = Visit(id="v1", case="h1", starts=datetime(2026, 10, 12, 10, 30))
    form = Kartlegging(id="k1", case="h1", visit="v1", answers={"wishes.own": True})
    put(store, visit, form)
    put(store, replace(visit, status=VisitStatus.CLOSED))
    assert [change.record for change in changes_of(store)] == ["v1", "k1", "v1"]


def test_closing_does_not_overtake_them_either_by_way_of_an_edit_that_waits(store: Store) -> None:
    visit = Visit(id="v1", case="h1", starts=datetime(2026, 10, 12, 10, 30))
    put(store, visit)
    with store.writing_connection() as connection:
        sending.next_changes(connection, 10)
    put(store, replace(visit, minutes=75))
    put(store, Kartlegging(id="k1", case="h1", visit="v1", answers={"wishes.own": True}))
    put(store, replace(visit, minutes=75, status=VisitStatus.CLOSED))
    assert [change.record for change in changes_of(store)] == ["v1", "v1", "k1", "v1"]


def test_what_is_written_after_a_removal_joins_neither_what_came_before_it_nor_what_takes_it_back(store: Store) -> None:
    put(store, HOME)
    with store.work("kari", NOW) as work:
        work.remove(HOME)
    for language in ("tr", "en"):
        put(store, replace(HOME, language=language))
    after = [change.set for change in changes_of(store)][1:]
    assert after == [{"removed": True}, {"removed": False, "language": "tr"}, {"language": "en"}]


def test_what_fails_half_way_leaves_nothing(store: Store) -> None:
    with pytest.raises(RuntimeError), store.work("kari", NOW) as work:
        work.put(HOME)
        raise RuntimeError
    assert changes_of(store) == []
    with store.read() as reading:
        assert reading.find(Household, "h1") is None


def test_removing_hides_a_record_and_an_edit_brings_it_back(store: Store) -> None:
    put(store, HOME)
    with store.work("kari", NOW) as work:
        work.remove(HOME)
    with store.read() as reading:
        assert reading.all(Household) == []
    put(store, HOME)
    with store.read() as reading:
        assert reading.all(Household) == [HOME]


def test_a_field_of_a_newer_version_is_left_alone(store: Store) -> None:
    put(store, HOME)
    with store.work("kari", NOW) as work:
        work.set_field(HOME, "favourite_room", "kitchen")
    put(store, replace(HOME, language="tr"))
    with store.read() as reading:
        assert reading.get(Household, "h1").language == "tr"
    assert any("favourite_room" in change.set for change in changes_of(store))


def test_what_is_not_here_is_refused_by_its_number(store: Store) -> None:
    with store.read() as reading, pytest.raises(Refused, match="h9"):
        reading.get(Household, "h9")


def test_days_are_found_in_order_and_nothing_outside_them(store: Store) -> None:
    times = [
        datetime(2026, 10, 12, 14),
        datetime(2026, 10, 12, 9),
        datetime(2026, 10, 13, 0),
        datetime(2026, 10, 11, 23),
    ]
    put(store, *(Visit(id=new_id(), case="h1", starts=time) for time in times))
    with store.read() as reading:
        found = reading.between(Visit, date(2026, 10, 12), date(2026, 10, 12))
    assert [visit.starts.hour for visit in found] == [9, 14]


def test_every_indexed_field_exists_on_its_kind() -> None:
    for kind in KINDS.values():
        for field in (kind.day, kind.parent, kind.open_field):
            assert not field or field in kind.record.__dataclass_fields__


def test_the_migrations_make_the_tables_the_code_expects(store: Store) -> None:
    with store.reading_connection() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        found = [step for step in compare_metadata(context, metadata) if "household_words" not in str(step)]
    assert found == []


def test_the_number_in_the_file_is_that_of_the_last_migration() -> None:
    steps = list((package_folder("store", "migrations") / "versions").glob("*.py"))
    assert len(steps) == SCHEMA


def test_a_file_of_the_first_shape_is_brought_up_to_date_with_all_it_holds(tmp_path: Path) -> None:
    folder, header = tmp_path / "store", Header(municipality="Eksempel kommune")
    old = Store.create(folder, PASSPHRASE, header, LOWEST_COST)
    put(old, HOME)
    old.close()
    engine = open_engine(folder / DATABASE_NAME, unwrap(old.header.key, PASSPHRASE))
    with engine.begin() as connection:
        for undo in (
            "ALTER TABLE cursor DROP COLUMN digest", "ALTER TABLE cursor DROP COLUMN anew", "DROP TABLE arrived",
            "ALTER TABLE draft DROP COLUMN seen",
            "ALTER TABLE outbox DROP COLUMN answered_at", "DROP INDEX outbox_by_record",
            "CREATE INDEX outbox_by_record ON outbox (record, state)", "UPDATE outbox SET state = 'sent'",
            "DROP TABLE weighed", "DROP TABLE weighed_with", "DROP TABLE to_weigh",
            "DROP TABLE file", "DROP TABLE file_piece", "DROP TABLE file_sent", "DROP TABLE household_place",
            "UPDATE alembic_version SET version_num = '0001'",
        ):  # fmt: skip
            connection.exec_driver_sql(undo)
        connection.exec_driver_sql("PRAGMA user_version = 1")
    engine.dispose()
    store = Store.open(folder, PASSPHRASE)
    test_the_migrations_make_the_tables_the_code_expects(store)
    with store.read() as reading:
        assert reading.all(Household) == [HOME]
    put(store, replace(HOME, name="Et nytt navn"))
    assert len(changes_of(store)) == 2, "what had been sent has not been added to"
    store.close()


def test_what_a_restored_server_has_lost_and_no_request_can_carry_is_nowhere_but_here(store: Store) -> None:
    put(store, HOME)
    with store.writing_connection() as connection:
        (sent,) = sending.next_changes(connection, 10)
        sending.take_results(connection, [sent], [Result(sent.id, "clean")], AT)
        assert outbox.unsendable_cases(connection) == set()
        sending.send_again_from(connection, 1)
        assert sending.set_aside_unsent(connection, sent)
        assert outbox.unsendable_cases(connection) == {"h1"}
        outbox.lay_aside(connection, sent.id)
        assert outbox.unsendable_cases(connection) == set()
