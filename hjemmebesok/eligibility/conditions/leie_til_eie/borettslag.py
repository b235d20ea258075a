"""Borettslag (housing cooperative): who may buy before others, and who may own. Burettslagslova § 4-12: the right of
pre-emption cannot be used against «leigaren av bustaden» where the seller is a public owner.

The checklist: the articles (§ 4-11), the seller (§ 4-2) and the buyer; the deadline where the right applies (§ 4-15);
one share for each person (§ 4-1); the board's approval, which counts as given after 20 days (§ 4-5); membership of the
boligbyggelag. A buyer beside the tenant who is not on the lease is skjønn.
"""

from datetime import timedelta

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.case import Case, Missing
from hjemmebesok.eligibility.choices import BoardApproval, CoBuyer, Membership, Ownership
from hjemmebesok.eligibility.condition import Answer, Condition, Outcome
from hjemmebesok.eligibility.facts import (
    BOARD_APPROVAL,
    BOARD_ASKED_ON,
    CO_BUYER,
    CO_BUYER_REASON,
    MEMBERSHIP,
    OTHER_SHARE,
    OWNERSHIP,
    PREEMPTION_IN_ARTICLES,
    PREEMPTION_USED,
    PUBLIC_SELLER,
    TENANT_OF_DWELLING,
)
from hjemmebesok.eligibility.forkjopsrett import BOARD_DAYS, forkjopsrett

_CHECKLIST = (
    PREEMPTION_IN_ARTICLES,
    PUBLIC_SELLER,
    TENANT_OF_DWELLING,
    CO_BUYER,
    OTHER_SHARE,
    BOARD_APPROVAL,
    MEMBERSHIP,
)


def _borettslag(case: Case) -> Answer:
    if case[OWNERSHIP] is not Ownership.ANDEL:
        return Answer(Outcome.IKKE_AKTUELT, Phrase("Boligen er ikke en andel i et borettslag."))
    case.require(*_CHECKLIST)
    refused = _refused(case)
    if refused:
        return Answer(Outcome.FAIL, refused)
    _board_has_answered(case)
    if case[CO_BUYER] is CoBuyer.NOT_ON_LEASE:
        reason = Phrase("Medkjøperen står ikke på leiekontrakten. Leieren må være kjøper.")
        return Answer(Outcome.SKJONN, reason, reason_in=CO_BUYER_REASON)
    return Answer(Outcome.OK, _forkjopsrett(case))


def _refused(case: Case) -> Phrase | None:
    if case[OTHER_SHARE]:
        return Phrase("Kjøperen eier en annen andel i borettslaget. Hver kan bare eie én.")
    if case[BOARD_APPROVAL] is BoardApproval.REFUSED:
        return Phrase("Styret har ikke godkjent kjøperen.")
    if case[MEMBERSHIP] is Membership.NOT_MEMBER:
        return Phrase("Kjøperen må være medlem av boligbyggelaget.")
    if case.work_out(forkjopsrett).applies and case.get(PREEMPTION_USED):
        return Phrase("Noen andre har brukt forkjøpsretten.")
    return None


def _board_has_answered(case: Case) -> None:
    """The board has approved, or so long ago been asked that it counts as approved."""
    if case[BOARD_APPROVAL] is not BoardApproval.ASKED:
        return
    answer_by = case[BOARD_ASKED_ON] + timedelta(BOARD_DAYS)
    if not case.is_over(answer_by):
        raise Missing(BOARD_APPROVAL, reason=Phrase("Styret har frist til {day} med å svare.", day=answer_by))


def _forkjopsrett(case: Case) -> Phrase:
    """Why nobody else comes first. Raises Missing while somebody still may."""
    found = case.work_out(forkjopsrett)
    if found.deadline is None:
        if case[PREEMPTION_IN_ARTICLES]:
            return Phrase("Leieren kjøper av kommunen. Da kan forkjøpsretten ikke brukes.")
        return Phrase("Borettslaget har ikke forkjøpsrett.")
    if not case.is_over(found.deadline):
        until = Phrase("Andre kan bruke forkjøpsretten til og med {day}.", day=found.deadline)
        raise Missing(PREEMPTION_USED, reason=until)
    case.require(PREEMPTION_USED)
    return Phrase("Fristen for forkjøpsrett gikk ut {day}.", day=found.deadline)


BORETTSLAG = Condition(N_("Borettslagets regler"), Phrase("Burettslagslova § 4-12"), _borettslag)
