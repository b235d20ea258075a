"""hjemmebesok check: one household's facts in, the verdict out."""

from datetime import date, datetime
from pathlib import Path

import click

from hjemmebesok.assets import resource
from hjemmebesok.cli.json_file import read_json, read_settings
from hjemmebesok.cli.terminal import _, language_option, terminal
from hjemmebesok.language import LANGUAGES


def _show_schema(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        from hjemmebesok.eligibility.schema import facts_schema, verdict_schema

        terminal.say_json({"facts": facts_schema(), "verdict": verdict_schema()})
        context.exit()


def _explain(_context: click.Context, _parameter: click.Parameter, code: str | None) -> None:
    if code:
        terminal.choose(code)


@click.command(help=_("Hold opplysningene om én husstand opp mot et regelsett. Svaret er veiledende, ikke et vedtak."))
@click.argument("file", metavar="FILE.json", type=click.Path(path_type=Path))
@click.option(
    "--ruleset", "name", metavar="ID", required=True, help=_("leie-til-eie-2011, startlan-2025 eller tilskudd.")
)
@click.option("--date", "day", metavar="YYYY-MM-DD", type=click.DateTime(["%Y-%m-%d"]), help=_("Dagen; ellers i dag."))
@click.option(
    "--settings", metavar="FILE", type=click.Path(path_type=Path), help=_("Kommunens innstillinger, TOML eller JSON.")
)
@click.option(
    "--months-paid",
    type=int,
    metavar="N",
    help=_("Regn også ut rommet for tilleggslån når så mange terminer er betalt etter kjøpet."),
)
@click.option("--json", "as_json", is_flag=True, help=_("Svar med JSON."))
@click.option(
    "--explain",
    type=click.Choice(LANGUAGES),
    is_eager=True,
    expose_value=False,
    callback=_explain,
    help=_("Språket i forklaringen; det samme som --language."),
)
@click.option(
    "--schema",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_schema,
    help=_("Vis JSON Schema for opplysninger og svar."),
)
@language_option
def check(
    file: Path, name: str, day: datetime | None, settings: Path | None, months_paid: int | None, as_json: bool
) -> None:
    """Facts in, verdict out; reading the files, the rates and the clock is done here."""
    from hjemmebesok.cli.verdict import advice_lines, extra_loan_lines, lines
    from hjemmebesok.eligibility import check as engine
    from hjemmebesok.eligibility.extra_loan import room_after
    from hjemmebesok.eligibility.income_drop import income_drop
    from hjemmebesok.eligibility.plain import facts_from_json, verdict_to_json
    from hjemmebesok.eligibility.plain_advice import advice_to_json, extra_loan_to_json
    from hjemmebesok.eligibility.rates import parse_rates
    from hjemmebesok.eligibility.remedies import remedies
    from hjemmebesok.eligibility.rulesets import ruleset
    from hjemmebesok.eligibility.settings_file import with_settings

    rules = with_settings(ruleset(name), read_settings(settings) if settings else {})
    facts, on = facts_from_json(read_json(file)), day.date() if day else date.today()
    rates = parse_rates(path.read_text("utf-8") for path in sorted(resource("rates").glob("*.toml")))
    verdict = engine.check(rules, facts, rates=rates, on=on)
    changes, drop = remedies(verdict, rates), income_drop(rules, facts, rates=rates, on=on)
    bought = verdict.figures.loan
    extra = room_after(bought, months_paid) if bought and months_paid is not None else None
    if as_json:
        say = terminal.language.say
        room = extra_loan_to_json(extra, say) if months_paid is not None else {}
        terminal.say_json(verdict_to_json(verdict, say) | advice_to_json(changes, drop, say) | room)
    else:
        told = [*lines(verdict, terminal.language), *advice_lines(changes, drop, terminal.language)]
        told += extra_loan_lines(extra, terminal.language) if months_paid is not None else ()
        click.echo("\n".join(told))
