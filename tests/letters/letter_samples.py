"""Letters to test with: the same people in short letters and long ones. All of them are made up."""

from dataclasses import replace
from datetime import date, datetime

from hjemmebesok.domain.followup import Owner
from hjemmebesok.domain.interpreter import Attends, Interpreter
from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase, Plural
from hjemmebesok.domain.steps import STEPS
from hjemmebesok.letters.freetext import FreeText
from hjemmebesok.letters.kinds.guidance import Guidance, Reason
from hjemmebesok.letters.kinds.information import InformationLetter
from hjemmebesok.letters.kinds.visit_summary import AgreedStep, Noted, VisitSummary
from hjemmebesok.letters.letter import Letter
from hjemmebesok.letters.recipient import Recipient
from hjemmebesok.letters.sender import Sender

LANGUAGES = ("nb", "en", "tr")
HARD_LETTERS = "ğ ı İ ş ç ö ü Ğ Ş Ç Ö Ü æ ø å Æ Ø Å"

SENDER = Sender(
    municipality="Eksempel kommune",
    caseworker="Kari Nordmann",
    title="boligkonsulent",
    phone="000 00 101",
    email="bolig@eksempel.example",
    office="Storgata 1, 0000 Eksempel",
)
RECIPIENT = Recipient(name="Ayşe og Mehmet Yılmaz", address=("Fjellåsen 14, H0302", "0000 Eksempel"))
DAY = date(2026, 10, 12)

INFORMATION = InformationLetter(recipient=RECIPIENT, sender=SENDER, written_on=DAY, reference="2026-0203")
SUMMARY = VisitSummary(
    recipient=RECIPIENT,
    sender=SENDER,
    written_on=DAY,
    reference="2026-0203",
    visited_at=datetime(2026, 10, 12, 10, 30),
    present=("Ayşe Yılmaz", "Mehmet Yılmaz"),
    staff=("Kari Nordmann",),
    interpreter=Interpreter(name="Selin Aksoy", language="tr", attends=Attends.PHONE, category="B"),
    noted=(
        Noted("Voksne", 2),
        Noted("Husleie i måneden", Money.kroner("9800")),
        Noted("Kontrakten går ut", date(2027, 6, 30)),
        Noted("Om boligen", FreeText("Trapp & smal gang, < 80 cm.", "nb")),
    ),
    guidance=Guidance(
        outcome="Kan passe",
        ruleset="Leie til eie 2011",
        day=DAY,
        largest_loan=Money.kroner(2345678),
        new_cost=Money.kroner("14250,50"),
        cost_today=Money.kroner(11300),
        reasons=(
            Reason("Bank", "Mangler", Phrase("Vi vet ikke hva banken svarer.")),
            Reason("Livsopphold", "Skjønn", FreeText("Har klart seg på dette i tre år.", "nb")),
        ),
        remarks=(Plural("Ett tall er anslått.", "{n} tall er anslått.", 2),),
    ),
    steps=(
        AgreedStep(Phrase("Spare {amount} i måneden.", amount=Money.kroner(2500)), Owner.FAMILY, date(2026, 11, 2)),
        AgreedStep(Phrase("Kommunen ringer."), Owner.MUNICIPALITY),
    ),
    note=FreeText(f"De vil bli boende i nærheten av skolen.\nBokstavene {HARD_LETTERS} er med.", "nb"),
)

_BARE_SENDER = replace(SENDER, email="", office="")
_LONG_NAME = "Şükriye Gülçiçek Özdemiroğlu-Bjørnstjerne og İbrahim Ağaoğlu Sørbråten-Kværnehaug"
_LONG = Recipient(name=_LONG_NAME, address=("Øvre Fjellkjærlighetsveien 114 B, H0302", "0000 Eksempel"))
_NOTE = FreeText(
    "\n".join(f"Avsnitt {n}. De fortalte om hverdagen sin og om planene framover." for n in range(40)), "nb"
)

LETTERS: dict[str, Letter] = {
    "information": INFORMATION,
    "information, bare": replace(INFORMATION, sender=_BARE_SENDER, reference="", weeks=1),
    "information, long names": replace(INFORMATION, recipient=_LONG),
    "summary": SUMMARY,
    "summary, bare": VisitSummary(
        recipient=Recipient(name="Ola Nordmann"),
        sender=_BARE_SENDER,
        written_on=DAY,
        visited_at=datetime(2026, 10, 12, 9, 0),
    ),
    "summary, long names": replace(SUMMARY, recipient=_LONG, present=(_LONG_NAME,) * 6, staff=(_LONG_NAME,)),
    "summary, many pages": replace(
        SUMMARY,
        noted=SUMMARY.noted * 25,
        steps=tuple(
            AgreedStep(Phrase(step.text, **dict.fromkeys(dict(step.fields), 3)), Owner.FAMILY) for step in STEPS
        )
        * 4,
        note=_NOTE,
    ),
}
