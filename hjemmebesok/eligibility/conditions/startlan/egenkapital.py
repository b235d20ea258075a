"""Egenkapital (equity): may be asked for in part; two net monthly salaries are best kept out. Veileder for startlån,
«egenkapital og formue». A recommendation, so for information only."""

from hjemmebesok.domain.money import ZERO
from hjemmebesok.domain.phrase import N_, Phrase, Plural
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import veileder
from hjemmebesok.eligibility.facts import EQUITY, SAVINGS
from hjemmebesok.eligibility.inntektsgrunnlag import inntektsgrunnlag


def _egenkapital(case: Case) -> Answer:
    savings, equity = case.get(SAVINGS), case.get(EQUITY)
    count = case.settings.reserve_salaries
    if savings is None or equity is None:
        best = Plural("Det er best å ha én månedslønn igjen.", "Det er best å ha {n} månedslønner igjen.", count)
        return Answer(Outcome.IKKE_AKTUELT, best)
    kept, reserve = savings - equity, case.work_out(inntektsgrunnlag).total * count
    words = Phrase("De har {kept} igjen etter kjøpet.", kept=max(kept, ZERO))
    if kept >= reserve:
        return Answer(Outcome.IKKE_AKTUELT, words)
    reason = Plural(
        "{words} Det er best å ha {reserve}, én månedslønn.",
        "{words} Det er best å ha {reserve}, {n} månedslønner.",
        count,
        words=words,
        reserve=reserve,
    )
    return Answer(Outcome.IKKE_AKTUELT, reason)


EGENKAPITAL = Condition(N_("Egne penger"), veileder("egenkapital og formue"), _egenkapital)
