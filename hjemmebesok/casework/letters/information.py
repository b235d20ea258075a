"""The letter about the programme, and the folder that goes with it: they say the same to every household."""

from hjemmebesok.casework.letters.wanted import Wanted
from hjemmebesok.letters.kinds.information import InformationLetter


def information(wanted: Wanted) -> InformationLetter:
    """Raises Refused as every letter does: for a strengt fortrolig household, and without a caseworker's phone."""
    return InformationLetter(**wanted.addressed)
