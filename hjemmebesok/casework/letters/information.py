"""The letter about the programme, and the folder that goes with it: they say the same to every household."""

from hjemmebesok.casework.letters.wanted import Wanted
from hjemmebesok.letters.kinds.information import InformationFolder, InformationLetter


def information(wanted: Wanted) -> InformationLetter:
    """Raises Refused as every letter does: for a strengt fortrolig household, and without a caseworker's phone."""
    return InformationLetter(**wanted.addressed)


def information_folder(wanted: Wanted) -> InformationFolder:
    """The folder, addressed as the letter it goes with."""
    return InformationFolder(**wanted.addressed)
