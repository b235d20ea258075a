"""Every kind of letter in every shape: usual, with nothing optional, very long, with very long names, and with forty
people in the household. All of it is made up."""

from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal

from letter_photos import photo
from letter_samples import DAY, RECIPIENT, SENDER, SUMMARY
from letter_samples import LETTERS as FIRST_LETTERS

from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.domain.visit import Purpose
from hjemmebesok.language import LanguageName
from hjemmebesok.letters.freetext import FreeText
from hjemmebesok.letters.kinds.board_proposal import BoardProposal
from hjemmebesok.letters.kinds.cell import AsWritten, Percent, Together
from hjemmebesok.letters.kinds.day_plan import Appointment, DayPlanOnPaper, Due
from hjemmebesok.letters.kinds.document_checklist import DocumentChecklist
from hjemmebesok.letters.kinds.eligibility_outcome import EligibilityOutcome, UsedRate
from hjemmebesok.letters.kinds.follow_up_offer import FollowUpOffer, OfferedTalk
from hjemmebesok.letters.kinds.information import InformationFolder, InformationLetter
from hjemmebesok.letters.kinds.meeting_invitation import MeetingInvitation
from hjemmebesok.letters.kinds.meeting_list import Attendee, MeetingList
from hjemmebesok.letters.kinds.sale_frames import SaleFrames
from hjemmebesok.letters.kinds.visit_notice import VisitNotice
from hjemmebesok.letters.kinds.visit_summary import Noted
from hjemmebesok.letters.letter import Letter
from hjemmebesok.letters.photo import Photo
from hjemmebesok.letters.recipient import Recipient

SHAPES = ("usual", "bare", "long", "long names", "forty people")

_TO = {"recipient": RECIPIENT, "sender": SENDER, "written_on": DAY, "reference": "2026-0203"}
_BARE = {
    "recipient": Recipient(name="Ola Nordmann"),
    "sender": replace(SENDER, email="", office=""),
    "written_on": DAY,
}
_LONG_NAME = "Şükriye Gülçiçek Özdemiroğlu-Bjørnstjerne og İbrahim Ağaoğlu Sørbråten-Kværnehaug"
_LONG_RECIPIENT = Recipient(name=_LONG_NAME, address=("Øvre Fjellkjærlighetsveien 114 B, H0302", "0000 Eksempel"))
_FORTY = tuple(f"Person Åse-Ğül Nummer {number}" for number in range(1, 41))
_LONG_TEXT = FreeText("\n".join(f"Punkt {n}: vi går gjennom priser, lån og regler." for n in range(60)))
_TEN = datetime(2026, 10, 19, 10, 0)

_NOTICE = VisitNotice(**_TO, starts=_TEN, minutes=90, visitors=("Kari Nordmann",), visitor_count=2, interpreter="tr")
_INVITATION = MeetingInvitation(
    **_TO,
    starts=datetime(2026, 10, 26, 17, 0),
    ends=datetime(2026, 10, 26, 19, 0),
    place="Fjell grendehus, sal 2",
    spoken="tr",
    interpreted=True,
    topics=FreeText("Startlån og fellesgjeld."),
    reply_by=date(2026, 10, 19),
)
_BANK = (Phrase("Vise kommunen svaret fra banken."), date(2026, 10, 30))
_CHECKLIST = DocumentChecklist(**_TO, agreed=(_BANK, (Phrase("Finne leiekontrakten."), None)), next_visit=_TEN)
_OFFICE = OfferedTalk(Phrase("Kontor"), date(2026, 10, 20), time(9, 0))
_AT_HOME = OfferedTalk(Phrase("Hjemme"), date(2026, 10, 21))
_OFFER = FollowUpOffer(**_TO, talks=(_OFFICE, _AT_HOME), reply_by=date(2026, 10, 19))
assert SUMMARY.guidance is not None
_OUTCOME = EligibilityOutcome(
    **_TO,
    guidance=SUMMARY.guidance,
    version="1",
    applies_from=date(2011, 6, 1),
    source=Phrase("Drammen kommune"),
    inputs=SUMMARY.noted,
    health=True,
    missing=(Phrase("Hva har banken svart?"),),
    remedies=(Phrase("En bolig som koster {change} mindre.", change=Money.kroner(120_000)),),
    rates=(
        UsedRate(Phrase("Tinglysing av pant"), Money.kroner(545), date(2026, 1, 1)),
        UsedRate(Phrase("Styringsrenten"), Percent(Decimal("4.5")), date(2026, 9, 24)),
    ),
)
_HOME = Dwelling(
    id="d1",
    case="h1",
    address="Fjellåsen 14",
    unit="H0302",
    estate="Fjellåsen borettslag",
    borettslag_number="000 000 000",
    share_number="1432",
    rooms=4,
    area_m2=81,
)
_PROPOSAL = BoardProposal(
    **(_TO | {"recipient": Recipient(name="Styret")}),
    price=Money.kroner(2_000_000),
    dwelling=_HOME,
    joint_debt=Money.kroner(150_000),
    checklist=((Phrase("Gir vedtektene forkjøpsrett?"), Phrase("Ja")), (Phrase("Eierform"), Phrase("Ikke avklart"))),
    preemption=Phrase("Leieren kjøper av kommunen. Da kan forkjøpsretten ikke brukes."),
    outcome=Phrase("Kan passe"),
    ruleset=Phrase("Leie til eie 2011"),
    day=DAY,
)
_FRAMES = SaleFrames(
    **(_TO | {"recipient": Recipient(name="Styret"), "reference": ""}),
    dwellings=(("Fjellåsen borettslag", 43), ("Tunveien borettslag", 24)),
    visited=45,
    wish_to_own=3,
)
_INTERNAL = {"recipient": Recipient(name="Kari Nordmann"), "sender": SENDER, "written_on": DAY}
_READS = Together((LanguageName("tr"), Phrase("Tolk")))
_LIST = MeetingList(
    **_INTERNAL,
    number=12,
    starts=datetime(2026, 10, 12, 17, 0),
    place="Fjell grendehus, sal 2",
    spoken="tr",
    interpreter="Tolk 17",
    attendees=(
        Attendee("Ayşe og Mehmet Yılmaz", AsWritten("Fjellåsen 14, H0302"), "000 00 301", _READS),
        Attendee("Elif Aydın", Phrase("Fortrolig adresse"), "", Together((LanguageName("tr"),))),
    ),
    left_out=1,
)
_VISIT = Appointment(
    time(10, 30),
    AsWritten("Ayşe og Mehmet Yılmaz"),
    Phrase("Hjemmebesøk"),
    Phrase("Fortrolig adresse"),
    Together((Phrase("Gå to sammen"), Phrase("Tolk er ikke bestilt"))),
)
_PLAN = DayPlanOnPaper(
    **_INTERNAL,
    day=DAY,
    appointments=(_VISIT, replace(_VISIT, at=time(13, 0), remember=Together(()))),
    due=(Due(date(2026, 10, 14), "Elif Aydın", Phrase("Finne leiekontrakten.")),),
    left_out=1,
)


_PHOTO = Photo(photo(640, 480), FreeText("Trang gang med trapp."), FreeText("Gangen sett fra døra."))


def _named(letter: Letter) -> Letter:
    return replace(letter, recipient=_LONG_RECIPIENT)


SAMPLES: dict[str, dict[str, Letter]] = {
    "information": {
        "usual": FIRST_LETTERS["information"],
        "bare": InformationLetter(**_BARE, weeks=1),
        "long names": _named(FIRST_LETTERS["information"]),
    },
    "information_folder": {
        "usual": InformationFolder(**_TO),
        "bare": InformationFolder(**_BARE),
        "long names": _named(InformationFolder(**_TO)),
    },
    "visit_notice": {
        "usual": _NOTICE,
        "bare": VisitNotice(**_BARE, starts=_TEN, minutes=45, visitors=("Kari Nordmann",), purpose=Purpose.FOLLOW_UP),
        "long": replace(_NOTICE, purpose=Purpose.AFTER_PURCHASE, minutes=1),
        "long names": replace(_named(_NOTICE), visitors=(_LONG_NAME, _LONG_NAME)),
        "forty people": replace(_NOTICE, visitors=_FORTY),
    },
    "meeting_invitation": {
        "usual": _INVITATION,
        "bare": replace(_INVITATION, **_BARE, reference="", interpreted=False, topics=None),
        "long": replace(_INVITATION, topics=_LONG_TEXT),
        "long names": replace(_named(_INVITATION), place=_LONG_NAME),
    },
    "document_checklist": {
        "usual": _CHECKLIST,
        "bare": DocumentChecklist(**_BARE),
        "long": replace(_CHECKLIST, agreed=_CHECKLIST.agreed * 30),
        "long names": _named(_CHECKLIST),
    },
    "follow_up_offer": {
        "usual": _OFFER,
        "bare": FollowUpOffer(**_BARE, talks=(_AT_HOME,), reply_by=DAY),
        "long": replace(_OFFER, talks=(_OFFICE, _AT_HOME) * 30),
        "long names": _named(_OFFER),
    },
    "visit_summary": {
        "usual": replace(SUMMARY, photos=(_PHOTO,)),
        "bare": FIRST_LETTERS["summary, bare"],
        "long": FIRST_LETTERS["summary, many pages"],
        "long names": FIRST_LETTERS["summary, long names"],
        "forty people": replace(SUMMARY, present=_FORTY),
    },
    "eligibility_outcome": {
        "usual": _OUTCOME,
        "bare": EligibilityOutcome(
            **_BARE,
            guidance=replace(SUMMARY.guidance, largest_loan=None, new_cost=None, cost_today=None, remarks=()),
            version="1",
            applies_from=date(2011, 6, 1),
            source=Phrase("Drammen kommune"),
        ),
        "long": replace(_OUTCOME, inputs=SUMMARY.noted * 25, missing=_OUTCOME.missing * 20, rates=_OUTCOME.rates * 20),
        "long names": replace(_named(_OUTCOME), inputs=(Noted("Om boligen", FreeText(_LONG_NAME)),)),
        "forty people": replace(_OUTCOME, inputs=tuple(Noted("Om boligen", FreeText(name)) for name in _FORTY)),
    },
    "board_proposal": {
        "usual": _PROPOSAL,
        "bare": replace(_PROPOSAL, sender=_BARE["sender"], dwelling=None, joint_debt=None),
        "long": replace(_PROPOSAL, checklist=_PROPOSAL.checklist * 20),
        "long names": replace(
            _PROPOSAL, recipient=Recipient(name=_LONG_NAME), dwelling=replace(_HOME, estate=_LONG_NAME)
        ),
    },
    "sale_frames": {
        "usual": _FRAMES,
        "bare": replace(_FRAMES, sender=_BARE["sender"], dwellings=_FRAMES.dwellings[:1], visited=0, wish_to_own=0),
        "long": replace(_FRAMES, dwellings=_FRAMES.dwellings * 30),
        "long names": replace(_FRAMES, dwellings=((_LONG_NAME, 5),)),
    },
    "meeting_list": {
        "usual": _LIST,
        "bare": replace(_LIST, place="", interpreter="", attendees=(), left_out=0),
        "long names": replace(_LIST, attendees=(replace(_LIST.attendees[0], name=_LONG_NAME),) * 10),
        "forty people": replace(_LIST, attendees=tuple(replace(_LIST.attendees[0], name=name) for name in _FORTY)),
    },
    "day_plan": {
        "usual": _PLAN,
        "bare": DayPlanOnPaper(**_INTERNAL, day=DAY),
        "long": replace(_PLAN, appointments=_PLAN.appointments * 10, due=_PLAN.due * 30),
        "long names": replace(_PLAN, appointments=(replace(_VISIT, whom=AsWritten(_LONG_NAME)),)),
        "forty people": replace(_PLAN, due=tuple(replace(_PLAN.due[0], household=name) for name in _FORTY)),
    },
}
