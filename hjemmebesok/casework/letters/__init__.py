"""Letters: made from what the store holds, checked, and noted in the household's log when they are used.

One file a kind, each with the function that gathers the kind's data and says what is missing where it cannot.
"""

from hjemmebesok.casework.letters.make import KINDS, MadeLetter, file_letter, letter_data, letter_language, make_letter
from hjemmebesok.casework.letters.wanted import Details, Slot, Wanted
from hjemmebesok.store.changes import Changes

__all__ = [
    "KINDS",
    "Changes",
    "Details",
    "MadeLetter",
    "Slot",
    "Wanted",
    "file_letter",
    "letter_data",
    "letter_language",
    "make_letter",
]
