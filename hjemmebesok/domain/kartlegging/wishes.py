"""Ønsker og mål (wishes and goals): what they want, and the dwelling they have in mind."""

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
            help=N_("Borettslagets gjeld på denne boligen. Betales gjennom felleskostnadene."),
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
        YesNo(
            id="wishes.preemption",
            label=N_("Gir vedtektene forkjøpsrett?"),
            fact="preemption_in_articles",
            optional=True,
        ),
        YesNo(
            id="wishes.public_seller",
            label=N_("Selger kommunen eller en annen offentlig eier?"),
            fact="public_seller",
            optional=True,
        ),
        YesNo(
            id="wishes.own_dwelling",
            label=N_("Er det boligen de leier i dag?"),
            fact="tenant_of_dwelling",
            optional=True,
        ),
        Choice(
            id="wishes.co_buyer",
            label=N_("Kjøper noen sammen med leieren?"),
            fact="co_buyer",
            optional=True,
            options=(
                ("none", N_("Nei")),
                ("on_lease", N_("Ja, og står på leiekontrakten")),
                ("not_on_lease", N_("Ja, men står ikke på leiekontrakten")),
            ),
        ),
        YesNo(
            id="wishes.other_share",
            label=N_("Eier kjøperen en annen andel i borettslaget?"),
            fact="other_share",
            optional=True,
        ),
        Choice(
            id="wishes.board_approval",
            label=N_("Styrets godkjenning"),
            fact="board_approval",
            optional=True,
            options=(
                ("not_needed", N_("Trengs ikke")),
                ("given", N_("Gitt")),
                ("asked", N_("Spurt, ikke svart")),
                ("refused", N_("Sagt nei")),
            ),
        ),
        Choice(
            id="wishes.membership",
            label=N_("Medlem av boligbyggelaget"),
            fact="membership",
            optional=True,
            options=(
                ("not_needed", N_("Trengs ikke")),
                ("member", N_("Ja")),
                ("not_member", N_("Nei")),
            ),
        ),
        Number(id="wishes.term", label=N_("Nedbetalingstid"), unit=N_("år"), smallest=1, largest=60, fact="term_years"),
        YesNo(id="wishes.fixed_rate", label=N_("Ønsker de fast rente?"), fact="fixed_rate", optional=True),
        Text(
            id="wishes.grant_reason",
            label=N_("Hvorfor kan tilskuddet være mer enn vanlig?"),
            fact="grant_reason",
            help=N_("Bare i svært spesielle saker."),
        ),
    ),
)
