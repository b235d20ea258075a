"""Each kind of letter, made from what the store holds and read back; and one sentence where it cannot be made."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

import pypdfium2
import pytest

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import open_household
from hjemmebesok.casework.letters import (
    KINDS,
    PAPERS,
    Details,
    MadeLetter,
    Slot,
    can_be_about,
    file_letter,
    make_letter,
    make_paper,
)
from hjemmebesok.casework.meetings import invite, plan_meeting
from hjemmebesok.casework.visits import cancel_visit, close_visit, plan_visit, save_answer, save_plan, start_visit
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.meeting import Meeting, Offer
from hjemmebesok.domain.person import Person
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.protection import Protection
from hjemmebesok.domain.record import Record
from hjemmebesok.domain.visit import Purpose, Visit

MEETING = Meeting(
    id="", case="", number=12, starts=datetime(2026, 10, 26, 17, 0), place="Fjell grendehus", language="tr"
)
PURCHASE = {
    "economy.income/1": {"type": "lonn_fast", "who": "Mehmet", "amount": 3_400_000},
    "economy.livsopphold": 1_900_000,
    "economy.other_expenses": 90_000,
    "economy.housing_costs": 520_000,
    "health.needs": "hemmelig helse",
    "wishes.own": True,
    "wishes.price": 210_000_000,
    "wishes.costs": 109_000,
    "wishes.joint_debt": 15_000_000,
    "wishes.term": 40,
    "wishes.ownership": "andel",
    "wishes.preemption": True,
    "wishes.public_seller": True,
    "wishes.own_dwelling": True,
    "summary.steps/1": {"step": "bank_answer", "owner": "family", "due": "2026-10-19"},
    "summary.steps/2": {"step": "office_talk", "owner": "municipality", "due": "2026-10-20"},
}
DEFAULT = Details()
Change = Callable[..., None]


@pytest.fixture
def change(desk: Desk) -> Change:
    """Change some fields of a record."""

    def change(kind: type[Record], record: str, **fields: object) -> None:
        with desk.work() as work:
            work.put(replace(work.get(kind, record), **fields))

    return change


@pytest.fixture
def closed(desk: Desk, family: str, change: Change) -> str:
    change(Household, family, case_number="2026-0203", adults=1, children=0)
    change(Person, "p1", born=date(1986, 5, 17))
    change(Dwelling, "d1", estate="Fjellåsen borettslag", borettslag_number="000 000 000", share_number="1432")
    visit = plan_visit(desk, family, datetime(2026, 10, 12, 10, 30)).made
    start_visit(desk, visit)
    for field, value in PURCHASE.items():
        save_answer(desk, visit, field, value)
    close_visit(desk, visit)
    return visit


@pytest.fixture
def planned(desk: Desk, family: str) -> str:
    return plan_visit(desk, family, datetime(2026, 10, 19, 10, 0), 60, interpreter_booked=True, two_together=True).made


@pytest.fixture
def meeting(desk: Desk, family: str) -> str:
    made = plan_meeting(desk, MEETING).made
    invite(desk, made, family)
    return made


def read(made: MadeLetter) -> str:
    document = pypdfium2.PdfDocument(made.pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.split())


def said(desk: Desk, kind: str, about: str = "", details: Details = DEFAULT) -> str:
    return read(make_letter(desk, kind, "h1", "nb", about, details))


def refusal(desk: Desk, kind: str, about: str = "", details: Details = DEFAULT) -> str:
    with pytest.raises(Refused) as refused:
        make_letter(desk, kind, "h1", "nb", about, details)
    return str(refused.value)


def test_every_kind_the_letters_room_makes_can_be_chosen_once() -> None:
    from hjemmebesok.letters.kinds import KINDS as MADE

    assert sorted(code for code, _ in (*KINDS, *PAPERS)) == sorted(MADE)


# the notice of a visit


def test_the_notice_says_when_who_and_in_which_language(desk: Desk, planned: str) -> None:
    words = said(desk, "visit_notice", planned)
    for each in ("19. oktober 2026", "10:00", "60 minutter", "Fjellåsen 14, H0302", "2 personer", "tyrkisk"):
        assert each in words


def test_the_notice_of_another_kind_of_visit_gives_its_own_purpose(desk: Desk, planned: str, change: Change) -> None:
    change(Visit, planned, purpose=Purpose.AFTER_PURCHASE)
    assert "Du har kjøpt din egen bolig" in said(desk, "visit_notice", planned)


def test_no_notice_of_a_visit_that_will_not_be(desk: Desk, closed: str, planned: str, change: Change) -> None:
    assert "Velg hvilket besøk" in refusal(desk, "visit_notice")
    assert "ikke lenger et planlagt" in refusal(desk, "visit_notice", closed)
    save_plan(desk, replace(_visit(desk, planned), starts=datetime(2026, 10, 5, 10, 0)))
    assert "ikke lenger et planlagt" in refusal(desk, "visit_notice", planned)
    cancel_visit(desk, planned)
    assert "ikke lenger et planlagt" in refusal(desk, "visit_notice", planned)


# the invitation to a meeting


def test_the_invitation_says_when_where_and_by_when_to_answer(desk: Desk, meeting: str) -> None:
    words = said(desk, "meeting_invitation", meeting)
    for each in ("26. oktober 2026", "17:00 til 19:00", "Fjell grendehus", "tyrkisk", "innen 19. oktober 2026"):
        assert each in words
    assert "innen 23. oktober" in said(desk, "meeting_invitation", meeting, Details(reply_by=date(2026, 10, 23)))


def test_no_invitation_to_a_meeting_nobody_can_come_to(desk: Desk, family: str, meeting: str, change: Change) -> None:
    assert "Velg hvilket fellesmøte" in refusal(desk, "meeting_invitation")
    other = plan_meeting(desk, MEETING).made
    assert "ikke på listen" in refusal(desk, "meeting_invitation", other)
    change(Meeting, meeting, starts=datetime(2026, 10, 12, 17, 0))
    assert "for kort tid" in refusal(desk, "meeting_invitation", meeting)
    change(Meeting, meeting, starts=MEETING.starts, place="")
    assert "mangler sted" in refusal(desk, "meeting_invitation", meeting)
    assert "for kort tid" in refusal(desk, "follow_up_offer", "", _slots(datetime(2026, 10, 12, 15, 0)))


def test_who_asked_to_be_left_alone_is_asked_to_nothing(
    desk: Desk, family: str, planned: str, meeting: str, closed: str, change: Change
) -> None:
    change(Household, family, reserved=True)
    for kind, about in (("visit_notice", planned), ("meeting_invitation", meeting), ("follow_up_offer", "")):
        assert "bedt om ikke å bli kontaktet" in refusal(desk, kind, about)
    assert "Dette noterte vi" in said(desk, "visit_summary", closed)


# the checklist and the offer


def test_the_checklist_tells_what_they_will_find_and_when_we_come(desk: Desk, closed: str, planned: str) -> None:
    words = said(desk, "document_checklist")
    for each in ("Vise kommunen svaret fra banken.", "19. oktober 2026", "19. oktober 2026 kl. 10:00", "to banker"):
        assert each in words
    assert "Samtale på kontoret" not in words


def test_the_checklist_of_a_household_with_nothing_agreed_is_the_whole_list(desk: Desk, family: str) -> None:
    words = said(desk, "document_checklist")
    assert "Skattemelding" in words
    assert "Dette har vi avtalt" not in words
    assert "på papir" not in words


def test_who_has_a_protected_address_is_told_of_the_paper_form(desk: Desk, family: str, change: Change) -> None:
    change(Household, family, protection=Protection.FORTROLIG)
    assert "Du søker på papir" in said(desk, "document_checklist")


def test_the_offer_has_the_times_given_or_the_day_agreed(desk: Desk, closed: str) -> None:
    agreed = said(desk, "follow_up_offer")
    assert "Kontor 20. oktober 2026" in agreed
    assert "innen 19. oktober 2026" in agreed
    given = said(desk, "follow_up_offer", "", _slots(datetime(2026, 10, 22, 9, 0)))
    assert "Hjemme 22. oktober 2026 09:00" in given
    assert "Kontor" not in given


def test_no_offer_without_a_time(desk: Desk, family: str) -> None:
    assert refusal(desk, "follow_up_offer") == "Legg inn minst én tid som husstanden kan velge."
    elsewhere = Details(slots=(Slot(Offer.NEW_MEETING, date(2026, 10, 22)),))
    assert "på kontoret eller hjemme" in refusal(desk, "follow_up_offer", "", elsewhere)


# the outcome of the check


def test_the_outcome_tells_what_went_in_and_what_would_change_it(desk: Desk, closed: str) -> None:
    words = said(desk, "eligibility_outcome", closed)
    for each in (
        "Drammens praksis for leie til eie (2011)",
        "versjon 1",
        "1. juni 2011",
        "12. oktober 2026",
        "34 000 kr",
        "Hva har banken svart?",
        "ikke et vedtak",
        "rett til å klage",
    ):
        assert each in words
    assert "hemmelig helse" not in words


def test_income_that_is_not_counted_says_so_beside_it(desk: Desk, family: str, closed: str) -> None:
    support = {"type": "sosialstonad", "who": "Ayşe", "amount": 400_000}
    visit = _again(desk, family, {"economy.income/9": support})
    for kind in ("eligibility_outcome", "visit_summary"):
        assert "(regnes ikke med), Ayşe 4 000 kr" in said(desk, kind, visit)


def test_the_outcome_is_told_by_the_rules_asked_for(desk: Desk, closed: str) -> None:
    startlan = said(desk, "eligibility_outcome", closed, Details(rules="startlan-2025"))
    assert "Drammens praksis" not in startlan
    assert "ikke kontrollert hos den som fastsetter den" in startlan
    assert "ikke sjekket etter" in refusal(desk, "eligibility_outcome", closed, Details(rules="leie-til-eie-1999"))


def test_an_outcome_comes_from_a_locked_note_alone(desk: Desk, planned: str) -> None:
    for kind in ("visit_summary", "eligibility_outcome", "board_proposal"):
        assert "Avslutt besøket først" in refusal(desk, kind, planned)


# papers for the board


def test_the_board_is_told_of_the_dwelling_and_not_of_who_lives_there(desk: Desk, closed: str) -> None:
    words = said(desk, "board_proposal", closed)
    for each in (
        "2 100 000 kr",
        "150 000 kr",
        "Fjellåsen 14, H0302",
        "1432",
        "2026-0203",
        "Ikke avklart",
        "veiledning",
    ):
        assert each in words
    for each in ("Ayşe", "Mehmet", "Yılmaz", "34 000", "hemmelig helse"):
        assert each not in words
    assert words == said(desk, "board_proposal", closed, Details(rules="startlan-2025"))


def test_a_protected_dwelling_is_in_no_paper(desk: Desk, family: str, closed: str, change: Change) -> None:
    change(Household, family, protection=Protection.FORTROLIG)
    words = said(desk, "board_proposal", closed)
    for each in ("Fjellåsen", "H0302", "1432", "000 000 000"):
        assert each not in words


def test_a_proposal_needs_a_number_a_price_and_their_own_home(
    desk: Desk, family: str, closed: str, change: Change
) -> None:
    change(Household, family, case_number="")
    assert "mangler saksnummer" in refusal(desk, "board_proposal", closed)
    change(Household, family, case_number="2026-0203")
    assert "mangler pris" in refusal(desk, "board_proposal", _again(desk, family, {"wishes.price": None}))
    other_home = _again(desk, family, {"wishes.price": 200_000_000, "wishes.own_dwelling": False})
    assert "boligen de leier i dag" in refusal(desk, "board_proposal", other_home)


def test_a_paper_for_the_board_is_written_in_norwegian(desk: Desk, family: str, closed: str) -> None:
    with pytest.raises(Refused, match="bare på norsk"):
        make_letter(desk, "board_proposal", family, "tr", closed)
    with pytest.raises(Refused, match="bare på norsk"):
        make_paper(desk, "sale_frames", "en")


def test_the_frames_count_dwellings_and_hide_small_numbers(desk: Desk, closed: str, change: Change) -> None:
    words = read(make_paper(desk, "sale_frames", "nb"))
    assert "Fjellåsen borettslag 000 000 000 1" in words
    assert words.count("færre enn 5") == 2
    change(Household, "h1", protection=Protection.FORTROLIG)
    with pytest.raises(Refused, match="borettslag"):
        make_paper(desk, "sale_frames", "nb")


# papers for the caseworker


@pytest.mark.parametrize(
    ("protection", "shown", "hidden"),
    [
        (Protection.NONE, ("Yılmaz", "Fjellåsen 14"), ()),
        (Protection.FORTROLIG, ("Yılmaz", "Fortrolig"), ("Fjellåsen",)),
        (Protection.STRENGT_FORTROLIG, ("strengt fortrolig",), ("Yılmaz", "Fjellåsen")),
    ],
)
def test_a_paper_that_travels_shows_no_protected_address(
    desk: Desk, family: str, closed: str, meeting: str, change: Change, protection: Protection, shown: tuple[str, ...],
    hidden: tuple[str, ...],
) -> None:  # fmt: skip
    plan_visit(desk, family, datetime(2026, 10, 12, 14, 0), two_together=True)
    change(Household, family, protection=protection, safety_note="hemmelig merknad")
    for made in (make_paper(desk, "meeting_list", "nb", meeting), make_paper(desk, "day_plan", "nb", "2026-10-12")):
        words = read(made)
        assert [each for each in shown if each not in words] == []
        assert [each for each in (*hidden, "hemmelig") if each in words] == []


def test_the_day_plan_is_of_today_unless_another_day_is_asked_for(desk: Desk, planned: str, meeting: str) -> None:
    assert "Ingen besøk eller møter" in read(make_paper(desk, "day_plan", "nb"))
    words = read(make_paper(desk, "day_plan", "nb", "2026-10-19"))
    for each in ("10:00", "Fjellåsen 14", "Gå to", "sammen"):
        assert each in words
    assert "Fellesmøte nr. 12" in " ".join(read(make_paper(desk, "day_plan", "nb", "2026-10-26")).split())
    with pytest.raises(Refused, match="ingen dato"):
        make_paper(desk, "day_plan", "nb", "i morgen")
    with pytest.raises(Refused, match="Velg hvilket fellesmøte"):
        make_paper(desk, "meeting_list", "nb")
    with pytest.raises(Refused, match="meeting_list, day_plan, sale_frames"):
        make_paper(desk, "information", "nb")


def test_a_paper_is_noted_with_its_meeting_or_as_a_case_of_its_own(desk: Desk, closed: str, meeting: str) -> None:
    for made in (make_paper(desk, "meeting_list", "nb", meeting), make_paper(desk, "day_plan", "nb")):
        file_letter(desk, made)
    with desk.read() as reading:
        noted = {each.letter: each for each in reading.all(IssuedLetter)}
    assert noted["meeting_list"].case == meeting
    assert noted["day_plan"].case == noted["day_plan"].id
    assert open_household(desk, "h1").letters == ()


# whom no letter is for, and what a letter can be about


def test_no_letter_or_paper_about_a_strengt_fortrolig_household(
    desk: Desk, family: str, closed: str, planned: str, meeting: str, change: Change
) -> None:
    change(Household, family, protection=Protection.STRENGT_FORTROLIG)
    about = {"visit_notice": planned, "meeting_invitation": meeting} | dict.fromkeys(
        ("visit_summary", "eligibility_outcome", "board_proposal"), closed
    )
    for kind, _ in KINDS:
        assert "håndteres manuelt" in refusal(desk, kind, about.get(kind, ""))


def test_a_fortrolig_address_is_in_no_letter(
    desk: Desk, family: str, closed: str, planned: str, meeting: str, change: Change
) -> None:
    change(Household, family, protection=Protection.FORTROLIG)
    about = {"visit_notice": planned, "meeting_invitation": meeting} | dict.fromkeys(
        ("visit_summary", "eligibility_outcome", "board_proposal"), closed
    )
    for kind, _ in KINDS:
        assert "Fjellåsen" not in said(desk, kind, about.get(kind, ""))


def test_what_a_letter_can_be_about_comes_most_likely_first(
    desk: Desk, family: str, closed: str, planned: str, meeting: str
) -> None:
    sooner = plan_visit(desk, family, datetime(2026, 10, 13, 9, 0)).made
    assert [each.id for each in can_be_about(desk, "visit_notice", family)] == [sooner, planned]
    assert [each.id for each in can_be_about(desk, "meeting_invitation", family)] == [meeting]
    assert [each.id for each in can_be_about(desk, "eligibility_outcome", family)] == [closed]
    assert can_be_about(desk, "information", family) == []


def test_a_letter_without_a_phone_to_call_is_not_made(desk: Desk, family: str) -> None:
    nobody = replace(desk, user=replace(desk.user, phone=""))
    with pytest.raises(Refused, match="telefonnummeret ditt"):
        make_paper(nobody, "day_plan", "nb")
    assert "telefonnummeret ditt" in refusal(nobody, "information_folder")


def _slots(starts: datetime) -> Details:
    return Details(slots=(Slot(Offer.HOME, starts.date(), starts.time()),))


def _visit(desk: Desk, visit: str) -> Visit:
    with desk.read() as reading:
        return reading.get(Visit, visit)


def _again(desk: Desk, family: str, answers: dict[str, object]) -> str:
    """A later visit with other answers, closed."""
    visit = plan_visit(desk, family, datetime(2026, 10, 12, 14, 0)).made
    start_visit(desk, visit)
    for field, value in answers.items():
        save_answer(desk, visit, field, value)
    close_visit(desk, visit)
    return visit
