"""hjemmebesok import: the tenant register into the store."""

import json
from pathlib import Path

import pytest
from cli_run import Done, Run

from hjemmebesok.casework.desk import create_desk
from hjemmebesok.store.keys import LOWEST_COST

PASSPHRASE = "fjell om høsten"
REGISTER = """Leietaker-ID;Navn;Adressebeskyttelse;Adresse;Husleie
1001;Ayşe Yılmaz;;Fjellåsen 14;12 600,50
1002;Liv Strand;;Fjellåsen 16;9 100
1003;Tomasz Nowak;;Fjellåsen 18;mye
"""


@pytest.fixture
def imported(run: Run, tmp_path: Path) -> Run:
    """Import this text into one new store."""
    create_desk(tmp_path / "store", PASSPHRASE, "Kari", "Eksempel kommune", cost=LOWEST_COST).close()

    def imported(register: str, *more: str) -> Done:
        (tmp_path / "register.csv").write_text(register, "utf-8")
        return run("import", "register.csv", "--store", "store", *more, HJEMMEBESOK_PASSPHRASE=PASSPHRASE)

    return imported


def test_what_was_imported_and_what_was_refused_is_told_with_line_and_column(imported: Run) -> None:
    done = imported(REGISTER)
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "2 nye, 0 endret, 0 som før, 1 avvist.",
        "Avvist, linje 4, Husleie: «mye» er ikke et beløp.",
    ]


def test_a_second_import_of_the_same_file_changes_nothing(imported: Run) -> None:
    imported(REGISTER)
    assert imported(REGISTER).stdout.splitlines()[0] == "0 nye, 0 endret, 2 som før, 1 avvist."


def test_a_dry_run_imports_nothing(imported: Run) -> None:
    assert imported(REGISTER, "--dry-run").stdout.splitlines()[-1] == "Ingenting er lest inn."
    assert imported(REGISTER).stdout.splitlines()[0] == "2 nye, 0 endret, 0 som før, 1 avvist."


def test_other_programs_get_json_with_lines_and_no_names(imported: Run) -> None:
    done = imported(REGISTER, "--json")
    answer = json.loads(done.stdout)
    assert (answer["imported"], answer["new"], answer["unchanged"]) == (True, [2, 3], 0)
    assert [(one["line"], one["column"]) for one in answer["refused"]] == [(4, "Husleie")]
    assert "Strand" not in done.stdout


def test_a_file_that_is_no_register_is_one_sentence(imported: Run) -> None:
    done = imported("Dette er et brev.\n")
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)


def test_a_wrong_passphrase_is_one_sentence(run: Run, imported: Run, tmp_path: Path) -> None:
    (tmp_path / "register.csv").write_text(REGISTER, "utf-8")
    done = run("import", "register.csv", "--store", "store", HJEMMEBESOK_PASSPHRASE="noe helt annet")
    assert (done.returncode, done.stderr) == (1, "Passfrasen stemmer ikke. Se etter store bokstaver og mellomrom.\n")
