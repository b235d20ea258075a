"""The files of a mailing: one for each letter, or print files of many, each read back before anybody gets to see it.

A print file is made of the same letters as the single files, page for page, and the log has the SHA-256 of the single
file, which the archive will be handed.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import find_card
from hjemmebesok.casework.letters import Wanted, letter_data
from hjemmebesok.casework.mailing_plan import Addressee
from hjemmebesok.domain.letter import NOTHING_ADDED, IssuedLetter
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.letters.batch.manifest import Order, Padding, PrintFile
from hjemmebesok.letters.letter import Letter
from hjemmebesok.letters.texts import Texts

__all__ = ["LetterFile", "Made", "Maker", "Padding"]

IN_A_FILE = 250  # letters; as many as are made again where a run is stopped within a print file

_CHANGED = Phrase("Husstanden ble endret imens. Lag utsendingen en gang til.")


GoesOn = Callable[[int], bool]
Unmade = tuple[Addressee, Phrase]  # who was to have a letter, and why there is none


@dataclass(frozen=True, slots=True)
class Made:
    """One letter in a file, as the log wants it."""

    addressee: Addressee
    kind: str
    text_version: str
    sha256: str


@dataclass(frozen=True, slots=True)
class LetterFile:
    """One finished file, the letters in it in order, and those who were to be in it and why they are not."""

    pdf: bytes
    letters: tuple[Made, ...]
    left_out: tuple[Unmade, ...] = ()


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the files of a mailing. `padding` goes into print files; None makes a file for each letter."""

    desk: Desk
    texts: Texts
    padding: Padding | None = None

    def files(self, group: Sequence[Addressee], goes_on: GoesOn) -> Iterator[LetterFile]:
        """The files, one after the other, until `goes_on` (asked with how many of the group are done) says no.

        Raises Refused where a print file does not pass its check.
        """
        if self.padding is None:
            for done, addressee in enumerate(group):
                if not goes_on(done):
                    return
                yield from self._single_files(addressee)
        else:
            yield from self._print_files(group, self.padding, goes_on)

    def refuse_changed(self, addressee: Addressee, kinds: Sequence[str]) -> None:
        """Raises Refused where the household is not as it was planned for: a run takes minutes, and a colleague's
        change may come in meanwhile, such as a new address, a protection, or one of these letters itself."""
        household = addressee.card.household.id
        with self.desk.read() as reading:
            log = reading.in_case(IssuedLetter, household)
            had = any(addressee.had(each, kind) for each in log for kind in kinds)
            if had or find_card(reading, household) != addressee.card:
                raise Refused(_CHANGED)

    def _single_files(self, addressee: Addressee) -> list[LetterFile]:
        from hjemmebesok.letters.render import render  # brings ReportLab, which nobody waits for before this

        try:
            letters = zip(addressee.kinds, self._letters(addressee), strict=True)
            made = [(kind, render(letter, addressee.languages, self.texts)) for kind, letter in letters]
        except Refused as refused:
            return [LetterFile(b"", (), ((addressee, refused.phrase),))]
        return [LetterFile(each.pdf, (Made(addressee, kind, each.text_version, each.sha256),)) for kind, each in made]

    def _print_files(self, group: Sequence[Addressee], padding: Padding, goes_on: GoesOn) -> Iterator[LetterFile]:
        for start in range(0, len(group), IN_A_FILE):
            file = self._print_file(group[start : start + IN_A_FILE], padding, partial(_from, start, goes_on))
            if file is None:
                return
            yield file

    def _print_file(self, some: Sequence[Addressee], padding: Padding, goes_on: GoesOn) -> LetterFile | None:
        """None where it is stopped."""
        from hjemmebesok.letters.batch import print_files

        found, orders, left_out = self._orders(some)
        if not orders:
            return LetterFile(b"", (), left_out)
        files = print_files(
            orders,
            self.texts,
            padding=padding,
            in_a_file=IN_A_FILE,
            digests=True,
            goes_on=lambda done: goes_on(len(left_out) + done),
        )
        if (file := next(files, None)) is None:
            return None
        unmade = tuple((found[each.order], each.why) for each in file.left_out)
        return LetterFile(file.pdf, tuple(_made(found, file)), (*left_out, *unmade))

    def _orders(self, some: Sequence[Addressee]) -> tuple[list[Addressee], list[Order], tuple[Unmade, ...]]:
        """Those whose letters have all that they must say, what is ordered for them, and the others."""
        found, orders, left_out = [], [], []
        for addressee in some:
            try:
                first, *enclosed = self._letters(addressee)
            except Refused as refused:
                left_out.append((addressee, refused.phrase))
            else:
                found.append(addressee)
                orders.append(Order(first, addressee.languages, tuple(enclosed)))
        return found, orders, tuple(left_out)

    def _letters(self, addressee: Addressee) -> list[Letter]:
        """The data of this household's letters. Raises Refused where something is missing, or has changed."""
        self.refuse_changed(addressee, addressee.kinds)
        wanted = Wanted(self.desk, addressee.card, addressee.about, NOTHING_ADDED)
        return [letter_data(wanted, kind) for kind in addressee.kinds]


def _from(start: int, goes_on: GoesOn, done: int) -> bool:
    return goes_on(start + done)


def _made(found: Sequence[Addressee], file: PrintFile) -> Iterator[Made]:
    """The lines of a print file's manifest, each with whom it is for; what is enclosed comes after its letter."""
    for order, lines in groupby(file.letters, lambda line: line.order):
        for kind, line in zip(found[order].kinds, lines, strict=True):
            yield Made(found[order], kind, line.text_version, line.sha256)
