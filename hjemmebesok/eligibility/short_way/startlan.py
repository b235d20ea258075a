"""The short way of startlån 2025.

The settings touch the rate, the term, the floor of livsopphold and a few limits. Each condition that they touch is
weighed here by the numbers it compares; what it asks and in which order, its own file says.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from hjemmebesok.domain.money import Money
from hjemmebesok.eligibility.case import Case, Missing
from hjemmebesok.eligibility.conditions.startlan.nedbetalingstid import longer
from hjemmebesok.eligibility.facts import (
    COSTS,
    GROSS_INCOME_YEAR,
    HOUSING_COSTS,
    INTEREST_ONLY_YEARS,
    JOINT_DEBT,
    LOAN_WANTED,
    MONTHS_IN_MUNICIPALITY,
    REPAIRS,
    SAVING_USED,
    YEARS_WITHOUT_BANK,
    Facts,
)
from hjemmebesok.eligibility.figures import housing_cost_today
from hjemmebesok.eligibility.langvarig import sparepotensial, unntak
from hjemmebesok.eligibility.rates import Rates
from hjemmebesok.eligibility.rente import lanerente, stressrente
from hjemmebesok.eligibility.rulesets.startlan_2025 import STARTLAN_2025 as RULES
from hjemmebesok.eligibility.settings import Settings
from hjemmebesok.eligibility.short_way.loans import Home, Lender, Offer, Payments, home
from hjemmebesok.eligibility.short_way.way import (
    FAIL,
    IKKE_AKTUELT,
    LONGEST_TERM,
    MANGLER,
    OK,
    OUTCOMES,
    SKJONN,
    Row,
    ShortWay,
    Situation,
    Weighed,
)
from hjemmebesok.eligibility.whatif import Sums


class _Applicant(NamedTuple):
    """What a household brings beside its home. Amounts are øre; None is not known."""

    problem_years: int | None
    saving_used: bool | None
    saved_before: int | None  # what could be saved a month, before livsopphold
    exception: bool | None  # whether one from § 5-4 fits
    months: int | None
    joint_debt_known: bool
    wanted: int | None
    costs_known: bool
    longer: int  # what a term beyond the ordinary one comes to
    interest_only: int | None
    gross_income: int | None
    rent_to_spare: int | None  # housing cost today less that of the new home without its loan


@dataclass(frozen=True, slots=True)
class _Under:
    """What some settings come to."""

    settings: Settings
    income_cap: int | None
    lender: Lender
    at_the_rate: Payments | None  # None where the rate is not known
    at_stress: Payments | None


def _own(case: Case) -> Row:
    facts, saved, today = case.facts, case.result(sparepotensial), case.result(housing_cost_today)
    exception, term, housing = case.attempt(unntak).result, case.attempt(_longer).result, facts.get(HOUSING_COSTS)
    wanted, gross = facts.get(LOAN_WANTED), facts.get(GROSS_INCOME_YEAR)
    return (
        *home(case),
        *_Applicant(
            facts.get(YEARS_WITHOUT_BANK),
            facts.get(SAVING_USED),
            (saved.left + saved.livsopphold).ore if saved else None,
            None if isinstance(exception, Missing) else exception is not None,
            facts.get(MONTHS_IN_MUNICIPALITY),
            facts.get(JOINT_DEBT) is not None,
            None if wanted is None else wanted.ore,
            facts.get(COSTS) is not None and facts.get(REPAIRS) is not None,
            MANGLER if isinstance(term, Missing) else term,
            facts.get(INTEREST_ONLY_YEARS),
            None if gross is None else gross.ore,
            None if today is None or housing is None else (today - housing).ore,
        ),
    )


def _longer(case: Case) -> int:
    return OUTCOMES.index(longer(case, LONGEST_TERM).outcome)


def _under(settings: Settings, rates: Rates, day: date) -> _Under:
    nobody = Case(Facts(), settings, rates, day)
    rate, stress, cap = nobody.result(lanerente), nobody.result(stressrente), settings.income_cap
    return _Under(
        settings, None if cap is None else cap.ore, Lender(settings, rate), _payments(rate), _payments(stress)
    )


def _payments(rate: Decimal | None) -> Payments | None:
    return None if rate is None else Payments(rate)


def _weigh(rows: Iterable[Row], settings: Settings, rates: Rates, day: date) -> Weighed:
    under = _under(settings, rates, day)
    found: list[Situation] = []
    borrowers = loans = gaps = 0
    for rest, *row in rows:
        house, applicant = Home._make(row[:_OF_THE_HOME]), _Applicant._make(row[_OF_THE_HOME:])
        living = under.lender.livsopphold(house.chosen, house.floor)
        offer = under.lender.offer(house, living)
        found.append(
            (
                rest,
                *_problem(applicant, under, living),
                *_limits(applicant, under),
                _capacity(offer),
                *_purchase(house, applicant, under, offer),
            )
        )
        if offer is not None and offer.gap is not None and offer.largest:
            borrowers += 1
            loans += (house.need or 0) - offer.gap
            gaps += offer.gap
    return Weighed(found, Sums(borrowers, Money(loans), Money(gaps)))


def _problem(applicant: _Applicant, under: _Under, living: int | None) -> tuple[int, int, int]:
    """B3 langvarig finansieringsproblem, B4 sparepotensial, B5 unntak."""
    years, needed = applicant.problem_years, under.settings.langvarig_years
    lasting = None if years is None else years >= needed
    saving = _saving(applicant, living)
    return _informing(lasting), _informing(saving), _exception(applicant.exception, lasting, saving)


def _saving(applicant: _Applicant, living: int | None) -> bool | None:
    if applicant.saving_used:
        return True
    if applicant.saved_before is None or living is None:
        return None
    return True if applicant.saved_before - living <= 0 else applicant.saving_used


def _informing(met: bool | None) -> int:
    return MANGLER if met is None else OK if met else IKKE_AKTUELT


def _exception(exception: bool | None, lasting: bool | None, saving: bool | None) -> int:
    if exception:
        return OK
    if lasting and saving:
        return IKKE_AKTUELT
    if exception is None or lasting is None or (lasting and saving is None):
        return MANGLER
    return FAIL


def _limits(applicant: _Applicant, under: _Under) -> tuple[int, int, int, int]:
    """B7 botid, B12 avdragsfrihet, B13 rente, B17 inntektsgrense."""
    settings, months, years = under.settings, applicant.months, applicant.interest_only
    return (
        _within(None if months is None else -months, -settings.botid_months) if settings.botid_months else IKKE_AKTUELT,
        IKKE_AKTUELT if not years else OK if years <= settings.longest_interest_only else FAIL,
        MANGLER if under.at_the_rate is None else IKKE_AKTUELT,
        IKKE_AKTUELT if under.income_cap is None else _within(applicant.gross_income, under.income_cap),
    )


def _within(value: int | None, limit: int) -> int:
    return MANGLER if value is None else OK if value <= limit else SKJONN


def _capacity(offer: Offer | None) -> int:
    """B8 betjeningsevne."""
    if offer is None:
        return MANGLER
    if offer.available <= 0:
        return FAIL
    return MANGLER if offer.gap is None else SKJONN if offer.gap else OK


def _purchase(house: Home, applicant: _Applicant, under: _Under, offer: Offer | None) -> tuple[int, int, int, int]:
    """B10 totalpris, B11 nedbetalingstid, B14 rentestresstest, B19 dagens husleie."""
    lender, years, need, at_the_rate = under.lender, house.years, house.need, under.at_the_rate
    if years is None or not lender.lends_for(years):
        return MANGLER, MANGLER, MANGLER, MANGLER
    ordinary = under.settings.term_without_reasons
    if offer is None or offer.gap is None or need is None or at_the_rate is None:
        return MANGLER, OK if years <= ordinary else MANGLER, MANGLER, MANGLER
    too_much = FAIL if applicant.costs_known else MANGLER
    over_the_price = applicant.wanted is not None and applicant.wanted > house.total_price
    enough = years > ordinary and need <= lender.reach(offer.available, ordinary)
    left = max(offer.available, 0)
    stands = under.at_stress is not None and under.at_stress.within(need - offer.gap, years, left)
    spare = applicant.rent_to_spare
    pays_it = spare is not None and offer.gap > 0 and at_the_rate.within(need, years, spare)
    return (
        MANGLER if not applicant.joint_debt_known else too_much if over_the_price else OK,
        OK if years <= ordinary else too_much if enough else applicant.longer,
        MANGLER if under.at_stress is None else OK if stands else SKJONN,
        MANGLER if spare is None else SKJONN if pays_it else IKKE_AKTUELT,
    )


_OF_THE_HOME = len(Home._fields)

STARTLAN = ShortWay(
    rules=RULES,
    understood=(
        "kalkulasjonsrente", "rente_binding", "rente_paslag", "stress_margin", "shortest_term", "term_without_reasons",
        "longest_term", "longest_interest_only", "sosialhjelp_is_floor", "livsopphold_percent", "botid_months",
        "langvarig_years", "income_cap",
    ),
    moving=("B3", "B4", "B5", "B7", "B12", "B13", "B17", "B8", "B10", "B11", "B14", "B19"),
    widest=replace(
        RULES.settings,
        kalkulasjonsrente=Decimal(5),
        sosialhjelp_is_floor=False,
        shortest_term=1,
        longest_term=LONGEST_TERM,
    ),
    own=_own,
    weigh=_weigh,
)  # fmt: skip
