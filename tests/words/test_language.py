"""Numbers, money and percentages are written as the Unicode locale data say, which Babel reads."""

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Phrase, Plural
from hjemmebesok.language import LANGUAGES, Language, language

LOCALES = {"nb": "nb_NO", "en": "en_GB", "tr": "tr_TR"}
languages = st.sampled_from(LANGUAGES)
numbers = st.integers(-(10**15), 10**15) | st.decimals(-(10**12), 10**12, places=5)


@given(languages, numbers)
def test_a_number_is_written_as_babel_writes_it(code: str, value: int | Decimal) -> None:
    assert language(code).number(value) == format_decimal(value, "#,##0.###", locale=LOCALES[code])


@given(languages, st.decimals(-(10**6), 10**6, places=4))
def test_a_percentage_has_at_most_two_decimals(code: str, value: Decimal) -> None:
    assert format_decimal(value, "#,##0.##", locale=LOCALES[code]) in language(code).percent(value)


@given(languages, st.integers(-(10**16), 10**16))
def test_money_shows_ore_only_where_there_are_any(code: str, ore: int) -> None:
    pattern = "#,##0.00" if ore % 100 else "#,##0"
    figure = format_decimal(Money(ore).as_kroner, pattern, locale=LOCALES[code])
    assert language(code).money(Money(ore)).replace("NOK\u00a0", "").replace("\u00a0kr", "") == figure


@pytest.mark.parametrize(
    ("code", "said"), [("nb", "19\u00a0000,50\u00a0kr"), ("en", "NOK\u00a019,000.50"), ("tr", "19.000,50\u00a0kr")]
)
def test_the_three_ways_of_writing_the_same_amount(code: str, said: str) -> None:
    assert language(code).money(Money(1_900_050)) == said


class Greeting:
    """Something that says itself."""

    def spoken(self, language: Language) -> str:
        return f"hei på {language.code}"


def test_every_kind_of_value_is_shown_in_its_own_way() -> None:
    nb = language("nb")
    assert nb.say(Phrase("{a} {b} {c}", a=Money(100), b=Phrase("x"), c=Plural("{n} en", "{n} to", 2))) == (
        "1\u00a0kr x 2 to"
    )
    assert nb.show(Greeting()) == "hei på nb"
    assert nb.show(True) == "True"
