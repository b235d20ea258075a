"""Making a mailing: letters are made, checked, written to a folder, and noted with the households they are for.

A run takes a while, and meanwhile a visit is moved or an address becomes protected. So no file leaves the program
before all are made; then every letter is compared with what it would say now, and whoever's has become wrong is left
out. What is held till then is some kilobytes a letter in print files, and nothing of it is on the disk.

A letter is noted when its file is whole on the disk and has been read back, and not before. So a run can be stopped, or
cut off, anywhere: the next one begins with whoever has not had the letter, and makes the same file that was not noted.
What lies in the folder is never written over by anything else: a colleague's letters may be called the same.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import find_card
from hjemmebesok.casework.letter_texts import texts_in_force
from hjemmebesok.casework.mailing_files import LetterFile, Made, Maker, Padding, Unmade
from hjemmebesok.casework.mailing_plan import Addressee, Choices, LeftOut, MailingPlan, plan_mailing, shown_name
from hjemmebesok.casework.saving import free_place, save_whole
from hjemmebesok.casework.writing import refuse_reader
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.mailing import Mailing
from hjemmebesok.domain.phrase import Refused, Words
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.work import new_id

GoesOn = Callable[[int, int], bool]  # told how many of how many are done; false stops the run


@dataclass(frozen=True, slots=True)
class MailingResult:
    """What came of a run. `made` households got theirs.

    `left_out` has everyone who has not had the letter and got none now, with the reason. `trouble` is what ended the
    run early: a folder that cannot be written to, or a file that does not pass its check; "" where nothing did.
    """

    made: int
    files: tuple[Path, ...]
    left_out: tuple[LeftOut, ...]
    stopped: bool
    changes: Changes
    trouble: Words = ""


def make_mailing(
    desk: Desk, choices: Choices, folder: Path, goes_on: GoesOn, padding: Padding | None = None
) -> MailingResult:
    """Make the letter of everyone who has not had it, in files in the folder. It takes its time: a thread's work.

    With a `padding` they are print files, one or more for each language; without, a file for each letter. A household
    whose letter cannot be made, or has become wrong when all are made, is left out with the reason, and the others get
    theirs. What was made before some trouble is handed out and noted all the same. Raises Refused, with nothing made,
    where she may only read.
    """
    refuse_reader(desk)
    now, made = desk.now().astimezone(UTC), new_id()
    mailing = Mailing(id=made, case=made, letter=choices.letter, begun_at=now, begun_by=desk.user.name)
    with desk.read() as reading:
        maker = Maker(desk, texts_in_force(reading), padding)
        noted = Counter((each.letter, each.language) for each in reading.all(IssuedLetter))
    run = _Run(desk, plan_mailing(desk, choices), mailing, folder, maker, goes_on, noted)
    trouble: Words = ""
    for step in (run.make_all, run.hand_out):
        try:
            step()
        except Refused as refused:
            trouble = trouble or refused.phrase
    left_out = (*run.plan.left_out, *run.left_out)
    return MailingResult(run.made, tuple(run.files), left_out, run.stopped, run.changes, trouble)


@dataclass(slots=True)
class _Run:
    desk: Desk
    plan: MailingPlan
    mailing: Mailing
    folder: Path
    maker: Maker
    goes_on: GoesOn
    noted: Counter[tuple[str, str]]  # how many of each kind there are in the log, by language
    done: int = 0  # households of the groups that are finished
    waiting: list[LetterFile] = field(default_factory=list)
    made: int = 0
    files: list[Path] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    changes: Changes = field(default_factory=Changes)
    stopped: bool = False

    def make_all(self) -> None:
        """The letters of everyone, language by language."""
        for group in self.plan.groups.values():
            self._make(group)

    def _make(self, group: Sequence[Addressee]) -> None:
        for file in self.maker.files(group, lambda done: self._goes_on(self.done + done)):
            self.waiting.append(file)
            self._leave_out(file.left_out)
        self.done += len(group)

    def hand_out(self) -> None:
        """All that is made, but for the letters that have become wrong; a file that had one is made again without."""
        for file in self.waiting:
            self._hand_out(file)

    def _goes_on(self, done: int) -> bool:
        self.stopped = self.stopped or not self.goes_on(done, self.plan.to_make)
        return not self.stopped

    def _leave_out(self, unmade: Sequence[Unmade]) -> None:
        told = {each.household for each in self.left_out}
        with self.desk.read() as reading:
            for addressee, why in unmade:
                card = find_card(reading, addressee.household) or addressee.card  # its name may be protected by now
                if addressee.household not in told:
                    self.left_out.append(LeftOut(addressee.household, shown_name(card), why))

    def _hand_out(self, file: LetterFile) -> None:
        while file.letters and (wrong := self._save_and_note(file)):
            file = self.maker.without(file, wrong)
            self._leave_out((*wrong, *file.left_out))

    def _save_and_note(self, file: LetterFile) -> Sequence[Unmade]:
        """The file and all its letters. Where one has become wrong: nothing, but whose and why.

        Nobody else writes to the store between the comparison and the note.
        """
        with self.desk.work() as work:
            if wrong := self.maker.gone_wrong(file):
                return wrong
            work.put(self.mailing)
            for each in file.letters:
                work.put(self._line(each))
            path = free_place(self.folder / self._name(file), file.pdf)
            save_whole(file.pdf, path)  # last: what may not be noted is not handed out
            self.changes |= work.changes
        self.noted.update((each.kind, each.addressee.languages[-1]) for each in file.letters)
        self.files.append(path)
        self.made += sum(each.kind == each.addressee.kinds[0] for each in file.letters)
        return ()

    def _name(self, file: LetterFile) -> str:
        """Of a file; it names nobody, and is numbered on from those noted before."""
        kind, languages = file.letters[0].kind, file.letters[0].addressee.languages
        letters = sum(each.kind == kind for each in file.letters)
        first = self.noted[kind, languages[-1]] + 1
        numbers = f"{first:04}" if letters == 1 else f"{first:04}-{first + letters - 1:04}"
        return f"{kind.replace('_', '-')}-{'-'.join(languages)}-{numbers}.pdf"

    def _line(self, made: Made) -> IssuedLetter:
        addressee = made.addressee
        return IssuedLetter(
            id=new_id(),
            case=addressee.household,
            letter=made.kind,
            language=addressee.languages[-1],
            made_at=self.desk.now().astimezone(UTC),
            made_by=self.desk.user.name,
            text_version=made.text_version,
            sha256=made.sha256,
            about=addressee.about or self.mailing.id,
            with_norwegian=len(addressee.languages) > 1,
            reference=made.letter.reference,
        )
