"""What must never stand in a letter, and who must never get one from here."""

from dataclasses import replace
from datetime import date

import pypdfium2
import pytest
from letter_samples import INFORMATION, RECIPIENT, SUMMARY

from hjemmebesok.domain.national_id import synthetic
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.protection import Protection
from hjemmebesok.letters.freetext import FreeText
from hjemmebesok.letters.kinds.visit_summary import Noted
from hjemmebesok.letters.recipient import Recipient
from hjemmebesok.letters.render import render

NUMBER = synthetic(date(1990, 5, 17), 0)


def test_a_fortrolig_address_is_never_printed() -> None:
    recipient = replace(RECIPIENT, protection=Protection.FORTROLIG)
    text = pypdfium2.PdfDocument(render(replace(INFORMATION, recipient=recipient), "nb").pdf)[0]
    words = text.get_textpage().get_text_bounded()
    assert "Ayşe og Mehmet Yılmaz" in words
    assert "Fjellåsen" not in words


@pytest.mark.parametrize("protection", [Protection.STRENGT_FORTROLIG, Protection.UTLAND])
def test_a_strengt_fortrolig_recipient_gets_no_letter_from_here(protection: Protection) -> None:
    with pytest.raises(Refused, match="håndteres manuelt"):
        replace(RECIPIENT, protection=protection)


def test_a_letter_to_nobody_is_refused() -> None:
    with pytest.raises(Refused, match="mangler navnet"):
        Recipient(name=" ")


@pytest.mark.parametrize("number", [NUMBER, f"{NUMBER[:6]} {NUMBER[6:]}"])
def test_a_national_id_is_stopped_wherever_somebody_wrote_it(number: str) -> None:
    for letter in (
        replace(SUMMARY, note=FreeText(f"Fødselsnummer {number}.")),
        replace(SUMMARY, noted=(Noted("Om boligen", FreeText(f"({number})")),)),
        replace(SUMMARY, present=(f"Ayşe Yılmaz {number}",)),
        replace(INFORMATION, reference=number),
        replace(INFORMATION, recipient=replace(RECIPIENT, name=f"Ayşe Yılmaz {number}")),
    ):
        with pytest.raises(Refused, match="ligner et fødselsnummer") as refused:
            render(letter, "nb")
        assert NUMBER not in str(refused.value)


def test_other_long_numbers_may_stand_in_a_letter() -> None:
    assert render(replace(SUMMARY, note=FreeText("Kontonummer 9999 99 99999, sak 20260203-1.")), "nb")
