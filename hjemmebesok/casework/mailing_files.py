"""The files of a mailing: one for each letter, or print files of many, each read back before anybody gets to see it.

A print file is made of the same letters as the single files, page for page. Each letter is made alone as well, so that
the log has the SHA-256 of the letter that the archive will be handed.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import find_card
from hjemmebesok.casework.letters import Details, Wanted, letter_data
from hjemmebesok.casework.mailing_plan import Addressee
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.letters.batch.manifest import Padding
from hjemmebesok.letters.letter import Letter, RenderedLetter
from hjemmebesok.letters.texts import Texts

__all__ = ["LetterFile", "Maker", "Padding"]

IN_A_FILE = 250  # letters; as many as are made again where a run is stopped within a print file

_CHANGED = Phrase("Husstanden ble endret imens. Lag utsendingen en gang til.")


@dataclass(frozen=True, slots=True)
class LetterFile:
    """One finished file, the letters in it in order, and those who were to be in it and why they are not."""

    pdf: bytes
    letters: tuple[tuple[Addressee, RenderedLetter], ...]
    left_out: tuple[tuple[Addressee, Phrase], ...] = ()


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes the files of one kind of letter. `padding` goes into print files; None makes a file for each letter."""

    desk: Desk
    kind: str
    texts: Texts
    padding: Padding | None = None

    def files(self, group: Sequence[Addressee], goes_on: Callable[[int], bool]) -> Iterator[LetterFile]:
        """The files, one after the other, until `goes_on` (asked with how many of the group are done) says no.

        Raises Refused where a print file does not pass its check.
        """
        if self.padding is None:
            for done, addressee in enumerate(group):
                if not goes_on(done):
                    return
                yield self._single(addressee)
        else:
            yield from self._print_files(group, self.padding, goes_on)

    def refuse_changed(self, addressee: Addressee) -> None:
        """Raises Refused where the household is not as it was planned for: a run takes minutes, and a colleague's
        change may come in meanwhile, such as a new address, a protection, or the letter itself."""
        household = addressee.card.household.id
        with self.desk.read() as reading:
            had = any(each.letter == self.kind for each in reading.in_case(IssuedLetter, household))
            if had or find_card(reading, household) != addressee.card:
                raise Refused(_CHANGED)

    def _single(self, addressee: Addressee) -> LetterFile:
        try:
            self.refuse_changed(addressee)
            rendered = self._rendered(addressee)
        except Refused as refused:
            return LetterFile(b"", (), ((addressee, refused.phrase),))
        return LetterFile(rendered.pdf, ((addressee, rendered),))

    def _print_files(
        self, group: Sequence[Addressee], padding: Padding, goes_on: Callable[[int], bool]
    ) -> Iterator[LetterFile]:
        for start in range(0, len(group), IN_A_FILE):
            singles = []
            for done, addressee in enumerate(group[start : start + IN_A_FILE], start):
                if not goes_on(done):
                    return
                singles.append(self._single(addressee))
            letters = tuple(letter for single in singles for letter in single.letters)
            left_out = tuple(each for single in singles for each in single.left_out)
            yield LetterFile(self._print_file(letters, padding), letters, left_out)

    def _print_file(self, letters: Sequence[tuple[Addressee, RenderedLetter]], padding: Padding) -> bytes:
        from hjemmebesok.letters.batch import Order, print_files

        orders = [Order(self._letter(addressee), addressee.languages) for addressee, _ in letters]
        for file in print_files(orders, self.texts, padding=padding, in_a_file=IN_A_FILE):
            for missing in file.left_out:  # each was made alone a moment ago, so there is none
                raise Refused(missing.why)
            return file.pdf
        return b""

    def _letter(self, addressee: Addressee) -> Letter:
        return letter_data(Wanted(self.desk, addressee.card, "", Details()), self.kind)

    def _rendered(self, addressee: Addressee) -> RenderedLetter:
        from hjemmebesok.letters.render import render  # brings ReportLab, which nobody waits for before this

        return render(self._letter(addressee), addressee.languages, self.texts)
