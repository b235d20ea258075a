"""What if the criteria were others, over the caseload of a real store."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from hjemmebesok.casework import caseload_rows, visits
from hjemmebesok.casework.caseload_rows import Stopped
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.rate_tables import publish_rates
from hjemmebesok.casework.whatif import by_the_engine, explain, what_if
from hjemmebesok.demo.programme import ANSWERS, MUNICIPALITY, build_programme
from hjemmebesok.demo.town_server import town_server
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.eligibility.condition import Outcome, Ruleset
from hjemmebesok.eligibility.rulesets import ruleset
from hjemmebesok.eligibility.whatif import Comparison
from hjemmebesok.store import replica, weighed
from hjemmebesok.store.keys import LOWEST_COST
from hjemmebesok.store.weighed import WorkedOutWith

OK, FAIL, SKJONN, MANGLER, IKKE_AKTUELT = Outcome
OURS = ruleset("leie-til-eie-2011")

# 156 090 kr of 2 000 000 are left over by the loan of example E2: 7.8 %.
SMALLER_GRANT = replace(OURS, settings=replace(OURS.settings, grant_percent=Decimal(7)))
MUNICIPAL = {"dwelling.municipal": True, "economy.bank": "refused", "economy.livsopphold_reason": "Kontoutskrift."}


@pytest.fixture(scope="module")
def programme(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("demo")
    with town_server(folder / "server.sqlite", MUNICIPALITY) as server:
        desk = build_programme(folder / "store", server, LOWEST_COST)
    yield desk
    desk.close()


def fill_in(desk: Desk, household: str, form: str, **answers: Any) -> None:
    with desk.work() as work:
        known = {name.replace("__", "."): value for name, value in answers.items()}
        work.put(Kartlegging(id=form, case=household, visit=f"visit of {form}", answers=ANSWERS | MUNICIPAL | known))


def moves(desk: Desk, a: Ruleset = OURS, b: Ruleset = SMALLER_GRANT) -> list[tuple[str, dict[str, Any]]]:
    found = what_if(desk, a, b)
    return [(each.household, dict(each.mover.conditions)) for each in explain(desk, found, found.comparison.changed)]


def as_told(comparison: Comparison) -> tuple[Any, ...]:
    movers = [(mover.number, mover.whole, mover.conditions) for mover in comparison.changed]
    return comparison.table, comparison.conditions, comparison.a, comparison.b, sorted(movers, key=lambda each: each[0])


PROPOSALS: dict[str, list[dict[str, Any]]] = {
    "leie-til-eie-2011": [
        {"kalkulasjonsrente": Decimal(rate), "grant_percent": Decimal(percent)}
        for rate in ("4.785", "5", "7")
        for percent in (0, 7, 25)
    ],
    "startlan-2025": [{"botid_months": 6}, {"kalkulasjonsrente": Decimal(7), "livsopphold_percent": Decimal(130)}],
    "tilskudd": [{"grant_percent": Decimal(5)}, {"grant_offered": False, "rente_binding": 0}],
}


@pytest.mark.parametrize(("rules", "proposal"), [(name, each) for name in PROPOSALS for each in PROPOSALS[name]])
def test_the_stored_rows_say_of_the_whole_demo_programme_what_the_engine_says(
    programme: Desk, rules: str, proposal: dict[str, Any]
) -> None:
    a = ruleset(rules)
    b = replace(a, settings=replace(a.settings, **proposal))
    found = what_if(programme, a, b).comparison
    assert found.households > 5
    assert as_told(found) == as_told(by_the_engine(programme, a, b))


def test_two_rulesets_can_be_compared(programme: Desk) -> None:
    a, b = ruleset("leie-til-eie-2011"), ruleset("tilskudd")
    assert as_told(what_if(programme, a, b).comparison) == as_told(by_the_engine(programme, a, b))


def test_a_smaller_grant_moves_the_household_that_needs_more(desk: Desk, family: str) -> None:
    fill_in(desk, family, "k1")
    assert moves(desk) == [(family, {"A6": (OK, IKKE_AKTUELT), "A7": (OK, SKJONN)})]
    assert moves(desk, SMALLER_GRANT, OURS) == [(family, {"A6": (IKKE_AKTUELT, OK), "A7": (SKJONN, OK)})]
    assert moves(desk, OURS, OURS) == []


def test_the_engine_explains_each_move_under_both(desk: Desk, family: str) -> None:
    fill_in(desk, family, "k1")
    found = what_if(desk, OURS, SMALLER_GRANT)
    (each,) = explain(desk, found, found.comparison.changed)
    assert [finding.id for finding in each.a] == [finding.id for finding in each.b] == ["A6", "A7"]
    reasons = [str(findings[-1].reason) for findings in (each.a, each.b)]
    assert reasons[0].endswith("Det kan tilskudd vanligvis dekke.")
    assert reasons[1].endswith("Det er mer enn et vanlig tilskudd. Skriv hvorfor det kan gis.")


def test_the_sums_are_those_of_the_loans(desk: Desk, family: str) -> None:
    fill_in(desk, family, "k1")
    comparison = what_if(desk, OURS, SMALLER_GRANT).comparison
    assert (comparison.a.borrowers, comparison.a.loans.ore, comparison.a.gaps.ore) == (1, 184_500_000, 15_609_000)
    assert comparison.a == comparison.b


def test_an_answer_saved_since_is_taken_in(desk: Desk, family: str) -> None:
    fill_in(desk, family, "k1")
    assert len(moves(desk)) == 1
    fill_in(desk, family, "k1", wishes__price=100_000_000)
    assert moves(desk) == []


def test_only_the_newest_form_of_a_household_counts(desk: Desk, family: str) -> None:
    fill_in(desk, family, "k1")
    assert what_if(desk, OURS, OURS).comparison.households == 1
    fill_in(desk, family, "k2", wishes__price=100_000_000)
    assert moves(desk) == []
    with desk.work() as work:
        work.remove(work.get(Kartlegging, "k2"))
    assert len(moves(desk)) == 1


def test_what_the_server_sends_is_taken_in_and_what_leaves_is_left_out(desk: Desk, family: str) -> None:
    fill_in(desk, family, "k1")
    assert what_if(desk, OURS, OURS).comparison.households == 1
    with desk.store.writing_connection() as connection:
        replica.drop_cases(connection, [family])
        assert weighed.rows(connection, OURS.id) == ([], [])
    assert what_if(desk, OURS, OURS).comparison.households == 0


def test_an_income_that_has_ended_counts_until_its_last_day_and_no_longer(desk: Desk, family: str) -> None:
    last_day = desk.today().isoformat()
    line = {"type": "dagpenger", "amount": 100_000, "until": last_day}
    fill_in(desk, family, "k1", **{"economy__income/9": line})
    tomorrow = replace(desk, clock=lambda: desk.now() + timedelta(days=1))
    sums = [what_if(each, OURS, OURS).comparison.a for each in (desk, tomorrow, desk)]
    assert sums[0].gaps < sums[1].gaps
    assert sums[2] == sums[0]


def test_planning_a_visit_without_a_form_is_no_part_of_the_caseload(desk: Desk, family: str) -> None:
    visits.plan_visit(desk, family, datetime(2026, 10, 12, 10, 30))
    assert what_if(desk, OURS, SMALLER_GRANT).comparison.households == 0


def test_rules_the_short_way_does_not_know_go_by_the_engine(desk: Desk, family: str) -> None:
    fill_in(desk, family, "k1")
    without_the_checklist = replace(OURS, version="2", conditions=OURS.conditions[:-1])
    comparison = what_if(desk, OURS, without_the_checklist).comparison
    assert comparison.table == {(MANGLER, OK): 1}
    with desk.store.reading_connection() as connection:
        assert weighed.rows(connection, OURS.id) == ([], [])


def test_rows_are_kept_until_what_they_were_worked_out_with_changes(
    desk: Desk, family: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_in(desk, family, "k1")
    right = what_if(desk, OURS, OURS).comparison
    with desk.store.writing_connection() as connection:
        connection.exec_driver_sql("UPDATE weighed SET row = json_set(row, '$[4]', json_extract(row, '$[4]') + 100)")
    assert what_if(desk, OURS, OURS).comparison.a != right.a
    monkeypatch.setattr("hjemmebesok.casework.caseload_rows.__version__", "a later one")
    assert what_if(desk, OURS, OURS).comparison == right


def test_a_store_from_before_there_were_rows_gets_them(desk: Desk, family: str, tmp_path: Path) -> None:
    fill_in(desk, family, "k1")
    with desk.store.writing_connection() as connection:
        for table in ("to_weigh", "weighed_with"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
    assert len(moves(desk)) == 1


def test_the_form_that_counts_is_that_of_the_latest_visit_in_whatever_order_they_were_held(
    desk: Desk, family: str
) -> None:
    for day in (5, 12, 3, 10):
        held = visits.plan_visit(desk, family, datetime(2026, 10, day, 9)).made
        visits.start_visit(desk, held)
        visits.save_answer(desk, held, "wishes.term", day)
    visits.save_plan(desk, replace(visits.open_visit(desk, held).visit, starts=datetime(2026, 10, 20, 9)))
    with desk.store.reading_connection() as connection:
        assert [newest.form.answers["wishes.term"] for newest in weighed.newest_forms(connection)] == [10]
        assert weighed.is_behind(connection, WorkedOutWith(OURS.id, "", desk.today()))


def ways_made(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The number of each form whose row is worked out from now on."""
    made: list[int] = []
    real = caseload_rows._row
    monkeypatch.setattr(
        caseload_rows, "_row", lambda way, each, *how: made.append(each.number) or real(way, each, *how)
    )
    return made


def test_a_new_day_works_out_only_the_rows_that_may_have_changed(
    desk: Desk, family: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    birthday = desk.today() + timedelta(days=3)
    fill_in(
        desk, family, "k1", **{"household__members/1": {"who": "Ayşe", "age": f"{birthday.year - 30}{birthday:-%m-%d}"}}
    )
    what_if(desk, OURS, OURS)
    made = ways_made(desk, monkeypatch)
    for later in range(6):
        what_if(replace(desk, clock=lambda days=later: desk.now() + timedelta(days=days)), OURS, OURS)
        assert len(made) == (later >= 3)


def test_a_figure_that_comes_into_force_works_all_rows_out_anew(
    desk: Desk, family: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_in(desk, family, "k1")
    what_if(desk, OURS, OURS)
    made, tomorrow = ways_made(desk, monkeypatch), desk.today() + timedelta(days=1)
    what_if(desk, OURS, OURS)
    fee = f'code = "tinglysing_pant"\nkroner = 700\ngjelder_fra = {tomorrow}\nsource = "Kartverket"\nverified = true\n'
    publish_rates(desk, f"[[rate]]\n{fee}".encode(), "Nytt år.")
    for days, times in ((0, 0), (0, 0), (1, 1), (1, 1)):
        what_if(replace(desk, clock=lambda days=days: desk.now() + timedelta(days=days)), OURS, OURS)
        assert len(made) == times


def test_whoever_does_not_want_to_wait_can_stop_and_go_on_later(desk: Desk, family: str) -> None:
    fill_in(desk, family, "k1")
    told: list[tuple[int, int]] = []
    with pytest.raises(Stopped):
        what_if(desk, OURS, SMALLER_GRANT, lambda done, of: bool(told.append((done, of))))
    assert told == [(0, 1)]
    assert len(moves(desk)) == 1
    with pytest.raises(Stopped):
        by_the_engine(desk, OURS, SMALLER_GRANT, lambda _done, _of: False)
