"""Approval of a letter text: draft, discussed in the steering group, approved by whom and when.

A wording is approved, not a letter: whoever changes a word, or the Norwegian word it translates, begins again as a
draft. A draft can be seen and printed, with a mark on every page; a mailing takes an approved wording only.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letter_texts import check_may_write, texts_in_force
from hjemmebesok.domain.letter_text import TEXTS_CASE, TextApproval, TextStatus
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.language import LANGUAGES
from hjemmebesok.letters.texts import Texts
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.reading import Reading
from hjemmebesok.store.work import new_id

PAPER = "letterhead"  # stands around every letter: a municipality's own must be approved too, the program's need not
INTERNAL = frozenset({"day_plan", "meeting_list"})  # papers for the caseworker's own use, which nobody approves


@dataclass(frozen=True, slots=True)
class Standings:
    """How far each wording has come. `texts` are those in force."""

    texts: Texts
    newest: dict[str, TextApproval]  # by wording

    def of(self, letter: str, language: str) -> TextApproval | None:
        """The newest step of the wording in force; None for a draft nobody has looked at."""
        return self.newest.get(self.texts.version(letter, language))

    def status(self, letter: str, language: str) -> TextStatus:
        """How far the wording in force has come."""
        step = self.of(letter, language)
        return step.status if step else TextStatus.DRAFT

    def approved(self, letter: str, languages: Iterable[str]) -> bool:
        """Whether a letter in these languages says nothing but what is approved."""
        ours = [code for code in languages if code in LANGUAGES]
        return all(self._approved(letter, code) and self._paper_approved(code) for code in ours)

    def _approved(self, letter: str, language: str) -> bool:
        return letter in INTERNAL or self.status(letter, language) is TextStatus.APPROVED

    def _paper_approved(self, language: str) -> bool:
        own = any((PAPER, code) in self.texts.own for code in ("nb", language))
        return not own or self._approved(PAPER, language)


def standings(reading: Reading, at: datetime | None = None) -> Standings:
    """How far every wording has come; at an earlier time, how far it had come then."""
    steps = [step for step in reading.all(TextApproval) if at is None or step.noted_at <= at]
    newest = {step.version: step for step in sorted(steps, key=lambda step: (step.noted_at, step.id))}
    return Standings(texts_in_force(reading, at), newest)


def set_status(desk: Desk, letter: str, language: str, status: TextStatus, by: str, on: date) -> Changes:
    """Note that the wording in force was discussed or approved by somebody on a day, or is a draft again.

    Raises Refused where she may not, without a name, for a day to come, and for approval of a text that has something
    wrong with it.
    """
    if not by.strip():
        raise Refused(Phrase("Skriv hvem som har behandlet teksten."))
    if on > desk.today():
        raise Refused(Phrase("Datoen kan ikke være i framtiden."))
    with desk.work() as work:
        check_may_write(work)
        texts = texts_in_force(work)
        wrong = texts.problems(letter, language)
        if status is TextStatus.APPROVED and wrong:
            raise Refused(wrong[0].words)
        work.put(_step(desk, letter, language, texts.version(letter, language), status, by.strip(), on))
        return work.changes


def approval_log(desk: Desk, letter: str, language: str) -> list[TextApproval]:
    """Every step of every wording of this text, newest first."""
    with desk.read() as reading:
        steps = [each for each in reading.all(TextApproval) if (each.letter, each.language) == (letter, language)]
    return sorted(steps, key=lambda step: (step.noted_at, step.id), reverse=True)


def _step(desk: Desk, letter: str, language: str, version: str, status: TextStatus, by: str, on: date) -> TextApproval:
    return TextApproval(
        id=new_id(),
        case=TEXTS_CASE,
        letter=letter,
        language=language,
        version=version,
        status=status,
        by=by,
        on=on,
        noted_at=desk.now().astimezone(UTC),
        noted_by=desk.user.name,
    )
