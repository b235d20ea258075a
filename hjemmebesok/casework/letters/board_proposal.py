"""The proposal to the landlord's board to sell a dwelling to the household that rents it."""

from collections.abc import Iterator, Mapping
from typing import Any

from hjemmebesok.casework.letters.eligibility_outcome import weighed
from hjemmebesok.casework.letters.wanted import WRITTEN_IN, Wanted, refuse_barred, signed, to_board
from hjemmebesok.casework.noted import value_words
from hjemmebesok.casework.rules_in_use import LEIE_TIL_EIE
from hjemmebesok.domain.kartlegging import FIELDS
from hjemmebesok.domain.phrase import N_, Phrase, Refused, Words
from hjemmebesok.eligibility.condition import Outcome
from hjemmebesok.eligibility.facts import JOINT_DEBT, PRICE, TENANT_OF_DWELLING
from hjemmebesok.eligibility.verdict import Verdict
from hjemmebesok.letters.kinds.board_proposal import BoardProposal
from hjemmebesok.letters.kinds.visit_summary import Value

_CHECKLIST = (
    "wishes.ownership",
    "wishes.preemption",
    "wishes.public_seller",
    "wishes.own_dwelling",
    "wishes.co_buyer",
    "wishes.other_share",
    "wishes.board_approval",
    "wishes.membership",
)
_OPEN = N_("Ikke avklart")
_NOT_ALL_CLEAR = N_("Ikke alle punktene er avklart ennå.")
_BORETTSLAG = "A11"


def board_proposal(wanted: Wanted) -> BoardProposal:
    """Raises Refused without a case number, which stands for the name; without a price; and where it is not the
    dwelling that the household rents, which no board of ours can sell."""
    household, home = wanted.card.household, wanted.card.dwelling
    refuse_barred(household)
    verdict, answers = weighed(wanted, LEIE_TIL_EIE)
    price = verdict.facts.get(PRICE)
    if not household.case_number:
        raise Refused(Phrase("Husstanden mangler saksnummer. Det står i stedet for navnet i styresaken."))
    if not price:
        raise Refused(Phrase("Besøket mangler pris på boligen."))
    if home is None or not verdict.facts.get(TENANT_OF_DWELLING):
        raise Refused(Phrase("Styresaken gjelder boligen de leier i dag. Før opp i skjemaet at det er den de kjøper."))
    return BoardProposal(
        **signed(wanted.desk),
        recipient=to_board(wanted.details),
        reference=household.case_number,
        price=price,
        joint_debt=verdict.facts.get(JOINT_DEBT) or None,
        dwelling=None if household.protection.masks_address else home,
        checklist=tuple(_checklist(answers)),
        preemption=_conclusion(verdict),
        outcome=verdict.headline,
        ruleset=Phrase(verdict.ruleset.title),
        day=verdict.day,
    )


def _checklist(answers: Mapping[str, Any]) -> Iterator[tuple[Words, Value]]:
    for field in map(FIELDS.__getitem__, _CHECKLIST):
        given = answers.get(field.id)
        yield Phrase(field.label), Phrase(_OPEN) if given is None else value_words(field, given, WRITTEN_IN)


def _conclusion(verdict: Verdict) -> Words:
    found = next(finding for finding in verdict.findings if finding.id == _BORETTSLAG)
    return Phrase(_NOT_ALL_CLEAR) if found.outcome is Outcome.MANGLER else found.reason
