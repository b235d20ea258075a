"""The check of a text, and the letter it makes: found out on another thread, as what is typed stands now."""

from dataclasses import dataclass

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.text_approval import standings
from hjemmebesok.casework.text_check import Finding, check_text, length_findings, preview_text, unreadable_words
from hjemmebesok.casework.text_drafts import TextDraft, as_typed
from hjemmebesok.casework.text_steps import standing_shaped
from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.ui.trouble import trouble_words

_MEND_FIRST = N_("Rett det som er galt, så vises brevet her.")


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found, and the letter as a PDF; without one, `instead` says why."""

    findings: tuple[Finding, ...]
    pdf: bytes
    instead: Words = ""


@dataclass(frozen=True, slots=True)
class Looking:
    """One look. It holds nothing of the screen."""

    desk: Desk
    letter: str
    language: str
    draft: TextDraft
    everything: bool

    def __call__(self) -> Looked:
        """Check the text and make a letter of it."""
        findings: list[Finding] = []
        try:
            with self.desk.read() as reading:
                standing = standings(reading)
            shaped = standing_shaped(standing, self.letter, self.draft.steps)
            findings += unreadable_words(shaped, self.letter, self.language, self.draft.words)
            if not findings:
                standing = as_typed(standing, self.letter, self.language, self.draft)
                findings += check_text(standing, self.letter, self.language)
            if any(finding.stops for finding in findings):
                return Looked(tuple(findings), b"", _MEND_FIRST)
            made = preview_text(self.desk, standing, self.letter, self.language, everything=self.everything)
        except Exception as trouble:  # whatever it is, it is shown in the letter's place
            return Looked(tuple(findings), b"", trouble_words(trouble))
        return Looked((*findings, *length_findings(standing, self.letter, self.language, made.pages)), made.pdf)
