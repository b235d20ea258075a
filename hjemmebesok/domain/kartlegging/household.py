"""Husstand (household): who lives here and who would move along."""

from hjemmebesok.domain.kartlegging.fields import Number, Section, Text, YesNo
from hjemmebesok.domain.phrase import N_

SECTION = Section(
    id="household",
    title=N_("Husstand"),
    fields=(
        Number(id="household.adults", label=N_("Voksne"), largest=12),
        Number(id="household.children", label=N_("Barn under 18 år"), largest=20),
        Text(id="household.children_ages", label=N_("Alder på barna"), help=N_("For eksempel: 5 og 9")),
        YesNo(id="household.shared_care", label=N_("Er det barn som bor her en del av tiden?")),
        Text(
            id="household.changes",
            label=N_("Endringer som kommer"),
            long=True,
            help=N_("Noen flytter inn eller ut, barn som blir født."),
        ),
    ),
)
