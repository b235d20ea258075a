"""Check a household's facts against a ruleset. The one engine: whatever is faster must agree with it."""

from datetime import date

from hjemmebesok.eligibility.case import Case, Missing
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome, Ruleset
from hjemmebesok.eligibility.facts import Facts
from hjemmebesok.eligibility.figures import TODAY, figures
from hjemmebesok.eligibility.rates import Rates
from hjemmebesok.eligibility.verdict import Finding, Verdict, for_the_whole


def check(ruleset: Ruleset, facts: Facts, *, rates: Rates, on: date) -> Verdict:
    """The verdict on this household, with the rates that hold on the day."""
    case = Case(facts, ruleset.settings, rates, on)
    findings = tuple(_finding(code, condition, case) for code, condition in ruleset.conditions)
    need = next((finding.outcome for finding in findings if finding.id == ruleset.need), None)
    outcome = for_the_whole((finding.outcome for finding in findings), need)
    missing = [] if need is Outcome.IKKE_AKTUELT else [fact for finding in findings for fact in finding.missing]
    compared = [fact for fact in TODAY if facts.get(fact) is None]
    return Verdict(
        ruleset=ruleset,
        day=on,
        facts=facts,
        outcome=outcome,
        findings=findings,
        figures=figures(case),
        ask=tuple(dict.fromkeys(missing + compared)),
    )


def _finding(code: str, condition: Condition, case: Case) -> Finding:
    attempt = case.attempt(condition.test)
    if isinstance(attempt.result, Missing):
        answer, missing, gap = Answer(Outcome.MANGLER, attempt.result.reason), attempt.result.facts, attempt.result.gap
    else:
        answer, missing, gap = attempt.result, (), ""
    reason_in = answer.reason_in
    return Finding(
        code,
        answer.title or condition.title,
        answer.outcome,
        answer.reason,
        condition.hjemmel,
        tuple(attempt.used),
        missing,
        tuple(attempt.assumed.values()),
        tuple(attempt.rates.values()),
        reason_in,
        case.facts.get(reason_in) if reason_in else None,
        answer.worked,
        gap,
    )
