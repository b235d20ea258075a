"""hjemmebesok what-if: who moves when the criteria do, told and as JSON, with nobody's name in it."""

import json
from pathlib import Path
from typing import Any

import pytest
from cli_run import Done, Run

from hjemmebesok.casework.desk import create_desk
from hjemmebesok.demo.programme import ANSWERS
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.store.keys import LOWEST_COST

PASSPHRASE = "fjell om høsten"


@pytest.fixture
def what_if(run: Run, tmp_path: Path) -> Run:
    """Compare over one household whose loan leaves over 7.8 % of the price."""
    desk = create_desk(tmp_path / "store", PASSPHRASE, "Kari Nordmann", "Eksempel kommune", cost=LOWEST_COST)
    with desk.work() as work:
        work.put(Household(id="h1", case="h1", name="Ayşe og Mehmet Yılmaz", language="tr"))
        work.put(Kartlegging(id="k1", case="h1", visit="v1", answers=ANSWERS))
    desk.close()
    (tmp_path / "less.toml").write_text('ruleset = "leie-til-eie-2011"\ngrant_percent = 7\n', "utf-8")

    def what_if(*more: object, **variables: str) -> Done:
        return run("what-if", "--store", "store", *more, HJEMMEBESOK_PASSPHRASE=PASSPHRASE, **variables)

    return what_if


def test_who_moves_is_told_with_both_reasons_and_no_name(what_if: Run) -> None:
    done = what_if("--a", "leie-til-eie-2011", "--b", "less.toml")
    assert (done.returncode, done.stderr) == (0, "")
    told = " ".join(done.stdout.split())
    assert "grant_percent: 20 → 7" in told
    assert "A7 Tilskudd OK → Skjønn: 1" in told
    assert "A A7 OK: Resten er 156 090 kr, 7,8 % av prisen. Det kan tilskudd vanligvis dekke." in told
    assert "B A7 Skjønn: Resten er 156 090 kr, 7,8 % av prisen. Det er mer enn et vanlig tilskudd." in told
    assert "h1: " in told
    assert "Yılmaz" not in told


def test_the_same_as_json(what_if: Run) -> None:
    done = what_if("--a", "leie-til-eie-2011", "--b", "less.toml", "--json")
    said: dict[str, Any] = json.loads(done.stdout)
    assert said["households"] == 1
    assert [said[each]["settings"]["grant_percent"] for each in ("a", "b")] == [20, 7]
    assert {"id": "A7", "from": "OK", "to": "SKJONN", "households": 1} in said["conditions"]
    assert (said["a"]["loans"], said["a"]["gaps"]) == (1_845_000, 156_090)
    (changed,) = said["changed"]
    assert changed["household"] == "h1"
    assert [finding["outcome"] for finding in (changed["a"][-1], changed["b"][-1])] == ["OK", "SKJONN"]
    assert "Yılmaz" not in done.stdout


def test_the_same_criteria_move_nobody(what_if: Run) -> None:
    said = json.loads(what_if("--a", "less.toml", "--b", "less.toml", "--json").stdout)
    assert (said["changed"], said["conditions"], len(said["table"])) == ([], [], 1)


def test_two_rulesets_can_be_compared(what_if: Run) -> None:
    said = json.loads(what_if("--a", "leie-til-eie-2011", "--b", "startlan-2025", "--json").stdout)
    assert (said["b"]["ruleset"], said["households"]) == ("startlan-2025", 1)


@pytest.mark.parametrize(
    ("named", "written", "sentence"),
    [
        ("gammel", None, "Regelsettet «gammel» finnes ikke."),
        ("fil.toml", 'ruleset = "gammel"', "Regelsettet «gammel» finnes ikke."),
        ("fil.toml", "grant_percent = 101", "«grant_percent» må være fra 0 til 100."),
        ("fil.toml", "grant_procent = 10", "Innstillingen «grant_procent» finnes ikke."),
        ("fil.json", "[1]", "Innstillingene må være navn og verdier."),
    ],
)
def test_criteria_that_cannot_be_are_one_sentence(
    what_if: Run, tmp_path: Path, named: str, written: str | None, sentence: str
) -> None:
    if written:
        (tmp_path / named).write_text(written, "utf-8")
    done = what_if("--a", "leie-til-eie-2011", "--b", named)
    assert (done.returncode, done.stdout, len(done.stderr.splitlines())) == (1, "", 1)
    assert done.stderr.startswith(sentence)
