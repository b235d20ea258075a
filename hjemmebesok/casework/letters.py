"""Letters: made from what the store holds, checked, and noted in the household's log when they are used."""

from dataclasses import dataclass
from datetime import UTC

from hjemmebesok.casework.assess import assess_answers, day_of, known_answers
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.followups import promised
from hjemmebesok.casework.guidance import guidance
from hjemmebesok.casework.households import HouseholdCard, card_of
from hjemmebesok.casework.noted import noted
from hjemmebesok.casework.visits import OpenVisit, open_visit
from hjemmebesok.domain.followup import FollowUp
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.phrase import N_, Phrase, Refused
from hjemmebesok.domain.visit import VisitStatus
from hjemmebesok.language import LANGUAGES
from hjemmebesok.letters.freetext import FreeText
from hjemmebesok.letters.kinds.information import InformationLetter
from hjemmebesok.letters.kinds.visit_summary import AgreedStep, VisitSummary
from hjemmebesok.letters.letter import Letter
from hjemmebesok.letters.recipient import Recipient
from hjemmebesok.letters.sender import Sender
from hjemmebesok.store.changes import Changes
from hjemmebesok.store.work import new_id

__all__ = ["KINDS", "Changes", "MadeLetter", "file_letter", "letter_language", "make_letter"]

KINDS = (
    (InformationLetter.code, N_("Brev om programmet")),
    (VisitSummary.code, N_("Oppsummering av hjemmebesøk")),
)

WRITTEN_IN = "nb"  # what caseworkers write their own notes in


@dataclass(frozen=True, slots=True)
class MadeLetter:
    """A finished letter and its line for the log. `file_name` names nobody."""

    pdf: bytes
    title: str
    file_name: str
    pages: int
    letter: IssuedLetter


def letter_language(card: HouseholdCard) -> str:
    """The language the household reads, where we write it; else Norwegian."""
    return card.household.language if card.household.language in LANGUAGES else "nb"


def make_letter(desk: Desk, kind: str, household_id: str, language: str, about: str = "") -> MadeLetter:
    """Make and check a letter; nothing is written. `about` is the visit that a summary sums up.

    Raises Refused for an unknown kind, a visit that is not closed, or a text that is missing or behind in the language.
    """
    from hjemmebesok.letters.render import render  # brings ReportLab, which nobody waits for before the first letter

    with desk.read() as reading:
        card = card_of(reading, household_id)
    letter = _letter(desk, kind, card, about)
    rendered = render(letter, language)
    issued = IssuedLetter(
        id=new_id(),
        case=household_id,
        letter=kind,
        language=language,
        made_at=desk.now().astimezone(UTC),
        made_by=desk.user.name,
        text_version=rendered.text_version,
        sha256=rendered.sha256,
        about=about,
    )
    file_name = f"{kind.replace('_', '-')}-{language}-{desk.today():%Y-%m-%d}.pdf"
    return MadeLetter(rendered.pdf, rendered.title, file_name, rendered.pages, issued)


def file_letter(desk: Desk, made: MadeLetter) -> Changes:
    """Note that the letter was used: what was made for whom, when, in which language, and its SHA-256."""
    with desk.work() as work:
        work.put(made.letter)
        return work.changes


def _letter(desk: Desk, kind: str, card: HouseholdCard, about: str) -> Letter:
    if kind == InformationLetter.code:
        return InformationLetter(
            recipient=_recipient(card),
            sender=_sender(desk),
            written_on=desk.today(),
            reference=card.household.case_number,
        )
    if kind == VisitSummary.code:
        return _summary(desk, card, about)
    known = ", ".join(code for code, _ in KINDS)
    raise Refused(Phrase("Brevtypen «{kind}» finnes ikke. Velg en av disse: {known}.", kind=kind, known=known))


def _summary(desk: Desk, card: HouseholdCard, visit_id: str) -> VisitSummary:
    if not visit_id:
        raise Refused(Phrase("Velg hvilket besøk oppsummeringen gjelder."))
    opened = open_visit(desk, visit_id)
    visit, answers = opened.visit, _answers(opened)
    if visit.case != card.household.id:
        raise Refused(Phrase("Besøket hører til en annen husstand."))
    verdict = assess_answers(known_answers(answers, {}), day_of(desk, opened))
    note = str(answers.get("summary.note", ""))
    return VisitSummary(
        recipient=_recipient(card),
        sender=_sender(desk),
        written_on=desk.today(),
        reference=card.household.case_number,
        visited_at=visit.starts,
        present=visit.present,
        staff=visit.staff,
        interpreter=visit.interpreter,
        noted=noted(answers, WRITTEN_IN),
        guidance=guidance(verdict),
        steps=_steps(desk, visit.case, visit.id),
        note=FreeText(note, WRITTEN_IN) if note else None,
    )


def _answers(opened: OpenVisit) -> dict[str, object]:
    if opened.visit.status is not VisitStatus.CLOSED or opened.form is None:
        raise Refused(Phrase("Avslutt besøket først. Da er notatet låst, og oppsummeringen stemmer med det."))
    return opened.form.answers


def _steps(desk: Desk, case: str, visit_id: str) -> tuple[AgreedStep, ...]:
    with desk.read() as reading:
        agreed = [each for each in reading.of_parent(FollowUp, visit_id) if each.case == case]
    return tuple(AgreedStep(promised(each), each.owner, each.due) for each in agreed)


def _recipient(card: HouseholdCard) -> Recipient:
    home = card.dwelling
    address = (home.street_line, f"{home.postcode} {home.place}".strip()) if home else ()
    return Recipient(name=card.household.name, address=address, protection=card.household.protection)


def _sender(desk: Desk) -> Sender:
    if not desk.user.phone:
        raise Refused(Phrase("Skriv inn telefonnummeret ditt i innstillingene først. Det skal stå i brevet."))
    return Sender(
        municipality=desk.municipality, caseworker=desk.user.name, title="boligkonsulent", phone=desk.user.phone
    )
