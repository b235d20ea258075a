"""The files of a mailing: one for each letter, or print files of many, each read back before anybody gets to see it.

A print file has the very pages of the single files, and the log has the SHA-256 of the single file, which the archive
will be handed.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.mailing_letters import Made, Unmade, gone_wrong, letters_of
from hjemmebesok.casework.mailing_plan import Addressee
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.letters.batch.manifest import Order, Padding, PrintFile
from hjemmebesok.letters.texts import Texts

__all__ = ["LetterFile", "Made", "Maker", "Padding", "Unmade"]

IN_A_FILE = 250  # letters; as many as are made again where a run is stopped within a print file

GoesOn = Callable[[int], bool]


@dataclass(frozen=True, slots=True)
class LetterFile:
    """One finished file, the letters in it in order, and those who were to be in it and why they are not."""

    pdf: bytes
    letters: tuple[Made, ...]
    left_out: tuple[Unmade, ...] = ()

    @property
    def addressees(self) -> list[Addressee]:
        """Whom the letters are for, each once."""
        return list({each.addressee.household: each.addressee for each in self.letters}.values())


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

    def gone_wrong(self, file: LetterFile) -> list[Unmade]:
        """Whose letter in the file would not be made like this any more, and why."""
        return gone_wrong(self.desk, self.texts, file.letters)

    def without(self, file: LetterFile, wrong: Sequence[Unmade]) -> LetterFile:
        """The file made again for the others in it; one without bytes where there are none."""
        out = {addressee.household for addressee, _ in wrong}
        others = [each for each in file.addressees if each.household not in out]
        made = self._print_file(others, self.padding, lambda _done: True) if self.padding and others else None
        return made or LetterFile(b"", ())

    def _single_files(self, addressee: Addressee) -> list[LetterFile]:
        from hjemmebesok.letters.render import render  # brings ReportLab, which nobody waits for before this

        try:
            letters = letters_of(self.desk, addressee, addressee.kinds)
            rendered = [render(letter, addressee.languages, self.texts) for letter in letters]
        except Refused as refused:
            return [LetterFile(b"", (), ((addressee, refused.phrase),))]
        return [
            LetterFile(each.pdf, (Made(addressee, kind, letter, each.text_version, each.sha256),))
            for kind, letter, each in zip(addressee.kinds, letters, rendered, strict=True)
        ]

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
        return LetterFile(file.pdf, tuple(_made(found, orders, file)), (*left_out, *unmade))

    def _orders(self, some: Sequence[Addressee]) -> tuple[list[Addressee], list[Order], tuple[Unmade, ...]]:
        """Those whose letters have all that they must say, what is ordered for them, and the others."""
        found, orders, left_out = [], [], []
        for addressee in some:
            try:
                first, *enclosed = letters_of(self.desk, addressee, addressee.kinds)
            except Refused as refused:
                left_out.append((addressee, refused.phrase))
            else:
                found.append(addressee)
                orders.append(Order(first, addressee.languages, tuple(enclosed)))
        return found, orders, tuple(left_out)


def _from(start: int, goes_on: GoesOn, done: int) -> bool:
    return goes_on(start + done)


def _made(found: Sequence[Addressee], orders: Sequence[Order], file: PrintFile) -> Iterator[Made]:
    """The lines of a print file's manifest, each with whom it is for; what is enclosed comes after its letter."""
    for number, lines in groupby(file.letters, lambda line: line.order):
        addressee, order = found[number], orders[number]
        for kind, letter, line in zip(addressee.kinds, (order.letter, *order.enclosed), lines, strict=True):
            yield Made(addressee, kind, letter, line.text_version, line.sha256)
