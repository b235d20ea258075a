"""Økonomi (economy): what comes in, what goes out, what is owed and what is saved."""

from hjemmebesok.domain.income import INCOME_WORDS, TEMPORARY
from hjemmebesok.domain.kartlegging.fields import Amount, Choice, Day, Given, Lines, Number, Section, Text, YesNo
from hjemmebesok.domain.phrase import N_

_TYPES = tuple((str(kind), words) for kind, words in INCOME_WORDS.items())

_BY_SIFO = Given("economy.livsopphold_basis", ("sifo",))

INCOME = Lines(
    id="economy.income",
    label=N_("Inntekter"),
    help=N_("Det som kommer inn på konto hver måned"),
    fact="income",
    columns=(
        Choice(id="type", label=N_("Type"), options=_TYPES),
        Text(id="who", label=N_("Hvem"), longest=200),
        Amount(id="amount", label=N_("Netto i måneden")),
        YesNo(id="documented", label=N_("Dok. sett")),
        Day(id="until", label=N_("Varer til")),
    ),
)

LATER = Lines(
    id="economy.later",
    label=N_("Inntekter senere"),
    help=N_("Det som kommer i stedet når en midlertidig inntekt er slutt"),
    fact="later_income",
    only_if=Given(INCOME.id, tuple(str(kind) for kind in TEMPORARY), "type"),
    columns=(
        Choice(id="type", label=N_("Type"), options=_TYPES),
        Text(id="who", label=N_("Hvem"), longest=200),
        Amount(id="amount", label=N_("Netto i måneden")),
    ),
)

DEBTS = Lines(
    id="economy.debts",
    label=N_("Gjeld"),
    help=N_("Det som betales i måneden, regnes med for dem som skal låne."),
    columns=(
        Text(id="creditor", label=N_("Hos hvem"), longest=200),
        Text(id="who", label=N_("Hvem"), longest=200),
        Amount(id="balance", label=N_("Igjen å betale"), monthly=False),
        Amount(id="monthly", label=N_("Betaler i måneden")),
        Day(id="until", label=N_("Ferdig betalt")),
    ),
)

_INCOME_ASIDE = (
    LATER,
    Text(
        id="economy.temporary_reason",
        label=N_("Hvorfor er inntekten sikker nok videre?"),
        help=N_("For eksempel en plan sammen med NAV."),
        fact="temporary_income_reason",
        rare=True,
    ),
    Amount(
        id="economy.gross_year",
        label=N_("Inntekt før skatt i året"),
        help=N_("Alle over 20 år. Til anslaget for bostøtte."),
        monthly=False,
        fact="gross_income_year",
        rare=True,
    ),
    Text(
        id="economy.income_cap_reason",
        label=N_("Hvorfor kan inntektsgrensen fravikes?"),
        fact="income_cap_reason",
        rare=True,
    ),
)

_OUT = (
    Amount(
        id="economy.livsopphold",
        label=N_("Livsopphold"),
        help=N_("Mat, klær, reise, fritid. Tomt felt: etter SIFO eller gjeldsordning."),
        fact="livsopphold",
    ),
    Amount(
        id="economy.other_expenses",
        label=N_("Andre faste utgifter"),
        help=N_("Barnehage, SFO, bidrag. Ikke gjelden under."),
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
        only_if=_BY_SIFO,
    ),
    Choice(
        id="economy.car",
        label=N_("Har de bil?"),
        fact="car",
        optional=True,
        only_if=_BY_SIFO,
        options=(("none", N_("Nei")), ("petrol", N_("Bensin eller diesel")), ("electric", N_("Elbil"))),
    ),
    Text(
        id="economy.livsopphold_reason",
        label=N_("Hvorfor er dette nok til livsopphold?"),
        help=N_("For eksempel: tre måneders kontoutskrift viser …"),
        fact="livsopphold_reason",
    ),
)

_OWED = (
    DEBTS,
    Choice(
        id="economy.consumer_debt",
        label=N_("Har de forbruksgjeld?"),
        fact="consumer_debt",
        options=(
            ("none", N_("Nei")),
            ("serviced", N_("Ja, og den blir betalt")),
            ("unserviced", N_("Ja, og den blir ikke betalt")),
        ),
    ),
    Text(
        id="economy.debt_reason",
        label=N_("Hvorfor kan lån gis med denne gjelden?"),
        fact="debt_reason",
        only_if=Given("economy.consumer_debt", ("unserviced",)),
    ),
    Choice(
        id="economy.debt_settlement",
        label=N_("Har de eller søker de gjeldsordning?"),
        fact="debt_settlement",
        options=(
            ("none", N_("Nei")),
            ("negotiated_with_consent", N_("Forhandler, og namsfogden sier ja til lånet")),
            ("negotiated_without_consent", N_("Forhandler, og namsfogden har ikke sagt ja")),
            ("allows_new_debt", N_("Ja, og ny gjeld er tillatt")),
            ("forbids_new_debt", N_("Ja, og ny gjeld er ikke tillatt")),
        ),
    ),
    YesNo(
        id="economy.debt_register",
        label=N_("Er det sjekket i gjeldsregisteret?"),
        help=N_("Bare med hjemmel eller samtykke."),
        fact="debt_register_checked",
        optional=True,
    ),
)

_OWN = (
    Amount(id="economy.savings", label=N_("Oppsparte penger"), monthly=False, fact="savings", optional=True),
    Amount(id="economy.equity", label=N_("Egne penger til kjøpet"), monthly=False, fact="equity", optional=True),
    YesNo(id="economy.saving_used", label=N_("Har de spart det de kan?"), fact="saving_used", rare=True),
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
    Number(
        id="economy.years_without_bank",
        label=N_("Hvor lenge vil det vare før en bank gir lån?"),
        unit=N_("år"),
        largest=60,
        fact="years_without_bank",
        only_if=Given("economy.bank", ("refused", "too_little")),
    ),
)

SECTION = Section(
    id="economy",
    title=N_("Økonomi"),
    help=INCOME.help,
    fields=(INCOME, *_INCOME_ASIDE, *_OUT, *_OWED, *_OWN),
)
