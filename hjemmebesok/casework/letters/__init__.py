"""Letters: made from what the store holds, checked, and noted in the household's log when they are used.

One file a kind, each with the function that gathers the kind's data and says what is missing where it cannot.
"""

from hjemmebesok.casework.letters.about import ABOUT_SOMETHING, can_be_about
from hjemmebesok.casework.letters.catalogue import KINDS, PAPERS, languages_of, letter_data
from hjemmebesok.casework.letters.make import MadeLetter, file_letter, letter_language, make_letter, make_paper
from hjemmebesok.casework.letters.wanted import Wanted
from hjemmebesok.domain.letter import Details, Slot
from hjemmebesok.store.changes import Changes

__all__ = [
    "ABOUT_SOMETHING",
    "KINDS",
    "PAPERS",
    "Changes",
    "Details",
    "MadeLetter",
    "Slot",
    "Wanted",
    "can_be_about",
    "file_letter",
    "languages_of",
    "letter_data",
    "letter_language",
    "make_letter",
    "make_paper",
]
