"""Lån og tilskudd (loan and grant): what startlån and tilskudd ask beside the sums, and why, where it is skjønn."""

from hjemmebesok.domain.kartlegging.fields import Amount, Day, Given, Number, Section, Text, YesNo
from hjemmebesok.domain.phrase import N_

_BEFORE = (
    YesNo(
        id="loan.dwelling_approved",
        label=N_("Har kommunen godkjent boligen?"),
        help=N_("Som egnet, nøktern og rimelig. Før de byr eller skriver kontrakt."),
        fact="dwelling_approved",
        optional=True,
    ),
    Text(
        id="loan.dwelling_reason",
        label=N_("Hvorfor kan denne boligen likevel kjøpes?"),
        fact="dwelling_reason",
        only_if=Given("loan.dwelling_approved", (False,)),
    ),
    Day(
        id="loan.explained_on",
        label=N_("Når ble lånet forklart muntlig?"),
        help=N_("Rente, tid, kostnad mot husleie, restgjeld, tvangssalg."),
        fact="explained_on",
        optional=True,
    ),
    Text(
        id="loan.best_interests",
        label=N_("Hva er best for barna, og hvordan er det vurdert?"),
        long=True,
        fact="best_interests",
        rare=True,
    ),
)

# Asked where the loan is to run for more than thirty years, or where an exception is needed.
_LONG_TERM = (
    YesNo(id="loan.low_income", label=N_("Vil inntekten være lav i mange år?"), fact="lasting_low_income", rare=True),
    YesNo(id="loan.predictable", label=N_("Er inntekten forutsigbar?"), fact="predictable_income", rare=True),
    YesNo(id="loan.suits", label=N_("Passer boligen i mange år framover?"), fact="suits_long_term", rare=True),
    YesNo(
        id="loan.rentals",
        label=N_("Er boliger til leie uegnet eller mye dyrere enn å eie?"),
        fact="rentals_unsuitable",
        rare=True,
    ),
    YesNo(
        id="loan.keep_home",
        label=N_("Er lånet til refinansiering for å beholde boligen?"),
        fact="risks_losing_home",
        rare=True,
    ),
    YesNo(
        id="loan.for_work",
        label=N_("Trenger de boligen for å ta eller beholde arbeid?"),
        fact="needed_for_work",
        rare=True,
    ),
    Text(
        id="loan.term_reason",
        label=N_("Hvorfor kan lånet betales ned over mer enn 30 år?"),
        fact="term_reason",
        rare=True,
    ),
)

_LOAN = (
    Amount(
        id="loan.wanted",
        label=N_("Omsøkt startlån"),
        help=N_("Bare hvis de har søkt om et bestemt beløp."),
        monthly=False,
        fact="loan_wanted",
        rare=True,
    ),
    Number(
        id="loan.interest_only",
        label=N_("Avdragsfrie år"),
        unit=N_("år"),
        largest=60,
        fact="interest_only_years",
        rare=True,
    ),
    Text(
        id="loan.rest_reason",
        label=N_("Hvordan skal resten av kjøpet betales?"),
        help=N_("Det lånet ikke dekker."),
        fact="loan_reason",
        rare=True,
    ),
    Text(id="loan.stress_reason", label=N_("Hvorfor tåler de en høyere rente?"), fact="stress_reason", rare=True),
    Text(
        id="loan.rent_reason",
        label=N_("Hva sier dagens husleie om evnen til å betale?"),
        fact="rent_reason",
        rare=True,
    ),
)

_GRANT = (
    YesNo(id="loan.had_grant", label=N_("Har noen av dem fått tilskudd før?"), fact="had_grant"),
    Text(
        id="loan.grant_again_reason",
        label=N_("Hvorfor kan tilskudd gis en gang til?"),
        fact="grant_again_reason",
        only_if=Given("loan.had_grant", (True,)),
    ),
    Text(
        id="loan.grant_reason",
        label=N_("Hvorfor kan tilskuddet være mer enn vanlig?"),
        help=N_("Bare i svært spesielle saker."),
        fact="grant_reason",
        rare=True,
    ),
    Text(
        id="loan.long_term_reason",
        label=N_("Hvorfor brukes ikke lang nedbetalingstid og fast rente først?"),
        fact="long_term_reason",
        rare=True,
    ),
    Text(
        id="loan.priority_reason",
        label=N_("Hvorfor skal husstanden gå foran?"),
        fact="priority_reason",
        rare=True,
    ),
)

SECTION = Section(id="loan", title=N_("Lån og tilskudd"), fields=(*_BEFORE, *_LONG_TERM, *_LOAN, *_GRANT))
