"""The rules a household is held up against: which, and what they are called at the table."""

from hjemmebesok.domain.phrase import N_

LEIE_TIL_EIE = "leie-til-eie-2011"
RULES = (LEIE_TIL_EIE, "startlan-2025", "tilskudd")  # in the order they are spoken of

NAMES = {
    LEIE_TIL_EIE: N_("Leie til eie"),
    "startlan-2025": N_("Startlån"),
    "tilskudd": N_("Tilskudd"),
}
