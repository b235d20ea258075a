"""Lang løpetid (long term): a long term and a fixed rate are used before a grant. Husbankens veileder,
«saksbehandling»."""

from hjemmebesok.domain.phrase import N_, Phrase, Plural
from hjemmebesok.eligibility.annuity import largest_loan
from hjemmebesok.eligibility.case import Case
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.conditions.startlan.kilder import veileder
from hjemmebesok.eligibility.facts import FIXED_RATE, LONG_TERM_REASON
from hjemmebesok.eligibility.loan import loan


def _lang_lopetid(case: Case) -> Answer:
    home, longest = case.work_out(loan), case.settings.longest_term
    if not home.gap:
        return Answer(Outcome.OK, Phrase("Lånet dekker alt uten tilskudd."))
    if home.need <= largest_loan(home.capacity.available, home.capacity.rate, longest):
        reason = Plural(
            "Med ett års nedbetalingstid dekker lånet alt.", "Med {n} års nedbetalingstid dekker lånet alt.", longest
        )
        return Answer(Outcome.SKJONN, reason, reason_in=LONG_TERM_REASON)
    if case[FIXED_RATE]:
        return Answer(Outcome.OK, Phrase("Lengre nedbetalingstid er ikke nok, og renten er fast."))
    return Answer(Outcome.SKJONN, Phrase("Fast rente er ikke valgt."), reason_in=LONG_TERM_REASON)


LANG_LOPETID = Condition(N_("Lang nedbetalingstid og fast rente først"), veileder("saksbehandling"), _lang_lopetid)
