"""Samtykke (consent): what the family has been told and has agreed to."""

from hjemmebesok.domain.kartlegging.fields import Section, YesNo
from hjemmebesok.domain.phrase import N_

SECTION = Section(
    id="consent",
    title=N_("Samtykke"),
    fields=(
        YesNo(
            id="consent.informed",
            label=N_("Vet familien hva opplysningene skal brukes til?"),
            help=N_("Til råd om å kjøpe bolig. De kan se det vi skriver, og be oss rette feil."),
        ),
        YesNo(
            id="consent.given",
            label=N_("Samtykker de til kartlegging og råd?"),
            help=N_("Det er frivillig og kan trekkes når som helst."),
        ),
        YesNo(
            id="consent.fagmote",
            label=N_("Kan vi drøfte saken med andre i kommunen og NAV?"),
            help=N_("Uten navn når det er mulig."),
        ),
        YesNo(
            id="consent.photos",
            label=N_("Er det greit at vi tar bilder av boligen?"),
            help=N_("Bare av boligen. De kan få et bilde fjernet når de vil."),
            optional=True,
        ),
    ),
)
