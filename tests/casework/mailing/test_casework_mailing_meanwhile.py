"""What changes while a mailing is being made: no letter leaves that says what is no longer so."""

from datetime import datetime
from pathlib import Path

import pytest
from mailing_town import INFORMATION, NOTICE, WITH_FOLDER, a_meeting, change, noted, once, put_changed, text, told

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.mailing import make_mailing
from hjemmebesok.casework.mailing_files import Padding
from hjemmebesok.casework.mailing_plan import Choices, plan_mailing
from hjemmebesok.casework.meetings import invite
from hjemmebesok.casework.text_edits import save_block
from hjemmebesok.casework.visits import plan_visit
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.domain.protection import Protection
from hjemmebesok.domain.visit import Visit, VisitStatus
from hjemmebesok.store.permission import ONLY_READS
from hjemmebesok.store.settings import WRITES, write_setting


def test_a_household_that_changes_during_the_run_is_left_for_the_next(town: Desk, out: Path) -> None:
    def meanwhile(done: int, _all: int) -> bool:
        if done == 1:
            change(town, "h3", protection=Protection.FORTROLIG)
        return True

    result = make_mailing(town, INFORMATION, out, meanwhile)
    assert [each.household for each in result.left_out] == ["h3"]
    assert "h3" not in [case for case, _ in noted(town)]


def test_a_print_file_is_made_without_somebody_who_changed_meanwhile(town: Desk, out: Path) -> None:
    protects = once(1, lambda: change(town, "h2", protection=Protection.FORTROLIG))
    result = make_mailing(town, INFORMATION, out, protects, Padding.NONE)
    assert told(result) == [("h2", "Fortrolig adresse. Lever brevet slik kommunens rutine sier.")]
    assert (result.made, "h2" in dict(noted(town))) == (4, False)
    assert "Bjørn Ås" not in text(out / "information-nb-0001.pdf")
    assert len(list(out.iterdir())) == 4


@pytest.mark.parametrize("padding", [None, Padding.EVEN])
def test_what_was_made_before_is_compared_again_before_any_file_is_handed_out(
    town: Desk, out: Path, padding: Padding | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hjemmebesok.casework.mailing_files.IN_A_FILE", 1)
    visits = {each: plan_visit(town, each, datetime(2026, 10, 20, 10, 0)).made for each in ("h2", "h3", "h4", "h5")}

    def meanwhile(done: int, _all: int) -> bool:
        if done == 3:  # by then the letters to the first two are made
            put_changed(town, Visit, visits["h2"], {"starts": datetime(2026, 10, 21, 12, 0)})
            change(town, "h3", protection=Protection.STRENGT_FORTROLIG)
        assert list(out.iterdir()) == []
        return True

    result = make_mailing(town, NOTICE, out, meanwhile, padding)
    assert told(result) == [
        ("h2", "Noe som står i brevet, ble endret imens. Lag utsendingen en gang til."),
        ("h3", "Strengt fortrolig adresse. Håndteres manuelt."),
    ]
    assert str(result.left_out[1].name) == "Navnet vises ikke"
    assert sorted(case for case, _ in noted(town)) == ["h4", "h5"]
    assert all(name not in text(path) for path in result.files for name in ("Bjørn Ås", "Cecilie Dahl"))
    assert (result.made, plan_mailing(town, NOTICE).had) == (2, 2)
    again = make_mailing(town, NOTICE, out, lambda *_: True, padding)
    assert (again.made, "onsdag 21. oktober" in text(again.files[0])) == (1, True)


@pytest.mark.parametrize("changed", [{"place": "Eksempel skole"}, {"starts": datetime(2026, 10, 29, 17, 0)}])
def test_nobody_is_invited_to_a_meeting_as_it_was_before_it_was_moved(
    town: Desk, out: Path, changed: dict[str, object]
) -> None:
    moves = once(2, lambda: put_changed(town, Meeting, meeting, changed))
    meeting = a_meeting(town, datetime(2026, 10, 26, 17, 0))
    for household in ("h1", "h2", "h3"):
        invite(town, meeting, household)
    result = make_mailing(town, Choices("meeting_invitation", meeting), out, moves)
    assert told(result) == [
        (each, "Noe som står i brevet, ble endret imens. Lag utsendingen en gang til.") for each in ("h2", "h3")
    ]
    assert noted(town) == [("h1", "tr")]  # was made last, and says it as it is


def test_nobody_is_invited_to_a_meeting_that_is_cancelled_meanwhile(town: Desk, out: Path) -> None:
    cancels = once(1, lambda: put_changed(town, Meeting, meeting, {"status": VisitStatus.CANCELLED}))
    meeting = a_meeting(town, datetime(2026, 10, 26, 17, 0))
    for household in ("h1", "h2"):
        invite(town, meeting, household)
    result = make_mailing(town, Choices("meeting_invitation", meeting), out, cancels, Padding.NONE)
    assert {why for _, why in told(result)} == {"Møtet er ikke lenger et planlagt møte."}
    assert (len(result.left_out), result.made, noted(town), list(out.iterdir())) == (2, 0, [], [])


def test_a_household_that_moves_during_the_run_gets_no_letter_at_the_old_address(town: Desk, out: Path) -> None:
    moves = once(2, lambda: put_changed(town, Dwelling, "d-h2", {"address": "Eksempelveien 7"}))
    result = make_mailing(town, INFORMATION, out, moves)
    assert told(result) == [("h2", "Husstanden ble endret imens. Lag utsendingen en gang til.")]
    assert plan_mailing(town, INFORMATION).to_make == 1


def test_a_letter_whose_wording_is_changed_meanwhile_stays_in_the_program(town: Desk, out: Path) -> None:
    edits = once(4, lambda: save_block(town, "information", "tr", "tittel", "Kendi evinizi almak ister misiniz?"))
    result = make_mailing(town, INFORMATION, out, edits)
    assert told(result) == [("h1", "Teksten til brevet ble endret imens. Lag utsendingen en gang til.")]
    assert result.made == 4


def test_a_letter_and_its_folder_are_left_out_together_and_told_of_once(town: Desk, out: Path) -> None:
    reserves = once(1, lambda: change(town, "h2", reserved=True))
    result = make_mailing(town, WITH_FOLDER, out, reserves)
    assert told(result) == [("h2", "Har bedt om ikke å bli kontaktet.")]
    assert (result.made, len(result.files)) == (4, 8)


def test_what_was_made_when_a_run_fails_is_handed_out_and_noted(town: Desk, out: Path) -> None:
    def fails(done: int, _all: int) -> bool:
        if done == 3:
            raise Refused(Phrase("Noe gikk galt."))
        return True

    result = make_mailing(town, INFORMATION, out, fails)
    assert (str(result.trouble), result.made, len(result.files)) == ("Noe gikk galt.", 3, 3)
    assert len(noted(town)) == len(list(out.iterdir())) == 3


def test_who_becomes_a_reader_while_the_letters_are_made_hands_none_of_them_out(town: Desk, out: Path) -> None:
    def goes_on(_done: int, _all: int) -> bool:
        with town.store.writing_connection() as connection:
            write_setting(connection, WRITES, False)
        return True

    result = make_mailing(town, INFORMATION, out, goes_on)
    assert (result.made, result.trouble, list(out.iterdir())) == (0, ONLY_READS, [])
    assert noted(town) == []
