"""A letter that cannot be right is not made, and says why; and nothing heavy is loaded before the first one."""

import subprocess
import sys
from dataclasses import replace

import pytest
from letter_samples import INFORMATION, SENDER, SUMMARY

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.letters import render as rendering
from hjemmebesok.letters.kinds.visit_summary import Noted
from hjemmebesok.letters.render import render
from hjemmebesok.letters.texts.fields import Field, value_of


def test_a_missing_value_is_named() -> None:
    with pytest.raises(Refused, match="Brevet mangler telefon"):
        render(replace(INFORMATION, sender=replace(SENDER, phone="")), "nb")


@pytest.mark.parametrize(("code", "own_name"), [("en", "English"), ("tr", "Türkçe")])
def test_words_without_a_translation_stop_the_letter_in_that_language_only(code: str, own_name: str) -> None:
    summary = replace(SUMMARY, noted=(Noted("Noe nytt", Phrase("Ikke oversatt ennå.")),))
    assert render(summary, "nb")
    for languages in (code, ("nb", code)):
        with pytest.raises(Refused) as refused:
            render(summary, languages)
        assert str(refused.value) == f"«Noe nytt» er ikke oversatt til {own_name}."


def test_a_language_without_texts_is_unknown() -> None:
    with pytest.raises(Refused, match="Ta med den norske teksten"):
        render(INFORMATION, "so")


def test_a_file_that_fails_the_check_is_not_handed_out(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = rendering.lay_out
    monkeypatch.setattr(rendering, "lay_out", lambda document: (b"%PDF-1.7 nothing", whole(document)[1]))
    with pytest.raises(Refused, match="besto ikke kontrollen"):
        render(INFORMATION, "nb")


def test_a_kind_that_does_not_fit_its_text_is_a_fault_of_ours() -> None:
    with pytest.raises(TypeError, match="frist takes date"):
        value_of(Field("frist", "date", optional=False), {"frist": "i morgen"})


def test_importing_the_room_loads_nothing_heavy() -> None:
    code = (
        "import sys; import hjemmebesok.letters.render, hjemmebesok.letters.kinds;"
        "print([name for name in ('reportlab', 'babel', 'pikepdf', 'PIL') if name in sys.modules])"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "[]"
