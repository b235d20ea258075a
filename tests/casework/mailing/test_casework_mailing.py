"""A letter to everyone who has not had it: nobody twice, nobody without a reason, and from where it was stopped."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from mailing_town import HOUSEHOLDS, INFORMATION, WITH_FOLDER, a_meeting, approve, change, noted, text, why

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.filed import letter_as_filed
from hjemmebesok.casework.letters import file_letter, make_letter
from hjemmebesok.casework.mailing import MailingResult, make_mailing
from hjemmebesok.casework.mailing_files import Padding
from hjemmebesok.casework.mailing_plan import Choices, plan_mailing
from hjemmebesok.casework.meetings import invite
from hjemmebesok.casework.text_edits import save_block
from hjemmebesok.casework.visits import plan_visit
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.protection import Protection


def test_everyone_gets_the_letter_in_their_language_grouped_by_it(
    made: Callable[..., MailingResult], town: Desk
) -> None:
    result = made()
    assert (result.made, result.left_out, result.stopped) == (5, (), False)
    assert [path.name[12:-9] for path in result.files] == ["nb", "nb", "nb-en", "nb-tr", "nb-so"]
    assert noted(town) == [("h1", "tr"), ("h2", "nb"), ("h3", "nb"), ("h4", "en"), ("h5", "so")]
    assert "Bjørn Ås" in text(result.files[0])
    turkish, somali = map(text, result.files[3:])
    assert turkish.index("Vil du eie din egen bolig?") < turkish.index("Kendi evinizin sahibi")
    assert "Ayşe Yılmaz" in turkish
    assert "turjumaan" in somali.lower()


def test_whoever_has_had_the_letter_does_not_get_it_again(made: Callable[..., MailingResult], town: Desk) -> None:
    file_letter(town, make_letter(town, "information", "h2", "nb"))
    plan = plan_mailing(town, INFORMATION)
    assert (plan.to_make, plan.had, plan.everyone) == (4, 1, 5)
    assert made().made == 4
    again = made()
    assert (again.made, again.left_out) == (0, ())
    assert len(noted(town)) == 5


def test_a_letter_of_a_mailing_is_made_again_as_it_was_also_when_a_case_number_has_come(
    made: Callable[..., MailingResult], town: Desk
) -> None:
    made()
    change(town, "h2", case_number="2026/900")
    with town.read() as reading:
        (line,) = reading.in_case(IssuedLetter, "h2")
    assert letter_as_filed(town, line).letter == line


def test_a_stopped_run_goes_on_where_it_stopped(made: Callable[..., MailingResult], town: Desk) -> None:
    first = made(2)
    assert (first.made, first.stopped, len(noted(town))) == (2, True, 2)
    second = made()
    assert (second.made, second.stopped) == (3, False)
    assert len({*first.files, *second.files}) == 5
    assert [case for case, _ in noted(town)] == ["h1", "h2", "h3", "h4", "h5"]


def test_a_run_that_is_cut_off_before_a_letter_is_noted_makes_that_letter_again(
    made: Callable[..., MailingResult], town: Desk, out: Path
) -> None:
    written = made(1).files
    with town.work() as work:  # as if it was never noted
        for line in work.all(IssuedLetter):
            work.remove(line)
    assert made().files[:1] == written
    assert "Bjørn Ås" in text(written[0])
    assert len(list(out.iterdir())) == 5


@pytest.mark.parametrize("padding", [None, Padding.NONE])
def test_the_letters_of_a_colleague_in_the_same_folder_are_never_written_over(
    made: Callable[..., MailingResult], out: Path, padding: Padding | None
) -> None:
    colleagues = out / ("information-nb-0001-0002.pdf" if padding else "information-nb-0001.pdf")
    colleagues.write_bytes(b"somebody's letter")
    first = made(padding=padding).files[0]
    assert colleagues.read_bytes() == b"somebody's letter"
    assert first.name == f"{colleagues.stem} (2).pdf"
    assert "Bjørn Ås" in text(first)


def test_everyone_left_out_stands_in_the_list_with_the_reason(town: Desk, made: Callable[..., MailingResult]) -> None:
    change(town, "h1", protection=Protection.STRENGT_FORTROLIG)
    change(town, "h2", protection=Protection.FORTROLIG)
    change(town, "h3", reserved=True)
    with town.work() as work:
        work.put(replace(work.get(Dwelling, "d-h4"), address="", postcode=""))
    assert "Strengt fortrolig" in why(town, "h1")
    assert "Fortrolig adresse" in why(town, "h2")
    assert "ikke å bli kontaktet" in why(town, "h3")
    assert "mangler adressen" in why(town, "h4")
    plan = plan_mailing(town, INFORMATION)
    assert plan.everyone == len(HOUSEHOLDS)
    assert "Ayşe" not in " ".join(str(each.name) for each in plan.left_out)
    assert made().made == 1


def test_a_letter_that_cannot_be_made_is_left_out_with_its_reason_and_the_others_get_theirs(
    town: Desk, made: Callable[..., MailingResult]
) -> None:
    change(town, "h2", name="Bjørn 漢字")
    result = made()
    assert result.made == 4
    assert [(each.household, "har ikke tegnet" in str(each.why)) for each in result.left_out] == [("h2", True)]


def test_a_language_whose_text_is_behind_or_not_approved_leaves_its_readers_out_and_nobody_else(
    town: Desk, made: Callable[..., MailingResult]
) -> None:
    save_block(town, "information", "nb", "tittel", "Vil du kjøpe din egen bolig?")
    assert "Teksten til «Brev om Leie til eie» på nb er ikke godkjent" in why(town, "h2")
    approve(town, "nb")
    assert "Teksten til «Brev om Leie til eie» på tr har feil eller er ikke oppdatert" in why(town, "h1")
    assert [path.name[12:-9] for path in made().files] == ["nb", "nb", "nb-so"]
    save_block(town, "information", "tr", "tittel", "Kendi evinizi almak ister misiniz?")
    assert "Teksten til «Brev om Leie til eie» på tr er ikke godkjent" in why(town, "h1")
    approve(town, "tr")
    assert [path.name[12:-9] for path in made().files] == ["nb-tr"]


def test_readers_of_other_languages_get_the_norwegian_letter_unless_told_otherwise(town: Desk) -> None:
    assert [each.card.household.id for each in plan_mailing(town, INFORMATION).groups["nb", "so"]] == ["h5"]
    plan = plan_mailing(town, replace(INFORMATION, norwegian_to_others=False))
    assert [(each.household, str(each.why)) for each in plan.left_out] == [
        ("h5", "Brevet finnes ikke på språket de leser (so).")
    ]


def test_a_folder_that_cannot_be_written_to_stops_the_run_and_notes_nothing(town: Desk, out: Path) -> None:
    result = make_mailing(town, INFORMATION, out / "finnes ikke", lambda *_: True)
    assert (str(result.trouble), result.made) == ("Filen kan ikke lagres der. Velg et annet sted.", 0)
    assert noted(town) == []


def test_a_print_file_for_each_language_holds_the_same_letters(
    made: Callable[..., MailingResult], town: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    result = made(padding=Padding.EVEN)
    assert [path.name for path in result.files] == [
        "information-nb-0001-0002.pdf",
        "information-nb-en-0001.pdf",
        "information-nb-tr-0001.pdf",
        "information-nb-so-0001.pdf",
    ]
    assert (result.made, len(noted(town))) == (5, 5)
    norwegian = text(result.files[0])
    assert norwegian.index("Bjørn Ås") < norwegian.index("Cecilie Dahl")
    assert norwegian.count("Side 1 av") == 2
    with town.read() as reading:
        letters = reading.all(IssuedLetter)
    one = next(each for each in letters if each.case == "h2")
    assert make_letter(town, "information", "h2", "nb").letter.sha256 == one.sha256


def test_a_run_stopped_within_a_print_file_notes_none_of_it(made: Callable[..., MailingResult], town: Desk) -> None:
    stopped = made(1, Padding.NONE)
    assert (stopped.made, stopped.stopped, noted(town)) == (0, True, [])
    again = made(padding=Padding.NONE)
    assert (again.made, len(noted(town))) == (5, 5)


def test_a_long_print_file_is_parted_and_a_bad_letter_is_left_out_of_it(
    made: Callable[..., MailingResult], town: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hjemmebesok.casework.mailing_files.IN_A_FILE", 2)
    change(town, "h4", language="nb")
    change(town, "h2", name="Bjørn 漢字")
    result = made(padding=Padding.NONE)
    assert [path.name for path in result.files][:2] == ["information-nb-0001.pdf", "information-nb-0002.pdf"]
    assert [each.household for each in result.left_out] == ["h2"]


def test_the_letter_has_its_folder_in_the_same_envelope(made: Callable[..., MailingResult], town: Desk) -> None:
    result = made(padding=Padding.EVEN, choices=WITH_FOLDER)
    assert (result.made, result.left_out) == (5, ())
    norwegian = text(result.files[0])
    places = [norwegian.index(each) for each in ("Bjørn Ås", "Fra å leie til å eie", "Cecilie Dahl")]
    assert places == sorted(places)
    with town.read() as reading:
        log = {(each.letter, each.case): each.sha256 for each in reading.all(IssuedLetter)}
    assert len(log) == 10
    for letter in WITH_FOLDER.kinds:
        assert make_letter(town, letter, "h2", "nb").letter.sha256 == log[letter, "h2"]
    assert plan_mailing(town, WITH_FOLDER).had == 5


@pytest.mark.parametrize("padding", [None, Padding.NONE])
def test_it_is_told_how_many_households_are_done_whatever_lies_in_their_envelopes(
    town: Desk, out: Path, padding: Padding | None
) -> None:
    said: list[tuple[int, int]] = []
    make_mailing(town, WITH_FOLDER, out, lambda *told: said.append(told) is None, padding)
    assert said == [(done, 5) for done in range(5)]


def test_whoever_has_had_the_letter_alone_gets_the_folder(made: Callable[..., MailingResult], town: Desk) -> None:
    file_letter(town, make_letter(town, "information", "h2", "nb"))
    files = [path.name for path in made(choices=WITH_FOLDER).files]
    assert files[:3] == ["information-folder-nb-0001.pdf", "information-nb-0002.pdf", "information-folder-nb-0002.pdf"]
    assert made(choices=WITH_FOLDER).made == 0


def test_a_folder_that_is_not_approved_holds_the_letter_back_and_says_so(town: Desk) -> None:
    save_block(town, "information_folder", "nb", "tittel", "Fra leie til eie")
    plan = plan_mailing(town, WITH_FOLDER)
    assert plan.to_make == 0
    assert "Teksten til «Folder om Leie til eie» på nb" in str(plan.left_out[0].why)


def test_an_invitation_goes_to_everyone_invited_and_can_go_out_for_the_next_meeting_too(
    made: Callable[..., MailingResult], town: Desk
) -> None:
    first, second = (a_meeting(town, datetime(2026, 10, day, 17, 0)) for day in (26, 28))
    for meeting, household in ((first, "h1"), (first, "h2"), (second, "h2")):
        invite(town, meeting, household)
    invitation = Choices("meeting_invitation", first)
    assert [plan_mailing(town, replace(invitation, meeting=each)).everyone for each in (first, second, "")] == [2, 1, 0]
    result = made(choices=invitation)
    assert [path.name for path in result.files] == [
        "meeting-invitation-nb-0001.pdf",
        "meeting-invitation-nb-tr-0001.pdf",
    ]
    assert "26. oktober" in text(result.files[0])
    assert plan_mailing(town, invitation).had == 2
    assert made(choices=replace(invitation, meeting=second)).made == 1


def test_a_notice_goes_to_everyone_with_a_visit_ahead_about_the_first_of_them(
    made: Callable[..., MailingResult], town: Desk
) -> None:
    for household, day in (("h1", 20), ("h2", 23), ("h2", 21), ("h3", 9)):
        plan_visit(town, household, datetime(2026, 10, day, 10, 0))
    result = made(padding=Padding.EVEN, choices=Choices("visit_notice"))
    assert (result.made, result.left_out) == (2, ())
    assert "Dag: onsdag 21. oktober" in text(result.files[0])
    assert plan_mailing(town, Choices("visit_notice")).to_make == 0
    plan_visit(town, "h3", datetime(2026, 10, 22, 10, 0))
    assert plan_mailing(town, Choices("visit_notice")).to_make == 1
