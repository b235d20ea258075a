"""The conditions of startlån at their boundaries: (words, what differs from the household, the outcome)."""

from datetime import date
from typing import Any

from eligibility_cases import DAY, FAIL, IKKE_AKTUELT, MANGLER, OK, SKJONN, Cases, kr, line

from hjemmebesok.eligibility.members import Member, Sex

_ALONE = (Member(age=30, sex=Sex.F),)
_UNKNOWN_AGE = (Member(age=30, sex=Sex.F), Member(age=None))
_NEEDS = {"needs_stable_home": True}
_UNKNOWN_RISK = {"risks_losing_home": None}
_NO_EXCEPTION: dict[str, Any] = {"municipal_tenant": False, "needs_stable_home": False, "years_without_bank": 4}
# 31 500 − 1 200 − 4 700 = 25 600 kr; over 30 years 11 669 kr a month carry 2 227 000 kr: a price of 2 285 910 kr
_LONG: dict[str, Any] = {"term_years": 40, "price": kr(2_285_911)}
_AT_RISK: dict[str, Any] = {**_LONG, "risks_losing_home": True}

STARTLAN_CASES: Cases = {
    "B1": [
        ("18 år", {"applicant_age": 18}, OK),
        ("17 år", {"applicant_age": 17}, SKJONN),
        ("17 år, begrunnet", {"applicant_age": 17, "under_age_reason": "Forelder selv."}, SKJONN),
        ("Et firma", {"legal_person": True}, FAIL),
        ("Alderen er ikke kjent", {"applicant_age": None}, MANGLER),
    ],
    "B2": [
        ("Banken sier nei", {}, OK),
        ("Banken gir for lite", {"bank_answer": "too_little"}, OK),
        ("Banken gir lån", {"bank_answer": "offered"}, FAIL),
        ("Banken har ikke svart", {"bank_answer": None}, MANGLER),
    ],
    "B3": [
        ("Fem år til en bank gir lån", {"years_without_bank": 5}, OK),
        ("Fire år til en bank gir lån", {"years_without_bank": 4}, IKKE_AKTUELT),
        ("Ikke kjent", {"years_without_bank": None}, MANGLER),
    ],
    "B4": [
        ("Har spart det de kan", {}, OK),
        ("Har 4 469 kr å spare av hver måned", {"saving_used": False}, IKKE_AKTUELT),
        ("Har ett øre å spare av", {"saving_used": False, "rent_today": kr("16 368,99")}, IKKE_AKTUELT),
        ("Har ikke noe å spare av", {"saving_used": False, "rent_today": kr(16_369)}, OK),
        ("Ikke kjent om de sparer", {"saving_used": None}, MANGLER),
        ("Ikke kjent hva de kan spare", {"saving_used": None, "rent_today": None}, MANGLER),
    ],
    "B5": [
        ("Bor i kommunal bolig", {}, OK),
        ("Barn, og trenger trygg bolig snart", {"municipal_tenant": False}, OK),
        ("Kan miste boligen", {**_NO_EXCEPTION, "risks_losing_home": True}, OK),
        ("Trenger boligen for arbeid", {**_NO_EXCEPTION, "needed_for_work": True}, OK),
        (
            "Særlige behov, uten barn",
            {**_NO_EXCEPTION, **_NEEDS, "special_needs": True, "members": _ALONE},
            OK,
        ),
        ("Ingen unntak, fem år", {**_NO_EXCEPTION, "years_without_bank": 5}, IKKE_AKTUELT),
        ("Ingen unntak, fire år", _NO_EXCEPTION, FAIL),
        ("Ingen unntak, ikke kjent hvor lenge", {**_NO_EXCEPTION, "years_without_bank": None}, MANGLER),
        ("Fire år, ikke kjent om de kan miste boligen", {**_NO_EXCEPTION, "risks_losing_home": None}, MANGLER),
        (
            "Fem år, ikke kjent om de kan miste boligen",
            {**_NO_EXCEPTION, **_UNKNOWN_RISK, "years_without_bank": 5},
            IKKE_AKTUELT,
        ),
        (
            "Ikke kjent om den andre er et barn",
            {**_NO_EXCEPTION, **_NEEDS, "members": _UNKNOWN_AGE},
            MANGLER,
        ),
    ],
    "B6": [
        ("Norsk eller nordisk statsborger", {}, OK),
        ("Permanent opphold", {"residence": "permanent"}, OK),
        ("Midlertidig opphold", {"residence": "temporary"}, SKJONN),
        ("Midlertidig opphold, begrunnet", {"residence": "temporary", "residence_reason": "Familien bor her."}, SKJONN),
        ("Uten opphold", {"residence": "none"}, FAIL),
        ("Ikke kjent", {"residence": None}, MANGLER),
    ],
    "B7": [("Kommunen har ikke krav om botid", {}, IKKE_AKTUELT)],
    "B8": [
        ("Lånet dekker alt", {"price": kr(2_285_910)}, OK),
        ("Lånet mangler en krone", {"price": kr(2_285_911)}, SKJONN),
        ("Som over, begrunnet", {"price": kr(2_285_911), "loan_reason": "Tilskudd."}, SKJONN),
        ("Ett øre igjen hver måned", {"livsopphold": kr("25 599,99")}, SKJONN),
        ("Ingenting igjen hver måned", {"livsopphold": kr(25_600)}, FAIL),
        ("Utgiftene er høyere enn inntektene", {"livsopphold": kr(26_000)}, FAIL),
        ("Ingenting igjen med SIFO, som ikke er det de bruker", {"housing_costs": kr(17_000)}, MANGLER),
        ("Lavere enn satsene for sosialhjelp", {"livsopphold": kr(5_000)}, OK),
        ("Ikke kjent hvem som bor der", {"members": None, "livsopphold": kr(14_000)}, MANGLER),
        ("Ikke kjent hvor gammel en av dem er", {"members": _UNKNOWN_AGE, "livsopphold": kr(14_000)}, MANGLER),
        ("51 år er ikke en gyldig løpetid", {"term_years": 51}, MANGLER),
        ("Inntektene er ikke kjent", {"income": None}, MANGLER),
    ],
    "B9": [
        ("Godkjent", {}, OK),
        ("Ikke godkjent", {"dwelling_approved": False}, SKJONN),
        ("Ikke vurdert", {"dwelling_approved": None}, MANGLER),
    ],
    "B10": [
        ("Lån og fellesgjeld under prisen", {}, OK),
        ("Søkt om hele prisen med omkostninger", {"loan_wanted": kr(1_701_090)}, OK),
        ("Søkt om ett øre mer", {"loan_wanted": kr("1 701 090,01")}, FAIL),
        ("Som over, men omkostningene er ikke oppgitt", {"loan_wanted": kr("1 701 090,01"), "costs": None}, MANGLER),
        ("Fellesgjelden er ikke kjent", {"joint_debt": None}, MANGLER),
    ],
    "B11": [
        ("30 år", {}, OK),
        ("31 år, der 30 er nok", {"term_years": 31}, FAIL),
        ("40 år, der 30 nettopp er nok", {"term_years": 40, "price": kr(2_285_910)}, FAIL),
        ("Som over, men omkostningene er ikke oppgitt", {"term_years": 40, "costs": None}, MANGLER),
        ("40 år, og vilkårene er der", _LONG, OK),
        ("Ikke varig lav inntekt, men barn og forutsigbar inntekt", {**_LONG, "lasting_low_income": False}, SKJONN),
        (
            "Ikke varig lav inntekt, og ikke forutsigbar",
            {**_LONG, "lasting_low_income": False, "predictable_income": False},
            FAIL,
        ),
        (
            "Ikke varig lav inntekt, uten barn og særlige behov",
            {**_LONG, "lasting_low_income": False, "members": _ALONE, "livsopphold": kr(13_931)},
            FAIL,
        ),
        ("Passer ikke i mange år", {**_LONG, "suits_long_term": False}, FAIL),
        ("Passer ikke i mange år, men kan miste boligen", {**_AT_RISK, "suits_long_term": False}, SKJONN),
        ("Boliger til leie passer", {**_LONG, "rentals_unsuitable": False}, FAIL),
        ("Boliger til leie passer, men kan miste boligen", {**_AT_RISK, "rentals_unsuitable": False}, SKJONN),
        ("Ikke kjent om den passer i mange år", {**_LONG, "suits_long_term": None}, MANGLER),
        (
            "Passer ikke, ikke kjent om de kan miste boligen",
            {**_AT_RISK, "suits_long_term": False, "risks_losing_home": None},
            MANGLER,
        ),
        ("51 år", {"term_years": 51}, MANGLER),
    ],
    "B12": [
        ("Ikke oppgitt", {}, IKKE_AKTUELT),
        ("Ingen", {"interest_only_years": 0}, IKKE_AKTUELT),
        ("8 år", {"interest_only_years": 8}, OK),
        ("9 år", {"interest_only_years": 9}, FAIL),
    ],
    "B13": [("Fast i 10 år", {}, IKKE_AKTUELT)],
    "B14": [
        ("Tåler styringsrenten og 2,5 prosentpoeng", {}, OK),
        ("Kan nettopp betale", {"price": kr("1 812 849,76")}, OK),
        ("Ett øre for mye", {"price": kr("1 812 849,77")}, SKJONN),
        ("Som over, begrunnet", {"price": kr("1 812 849,77"), "stress_reason": "Fast rente i 10 år."}, SKJONN),
        ("Prisen er ikke kjent", {"price": None}, MANGLER),
    ],
    "B15": [
        ("Ingen forbruksgjeld", {}, OK),
        ("Forbruksgjeld som blir betalt", {"consumer_debt": "serviced"}, OK),
        ("Forbruksgjeld som ikke blir betalt", {"consumer_debt": "unserviced"}, SKJONN),
        ("Forhandler, med namsfogdens ja", {"debt_settlement": "negotiated_with_consent"}, OK),
        ("Forhandler, uten namsfogdens ja", {"debt_settlement": "negotiated_without_consent"}, FAIL),
        ("Gjeldsordning som tillater ny gjeld", {"debt_settlement": "allows_new_debt"}, OK),
        ("Gjeldsordning som forbyr ny gjeld", {"debt_settlement": "forbids_new_debt"}, FAIL),
        ("Gjeldsregisteret er ikke sjekket", {"debt_register_checked": False}, MANGLER),
        ("Ikke kjent om de har gjeldsordning", {"debt_settlement": None}, MANGLER),
    ],
    "B16": [
        ("To månedslønner igjen", {"savings": kr(123_000)}, IKKE_AKTUELT),
        ("Ett øre mindre", {"savings": kr("122 999,99")}, IKKE_AKTUELT),
        ("Ikke kjent hva de har spart", {"savings": None}, IKKE_AKTUELT),
    ],
    "B17": [("Kommunen har ingen grense", {}, IKKE_AKTUELT)],
    "B18": [
        ("Fast lønn og barnetrygd", {}, OK),
        ("Introduksjonsstønad uten sluttdato", {"income": (line("introduksjonsstonad", 31_500),)}, SKJONN),
        ("Lønn med sluttdato", {"income": (line("lonn_fast", 31_500, until=date(2027, 6, 30)),)}, SKJONN),
        (
            "Som over, begrunnet",
            {"income": (line("lonn_fast", 31_500, until=DAY),), "temporary_income_reason": "Ny kontrakt er skrevet."},
            SKJONN,
        ),
        ("Inntektene er ikke kjent", {"income": None}, MANGLER),
    ],
    "B19": [
        ("Betaler mindre i dag", {}, IKKE_AKTUELT),
        ("Betaler mer i dag, men lånet dekker alt", {"rent_today": kr(17_000)}, IKKE_AKTUELT),
        (
            "Betaler like mye i dag, og lånet dekker ikke alt",
            {"price": kr(2_400_000), "rent_today": kr("16 061,67")},
            SKJONN,
        ),
        ("Ett øre mindre", {"price": kr(2_400_000), "rent_today": kr("16 061,66")}, IKKE_AKTUELT),
        ("Husleien er ikke kjent", {"rent_today": None}, MANGLER),
    ],
    "B20": [
        ("Barn, og vurdert", {}, OK),
        ("Barn, ikke vurdert", {"best_interests": None}, MANGLER),
        ("Barn, vurderingen er bare mellomrom", {"best_interests": " "}, MANGLER),
        ("Ingen barn", {"members": _ALONE, "best_interests": None}, IKKE_AKTUELT),
        ("18 år er ikke barn", {"members": (*_ALONE, Member(age=18)), "best_interests": None}, IKKE_AKTUELT),
        ("Ikke kjent hvem som bor der", {"members": None}, MANGLER),
    ],
    "B21": [
        ("Forklart i dag", {"explained_on": DAY}, OK),
        ("Skal forklares i morgen", {"explained_on": date(2026, 11, 23)}, MANGLER),
        ("Ikke forklart", {"explained_on": None}, MANGLER),
    ],
}
