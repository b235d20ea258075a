"""Ønsker og mål (wishes and goals): what they want, and the dwelling they have in mind."""

from hjemmebesok.domain.kartlegging.borettslag import CHECKLIST
from hjemmebesok.domain.kartlegging.fields import Amount, Choice, Number, Section, Text, YesNo
from hjemmebesok.domain.phrase import N_

SECTION = Section(
    id="wishes",
    title=N_("Ønsker og mål"),
    fields=(
        YesNo(id="wishes.own", label=N_("Ønsker de å eie egen bolig?"), fact="wishes_to_own"),
        Text(id="wishes.where", label=N_("Hvor og hva slags bolig?"), long=True),
        Number(id="wishes.rooms", label=N_("Soverom"), largest=10, optional=True),
        Amount(id="wishes.price", label=N_("Pris på boligen"), monthly=False, fact="price"),
        Amount(
            id="wishes.joint_debt",
            label=N_("Fellesgjeld"),
            monthly=False,
            fact="joint_debt",
            optional=True,
            help=N_("Betales gjennom felleskostnadene."),
        ),
        Amount(
            id="wishes.costs",
            label=N_("Omkostninger"),
            monthly=False,
            fact="costs",
            optional=True,
            help=N_("Tinglysing og gebyrer. Kan tas med i lånet."),
        ),
        Amount(id="wishes.repairs", label=N_("Nødvendig utbedring"), monthly=False, fact="repairs", optional=True),
        Choice(
            id="wishes.ownership",
            label=N_("Eierform"),
            fact="ownership",
            optional=True,
            options=(
                ("andel", N_("Andel i borettslag")),
                ("selveier", N_("Selveier")),
                ("aksje", N_("Aksje i boligselskap")),
            ),
        ),
        *CHECKLIST,
        Number(id="wishes.term", label=N_("Nedbetalingstid"), unit=N_("år"), smallest=1, largest=60, fact="term_years"),
        YesNo(id="wishes.fixed_rate", label=N_("Ønsker de fast rente?"), fact="fixed_rate", optional=True),
    ),
)
