"""What two laptops write reaches each other, exactly once, and only where it should."""

import pytest
from msgspec.structs import replace
from talking import Denied, Laptop, Town, new_id

from hjemmebesok.wire.messages import CHANGES_A_REQUEST, RECORDS_A_RESPONSE, Change


def household(laptop: Laptop, **fields: object) -> str:
    """A new case of this laptop's."""
    case = new_id()
    laptop.sync(laptop.change(case, "household", case, **({"name": "Familien Eksempel"} | fields)))
    return case


def test_a_new_case_belongs_to_whoever_wrote_it(kari: Laptop, ola: Laptop) -> None:
    case = new_id()
    answer = kari.sync(kari.change(case, "household", case, name="Familien Eksempel"))
    assert [result.outcome for result in answer.results] == ["clean"]
    assert [(one.case, one.head) for one in answer.manifest] == [(case, answer.results[0].seq)]
    assert ola.sync().manifest == []


def test_a_shared_case_reaches_the_colleague_and_her_edit_comes_back(town: Town, kari: Laptop, ola: Laptop) -> None:
    case = household(kari, language="tr")
    town.grant(case, ola)
    ola.sync()
    assert ola.fields(case) == {"name": "Familien Eksempel", "language": "tr"}
    ola.sync(ola.change(case, "household", case, language="nb"))
    kari.sync()
    assert kari.fields(case) == {"name": "Familien Eksempel", "language": "nb"}
    assert kari.open_conflicts() == []


def test_every_kind_of_plain_value_arrives_as_it_was(town: Town, kari: Laptop, ola: Laptop) -> None:
    values = {
        "text": "ğıİşçöü æøå \x00",
        "none": None,
        "yes": True,
        "øre": -(2**40),
        "part": 0.25,
        "rows": [{"a": [1]}],
    }
    values = {name.replace("ø", "o"): value for name, value in values.items()}
    case = household(kari, **values)
    town.grant(case, ola)
    ola.sync()
    assert ola.fields(case) == {"name": "Familien Eksempel"} | values


def test_with_nothing_to_do_nothing_travels(kari: Laptop) -> None:
    household(kari)
    answer = kari.sync()
    assert (answer.records, answer.conflicts, answer.held, answer.more) == ([], [], [], False)


def test_a_laptop_in_step_is_not_sent_what_it_wrote_itself(kari: Laptop) -> None:
    case = household(kari)
    answer = kari.sync(kari.change(case, "household", case, name="Familien Prøve"))
    assert answer.records == []
    assert kari.held[case] == answer.manifest[0].head


def test_a_laptop_in_step_is_sent_the_record_that_its_value_was_merged_with(
    town: Town, kari: Laptop, ola: Laptop
) -> None:
    case = household(kari, language="nb")
    town.grant(case, ola)
    ola.sync()
    mine, theirs = (one.change(case, "household", case, language="tr") for one in (ola, kari))
    kari.sync(theirs)
    ola.sync()
    answer = ola.sync(mine)
    assert [result.outcome for result in answer.results] == ["merged"]
    assert [record.versions["language"] for record in answer.records] == [theirs.id]


def test_a_laptop_that_was_behind_is_sent_everything_it_missed(town: Town, kari: Laptop, ola: Laptop) -> None:
    case = household(kari)
    town.grant(case, ola)
    ola.sync()
    ola.sync(ola.change(case, "household", case, language="tr"))
    kari.sync(kari.change(case, "household", case, name="Familien Prøve"))
    assert kari.fields(case) == {"name": "Familien Prøve", "language": "tr"}


def test_a_change_that_is_sent_again_gets_the_same_answer_and_changes_nothing(kari: Laptop) -> None:
    case = new_id()
    changes = [
        kari.change(case, "household", case, name="Familien Eksempel"),
        kari.change(new_id(), "person", case, name="Ada Eksempel"),
        replace(kari.change(new_id(), "person", case, name="Ola Eksempel"), at="not a time"),
    ]
    first = kari.ask(*changes)
    again = kari.sync(*changes)
    assert again.results == first.results
    assert [result.outcome for result in again.results] == ["clean", "clean", "refused"]
    assert again.manifest == first.manifest
    assert {record.id for record in again.records} == {changes[0].record, changes[1].record}


def test_a_change_that_is_doubled_in_one_request_is_answered_twice_and_taken_once(kari: Laptop) -> None:
    case = new_id()
    change = kari.change(case, "household", case, name="Familien Eksempel")
    answer = kari.ask(change, change, replace(change, set={"name": "Noe annet"}))
    assert answer.results[0] == answer.results[1]
    assert answer.results[2].reason == "id_taken"
    assert answer.manifest[0].head == answer.results[0].seq


def test_a_missing_change_is_asked_for_and_nothing_is_stored(kari: Laptop) -> None:
    case = household(kari)
    lost = kari.change(case, "household", case, language="tr")
    late = kari.change(case, "household", case, language="nb")
    with pytest.raises(Denied) as refused:
        kari.sync(late)
    assert (refused.value.status, refused.value.problem.code) == (409, "gap")
    assert refused.value.problem.expected == lost.device_seq
    assert [result.outcome for result in kari.sync(lost, late).results] == ["clean", "concurrent"]


def test_a_laptop_restored_from_a_backup_is_asked_to_count_on_from_where_it_was(kari: Laptop) -> None:
    case = household(kari)
    known = kari.change(case, "household", case, language="tr")
    kari.sync(known)
    kari.written -= 1
    new = kari.change(case, "household", case, adults=2)
    with pytest.raises(Denied) as refused:
        kari.sync(new)
    expected = refused.value.problem.expected
    assert (refused.value.problem.code, expected) == ("gap", known.device_seq + 1)
    answer = kari.sync(known, replace(new, device_seq=expected))
    assert [result.outcome for result in answer.results] == ["clean", "clean"]


def test_a_new_device_counts_from_one(town: Town, kari: Laptop) -> None:
    household(kari)
    again = town.laptop("", user=kari.user)
    again.written = 1
    with pytest.raises(Denied) as refused:
        again.sync(again.change(new_id(), "household", new_id(), name="x"))
    assert refused.value.problem.expected == 1


def test_a_long_catch_up_comes_page_by_page_and_resumes_where_it_stopped(town: Town, kari: Laptop, ola: Laptop) -> None:
    cases = [household(kari) for _ in range(3)]
    people = [
        kari.change(new_id(), "person", cases[n % 3], name=f"Person {n}") for n in range(RECORDS_A_RESPONSE + 500)
    ]
    for start in range(0, len(people), CHANGES_A_REQUEST):
        kari.sync(*people[start : start + CHANGES_A_REQUEST])
    for case in cases:
        town.grant(case, ola)
    assert len(ola.sync().records) == RECORDS_A_RESPONSE
    assert ola.last and ola.last.more
    lost = ola.ask()
    assert ola.sync().records == lost.records
    assert not ola.last.more
    assert ola.records.keys() == {*cases, *(person.record for person in people)}
    assert ola.held == {one.case: one.head for one in ola.last.manifest}


def test_many_cases_come_in_one_page(town: Town, kari: Laptop, ola: Laptop) -> None:
    changes = [kari.change(case, "household", case, name="x") for case in (new_id() for _ in range(250))]
    kari.sync(*changes)
    for change in changes:
        town.grant(change.case, ola)
    assert len(ola.sync().records) == len(ola.held) == 250
    assert ola.last and not ola.last.more


def test_a_page_is_cut_by_bytes_as_well(town: Town, kari: Laptop, ola: Laptop) -> None:
    case = household(kari)
    for _ in range(8):
        kari.sync(kari.change(new_id(), "participant", case, note="lang tekst " * 90_000))
    town.grant(case, ola)
    assert 1 < len(ola.sync().records) < 9
    while ola.last and ola.last.more:
        ola.sync()
    assert len(ola.records) == 9


def test_a_laptop_that_knows_more_than_a_restored_server_gets_the_case_again(kari: Laptop) -> None:
    case = household(kari)
    kari.held[case] += 1000
    answer = kari.sync()
    assert [record.id for record in answer.records] == [case]
    assert kari.held[case] == answer.manifest[0].head


def test_one_bad_change_holds_up_no_other_and_the_right_value_comes_back(kari: Laptop) -> None:
    case = household(kari)
    changes = [
        kari.change(case, "household", case, language="tr"),
        replace(kari.change(case, "household", case, name="Feil"), at="yesterday"),
        kari.change(new_id(), "person", case, name="Ada Eksempel"),
    ]
    answer = kari.sync(*changes)
    assert [(one.outcome, one.reason) for one in answer.results] == [
        ("clean", ""),
        ("refused", "malformed"),
        ("clean", ""),
    ]
    assert case in {record.id for record in answer.records}
    assert kari.fields(case) == {"name": "Familien Eksempel", "language": "tr"}


POISON: dict[str, dict[str, object]] = {
    "a nameless record": {"record": ""},
    "a record's name no column can hold": {"record": "a\x00b"},
    "an endless name": {"record": "a" * 100_000},
    "a nameless case": {"case": ""},
    "a kind with a space": {"kind": "a kind"},
    "a field without a name": {"set": {"": 1}},
    "a field of another alphabet": {"set": {"навн": 1}},
    "bytes": {"set": {"name": b"\x00"}},
    "no number": {"set": {"name": float("nan")}},
    "lists without end": {"set": {"name": [[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}},
    "numbered values": {"set": {"name": {1: 2}}},
    "too many fields": {"set": {f"f{n}": n for n in range(501)}},
    "a base of a field it does not set": {"base": {"other": "x"}},
    "a base that is no id": {"base": {"name": "\x00"}},
    "a time without a zone": {"at": "2026-11-22T10:00:00"},
    "a time before time": {"at": "0001-01-01T00:00:00+14:00"},
}


@pytest.mark.parametrize("harm", POISON.values(), ids=POISON.keys())
def test_a_poisoned_change_is_set_aside(kari: Laptop, harm: dict[str, object]) -> None:
    case = household(kari)
    poisoned: Change = replace(kari.change(case, "household", case, name="Noe"), **harm)
    answer = kari.sync(poisoned, kari.change(case, "household", case, language="tr"))
    assert [(one.outcome, one.reason) for one in answer.results] == [("refused", "malformed"), ("clean", "")]
    assert kari.ask(poisoned).results == answer.results[:1]


@pytest.mark.parametrize("visit", ["a\x00b", "", 5, ["v"], {"v": 1}], ids=repr)
def test_a_form_of_a_visit_that_cannot_be_holds_up_nothing(kari: Laptop, visit: object) -> None:
    case, form = household(kari), new_id()
    kari.sync(kari.change(form, "kartlegging", case, visit=visit))
    answer = kari.sync(kari.change(form, "kartlegging", case, summary__note="Ny"))
    assert [one.outcome for one in answer.results] == ["clean"]


def test_a_change_that_is_too_large_is_set_aside(kari: Laptop) -> None:
    case = household(kari)
    answer = kari.sync(kari.change(case, "household", case, safety_note="å" * 600_000))
    assert [one.reason for one in answer.results] == ["too_large"]


def test_a_record_cannot_grow_without_end(kari: Laptop) -> None:
    case = household(kari)
    grown = [kari.sync(kari.change(case, "household", case, **{f"note{n}": "x" * 1_000_000})) for n in range(5)]
    assert [answer.results[0].reason for answer in grown] == ["", "", "", "", "too_large"]


def test_a_record_cannot_grow_without_end_in_one_request_either(kari: Laptop) -> None:
    case = household(kari)
    more = [kari.change(case, "household", case, **{f"note{n}": "x" * 1_000_000}) for n in range(5)]
    assert [result.reason for result in kari.sync(*more).results] == ["", "", "", "", "too_large"]
