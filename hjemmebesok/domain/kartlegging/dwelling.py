"""Dagens bolig (present dwelling): the flat they rent and what it costs."""

from hjemmebesok.domain.kartlegging.fields import Amount, Choice, Day, Section, Text, YesNo
from hjemmebesok.domain.phrase import N_

SECTION = Section(
    id="dwelling",
    title=N_("Dagens bolig"),
    fields=(
        YesNo(id="dwelling.municipal", label=N_("Leier de av kommunen?"), fact="municipal_tenant"),
        Amount(id="dwelling.rent", label=N_("Husleie i måneden"), fact="rent_today"),
        Amount(id="dwelling.power", label=N_("Strøm i måneden"), fact="power_today"),
        Day(id="dwelling.contract_ends", label=N_("Kontrakten går ut")),
        Choice(
            id="dwelling.suits",
            label=N_("Passer boligen?"),
            options=(
                ("yes", N_("Ja")),
                ("small", N_("For liten")),
                ("large", N_("For stor")),
                ("access", N_("Vanskelig å komme inn eller rundt")),
                ("other", N_("Nei, av andre grunner")),
            ),
        ),
        Text(id="dwelling.note", label=N_("Om boligen"), long=True),
    ),
)
