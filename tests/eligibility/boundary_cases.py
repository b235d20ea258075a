"""The boundary cases of every ruleset; tested, and printed on the approved pages."""

from cases_leie_til_eie import LEIE_TIL_EIE
from cases_startlan import STARTLAN_CASES
from cases_tilskudd import TILSKUDD_CASES
from eligibility_cases import Cases

CASES: dict[str, Cases] = {
    "leie-til-eie-2011": LEIE_TIL_EIE,
    "startlan-2025": STARTLAN_CASES,
    "tilskudd": TILSKUDD_CASES,
}
