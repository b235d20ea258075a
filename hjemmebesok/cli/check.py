"""hjemmebesok check: one household's facts in, the verdict out."""

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from hjemmebesok.assets import resource
from hjemmebesok.cli.terminal import _, language_option, terminal
from hjemmebesok.domain.phrase import Phrase, Refused


@click.command(help=_("Hold opplysningene om én husstand opp mot et regelsett. Svaret er veiledende, ikke et vedtak."))
@click.argument("file", metavar="FILE.json", type=click.Path(path_type=Path))
@click.option("--ruleset", "name", metavar="ID", required=True, help=_("Regelsettet, for eksempel leie-til-eie-2011."))
@click.option("--date", "day", metavar="YYYY-MM-DD", type=click.DateTime(["%Y-%m-%d"]), help=_("Dagen; ellers i dag."))
@click.option("--json", "as_json", is_flag=True, help=_("Svar med JSON."))
@language_option
def check(file: Path, name: str, day: datetime | None, as_json: bool) -> None:
    """Facts in, verdict out; reading the file, the rates and the clock is done here."""
    from hjemmebesok.cli.verdict import lines
    from hjemmebesok.eligibility import check as engine
    from hjemmebesok.eligibility.plain import facts_from_json, verdict_to_json
    from hjemmebesok.eligibility.rates import parse_rates
    from hjemmebesok.eligibility.rulesets import ruleset

    rules, facts = ruleset(name), facts_from_json(read_json(file))
    rates = parse_rates(path.read_text("utf-8") for path in sorted(resource("rates").glob("*.toml")))
    verdict = engine.check(rules, facts, rates=rates, on=day.date() if day else date.today())
    if as_json:
        terminal.say_json(verdict_to_json(verdict, terminal.language.say))
    else:
        click.echo("\n".join(lines(verdict, terminal.language)))


def read_json(file: Path) -> Any:
    """What the file says. Raises Refused for anything but UTF-8 JSON, and for a name that stands there twice."""
    try:
        return json.loads(file.read_text("utf-8-sig"), object_pairs_hook=_each_name_once)
    except UnicodeDecodeError:
        raise Refused(Phrase("{file} er ikke lagret som UTF-8.", file=file.name)) from None
    except json.JSONDecodeError as error:
        wrong = Phrase(
            "{file} er ikke JSON: feil i linje {line}, tegn {column}.",
            file=file.name,
            line=error.lineno,
            column=error.colno,
        )
        raise Refused(wrong) from None
    except RecursionError:
        raise Refused(Phrase("{file} er ikke JSON som kan leses.", file=file.name)) from None


def _each_name_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise Refused(Phrase("«{name}» står to ganger.", name=name[:40]))
        found[name] = value
    return found
