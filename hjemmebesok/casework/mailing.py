"""Making a mailing: letters are made, checked, written to a folder, and noted with the households they are for.

A letter is noted when its file is whole on the disk and has been read back, and not before. So a run can be stopped, or
cut off, anywhere: the next one begins with whoever has not had the letter, and writes over a file that was not noted.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letter_texts import texts_in_force
from hjemmebesok.casework.mailing_files import LetterFile, Made, Maker, Padding
from hjemmebesok.casework.mailing_plan import Addressee, Choices, LeftOut, MailingPlan, plan_mailing, shown_name
from hjemmebesok.casework.saving import save_whole
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.mailing import Mailing
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.work import new_id

GoesOn = Callable[[int, int], bool]  # told how many of how many are done; false stops the run


@dataclass(frozen=True, slots=True)
class MailingResult:
    """What came of a run. `made` households got theirs.

    `left_out` has everyone who has not had the letter and got none now, with the reason.
    """

    made: int
    files: tuple[Path, ...]
    left_out: tuple[LeftOut, ...]
    stopped: bool
    changes: Changes


def make_mailing(
    desk: Desk, choices: Choices, folder: Path, goes_on: GoesOn, padding: Padding | None = None
) -> MailingResult:
    """Make the letter of everyone who has not had it, in files in the folder. It takes its time: a thread's work.

    With a `padding` they are print files, one or more for each language; without, a file for each letter. A household
    whose letter cannot be made is left out with the reason, and the others get theirs. Raises Refused where the folder
    cannot be written to, or a file does not pass its check; what was made by then is noted.
    """
    now, made = desk.now().astimezone(UTC), new_id()
    mailing = Mailing(id=made, case=made, letter=choices.letter, begun_at=now, begun_by=desk.user.name)
    with desk.read() as reading:
        maker = Maker(desk, texts_in_force(reading), padding)
        noted = Counter((each.letter, each.language) for each in reading.all(IssuedLetter))
    run = _Run(desk, plan_mailing(desk, choices), mailing, folder, maker, goes_on, noted)
    for languages, group in run.plan.groups.items():
        run.make(languages, group)
    left_out = (*run.plan.left_out, *run.left_out)
    return MailingResult(run.made, tuple(run.files), left_out, run.stopped, run.changes)


@dataclass(slots=True)
class _Run:
    desk: Desk
    plan: MailingPlan
    mailing: Mailing
    folder: Path
    maker: Maker
    goes_on: GoesOn
    noted: Counter[tuple[str, str]]  # how many of each kind there are in the log, by language
    made: int = 0
    files: list[Path] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    changes: Changes = field(default_factory=Changes)
    stopped: bool = False

    def make(self, languages: Sequence[str], group: Sequence[Addressee]) -> None:
        """The letters in these languages, the files numbered on from those noted before."""
        before = self.made + len(self.left_out)
        for file in self.maker.files(group, lambda done: self._goes_on(before + done)):
            if file.letters:
                self._hand_over(file, self._name(languages, file))
            for addressee, why in file.left_out:
                self.left_out.append(LeftOut(addressee.card.household.id, shown_name(addressee.card), why))

    def _goes_on(self, done: int) -> bool:
        self.stopped = self.stopped or not self.goes_on(done, self.plan.to_make)
        return not self.stopped

    def _name(self, languages: Sequence[str], file: LetterFile) -> str:
        """Of a file; it names nobody."""
        kind = file.letters[0].kind
        letters = sum(each.kind == kind for each in file.letters)
        first = self.noted[kind, languages[-1]] + 1
        numbers = f"{first:04}" if letters == 1 else f"{first:04}-{first + letters - 1:04}"
        return f"{kind.replace('_', '-')}-{'-'.join(languages)}-{numbers}.pdf"

    def _hand_over(self, file: LetterFile, name: str) -> None:
        for each in file.letters:
            self.maker.refuse_changed(each.addressee, (each.kind,))  # before yesterday's address lies in a file
        save_whole(file.pdf, self.folder / name)
        with self.desk.work() as work:
            work.put(self.mailing)
            for each in file.letters:
                work.put(self._line(each))
            self.changes |= work.changes
        self.noted.update((each.kind, each.addressee.languages[-1]) for each in file.letters)
        self.files.append(self.folder / name)
        self.made += sum(each.kind == each.addressee.kinds[0] for each in file.letters)

    def _line(self, made: Made) -> IssuedLetter:
        addressee = made.addressee
        return IssuedLetter(
            id=new_id(),
            case=addressee.card.household.id,
            letter=made.kind,
            language=addressee.languages[-1],
            made_at=self.desk.now().astimezone(UTC),
            made_by=self.desk.user.name,
            text_version=made.text_version,
            sha256=made.sha256,
            about=addressee.about or self.mailing.id,
            with_norwegian=len(addressee.languages) > 1,
        )
