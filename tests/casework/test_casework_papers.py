"""Papers for the board and for the caseworker herself, made from what the store holds and read back."""

from datetime import datetime

import pytest
from letter_desk import Change, again, read, refusal, said

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import open_household
from hjemmebesok.casework.letters import Details, file_letter, make_letter, make_paper
from hjemmebesok.casework.visits import plan_visit
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.protection import Protection

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
    assert "mangler pris" in refusal(desk, "board_proposal", again(desk, family, {"wishes.price": None}))
    other_home = again(desk, family, {"wishes.price": 200_000_000, "wishes.own_dwelling": False})
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
