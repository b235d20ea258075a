"""Økonomi (economy): what comes in, what goes out, what is owed and what is saved."""

from hjemmebesok.domain.income import INCOME_WORDS
from hjemmebesok.domain.kartlegging.fields import Amount, Choice, Day, Lines, Number, Section, Text, YesNo
from hjemmebesok.domain.phrase import N_

INCOME = Lines(
    id="economy.income",
    label=N_("Inntekter"),
    help=N_("Det som kommer inn på konto hver måned"),
    fact="income",
    columns=(
        Choice(id="type", label=N_("Type"), options=tuple((str(kind), words) for kind, words in INCOME_WORDS.items())),
        Text(id="who", label=N_("Hvem"), longest=200),
        Amount(id="amount", label=N_("Netto i måneden")),
        YesNo(id="documented", label=N_("Dok. sett")),
        Day(id="until", label=N_("Varer til")),
    ),
)

DEBTS = Lines(
    id="economy.debts",
    label=N_("Gjeld"),
    columns=(
        Text(id="creditor", label=N_("Hos hvem"), longest=200),
        Amount(id="balance", label=N_("Igjen å betale"), monthly=False),
        Amount(id="monthly", label=N_("Betaler i måneden")),
        Day(id="until", label=N_("Ferdig betalt")),
    ),
)

SECTION = Section(
    id="economy",
    title=N_("Økonomi"),
    help=INCOME.help,
    fields=(
        INCOME,
        Amount(
            id="economy.livsopphold", label=N_("Livsopphold"), help=N_("Mat, klær, reise, fritid"), fact="livsopphold"
        ),
        Amount(
            id="economy.other_expenses",
            label=N_("Andre faste utgifter"),
            help=N_("Barnehage, SFO, lån"),
            fact="other_expenses",
        ),
        Amount(
            id="economy.housing_costs",
            label=N_("Boutgifter i ny bolig"),
            help=N_("Felleskostnader, strøm"),
            fact="housing_costs",
        ),
        Choice(
            id="economy.livsopphold_basis",
            label=N_("Livsopphold er regnet ut fra"),
            fact="livsopphold_basis",
            options=(
                ("actual", N_("Kontoutskrift")),
                ("sifo", N_("SIFO-budsjett")),
                ("gjeldsordning", N_("Satser for gjeldsordning")),
            ),
        ),
        Number(
            id="economy.livsopphold_factor",
            label=N_("Del av SIFO"),
            unit=N_("prosent"),
            smallest=30,
            largest=150,
            fact="livsopphold_factor",
            optional=True,
        ),
        Text(
            id="economy.livsopphold_reason",
            label=N_("Hvorfor er dette nok til livsopphold?"),
            help=N_("For eksempel: tre måneders kontoutskrift viser …"),
            fact="livsopphold_reason",
        ),
        DEBTS,
        Amount(id="economy.savings", label=N_("Oppsparte penger"), monthly=False, optional=True),
        Amount(id="economy.equity", label=N_("Egne penger til kjøpet"), monthly=False, fact="equity", optional=True),
        Choice(
            id="economy.bank",
            label=N_("Hva har banken svart?"),
            fact="bank_answer",
            options=(
                ("refused", N_("Nei, de får ikke lån")),
                ("too_little", N_("De får lån, men ikke nok")),
                ("offered", N_("De får lån i banken")),
            ),
        ),
    ),
)
