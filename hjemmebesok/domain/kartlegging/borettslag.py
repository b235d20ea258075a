"""Borettslag (housing cooperative): the checklist of forkjøpsrett and who may own, asked where a share is bought."""

from hjemmebesok.domain.kartlegging.fields import Choice, Day, Field, Given, Text, YesNo
from hjemmebesok.domain.phrase import N_

_A_SHARE = Given("wishes.ownership", ("andel",))
_NOTIFIED = Given("wishes.notice_on")

CHECKLIST: tuple[Field, ...] = (
    YesNo(
        id="wishes.preemption",
        label=N_("Gir vedtektene forkjøpsrett?"),
        fact="preemption_in_articles",
        optional=True,
        only_if=_A_SHARE,
    ),
    YesNo(
        id="wishes.public_seller",
        label=N_("Selger kommunen eller en annen offentlig eier?"),
        fact="public_seller",
        optional=True,
        only_if=_A_SHARE,
    ),
    YesNo(
        id="wishes.own_dwelling",
        label=N_("Er det boligen de leier i dag?"),
        fact="tenant_of_dwelling",
        optional=True,
        only_if=_A_SHARE,
    ),
    Choice(
        id="wishes.co_buyer",
        label=N_("Kjøper noen sammen med leieren?"),
        fact="co_buyer",
        optional=True,
        only_if=_A_SHARE,
        options=(
            ("none", N_("Nei")),
            ("on_lease", N_("Ja, og står på leiekontrakten")),
            ("not_on_lease", N_("Ja, men står ikke på leiekontrakten")),
        ),
    ),
    Text(
        id="wishes.co_buyer_reason",
        label=N_("Hvorfor kan medkjøperen være med?"),
        fact="co_buyer_reason",
        only_if=Given("wishes.co_buyer", ("not_on_lease",)),
    ),
    YesNo(
        id="wishes.other_share",
        label=N_("Eier kjøperen en annen andel i borettslaget?"),
        fact="other_share",
        optional=True,
        only_if=_A_SHARE,
    ),
    Choice(
        id="wishes.board_approval",
        label=N_("Styrets godkjenning"),
        fact="board_approval",
        optional=True,
        only_if=_A_SHARE,
        options=(
            ("not_needed", N_("Trengs ikke")),
            ("given", N_("Gitt")),
            ("asked", N_("Spurt, ikke svart")),
            ("refused", N_("Sagt nei")),
        ),
    ),
    Day(
        id="wishes.board_asked_on",
        label=N_("Når fikk styret spørsmålet?"),
        help=N_("Svarer de ikke på 20 dager, regnes kjøperen som godkjent."),
        fact="board_asked_on",
        optional=True,
        only_if=Given("wishes.board_approval", ("asked",)),
    ),
    Choice(
        id="wishes.membership",
        label=N_("Medlem av boligbyggelaget"),
        fact="membership",
        optional=True,
        only_if=_A_SHARE,
        options=(
            ("not_needed", N_("Trengs ikke")),
            ("member", N_("Ja")),
            ("not_member", N_("Nei")),
        ),
    ),
    Day(
        id="wishes.notice_on",
        label=N_("Når fikk borettslaget skriftlig melding om salget?"),
        fact="notice_on",
        rare=True,
        only_if=_A_SHARE,
    ),
    Day(
        id="wishes.prior_notice_on",
        label=N_("Når fikk borettslaget forhåndsvarsel?"),
        help=N_("15 dager til 3 måneder før meldingen gir en frist på 5 hverdager i stedet for 20 dager."),
        fact="prior_notice_on",
        optional=True,
        only_if=_NOTIFIED,
    ),
    YesNo(
        id="wishes.preemption_used",
        label=N_("Har noen brukt forkjøpsretten?"),
        fact="preemption_used",
        optional=True,
        only_if=_NOTIFIED,
    ),
)
