"""Husstand (household): who lives here, how old they are, who is to borrow, and on what ground they live in Norway."""

from hjemmebesok.domain.kartlegging.fields import Age, Choice, Given, Lines, Number, Section, Text, YesNo
from hjemmebesok.domain.phrase import N_

MEMBERS = Lines(
    id="household.members",
    label=N_("Hvem bor her?"),
    help=N_("Alle som skal bo sammen. Skriv alder, eller fødselsdato for barn under ett år."),
    fact="members",
    columns=(
        Text(id="who", label=N_("Navn"), longest=200),
        Age(id="age", label=N_("Alder eller født")),
        Choice(
            id="loan",
            label=N_("Lånet"),
            options=(("applicant", N_("Søker")), ("co", N_("Medlåner")), ("no", N_("Låner ikke"))),
        ),
        Choice(id="sex", label=N_("Kjønn i SIFO-tabellen"), options=(("f", N_("Kvinne")), ("m", N_("Mann")))),
        Choice(
            id="special",
            label=N_("I SIFO-budsjettet"),
            options=(
                ("pregnant", N_("Gravid")),
                ("nursing", N_("Ammer")),
                ("student", N_("Student")),
                ("travels", N_("Trenger månedskort")),
            ),
        ),
    ),
)

SECTION = Section(
    id="household",
    title=N_("Husstand"),
    fields=(
        MEMBERS,
        Text(
            id="household.under_age_reason",
            label=N_("Hvorfor kan en som er under 18 år få lån?"),
            fact="under_age_reason",
            rare=True,
        ),
        YesNo(id="household.shared_care", label=N_("Er det barn som bor her en del av tiden?")),
        Text(
            id="household.changes",
            label=N_("Endringer som kommer"),
            long=True,
            help=N_("Noen flytter inn eller ut, barn som blir født."),
        ),
        Choice(
            id="household.residence",
            label=N_("Hva slags opphold har de i Norge?"),
            fact="residence",
            options=(
                ("citizen", N_("Trenger ikke tillatelse")),
                ("permanent", N_("Permanent")),
                ("temporary", N_("Midlertidig")),
                ("none", N_("Ikke lovlig opphold")),
            ),
        ),
        Text(
            id="household.residence_reason",
            label=N_("Hvorfor er oppholdet varig nok for et lån?"),
            fact="residence_reason",
            only_if=Given("household.residence", ("temporary",)),
        ),
        Number(
            id="household.months_here",
            label=N_("Hvor mange måneder har de bodd i kommunen?"),
            largest=1_200,
            fact="months_in_municipality",
            rare=True,
        ),
        Text(
            id="household.botid_reason",
            label=N_("Hvorfor kan kravet om botid fravikes?"),
            fact="botid_reason",
            rare=True,
        ),
    ),
)
