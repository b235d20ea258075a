"""hjemmebesok texts: letter texts listed, checked, taken out as files and in again from a terminal."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_run import Done, Run

from hjemmebesok.casework.desk import Desk, create_desk, open_desk
from hjemmebesok.casework.letter_texts import text_history, texts_in_force
from hjemmebesok.casework.text_edits import save_block
from hjemmebesok.store.keys import LOWEST_COST

PASSPHRASE = "fjell om høsten"


@pytest.fixture
def texts(run: Run, tmp_path: Path) -> Run:
    """Run `texts …` on a store in which the title of the letter has been changed in Norwegian alone."""
    desk = create_desk(tmp_path / "store", PASSPHRASE, "Kari", "Eksempel kommune", cost=LOWEST_COST)
    save_block(desk, "information", "nb", "tittel", "Vil du eie?")
    desk.close()

    def texts(*what: str) -> Done:
        return run("texts", *what, "--store", "store", "--language", "nb", HJEMMEBESOK_PASSPHRASE=PASSPHRASE)

    return texts


@pytest.fixture
def noted(texts: Run, tmp_path: Path) -> Iterator[Desk]:
    desk = open_desk(tmp_path / "store", PASSPHRASE)
    yield desk
    desk.close()


def test_every_text_is_listed_with_how_it_stands(texts: Run) -> None:
    lines = texts("list").stdout.splitlines()
    assert lines[0] == "information\tnb\tUtkast\tKommunens egen\t0"
    assert lines[2] == "information\ttr\tUtkast\tProgrammets\t1"


def test_the_check_tells_the_line_and_ends_in_a_code(texts: Run) -> None:
    done = texts("check", "information")
    assert done.returncode == 1
    told = done.stdout.splitlines()
    assert told[0].startswith("information/en: Linje ")
    assert told[0].endswith("er ikke oppdatert: «tittel» er endret på norsk.")
    assert texts("check", "visit_notice").stdout == "Ingenting hindrer at tekstene brukes.\n"


def test_a_text_goes_out_and_comes_in_as_one_version(texts: Run, tmp_path: Path, noted: Desk) -> None:
    assert texts("export", "information", "en", "--out", "en.md").returncode == 0
    file = tmp_path / "en.md"
    file.write_text(file.read_text("utf-8").replace("# Would", "# So, would"), "utf-8")
    refused = texts("import", "information", "en", "en.md")
    assert (refused.returncode, refused.stderr) == (
        1, "Rett dette i filen, og ta den inn på nytt. Ingenting er tatt inn.\n",
    )  # fmt: skip
    assert "er endret på norsk" in refused.stdout
    assert texts("import", "information", "en", "en.md", "--current", "--dry-run").returncode == 0
    assert text_history(noted, "information", "en") == []
    done = texts("import", "information", "en", "en.md", "--current")
    assert (done.returncode, done.stdout) == (0, "Teksten gjelder fra nå av.\n")
    with noted.read() as reading:
        assert texts_in_force(reading).text("information", "en").blocks["tittel"].words.startswith("So, would")


def test_what_cannot_be_read_is_told_line_by_line_and_changes_nothing(texts: Run, tmp_path: Path, noted: Desk) -> None:
    assert texts("export", "information", "nb", "--out", "nb.md").returncode == 0
    file = tmp_path / "nb.md"
    file.write_text(file.read_text("utf-8").replace(" {#hva}", "").replace("{uker|", "{{uker|"), "utf-8")
    done = texts("import", "information", "nb", "nb.md", "--current")
    assert done.returncode == 1
    assert [line.split(":")[0][:6] for line in done.stdout.splitlines()] == ["Linje ", "Linje "]
    assert len(text_history(noted, "information", "nb")) == 1


@pytest.mark.parametrize(
    ("what", "said"),
    [
        (("export", "tull", "nb", "--out", "x.md"), "Det finnes ingen brevtekst som heter «tull».\n"),
        (("export", "sale_frames", "tr", "--out", "x.md"), "«sale_frames» er ikke skrevet på det språket.\n"),
        (("import", "information", "nb", "ingen.md"), "Det finnes ingen fil eller mappe som heter ingen.md.\n"),
    ],
)
def test_what_is_not_there_is_said_in_one_sentence(texts: Run, what: tuple[str, ...], said: str) -> None:
    done = texts(*what)
    assert (done.returncode, done.stderr) == (1, said)
