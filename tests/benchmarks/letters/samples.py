"""The letters that are measured: an offer on one page, and a visit summary on three with four photos."""

import io
import random
from dataclasses import replace
from datetime import date, time
from functools import cache

from PIL import Image

from hjemmebesok.domain.phrase import Phrase
from hjemmebesok.letters.document import Document, plain
from hjemmebesok.letters.freetext import FreeText
from hjemmebesok.letters.kinds.follow_up_offer import FollowUpOffer, OfferedTalk
from hjemmebesok.letters.letter import Letter
from hjemmebesok.letters.photo import Photo
from hjemmebesok.letters.recipient import Recipient
from tests.letters.letter_samples import DAY, RECIPIENT, SENDER, SUMMARY

_SIZE = (680, 510)  # as photos go into a letter

OFFER = FollowUpOffer(
    recipient=RECIPIENT,
    sender=SENDER,
    written_on=DAY,
    talks=(OfferedTalk(Phrase("Kontor"), date(2026, 10, 20), time(9, 0)),),
    reply_by=date(2026, 10, 19),
)


@cache
def photos() -> tuple[Photo, ...]:
    """Four that are as hard to pack as real ones, and different."""
    made = []
    for number in range(4):
        noise = random.Random(number).randbytes(170 * 128)
        picture = Image.frombytes("L", (170, 128), noise).resize(_SIZE, Image.Resampling.BICUBIC).convert("RGB")
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=85)
        made.append(Photo(out.getvalue(), FreeText(f"Rom nummer {number}, sett fra døra"), FreeText(f"Rom {number}")))
    return tuple(made)


def summary() -> Letter:
    """A summary with the photos."""
    return replace(SUMMARY, photos=photos())


def to(number: int, letter: Letter) -> Letter:
    """The same letter to somebody else: no two letters of a batch are one."""
    recipient = Recipient(name=f"Prøve Prøvesen {number}", address=(f"Eksempelveien {number}", "0000 Eksempel"))
    return replace(letter, recipient=recipient)


def address(document: Document) -> list[str]:
    """What shows in the window."""
    return [plain(line) for line in document.letterhead.address]
