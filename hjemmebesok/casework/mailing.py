"""Making a mailing: letters are made, checked, written to a folder, and noted with the households they are for.

A letter is noted when its file is whole on the disk and has been read back, and not before. So a run can be stopped, or
cut off, anywhere: the next one begins with whoever has not had the letter, and writes over a file that was not noted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import find_card
from hjemmebesok.casework.letters import Details, Wanted, letter_data
from hjemmebesok.casework.mailing_plan import Addressee, Choices, LeftOut, MailingPlan, plan_mailing, shown_name
from hjemmebesok.casework.saving import save_whole
from hjemmebesok.casework.text_approval import standings
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.mailing import Mailing
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.letters.letter import RenderedLetter
from hjemmebesok.letters.texts import Texts
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.work import new_id

GoesOn = Callable[[int, int], bool]  # told how many of how many are done; false stops the run


@dataclass(frozen=True, slots=True)
class MailingResult:
    """What came of a run. `left_out` has everyone who has not had the letter and got none now, with the reason."""

    made: int
    files: tuple[Path, ...]
    left_out: tuple[LeftOut, ...]
    stopped: bool
    changes: Changes


def make_mailing(desk: Desk, choices: Choices, folder: Path, goes_on: GoesOn) -> MailingResult:
    """Make the letter of everyone who has not had it, a file each in the folder. It takes its time: a thread's work.

    A household whose letter cannot be made is left out with the reason, and the others get theirs. Raises Refused where
    the folder cannot be written to; what was made by then is noted.
    """
    now, made = desk.now().astimezone(UTC), new_id()
    mailing = Mailing(id=made, case=made, letter=choices.letter, begun_at=now, begun_by=desk.user.name)
    with desk.read() as reading:
        texts = standings(reading).texts
    run = _Run(desk, plan_mailing(desk, choices), mailing, folder, texts, goes_on)
    for languages, group in run.plan.groups.items():
        run.make(languages, group)
    left_out = (*run.plan.left_out, *run.left_out)
    return MailingResult(len(run.files), tuple(run.files), left_out, run.stopped, run.changes)


@dataclass(slots=True)
class _Run:
    desk: Desk
    plan: MailingPlan
    mailing: Mailing
    folder: Path
    texts: Texts
    goes_on: GoesOn
    files: list[Path] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    changes: Changes = field(default_factory=Changes)
    stopped: bool = False

    def make(self, languages: Sequence[str], group: Sequence[Addressee]) -> None:
        """The letters in these languages, numbered on from those noted before."""
        number = self._noted(languages) + 1
        for addressee in group:
            self.stopped = self.stopped or not self.goes_on(len(self.files) + len(self.left_out), self.plan.to_make)
            if self.stopped:
                return
            number += self._make_one(addressee, number)

    def _make_one(self, addressee: Addressee, number: int) -> bool:
        """Whether this number is used."""
        try:
            rendered = self._rendered(addressee)
            self._refuse_changed(addressee)
        except Refused as refused:
            self.left_out.append(LeftOut(addressee.card.household.id, shown_name(addressee.card), refused.phrase))
            return False
        kind = self.mailing.letter.replace("_", "-")
        path = self.folder / f"{kind}-{'-'.join(addressee.languages)}-{number:04}.pdf"
        save_whole(rendered.pdf, path)
        self._note(addressee, rendered)
        self.files.append(path)
        return True

    def _rendered(self, addressee: Addressee) -> RenderedLetter:
        from hjemmebesok.letters.render import render  # brings ReportLab, which nobody waits for before this

        letter = letter_data(Wanted(self.desk, addressee.card, "", Details()), self.mailing.letter)
        return render(letter, addressee.languages, self.texts)

    def _refuse_changed(self, addressee: Addressee) -> None:
        # A run takes minutes, and a colleague's change may come in meanwhile: a new address, a protection, the letter.
        household = addressee.card.household.id
        with self.desk.read() as reading:
            had = any(each.letter == self.mailing.letter for each in reading.in_case(IssuedLetter, household))
            if had or find_card(reading, household) != addressee.card:
                raise Refused(Phrase("Husstanden ble endret imens. Lag utsendingen en gang til."))

    def _noted(self, languages: Sequence[str]) -> int:
        with self.desk.read() as reading:
            of_kind = [each for each in reading.all(IssuedLetter) if each.letter == self.mailing.letter]
        return sum(each.language == languages[-1] for each in of_kind)

    def _note(self, addressee: Addressee, rendered: RenderedLetter) -> None:
        with self.desk.work() as work:
            work.put(self.mailing)
            work.put(self._line(addressee, rendered))
            self.changes |= work.changes

    def _line(self, addressee: Addressee, rendered: RenderedLetter) -> IssuedLetter:
        return IssuedLetter(
            id=new_id(),
            case=addressee.card.household.id,
            letter=self.mailing.letter,
            language=addressee.languages[-1],
            made_at=self.desk.now().astimezone(UTC),
            made_by=self.desk.user.name,
            text_version=rendered.text_version,
            sha256=rendered.sha256,
            about=self.mailing.id,
            with_norwegian=len(addressee.languages) > 1,
        )
