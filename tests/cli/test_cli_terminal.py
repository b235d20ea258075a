"""How the terminal behaves, whatever it is asked to do."""

import re
import subprocess
import sys

import pytest
from cli_run import PROGRAM, ROOT, Run, environment

from hjemmebesok.cli.trouble import one_sentence


def test_it_says_its_version(run: Run) -> None:
    assert run("--version").stdout == "hjemmebesok, versjon 0.1.0\n"


def test_the_help_names_every_command(run: Run) -> None:
    done = run("--help")
    assert done.returncode == 0
    assert {"check", "enrol", "sync"} <= set(done.stdout.split())


def test_the_help_is_there_before_any_room_is_opened() -> None:
    late = ("sqlalchemy", "PySide6", "reportlab", "babel")
    code = f"import sys, hjemmebesok.cli; print([name for name in {late} if name in sys.modules])"
    assert subprocess.check_output([sys.executable, "-c", code], cwd=ROOT, text=True) == "[]\n"


@pytest.mark.parametrize(
    ("locale", "usage"),
    [("nb_NO.UTF-8", "Bruk:"), ("en_GB.UTF-8", "Usage:"), ("tr_TR.UTF-8", "Kullanım:"), ("fr_FR.UTF-8", "Bruk:")],
)
def test_it_speaks_the_language_of_the_computer_and_else_bokmal(run: Run, locale: str, usage: str) -> None:
    assert run("--help", LANG=locale).stdout.startswith(usage)


def test_it_writes_utf_8_even_where_the_computer_would_not(run: Run) -> None:
    done = run("check", "Ğıİş.json", "--ruleset", "leie-til-eie-2011", PYTHONIOENCODING="ascii")
    assert done.stderr == "Det finnes ingen fil eller mappe som heter Ğıİş.json.\n"


def test_a_command_that_does_not_exist_is_wrong_usage(run: Run) -> None:
    done = run("vedtak")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == "Feil: Kommandoen 'vedtak' finnes ikke."


def test_nothing_is_said_when_whoever_reads_leaves() -> None:
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen([*PROGRAM, "--help"], env=environment(), **pipes) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""


def test_a_secret_is_never_waited_for_where_there_is_nobody_to_ask(run: Run) -> None:
    done = run("sync", "--store", "lager")
    assert done.returncode == 1
    assert done.stderr == "Sett miljøvariabelen HJEMMEBESOK_PASSPHRASE, eller kjør fra en terminal.\n"


def test_a_store_that_is_not_there_is_one_sentence(run: Run) -> None:
    done = run("sync", "--store", "lager", HJEMMEBESOK_PASSPHRASE="riktig hest batteri")
    assert done.returncode == 1
    assert done.stderr == "Det er ikke noe lager i mappen lager.\n"


def test_a_fault_is_one_sentence_that_says_where_and_not_what(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left, one_sentence():
        {}["Ayşe Yılmaz"]
    assert left.value.code == 1
    said = capsys.readouterr().err
    assert re.fullmatch(r"Det gikk ikke \(KeyError( \w+\.py:\d+)+\)\.\n", said)
