"""The conditions of tilskudd at their boundaries: (words, what differs from the household, the outcome)."""

from eligibility_cases import IKKE_AKTUELT, MANGLER, OK, SKJONN, Cases, kr

from hjemmebesok.eligibility.members import Member, Sex

_ALONE = {"members": (Member(age=30, sex=Sex.F),), "livsopphold": kr(13_931)}

# 11 669 kr a month carry 2 657 000 kr over 50 years; 20 % is reached at a price of 3 319 887,50 kr
TILSKUDD_CASES: Cases = {
    "C1": [("Kommunen gir tilskudd", {}, OK)],
    "C2": [
        ("Lånet dekker ikke alt", {}, OK),
        ("Lånet dekker nettopp alt", {"price": kr(2_655_910)}, IKKE_AKTUELT),
        ("Lånet mangler ett øre", {"price": kr("2 655 910,01")}, OK),
        ("Prisen er ikke kjent", {"price": None}, MANGLER),
    ],
    "C3": [
        ("Lengste løpetid og fast rente", {}, OK),
        ("30 år, og 50 år dekker alt", {"term_years": 30, "price": kr(2_655_910)}, SKJONN),
        ("30 år, men 50 år er heller ikke nok", {"term_years": 30, "price": kr(2_655_911)}, OK),
        ("Flytende rente", {"fixed_rate": False}, SKJONN),
        ("Flytende rente, begrunnet", {"fixed_rate": False, "long_term_reason": "Skal flytte snart."}, SKJONN),
        ("Trenger ikke tilskudd", {"price": kr(2_655_910), "fixed_rate": None}, OK),
        ("Renten er ikke kjent", {"fixed_rate": None}, MANGLER),
    ],
    "C4": [
        ("Barnefamilie", {"lasting_low_income": False}, OK),
        ("Varig lav inntekt, uten barn", _ALONE, OK),
        ("Ingen av delene", {**_ALONE, "lasting_low_income": False}, SKJONN),
        ("Uten barn, ikke kjent om inntekten blir lav", {**_ALONE, "lasting_low_income": None}, MANGLER),
    ],
    "C5": [
        ("Resten er under 20 %", {}, OK),
        ("Resten er nøyaktig 20 % av prisen", {"price": kr("3 319 887,50")}, OK),
        ("Resten er ett øre mer", {"price": kr("3 319 887,51")}, SKJONN),
        ("Som over, begrunnet", {"price": kr("3 319 887,51"), "grant_reason": "Barnet trenger ro."}, SKJONN),
        ("Lånet dekker alt", {"price": kr(2_655_910)}, OK),
    ],
    "C6": [("Med tilskudd", {}, IKKE_AKTUELT), ("Uten tilskudd", {"price": kr(2_655_910)}, IKKE_AKTUELT)],
    "C7": [
        ("Ikke fått tilskudd før", {}, OK),
        ("Fått tilskudd før", {"had_grant": True}, SKJONN),
        ("Ikke kjent", {"had_grant": None}, MANGLER),
    ],
    "C8": [("Alle", {}, IKKE_AKTUELT)],
}
