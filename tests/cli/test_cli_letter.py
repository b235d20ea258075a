"""hjemmebesok letter: a PDF from the store, and its line in the household's log."""

from datetime import datetime
from pathlib import Path

import pypdfium2
import pytest
from cli_run import Done, Run

from hjemmebesok.casework.desk import create_desk, open_desk
from hjemmebesok.casework.households import open_household
from hjemmebesok.casework.visits import close_visit, plan_visit, start_visit
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.household import Household
from hjemmebesok.store.keys import LOWEST_COST

PASSPHRASE = "fjell om høsten"


_UNKNOWN = (
    "Brevtypen «vedtak» finnes ikke. Velg en av disse: information, information_folder, visit_notice,"
    " meeting_invitation, document_checklist, follow_up_offer, visit_summary, eligibility_outcome, board_proposal."
)

_NO_SLOT = "«elsewhere=9» er ingen samtale. Skriv for eksempel office=2026-10-22T09:00."


@pytest.fixture
def letter(run: Run, tmp_path: Path) -> Run:
    """Write a letter to a household that has been visited."""
    desk = create_desk(
        tmp_path / "store", PASSPHRASE, "Kari Nordmann", "Eksempel kommune", phone="000 00 101", cost=LOWEST_COST
    )
    with desk.work() as work:
        work.put(Household(id="h1", case="h1", name="Ayşe og Mehmet Yılmaz", language="tr"))
        work.put(Dwelling(id="d1", case="h1", address="Fjellåsen 14", postcode="0000", place="Eksempel"))
    visit = plan_visit(desk, "h1", datetime(2026, 10, 12, 10, 30)).made
    start_visit(desk, visit)
    close_visit(desk, visit)
    desk.close()

    def letter(kind: str, *more: str, flags: tuple[str, ...] = ()) -> Done:
        given = {"--household": "h1", "--language": "nb", "--out": "brev.pdf"} | dict(
            zip(more[::2], more[1::2], strict=True)
        )
        options = [*flags, *(part for pair in given.items() for part in pair)]
        return run("letter", kind, "--store", "store", *options, HJEMMEBESOK_PASSPHRASE=PASSPHRASE)

    return letter


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


@pytest.mark.parametrize("kind", ["information", "document_checklist", "visit_summary"])
def test_a_letter_is_written_and_noted(letter: Run, tmp_path: Path, kind: str) -> None:
    done = letter(kind, "--language", "tr")
    assert (done.returncode, done.stderr) == (0, "")
    assert "Ayşe og Mehmet Yılmaz" in text_of(tmp_path / "brev.pdf")
    desk = open_desk(tmp_path / "store", PASSPHRASE)
    noted = [(one.letter, one.language) for one in open_household(desk, "h1").letters]
    desk.close()
    assert noted == [(kind, "tr")]


@pytest.mark.parametrize(
    ("kind", "more", "sentence"),
    [
        ("vedtak", (), _UNKNOWN),
        ("follow_up_offer", (), "Legg inn minst én tid som husstanden kan velge."),
        ("follow_up_offer", ("--slot", "elsewhere=9"), _NO_SLOT),
        ("eligibility_outcome", ("--rules", "gamle"), "Besøket er ikke sjekket etter regelsettet «gamle»."),
        ("information", ("--out", "borte/brev.pdf"), "Det finnes ingen fil eller mappe som heter borte/brev.pdf."),
    ],
)
def test_a_letter_that_cannot_be_made_is_one_sentence_and_is_not_noted(
    letter: Run, tmp_path: Path, kind: str, more: tuple[str, ...], sentence: str
) -> None:
    done = letter(kind, *more)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"{sentence}\n")
    assert not (tmp_path / "brev.pdf").exists()
    desk = open_desk(tmp_path / "store", PASSPHRASE)
    assert open_household(desk, "h1").letters == ()
    desk.close()


def test_a_letter_is_about_the_nearest_visit_and_offers_the_times_given(letter: Run, tmp_path: Path) -> None:
    assert letter("eligibility_outcome").returncode == 0
    assert "Det er veiledning" in text_of(tmp_path / "brev.pdf")
    done = letter("follow_up_offer", "--slot", "home=2099-10-22T09:00", "--reply-by", "2099-10-20")
    assert (done.returncode, done.stderr) == (0, "")
    assert "22. oktober 2099" in text_of(tmp_path / "brev.pdf")


def test_a_letter_can_have_the_norwegian_text_first(letter: Run, tmp_path: Path) -> None:
    assert letter("information", "--language", "tr", flags=("--with-norwegian",)).returncode == 0
    said = text_of(tmp_path / "brev.pdf")
    assert said.index("Vil du eie din egen bolig?") < said.index("Kendi evinizin")


def test_a_paper_is_written_and_noted(letter: Run, run: Run, tmp_path: Path) -> None:
    asked = ("paper", "day_plan", "--store", "store", "--day", "2026-10-12", "--language", "nb", "--out", "plan.pdf")
    done = run(*asked, HJEMMEBESOK_PASSPHRASE=PASSPHRASE)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Dagsplan 12. oktober 2026" in text_of(tmp_path / "plan.pdf")


def test_a_household_that_is_not_there_is_one_sentence(letter: Run) -> None:
    done = letter("information", "--household", "ingen")
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert "Traceback" not in done.stderr
