"""hjemmebesok what-if: the caseload of a store under two sets of criteria."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hjemmebesok.cli.desk import store_option, unlocked
from hjemmebesok.cli.json_file import read_settings
from hjemmebesok.cli.terminal import _, language_option, terminal

if TYPE_CHECKING:
    from hjemmebesok.casework.desk import Desk
    from hjemmebesok.eligibility.condition import Ruleset

_CRITERIA = _("Et regelsett, eller en fil med kommunens innstillinger (TOML eller JSON).")


@click.command(
    "what-if", help=_("Hold alle kartlagte husstander opp mot to sett med regler, og se hvem som får et annet svar.")
)
@store_option
@click.option("--a", "before", metavar="A", required=True, help=_CRITERIA)
@click.option("--b", "after", metavar="B", required=True, help=_("Det samme, for det som det skal sammenlignes med."))
@click.option("--json", "as_json", is_flag=True, help=_("Svar med JSON."))
@language_option
def what_if(store: Path, before: str, after: str, as_json: bool) -> None:
    """Who moves from what to what, and why. Households are named by their ids: who they are stays in the store."""
    from hjemmebesok.casework import whatif
    from hjemmebesok.cli.comparison import lines, to_json

    with unlocked(store) as desk:
        a, b = criteria(desk, before), criteria(desk, after)
        found = whatif.what_if(desk, a, b)
        explained = whatif.explain(desk, found, found.comparison.changed)
    if as_json:
        terminal.say_json(to_json(found, explained, terminal.language.say))
    else:
        click.echo("\n".join(lines(found, explained, terminal.language)))


def criteria(desk: "Desk", named: str) -> "Ruleset":
    """The file's settings in the ruleset it names or else in that of leie til eie; or the ruleset with this id. What is
    not in the file is as it holds today.

    Raises Refused for one there is none of, and for settings that cannot be.
    """
    from hjemmebesok.casework.rule_settings import rules_in_force
    from hjemmebesok.casework.rules_in_use import LEIE_TIL_EIE
    from hjemmebesok.eligibility.settings_file import with_settings

    def in_force(rules: str) -> "Ruleset":
        with desk.read() as reading:
            return rules_in_force(reading, rules, desk.today())

    file = Path(named)
    if not file.exists():
        return in_force(named)
    plain = read_settings(file)
    if not isinstance(plain, dict):
        return with_settings(in_force(LEIE_TIL_EIE), plain)
    settings = {name: value for name, value in plain.items() if name != "ruleset"}
    return with_settings(in_force(str(plain.get("ruleset", LEIE_TIL_EIE))), settings)
