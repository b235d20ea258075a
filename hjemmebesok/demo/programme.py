"""A programme under way: past visits and meetings, today's plan, promises. Every person is invented."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from types import MappingProxyType
from typing import Any

from hjemmebesok.casework import meetings, talks, visits
from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.casework.followups import mark_done
from hjemmebesok.casework.households import (
    HouseholdCard,
    open_household,
    save_household,
    save_person,
    search_households,
)
from hjemmebesok.casework.imports import run_import
from hjemmebesok.casework.interpreting import interpreter
from hjemmebesok.casework.letters import Details, Slot
from hjemmebesok.casework.syncing import enrol, sync_now
from hjemmebesok.casework.text_approval import set_status
from hjemmebesok.casework.text_list import text_list
from hjemmebesok.casework.today import day_plan
from hjemmebesok.demo.town import register_csv
from hjemmebesok.demo.town_server import TownServer
from hjemmebesok.domain.letter_text import TextStatus
from hjemmebesok.domain.meeting import Meeting, Offer, Talk
from hjemmebesok.domain.visit import Purpose
from hjemmebesok.server.rights import Role
from hjemmebesok.store.keys import REAL_COST, Cost

PASSPHRASE = "fjell om høsten"  # opens demo stores only; it stands on their unlock page
CASEWORKER, COLLEAGUE = "Kari Nordmann", "Ola Nordmann"
MUNICIPALITY = "Eksempel kommune"
PHONE = "000 00 100"

YILMAZ, OKAFOR, HAIDARI, STRAND = (
    "Yılmaz Fjellåsen 14",
    "Okafor Fjellåsen 8",
    "Haidari Fjellåsen 31",
    "Strand Tunveien 5",
)
AT_THE_MEETING = (
    "Zeynep Kaya",
    "Hasan Demir",
    "Elif Aydın",
    "Murat Şahin",
    "Gülay Öztürk",
    "Sevgi Arslan",
    "Yusuf Koç",
)
UNINVITED = "Emre Çelik"

# One household in full: example E2 of the worked examples, 34 000 − 19 000 − 900 − 5 200 at 5 % over 40 years.
ANSWERS: dict[str, Any] = {
    "consent.informed": True,
    "consent.given": True,
    "consent.fagmote": True,
    "household.members/01": {"who": "Mehmet Yılmaz", "age": 41, "loan": "co"},
    "household.members/02": {"who": "Barn 1", "age": 9},
    "household.members/03": {"who": "Barn 2", "age": 5},
    "household.residence": "permanent",
    "dwelling.municipal": True,
    "dwelling.rent": 1_260_000,
    "dwelling.power": 90_000,
    "dwelling.suits": "small",
    "economy.income/1": {"type": "lonn_fast", "who": "Mehmet", "amount": 2_240_000, "documented": True},
    "economy.income/2": {"type": "lonn_deltid", "who": "Ayşe", "amount": 757_600, "documented": True},
    "economy.income/3": {"type": "barnetrygd", "who": "Ayşe", "amount": 402_400, "documented": True},
    "economy.income/4": {"type": "sosialstonad", "who": "Mehmet", "amount": 320_000, "documented": False},
    "economy.livsopphold_basis": "actual",
    "economy.livsopphold": 1_900_000,
    "economy.other_expenses": 90_000,
    "economy.housing_costs": 520_000,
    "economy.equity": 0,
    "health.matters": False,
    "wishes.own": True,
    "wishes.where": "Fire rom i Fjell, nær skolen.",
    "wishes.price": 200_000_000,
    "wishes.joint_debt": 0,
    "wishes.costs": 109_000,
    "wishes.repairs": 0,
    "wishes.term": 40,
    "wishes.fixed_rate": True,
}


# What the board that sells a household its own flat must know.
THEIR_OWN_HOME: Mapping[str, Any] = {
    "wishes.ownership": "andel",
    "wishes.preemption": True,
    "wishes.public_seller": True,
    "wishes.own_dwelling": True,
    "wishes.co_buyer": "none",
    "wishes.other_share": False,
}


def agreed_steps(today: date) -> dict[str, Any]:
    """The steps agreed at the visit, as answers of its last page."""
    due = today + timedelta(days=7)
    return {
        "summary.steps/1": {"step": "bank_answer", "owner": "family", "due": due.isoformat()},
        "summary.steps/2": {"step": "cooperative_rules", "owner": "municipality", "due": due.isoformat()},
        "summary.steps/3": {"step": "save_monthly", "amount": 50_000, "owner": "family"},
        "summary.outcome": "own",
        "summary.note": "Familien vil gjerne bli boende i Fjell, nær skolen. De lurer på hva fellesgjeld betyr.",
    }


def build_programme(folder: Path, server: TownServer, cost: Cost = REAL_COST) -> Desk:
    """Make a store in `folder` with about 300 tenants, the last weeks behind it and a full day ahead of it.

    It is enrolled with the server and in step with it.
    """
    desk = create_desk(folder, PASSPHRASE, CASEWORKER, MUNICIPALITY, phone=PHONE, demo=True, cost=cost)
    run_import(desk, register_csv())
    _approve_texts(desk)
    _past_weeks(desk)
    _today(desk)
    _, code = server.new_user(CASEWORKER, Role.TEAM_LEADER)  # her town uses the texts that she approved
    desk = enrol(desk, server.address, code)
    sync_now(desk)
    return desk


def join(folder: Path, server: TownServer, household: str, cost: Cost = REAL_COST) -> Desk:
    """A colleague's laptop, in step, with one household that is shared with him."""
    desk = create_desk(folder, PASSPHRASE, COLLEAGUE, MUNICIPALITY, phone=PHONE, demo=True, cost=cost)
    user, code = server.new_user(COLLEAGUE)
    desk = enrol(desk, server.address, code)
    server.share(household, user)
    sync_now(desk)
    return desk


def write_at_once(one: Desk, other: Desk, household: str) -> None:
    """Both write another phone number for the same person without having seen the other's."""
    for desk, phone in ((other, "000 00 202"), (one, "000 00 191")):
        person = open_household(desk, household).card.persons[0]
        save_person(desk, replace(person, phone=phone))
    for desk in (other, one, other):
        sync_now(desk)


def plan_ahead(desk: Desk, household: str) -> Details:
    """A follow-up visit and a meeting to come, for the letters about them; and the talks that are offered."""
    day = desk.today() + timedelta(days=14)
    follow_up = Purpose.FOLLOW_UP
    visits.plan_visit(desk, household, datetime.combine(day, time(10)), 60, follow_up, interpreter_booked=True)
    meeting = _plan_meeting(desk, datetime.combine(day, time(17)), meetings.next_meeting_number(desk))
    meetings.invite(desk, meeting, household)
    return Details(slots=(Slot(Offer.OFFICE, day, time(9)), Slot(Offer.HOME, day)))


def household_id(desk: Desk, words: str) -> str:
    """The household that these words find."""
    return search_households(desk, words, 1)[0].household.id


def everyone(desk: Desk) -> list[HouseholdCard]:
    """All the households."""
    return search_households(desk, "", 10_000)


def todays_meeting(desk: Desk) -> str:
    """The id of the meeting planned for today."""
    return meetings.meetings_between(desk, desk.today(), desk.today())[0].id


def _today(desk: Desk) -> None:
    def at(hour: int, minute: int) -> datetime:
        return datetime.combine(desk.today(), time(hour, minute))

    done = visits.plan_visit(desk, household_id(desk, OKAFOR), at(9, 0), 45).made
    _hold(desk, done, THEIR_OWN_HOME)
    okafor = open_household(desk, household_id(desk, OKAFOR)).card.household
    save_household(desk, replace(okafor, case_number="2026-0101"))
    booked = visits.plan_visit(desk, household_id(desk, YILMAZ), at(10, 30), 90).made
    _change_plan(desk, booked, interpreter_booked=True)
    careful = visits.plan_visit(desk, household_id(desk, HAIDARI), at(13, 0), 45).made
    _change_plan(desk, careful, interpreter_booked=True, two_together=True)
    visits.plan_visit(desk, household_id(desk, STRAND), at(14, 30), 30, Purpose.AFTER_PURCHASE)
    meeting = _plan_meeting(desk, at(17, 0), meetings.next_meeting_number(desk))
    for name in AT_THE_MEETING:
        meetings.invite(desk, meeting, household_id(desk, name))


def _approve_texts(desk: Desk) -> None:
    for line in text_list(desk):
        last_week = desk.today() - timedelta(days=7)
        set_status(desk, line.letter, line.language, TextStatus.APPROVED, "Styringsgruppen", last_week)


def _past_weeks(desk: Desk) -> None:
    cards = [card for card in search_households(desk, "", 60) if not card.household.protection.masks_address]
    for number, card in enumerate(cards[:40:4]):
        day = desk.today() - timedelta(days=3 + 2 * number)
        then = _on(desk, datetime.combine(day, time(12)))
        _hold(then, visits.plan_visit(then, card.household.id, datetime.combine(day, time(10 + number % 4)), 60).made)
    for number in (10, 11):
        day = desk.today() - timedelta(days=7 * (13 - number))
        then = _on(desk, datetime.combine(day, time(19)))
        _hold_meeting(then, number, [card.household.id for card in cards[number : number + 24 : 4]])
    for promise in day_plan(desk).promises[2:]:
        mark_done(desk, promise.follow_up.id)
    haidari = search_households(desk, HAIDARI, 1)[0].household
    save_household(desk, replace(haidari, safety_note="Ring på forhånd."))


def _hold(desk: Desk, visit_id: str, more: Mapping[str, Any] = MappingProxyType({})) -> None:
    visits.start_visit(desk, visit_id)
    opened = visits.open_visit(desk, visit_id)
    present = tuple(person.name for person in opened.card.persons)
    visits.save_presence(desk, visit_id, (desk.user.name,), present, None)
    for field, value in {**ANSWERS, **agreed_steps(desk.today()), **more}.items():
        if not field.startswith(("household.", "dwelling.rent")):
            visits.save_answer(desk, visit_id, field, value)
    visits.close_visit(desk, visit_id)


def _change_plan(desk: Desk, visit_id: str, **fields: Any) -> None:
    visits.save_plan(desk, replace(visits.open_visit(desk, visit_id).visit, **fields))


def _plan_meeting(desk: Desk, starts: datetime, number: int) -> str:
    plan = Meeting(
        id="",
        case="",
        number=number,
        starts=starts,
        place="Fjell grendehus, sal 2",
        language="tr",
        interpreter_booked=True,
    )
    return meetings.plan_meeting(desk, plan).made


def _hold_meeting(desk: Desk, number: int, households: list[str]) -> None:
    meeting = _plan_meeting(desk, datetime.combine(desk.today(), time(17)), number)
    meetings.start_meeting(desk, meeting)
    meetings.set_interpreter(desk, meeting, interpreter("Tolk 17", "tr", "here", "B", "", adult=True))
    for count, household in enumerate(households):
        seat = meetings.invite(desk, meeting, household).made
        talks.set_attendance(desk, seat, count % 5 != 4)
        if count % 5 != 4:
            talks.save_note(desk, seat, "Ønsker å vite mer om startlån.")
            talks.set_talk(desk, seat, Talk.DONE)
            offer = Offer.DECLINED if count % 3 == 2 else Offer.OFFICE
            talks.answer_offer(desk, seat, offer, desk.today() + timedelta(days=12) if offer is Offer.OFFICE else None)
    meetings.close_meeting(desk, meeting)


def _on(desk: Desk, then: datetime) -> Desk:
    """The same desk at an earlier time."""
    return replace(desk, clock=then.astimezone)
