"""Settings: what a municipality may set, in which limits, and by which source."""

from decimal import Decimal
from typing import Any

import pytest
from eligibility_cases import GRANT, IKKE_AKTUELT, OK, RULES, SKJONN, STARTLAN, found, judged, kr, set_to
from hypothesis import given
from test_eligibility_facts import anything

from hjemmebesok.domain.phrase import Refused
from hjemmebesok.eligibility.rulesets import VERSIONS, ruleset
from hjemmebesok.eligibility.settings import LIMITS, SETTING_NAMES, GrantBase, Settings
from hjemmebesok.eligibility.settings_file import plain_settings, with_settings


def test_settings_come_from_plain_data() -> None:
    plain = {"grant_percent": 25, "grant_base": "totalpris", "income_cap": 870_000, "stress_margin": Decimal("2.75")}
    settings = with_settings(GRANT, plain).settings
    assert settings.grant_percent == 25
    assert settings.grant_base is GrantBase.TOTALPRIS
    assert settings.income_cap == kr(870_000)
    assert settings.stress_margin == Decimal("2.75")
    assert settings.sosialhjelp_is_floor, "what is not named stays as it is"


@pytest.mark.parametrize("rules", VERSIONS, ids=lambda rules: rules.id)
def test_settings_come_back_from_plain_data_as_they_went(rules: Any) -> None:
    assert with_settings(rules, plain_settings(rules.settings)) == rules
    assert list(plain_settings(rules.settings)) == list(SETTING_NAMES)


@pytest.mark.parametrize(
    ("plain", "sentence"),
    [
        ({"botid_months": 13}, "«botid_months» må være fra 0 til 12. Kilde: Veileder for startlån, botid."),
        ({"rente_paslag": 0.26}, "«rente_paslag» må være fra 0 til 0.25. Kilde: Forskrift om lån fra Husbanken § 8-1."),
        ({"longest_term": 51}, "«longest_term» må være fra 30 til 50. Kilde: Forskrift om lån fra Husbanken § 8-5."),
        ({"longest_interest_only": 9}, "«longest_interest_only» må være fra 0 til 8. Kilde: Forskrift om lån"),
        ({"term_without_reasons": 31}, "«term_without_reasons» må være fra 1 til 30. Kilde: Forskrift om lån"),
        (
            {"rente_binding": 7},
            "«rente_binding» må være 0, 3, 5, 10 eller 20 år. Kilde: Forskrift om lån fra Husbanken",
        ),
        (
            {"grant_percent": 101},
            "«grant_percent» må være fra 0 til 100. Grensen skal bare hindre skrivefeil. Den er ikke en regel.",
        ),
        ({"stress_margin": -1}, "«stress_margin» må være fra 0 til 10. Grensen skal bare hindre skrivefeil"),
        ({"livsopphold_percent": 99}, "«livsopphold_percent» må være fra 100"),
        ({"grant_percent": "mye"}, "Innstillingen «grant_percent» har feil type."),
        ({"grant_percent": True}, "Innstillingen «grant_percent» har feil type."),
        ({"grant_percent": float("nan")}, "Innstillingen «grant_percent» har feil type."),
        ({"grant_percent": None}, "Innstillingen «grant_percent» har feil type."),
        ({"longest_term": 40.5}, "Innstillingen «longest_term» har feil type."),
        ({"grant_base": "pris"}, "Innstillingen «grant_base» har feil type."),
        ({"grant_once": 1}, "Innstillingen «grant_once» har feil type."),
        ({"income_cap": -1}, "«income_cap» må være fra 0 kr"),
        ({"tilskudd": 1}, "Innstillingen «tilskudd» finnes ikke."),
        ([], "Innstillingene må være navn og verdier."),
    ],
)
def test_a_setting_that_cannot_be_is_refused_by_name_and_source(plain: object, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        with_settings(STARTLAN, plain)
    assert str(refused.value).startswith(sentence)


@given(anything)
def test_whatever_is_set_it_is_taken_or_refused(value: object) -> None:
    for name in SETTING_NAMES:
        try:
            with_settings(STARTLAN, {name: value})
        except Refused as refused:
            assert name in str(refused)


def test_settings_cannot_be_built_wrong_in_python_either() -> None:
    with pytest.raises(Refused):
        Settings(botid_months=13)
    with pytest.raises(Refused):
        Settings(shortest_term=31)


def test_every_setting_with_limits_is_a_setting() -> None:
    assert set(LIMITS) <= set(SETTING_NAMES)
    assert {name for name, limits in LIMITS.items() if limits.source} == {
        "rente_paslag",
        "term_without_reasons",
        "longest_term",
        "longest_interest_only",
        "botid_months",
    }


def test_a_municipality_without_grants_says_so() -> None:
    assert str(judged(set_to(GRANT, grant_offered=False)).headline) == "Passer ikke"


def test_a_grant_may_be_given_again_where_the_municipality_lets_it() -> None:
    rules = set_to(GRANT, grant_once=False)
    assert found(judged(rules, had_grant=True), "C7").outcome == IKKE_AKTUELT


def test_the_share_of_the_price_is_the_municipalitys() -> None:
    assert found(judged(set_to(GRANT, grant_percent=Decimal(5))), "C5").outcome == SKJONN
    assert found(judged(set_to(GRANT, grant_percent=Decimal(6))), "C5").outcome == OK


def test_a_version_can_be_asked_for_by_name() -> None:
    assert ruleset("leie-til-eie-2011", "1") is RULES
    with pytest.raises(Refused, match="har ikke versjon 0"):
        ruleset("leie-til-eie-2011", "0")
