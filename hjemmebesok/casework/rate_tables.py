"""The figures that hold: those that come with the program, and over them the tables the municipality has taken in.

A yearly update is a file; whoever may publish reads it in, and the server hands it out.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date
from functools import cache, lru_cache

from hjemmebesok.assets import resource
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.rule_settings import check_may_publish, published
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.domain.rules import RULES_CASE, RateTable
from hjemmebesok.eligibility.rates import Rate, Rates, parse_rates
from hjemmebesok.eligibility.sifo import Sifo
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.reading import Reading
from hjemmebesok.store.work import new_id


@dataclass(frozen=True, slots=True)
class RateChange:
    """One figure of a file: what holds from its first day, and what would hold on that day without it."""

    rate: Rate
    before: Rate | None


@dataclass(frozen=True, slots=True)
class RatePreview:
    """What a file of rates would change. `unchanged` counts the figures that are there already, alike."""

    body: str
    changes: tuple[RateChange, ...]
    budgets: tuple[Sifo, ...]
    unchanged: int

    @property
    def empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.changes or self.budgets)


@cache
def shipped_rates() -> Rates:
    """The rates that come with the program, read once."""
    return parse_rates(path.read_text("utf-8") for path in sorted(resource("rates").glob("*.toml")))


def rates_in_force(reading: Reading) -> Rates:
    """The figures of every day: each has its own. Raises Refused where this version cannot read a table."""
    return rates_of(rate_tables(reading))


def rates_of(tables: Iterable[RateTable]) -> Rates:
    """The program's figures under those of these tables, the oldest of which come first."""
    return _over_shipped(tuple(table.body for table in tables))


def rate_tables(reading: Reading) -> list[RateTable]:
    """Every table that was published, oldest first."""
    return sorted(published(reading, RateTable), key=lambda each: (each.published_at, each.id))


def preview_rates(desk: Desk, data: bytes) -> RatePreview:
    """What the file would change. Raises Refused, naming the rate, for one that is no file of rates."""
    with desk.read() as reading:
        return _preview(_text(data), rates_in_force(reading))


def publish_rates(desk: Desk, data: bytes, reason: str) -> Changes:
    """Take the file in for the whole municipality. Raises Refused as `preview_rates` does, where she may not, without a
    reason, and where nothing would change."""
    if not reason.strip():
        raise Refused(Phrase("Skriv hvor satsene er fra, eller hvorfor de leses inn."))
    with desk.work() as work:
        check_may_publish(work)
        preview = _preview(_text(data), rates_in_force(work))
        if preview.empty:
            raise Refused(Phrase("Alle satsene i filen gjelder allerede. Det er ingenting å lese inn."))
        table = RateTable(
            id=new_id(),
            case=RULES_CASE,
            body=preview.body,
            reason=reason.strip(),
            published_at=desk.now().astimezone(UTC),
            published_by=desk.user.name,
        )
        work.put(table)
        return work.made(table.id)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused(Phrase("Filen er ikke lagret som UTF-8.")) from None


def _preview(body: str, now: Rates) -> RatePreview:
    read = parse_rates([body])
    rates, budgets = tuple(read), read.budgets
    if not (rates or budgets):
        raise Refused(Phrase("Det er ingen satser i filen."))
    for rate in rates:
        _check_known(rate)
    there, had = set(now), set(now.budgets)
    fresh = tuple(RateChange(rate, now.on(rate.code, rate.gjelder_fra)) for rate in rates if rate not in there)
    new_budgets = tuple(budget for budget in budgets if budget not in had)
    unchanged = len(rates) - len(fresh) + len(budgets) - len(new_budgets)
    return RatePreview(body, tuple(sorted(fresh, key=_order)), new_budgets, unchanged)


def _order(change: RateChange) -> tuple[str, date]:
    return change.rate.code, change.rate.gjelder_fra


def _check_known(rate: Rate) -> None:
    """A code that no calculation asks for would do nothing, and an amount in the wrong unit would do harm."""
    ours = next((each for each in shipped_rates() if each.code == rate.code), None)
    if ours is None:
        raise Refused(Phrase("Satsen «{rate}» brukes ikke av noen regel. Er navnet skrevet riktig?", rate=rate.code))
    if type(ours.amount) is not type(rate.amount):
        raise Refused(Phrase("Satsen «{rate}» er i feil enhet: kroner eller prosent.", rate=rate.code))


@lru_cache(maxsize=16)
def _over_shipped(bodies: tuple[str, ...]) -> Rates:
    rates = shipped_rates()
    for body in bodies:
        rates = rates.under(parse_rates([body]))
    return rates
