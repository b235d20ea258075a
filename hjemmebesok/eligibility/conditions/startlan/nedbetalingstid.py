"""Nedbetalingstid (repayment term): up to 30 years; up to 50 where four conditions are met. Forskrift om lån fra
Husbanken § 8-5; veileder, «nedbetalingstid»: (1) lasting low income, (2) the home suits in the long term, (3) homes to
let are unsuitable or much dearer, (4) a shorter term would not be prudent. (1) may be waived for children or people at
risk with a low but predictable income, (2) and (3) where they risk losing the home. Where 30 years are enough, longer
is not allowed. With a waiver somebody writes why."""

from hjemmebesok.domain.phrase import N_, Plural
from hjemmebesok.eligibility.annuity import largest_loan
from hjemmebesok.eligibility.betjeningsevne import nedbetalingstid
from hjemmebesok.eligibility.case import Case, Missing
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import both
from hjemmebesok.eligibility.fact import Fact
from hjemmebesok.eligibility.facts import (
    COSTS,
    LASTING_LOW_INCOME,
    MEMBERS,
    PREDICTABLE_INCOME,
    RENTALS_UNSUITABLE,
    REPAIRS,
    RISKS_LOSING_HOME,
    SPECIAL_NEEDS,
    SUITS_LONG_TERM,
    TERM_REASON,
)
from hjemmebesok.eligibility.loan import loan
from hjemmebesok.eligibility.members import any_child


def _nedbetalingstid(case: Case) -> Answer:
    years, ordinary = case.work_out(nedbetalingstid), case.settings.term_without_reasons
    if years <= ordinary:
        return Answer(
            Outcome.OK, Plural("Lånet kan betales ned over ett år.", "Lånet kan betales ned over {n} år.", years)
        )
    home = case.work_out(loan)
    if home.need <= largest_loan(home.capacity.available, home.capacity.rate, ordinary):
        case.require(COSTS, REPAIRS)
        return Answer(
            Outcome.FAIL,
            Plural(
                "Ett år er nok. Da kan nedbetalingstiden ikke være lengre.",
                "{n} år er nok. Da kan nedbetalingstiden ikke være lengre.",
                ordinary,
            ),
        )
    return longer(case, years)


def longer(case: Case, years: int) -> Answer:
    """What a term beyond the ordinary one comes to, where that is too short."""
    asked = (LASTING_LOW_INCOME, SUITS_LONG_TERM, RENTALS_UNSUITABLE)
    missed = [fact for fact in asked if not case.get(fact)]
    if not missed:
        return Answer(
            Outcome.OK, Plural("Vilkårene for ett år er til stede.", "Vilkårene for {n} år er til stede.", years)
        )
    case.require(*(fact for fact in missed if case.get(fact) is None and not _surely_waived(case, fact)))
    if all(_waived(case, fact) for fact in missed):
        waived = Plural("Ett år kan gis som unntak.", "{n} år kan gis som unntak.", years)
        return Answer(Outcome.SKJONN, waived, reason_in=TERM_REASON)
    return Answer(
        Outcome.FAIL,
        Plural("Vilkårene for ett år er ikke til stede.", "Vilkårene for {n} år er ikke til stede.", years),
    )


def _surely_waived(case: Case, fact: Fact[bool]) -> bool:
    """Whether it is known already that it may be waived. The condition itself is asked for before its exception."""
    try:
        return _waived(case, fact)
    except Missing:
        return False


def _waived(case: Case, fact: Fact[bool]) -> bool:
    """Whether a condition that is not met may be waived. Raises Missing while that is not known."""
    if fact is not LASTING_LOW_INCOME:
        return case[RISKS_LOSING_HOME]
    children = any_child(case.get(MEMBERS))
    if not children:
        case.require(SPECIAL_NEEDS)
        if not case[SPECIAL_NEEDS] and children is None:
            raise Missing(MEMBERS)
    return bool(children or case[SPECIAL_NEEDS]) and case[PREDICTABLE_INCOME]


NEDBETALINGSTID = Condition(N_("Nedbetalingstid"), both("8-5", "nedbetalingstid"), _nedbetalingstid)
