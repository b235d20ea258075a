"""Each kind of letter, made from what the store holds and read back; and one sentence where it cannot be made."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from letter_desk import MEETING, Change, again, refusal, said

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letters import (
    KINDS,
    PAPERS,
    Details,
    Slot,
    can_be_about,
    make_paper,
)
from hjemmebesok.casework.meetings import plan_meeting
from hjemmebesok.casework.visits import cancel_visit, plan_visit, save_plan
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.meeting import Meeting, Offer
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.protection import Protection
from hjemmebesok.domain.visit import Purpose, Visit


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
    visit = again(desk, family, {"economy.income/9": support})
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
