"""One whole working day without a person at the keyboard: from an empty folder to letters, pictures and a server.

What a caseworker does is done by her own actions, and each step is shown in the real window and photographed.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication

from hjemmebesok.app import App
from hjemmebesok.casework import meetings, talks, visits
from hjemmebesok.casework.conflicts import conflicts_of, together
from hjemmebesok.casework.desk import Desk, open_desk
from hjemmebesok.casework.households import open_household, save_household
from hjemmebesok.casework.interpreting import interpreter
from hjemmebesok.casework.letters import (
    KINDS,
    PAPERS,
    MadeLetter,
    can_be_about,
    file_letter,
    languages_of,
    make_letter,
    make_paper,
)
from hjemmebesok.casework.syncing import sync_now, sync_status
from hjemmebesok.casework.today import day_plan
from hjemmebesok.demo import programme
from hjemmebesok.demo.camera import Camera, settle
from hjemmebesok.demo.town_server import TownServer, town_server
from hjemmebesok.domain.meeting import Offer, Talk
from hjemmebesok.domain.phrase import Phrase, Words
from hjemmebesok.letters.kinds.board_proposal import BoardProposal
from hjemmebesok.letters.kinds.meeting_list import MeetingList
from hjemmebesok.store.keys import REAL_COST, Cost

Tell = Callable[[Words], None]


def run_day(qt: QApplication, out: Path, tell: Tell, cost: Cost = REAL_COST) -> None:
    """The whole day in the empty or missing folder `out`; each thing that happens is told at once."""
    out.mkdir(parents=True, exist_ok=True)
    with town_server(out / "server.db", programme.MUNICIPALITY) as server:
        _day(qt, out, server, tell, cost)
    tell(Phrase("Bildene ligger i {folder}", folder=out / "pictures"))
    tell(Phrase("Brevene ligger i {folder}", folder=out / "letters"))


def _day(qt: QApplication, out: Path, server: TownServer, tell: Tell, cost: Cost) -> None:
    desk = programme.build_programme(out / "laptop", server, cost)
    plan = day_plan(desk)
    tell(Phrase("{n} husstander er lest inn fra leieregisteret.", n=len(programme.everyone(desk))))
    tell(Phrase("I dag: {visits} hjemmebesøk og {meetings} fellesmøte.", visits=len(plan.visits),
                      meetings=len(plan.meetings)))  # fmt: skip
    desk.close()
    camera = Camera(App(qt, out / "laptop"), out / "pictures")
    camera.take("unlock")
    desk = open_desk(out / "laptop", programme.PASSPHRASE)
    camera.app.come_in(desk)
    camera.take("today")
    visit = _the_visit(desk, camera, tell)
    _the_meeting(desk, camera, tell)
    _the_letters(desk, camera, tell, visit, out / "letters")
    _in_step(desk, camera, tell, programme.join(out / "colleague", server, _family(desk), cost))
    camera.app.window.close()
    settle()


def _the_visit(desk: Desk, camera: Camera, tell: Tell) -> str:
    household = _family(desk)
    visit = next(each.visit.id for each in day_plan(desk).visits if each.visit.case == household)
    visits.start_visit(desk, visit)
    present = tuple(person.name for person in visits.open_visit(desk, visit).card.persons)
    turkish = interpreter("Tolk 17", "tr", "here", "B", "", adult=True)
    visits.save_presence(desk, visit, (desk.user.name,), present, turkish)
    for key, value in programme.ANSWERS.items():
        visits.save_answer(desk, visit, key, value)
    visits.keep_draft(desk, visit, "economy.savings", "12 0")  # half typed when the laptop was closed
    camera.show("visit", visit).go("economy")
    camera.take("visit")
    visits.save_answer(desk, visit, "economy.savings", 1_200_000)
    for key, value in programme.agreed_steps(desk.today()).items():
        visits.save_answer(desk, visit, key, value)
    visits.close_visit(desk, visit)
    camera.show("visit", visit)
    camera.take("visit-locked")
    promises = open_household(desk, household).follow_ups
    tell(Phrase("Hjemmebesøket er låst. {n} avtaler er notert.", n=len(promises)))
    return visit


def _the_meeting(desk: Desk, camera: Camera, tell: Tell) -> None:
    meeting = programme.todays_meeting(desk)
    meetings.start_meeting(desk, meeting)
    meetings.set_interpreter(desk, meeting, interpreter("Tolk 17", "tr", "here", "B", "", adult=True))
    meetings.welcome_uninvited(desk, meeting, programme.UNINVITED)
    seats = meetings.open_meeting(desk, meeting).seats
    for number, seat in enumerate(seats):
        talks.set_attendance(desk, seat.participant.id, number != 6)
    office = desk.today() + timedelta(days=7)
    talks.answer_offer(desk, seats[0].participant.id, Offer.OFFICE, office)
    talks.set_talk(desk, seats[0].participant.id, Talk.DONE)
    talks.answer_offer(desk, seats[1].participant.id, Offer.DECLINED)
    talks.set_talk(desk, seats[1].participant.id, Talk.DONE)
    talks.set_talk(desk, seats[2].participant.id, Talk.ONGOING)
    talks.save_note(desk, seats[2].participant.id, "Vil gjerne kjøpe i Fjell, nær skolen. Lurer på fellesgjeld.")
    camera.show("meeting", meeting)
    camera.take("meeting")
    meetings.close_meeting(desk, meeting)
    tell(Phrase("Fellesmøtet er avsluttet med {n} husstander.", n=len(seats)))


def _the_letters(desk: Desk, camera: Camera, tell: Tell, visit: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    household = visits.open_visit(desk, visit).visit.case
    letters = [*_letters(desk, household), *_papers(desk)]
    for made in letters:
        (folder / made.file_name).write_bytes(made.pdf)
        file_letter(desk, made)
    camera.show("letter", household)
    camera.take("letter")
    tell(Phrase("{n} brev er laget og kontrollert.", n=len(letters)))


def _letters(desk: Desk, household: str) -> Iterator[MadeLetter]:
    """Every kind in every language, to the family; what the board is asked is about another one's own home."""
    details, buyer = programme.plan_ahead(desk, household), programme.household_id(desk, programme.OKAFOR)
    for kind, _words in KINDS:
        whom = buyer if kind == BoardProposal.code else household
        about = next((each.id for each in can_be_about(desk, kind, whom)), "")
        for language in languages_of(kind):
            yield make_letter(desk, kind, whom, language, about, details)


def _papers(desk: Desk) -> Iterator[MadeLetter]:
    meeting = programme.todays_meeting(desk)
    for kind, _words in PAPERS:
        for language in languages_of(kind):
            yield make_paper(desk, kind, language, meeting if kind == MeetingList.code else "")


def _in_step(desk: Desk, camera: Camera, tell: Tell, colleague: Desk) -> None:
    household = _family(desk)
    sent = sync_now(desk).sent
    received = sync_now(colleague).received
    tell(Phrase("{sent} endringer er sendt. Kollegaen fikk {received}.", sent=sent, received=received))
    theirs = open_household(colleague, household).card.household
    save_household(colleague, replace(theirs, case_number="2026-0147"))
    programme.write_at_once(desk, colleague, household)
    colleague.close()
    camera.app.sync()
    settle(lambda: not camera.app.window.rounds.running)
    number = open_household(desk, household).card.household.case_number
    tell(Phrase("Kollegaens endring av et annet felt kom tilbake: sak {number}.", number=number))
    conflicts = conflicts_of(desk)
    tell(Phrase("Samme felt hos to: {n} felt med to verdier, begge beholdt.", n=len(together(conflicts))))
    camera.show("household", household)
    camera.take("household")
    camera.show("in_step")
    camera.take("in-step")
    status = sync_status(desk)
    tell(Phrase("{unsent} ikke sendt · {need_you} trenger deg", unsent=status.unsent, need_you=status.need_you))


def _family(desk: Desk) -> str:
    return programme.household_id(desk, programme.YILMAZ)
