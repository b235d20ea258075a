"""A household in which every condition is answered, and for each condition the cases at its boundaries.

The same table is tested and printed on the approved pages: (words, what differs from the household, the outcome).
"""

from datetime import date
from typing import Any

from hjemmebesok.assets import resource
from hjemmebesok.domain.income import IncomeType
from hjemmebesok.domain.money import Money
from hjemmebesok.eligibility.check import check
from hjemmebesok.eligibility.condition import Outcome
from hjemmebesok.eligibility.facts import Facts
from hjemmebesok.eligibility.income import IncomeLine
from hjemmebesok.eligibility.rates import Rates, parse_rates
from hjemmebesok.eligibility.rulesets import ruleset
from hjemmebesok.eligibility.verdict import Finding, Verdict

OK, FAIL, SKJONN, MANGLER, IKKE_AKTUELT = Outcome
DAY = date(2026, 11, 22)
RATES: Rates = parse_rates(path.read_text("utf-8") for path in sorted(resource("rates").glob("*.toml")))
RULES = ruleset("leie-til-eie-2011")
kr = Money.kroner


def line(type_: str | None, kroner: int | str | None, **more: Any) -> IncomeLine:
    """One income line, in kroner."""
    return IncomeLine(type=IncomeType(type_) if type_ else None, amount=None if kroner is None else kr(kroner), **more)


HOUSEHOLD = Facts(
    municipal_tenant=True,
    wishes_to_own=True,
    bank_answer="refused",
    income=(line("lonn_fast", 22_400), line("lonn_deltid", 7_576), line("barnetrygd", 4_024)),
    livsopphold=kr(19_000),
    livsopphold_basis="sifo",
    livsopphold_factor=100,
    other_expenses=kr(900),
    housing_costs=kr(5_200),
    price=kr(2_000_000),
    costs=kr(1_090),
    repairs=kr(0),
    equity=kr(0),
    term_years=40,
    fixed_rate=True,
    rent_today=kr(12_600),
    power_today=kr(900),
)

# Available 8 000 kr a month over 30 years carries 1 490 000 kr; 20 % is reached at a price of 1 861 137,50 kr.
_EDGE: dict[str, Any] = {
    "income": (line("lonn_fast", 24_000),),
    "livsopphold": kr(11_500),
    "other_expenses": kr(0),
    "housing_costs": kr(4_500),
    "term_years": 30,
}


def _left(kroner: str) -> dict[str, Any]:
    """A household with this much left for a loan each month, over 30 years."""
    return {**_EDGE, "income": (line("lonn_fast", 16_000), line("annet", kroner))}


CASES: dict[str, list[tuple[str, dict[str, Any], Outcome]]] = {
    "A1": [
        ("Leier av kommunen", {}, OK),
        ("Leier ikke av kommunen", {"municipal_tenant": False}, FAIL),
        ("Ikke kjent om de leier av kommunen", {"municipal_tenant": None}, MANGLER),
    ],
    "A2": [
        ("Ønsker å eie", {}, OK),
        ("Ønsker ikke å eie", {"wishes_to_own": False}, IKKE_AKTUELT),
        ("Ikke kjent om de ønsker å eie", {"wishes_to_own": None}, MANGLER),
    ],
    "A3": [
        ("Banken sier nei", {}, OK),
        ("Banken gir for lite", {"bank_answer": "too_little"}, OK),
        ("Banken gir lån", {"bank_answer": "offered"}, FAIL),
        ("Banken har ikke svart", {"bank_answer": None}, MANGLER),
    ],
    "A4": [
        ("Lønn og barnetrygd", {}, OK),
        (
            "Sosialstønad ved siden av lønn",
            {"income": (line("lonn_fast", 12_000), line("sosialstonad", 4_000))},
            OK,
        ),
        ("Bare sosialstønad", {"income": (line("sosialstonad", 9_000),)}, OK),
        ("Sosialstønad uten beløp", {"income": (line("lonn_fast", 12_000), line("sosialstonad", None))}, OK),
        ("Ingen inntekter", {"income": ()}, OK),
        ("Dagpenger som varer til og med dagen", {"income": (line("dagpenger", 14_000, until=DAY),)}, OK),
        ("Dagpenger som varte til dagen før", {"income": (line("dagpenger", 14_000, until=date(2026, 11, 21)),)}, OK),
        ("Lønn uten beløp", {"income": (line("lonn_fast", None),)}, MANGLER),
        ("Beløp uten type", {"income": (line(None, 12_000),)}, MANGLER),
        ("Inntektene er ikke kjent", {"income": None}, MANGLER),
    ],
    "A5": [
        ("Hele SIFO", {}, OK),
        ("Satsene for gjeldsordning", {"livsopphold_basis": "gjeldsordning", "livsopphold_factor": None}, OK),
        ("99 % av SIFO, uten begrunnelse", {"livsopphold_factor": 99}, SKJONN),
        ("99 % av SIFO, begrunnet", {"livsopphold_factor": 99, "livsopphold_reason": "Har hage."}, SKJONN),
        ("101 % av SIFO", {"livsopphold_factor": 101}, SKJONN),
        ("SIFO, men ikke kjent hvor stor del", {"livsopphold_factor": None}, MANGLER),
        ("Kontoutskrift, uten begrunnelse", {"livsopphold_basis": "actual"}, SKJONN),
        (
            "Kontoutskrift, begrunnet",
            {"livsopphold_basis": "actual", "livsopphold_reason": "Tre måneders kontoutskrift."},
            OK,
        ),
        ("Ikke kjent hva beløpet bygger på", {"livsopphold_basis": None}, SKJONN),
        ("Som over, begrunnet", {"livsopphold_basis": None, "livsopphold_reason": "Avtalt."}, SKJONN),
        ("Begrunnelsen er bare mellomrom", {"livsopphold_basis": "actual", "livsopphold_reason": "  "}, SKJONN),
        ("Livsopphold er ikke kjent", {"livsopphold": None}, MANGLER),
    ],
    "A6": [
        ("Lånet dekker alt", {"price": kr(1_843_910)}, OK),
        ("Lånet mangler en krone, som kan være tilskudd", {"price": kr(1_843_911)}, OK),
        ("Resten er nøyaktig 20 % av prisen", {**_EDGE, "price": kr("1 861 137,50")}, OK),
        ("Resten er ett øre mer enn 20 %", {**_EDGE, "price": kr("1 861 137,51")}, IKKE_AKTUELT),
        ("5,37 kr igjen: lån på 1 000 kr", _left("5,37"), IKKE_AKTUELT),
        ("5,36 kr igjen: ikke noe lån", _left("5,36"), FAIL),
        ("Utgiftene er høyere enn inntektene", {"income": (line("lonn_fast", 20_000),)}, FAIL),
        ("Utgiftene er ukjente", {"other_expenses": None, "housing_costs": None}, MANGLER),
        ("Prisen er ikke kjent", {"price": None}, MANGLER),
        ("Prisen er 0, altså ikke fylt ut", {"price": kr(0)}, MANGLER),
        ("29 år er ikke en gyldig løpetid", {"term_years": 29}, MANGLER),
        ("Egne penger og utbedring er ikke kjent", {"equity": None, "repairs": None}, OK),
    ],
    "A7": [
        ("Lånet dekker alt", {"price": kr(1_843_910)}, OK),
        ("Egne penger dekker alt", {"equity": kr(3_000_000)}, OK),
        ("Resten er 7,8 % av prisen", {}, OK),
        ("Resten er nøyaktig 20 % av prisen", {**_EDGE, "price": kr("1 861 137,50")}, OK),
        ("Resten er ett øre mer enn 20 %", {**_EDGE, "price": kr("1 861 137,51")}, SKJONN),
        (
            "Resten er ett øre mer enn 20 %, begrunnet",
            {**_EDGE, "price": kr("1 861 137,51"), "grant_reason": "Barnet trenger ro."},
            SKJONN,
        ),
        ("5,37 kr igjen: lån på 1 000 kr", _left("5,37"), SKJONN),
        ("5,36 kr igjen: ikke noe lån", _left("5,36"), FAIL),
        ("Ikke noe lån, men mye egne penger", {**_left("5,36"), "equity": kr(3_000_000)}, FAIL),
        ("Prisen er ikke kjent", {"price": None}, MANGLER),
    ],
    "A8": [
        ("29 år", {"term_years": 29}, MANGLER),
        ("30 år", {"term_years": 30}, OK),
        ("50 år", {"term_years": 50}, OK),
        ("51 år", {"term_years": 51}, MANGLER),
        ("Løpetiden er ikke kjent", {"term_years": None}, MANGLER),
    ],
    "A9": [
        ("Ønsker fast rente", {}, IKKE_AKTUELT),
        ("Ønsker ikke fast rente", {"fixed_rate": False}, IKKE_AKTUELT),
        ("Ikke kjent", {"fixed_rate": None}, IKKE_AKTUELT),
    ],
    "A10": [
        ("Omkostninger er oppgitt", {}, OK),
        ("Omkostninger er 0", {"costs": kr(0)}, OK),
        ("Omkostninger er ikke oppgitt", {"costs": None}, OK),
    ],
    "A11": [("Sjekklista er ikke fylt ut", {}, MANGLER)],
}


def judged(on: date = DAY, **changes: Any) -> Verdict:
    """The verdict on the household with these changes."""
    return check(RULES, HOUSEHOLD.but(**changes), rates=RATES, on=on)


def found(verdict: Verdict, code: str) -> Finding:
    """The finding of one condition."""
    return next(finding for finding in verdict.findings if finding.id == code)
