"""What one recipient is to find in the envelope: held against the finished file before it is handed out."""

from dataclasses import dataclass

from hjemmebesok.letters.document import Document, plain
from hjemmebesok.letters.layout.typeset import Typeset


@dataclass(frozen=True, slots=True)
class Envelope:
    """`address` is what shows in the window, line by line, and `feet` has the page number of each page.

    `sender` is who and what every letter may name, though somebody else in the same file may be called the same.
    `blank` pages fill the letter up to the number that the printer wants.
    """

    address: tuple[str, ...]
    feet: tuple[str, ...]
    sender: tuple[str, ...] = ()
    blank: int = 0


def envelope(document: Document, letter: Typeset) -> Envelope:
    """What the recipient of this letter is to find."""
    head = document.letterhead
    about = (plain(words) for words in (*head.about, head.municipality))
    address = tuple(plain(line) for line in head.address)
    return Envelope(address, tuple(sheet.page_line for sheet in letter.sheets), tuple(about))
