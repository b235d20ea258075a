"""How a letter text stands, in words."""

from collections.abc import Sequence

from hjemmebesok.casework.letters.names import TEXT_NAMES
from hjemmebesok.casework.text_check import Finding
from hjemmebesok.casework.text_list import TextLine
from hjemmebesok.domain.letter_text import STATUS_WORDS, TextApproval, TextStatus
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Words
from hjemmebesok.ui.spoken import Joined, joined, tongue
from hjemmebesok.ui.widgets.fact_list import Fact
from hjemmebesok.ui.widgets.status import Status

TONES = {TextStatus.DRAFT: "muted", TextStatus.DISCUSSED: "info", TextStatus.APPROVED: "ok"}
_PENDING = {TextStatus.DRAFT: "pen-line", TextStatus.DISCUSSED: "message-circle", TextStatus.APPROVED: "circle-check"}


def called(letter: str, language: str) -> Words:
    """'Brev om Leie til eie, tyrkisk'."""
    return joined(TEXT_NAMES[letter], tongue(language), between=", ")


def statuses(line: TextLine) -> list[Status]:
    """What there is to know of a text, the most urgent first."""
    found = []
    if line.wrong:
        found.append(Status(Plural("{n} feil", "{n} feil", line.wrong), "bad"))
    if len(line.heads) > 1:
        found.append(Status(N_("To versjoner"), "warn", "split"))
    if line.news:
        found.append(Status(N_("Ny tekst i programmet"), "warn", "refresh-cw"))
    if line.internal:
        found.append(Status(N_("Trenger ikke godkjenning"), "muted"))
    else:
        status = line.approval.status if line.approval else TextStatus.DRAFT
        found.append(Status(STATUS_WORDS[status], TONES[status], _PENDING[status]))
    if line.own:
        found.append(Status(N_("Kommunens egen"), "info", "building-2"))
    return found


def approved_by(approval: TextApproval | None) -> Words:
    """Who took the text how far, and when."""
    if approval is None:
        return N_("Ingen har behandlet denne teksten ennå.")
    words = {
        TextStatus.DRAFT: N_("Satt tilbake til utkast av {who} {day}."),
        TextStatus.DISCUSSED: N_("Drøftet av {who} {day}."),
        TextStatus.APPROVED: N_("Godkjent av {who} {day}."),
    }
    return Phrase(words[approval.status], who=approval.by, day=approval.on)


def facts(findings: Sequence[Finding]) -> list[Fact]:
    """A line about each finding, red where it stops the letter; and that what does not is advice."""
    told = [_fact(each) for each in findings]
    if any(not each.stops for each in findings):
        told.append(Fact("hand", N_("Dette er råd. Brevet kan brukes som det er."), "muted"))
    return told


def _fact(finding: Finding) -> Fact:
    if finding.stops:
        return Fact("circle-alert", finding.words, "bad")
    return Fact("info", finding.words, icon_tone="warn")


def behind(lines: Sequence[TextLine], letter: str, language: str) -> Words:
    """That a letter cannot go out in some languages, after its Norwegian text was changed; "" where it can in all."""
    stopped = [line.language for line in lines if line.letter == letter and line.wrong and line.language != language]
    if language != "nb" or not stopped:
        return ""
    return Phrase(
        "Lagret. Oversettelsen må følge med før brevet kan sendes på {languages}.",
        languages=Joined(tuple(map(tongue, stopped)), ", "),
    )
