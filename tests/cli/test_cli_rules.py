"""hjemmebesok rates and settings: published into the store from a terminal."""

from pathlib import Path

import pytest
from cli_run import Done, Run

from hjemmebesok.casework.desk import create_desk
from hjemmebesok.store.keys import LOWEST_COST

PASSPHRASE = "fjell om høsten"
TABLE = """[[rate]]
code = "tinglysing_pant"
kroner = 700
gjelder_fra = 2036-01-01
source = "Kartverket"
verified = false
"""


@pytest.fixture
def said(run: Run, tmp_path: Path) -> Run:
    """Run a command on one new store."""
    create_desk(tmp_path / "store", PASSPHRASE, "Kari", "Eksempel kommune", cost=LOWEST_COST).close()
    (tmp_path / "rates.toml").write_text(TABLE, "utf-8")
    (tmp_path / "settings.toml").write_text('ruleset = "startlan-2025"\nbotid_months = 6\n', "utf-8")
    (tmp_path / "wrong.toml").write_text('ruleset = "startlan-2025"\nbotid_months = 36\n', "utf-8")

    def said(*what: str) -> Done:
        return run(*what, "--store", "store", "--language", "nb", HJEMMEBESOK_PASSPHRASE=PASSPHRASE)

    return said


def test_a_file_of_rates_is_told_and_then_taken_in(said: Run) -> None:
    dry = said("rates", "rates.toml", "--dry-run").stdout.splitlines()
    assert dry[0] == "1 ny sats eller tabell"
    assert dry[1].startswith("Tinglysing av pant: ")
    assert dry[1].endswith("700\u00a0kr fra 1. januar 2036. Kilde: Kartverket, ikke kontrollert.")
    assert dry[2] == "Ingenting er lest inn."
    assert said("rates", "rates.toml").stdout.splitlines() == dry[:2]
    again = said("rates", "rates.toml")
    assert again.returncode == 1
    assert again.stderr == "Alle satsene i filen gjelder allerede. Det er ingenting å lese inn.\n"


def test_settings_hold_from_a_day_and_are_shown(said: Run) -> None:
    assert said("settings").stdout.splitlines()[1] == "startlan-2025: som i programmet"
    how = ("settings", "settings.toml", "--from", "2020-01-01", "--reason", "Vedtatt.")
    assert said(*how, "--dry-run").stdout == "Krav om botid: 0 måneder → 6 måneder\nIngenting er endret.\n"
    assert said(*how).returncode == 0
    shown = said("settings").stdout.splitlines()
    assert shown[1:3] == ["startlan-2025: fra 1. januar 2020, av Kari. Vedtatt.", "  botid_months = 6"]


def test_settings_beyond_what_a_guideline_allows_are_refused_with_it(said: Run) -> None:
    done = said("settings", "wrong.toml", "--reason", "Vedtatt.")
    assert done.returncode == 1
    assert done.stderr == "«botid_months» må være fra 0 til 12. Kilde: Veileder for startlån, botid.\n"
