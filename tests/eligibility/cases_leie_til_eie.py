"""The conditions of leie til eie at their boundaries: (words, what differs from the household, the outcome)."""

from datetime import date
from typing import Any

from eligibility_cases import DAY, FAIL, IKKE_AKTUELT, MANGLER, OK, SKJONN, Cases, kr, line

# Available 8 000 kr a month over 30 years carries 1 490 000 kr; 20 % is reached at a price of 1 861 137,50 kr.
_EDGE: dict[str, Any] = {
    "income": (line("lonn_fast", 24_000),),
    "livsopphold": kr(11_500),
    "other_expenses": kr(0),
    "housing_costs": kr(4_500),
    "term_years": 30,
}


def _left(kroner: str) -> dict[str, Any]:
    """A household with this much left for a loan each month, over 30 years."""
    return {**_EDGE, "income": (line("lonn_fast", 16_000), line("annet", kroner))}


_CHECKLIST = (
    "ownership",
    "preemption_in_articles",
    "public_seller",
    "tenant_of_dwelling",
    "co_buyer",
    "board_approval",
)
_OTHER: dict[str, Any] = {"tenant_of_dwelling": False, "notice_on": date(2026, 9, 1), "preemption_used": False}

LEIE_TIL_EIE: Cases = {
    "A1": [
        ("Leier av kommunen", {}, OK),
        ("Leier ikke av kommunen", {"municipal_tenant": False}, FAIL),
        ("Ikke kjent om de leier av kommunen", {"municipal_tenant": None}, MANGLER),
    ],
    "A2": [
        ("Ønsker å eie", {}, OK),
        ("Ønsker ikke å eie", {"wishes_to_own": False}, IKKE_AKTUELT),
        ("Ikke kjent om de ønsker å eie", {"wishes_to_own": None}, MANGLER),
    ],
    "A3": [
        ("Banken sier nei", {}, OK),
        ("Banken gir for lite", {"bank_answer": "too_little"}, OK),
        ("Banken gir lån", {"bank_answer": "offered"}, FAIL),
        ("Banken har ikke svart", {"bank_answer": None}, MANGLER),
    ],
    "A4": [
        ("Lønn og barnetrygd", {}, OK),
        (
            "Sosialstønad ved siden av lønn",
            {"income": (line("lonn_fast", 12_000), line("sosialstonad", 4_000))},
            OK,
        ),
        ("Bare sosialstønad", {"income": (line("sosialstonad", 9_000),)}, OK),
        ("Sosialstønad uten beløp", {"income": (line("lonn_fast", 12_000), line("sosialstonad", None))}, OK),
        ("Ingen inntekter", {"income": ()}, OK),
        ("Dagpenger som varer til og med dagen", {"income": (line("dagpenger", 14_000, until=DAY),)}, OK),
        ("Dagpenger som varte til dagen før", {"income": (line("dagpenger", 14_000, until=date(2026, 11, 21)),)}, OK),
        ("Lønn uten beløp", {"income": (line("lonn_fast", None),)}, MANGLER),
        ("Beløp uten type", {"income": (line(None, 12_000),)}, MANGLER),
        ("Inntektene er ikke kjent", {"income": None}, MANGLER),
    ],
    "A5": [
        ("Hele SIFO", {}, OK),
        ("Satsene for gjeldsordning", {"livsopphold_basis": "gjeldsordning", "livsopphold_factor": None}, OK),
        ("99 % av SIFO, uten begrunnelse", {"livsopphold_factor": 99}, SKJONN),
        ("99 % av SIFO, begrunnet", {"livsopphold_factor": 99, "livsopphold_reason": "Har hage."}, SKJONN),
        ("101 % av SIFO", {"livsopphold_factor": 101}, SKJONN),
        ("SIFO, men ikke kjent hvor stor del", {"livsopphold_factor": None}, MANGLER),
        ("Kontoutskrift, uten begrunnelse", {"livsopphold_basis": "actual"}, SKJONN),
        (
            "Kontoutskrift, begrunnet",
            {"livsopphold_basis": "actual", "livsopphold_reason": "Tre måneders kontoutskrift."},
            OK,
        ),
        ("Ikke kjent hva beløpet bygger på", {"livsopphold_basis": None}, SKJONN),
        ("Som over, begrunnet", {"livsopphold_basis": None, "livsopphold_reason": "Avtalt."}, SKJONN),
        ("Begrunnelsen er bare mellomrom", {"livsopphold_basis": "actual", "livsopphold_reason": "  "}, SKJONN),
        ("Livsopphold er ikke kjent", {"livsopphold": None}, MANGLER),
    ],
    "A6": [
        ("Lånet dekker alt", {"price": kr(1_843_910)}, OK),
        ("Lånet mangler en krone, som kan være tilskudd", {"price": kr(1_843_911)}, OK),
        ("Resten er nøyaktig 20 % av prisen", {**_EDGE, "price": kr("1 861 137,50")}, OK),
        ("Resten er ett øre mer enn 20 %", {**_EDGE, "price": kr("1 861 137,51")}, IKKE_AKTUELT),
        ("5,37 kr igjen: lån på 1 000 kr", _left("5,37"), IKKE_AKTUELT),
        ("5,36 kr igjen: ikke noe lån", _left("5,36"), FAIL),
        ("Utgiftene er høyere enn inntektene", {"income": (line("lonn_fast", 20_000),)}, FAIL),
        ("Utgiftene er ukjente", {"other_expenses": None, "housing_costs": None}, MANGLER),
        ("Prisen er ikke kjent", {"price": None}, MANGLER),
        ("Prisen er 0, altså ikke fylt ut", {"price": kr(0)}, MANGLER),
        ("29 år er ikke en gyldig løpetid", {"term_years": 29}, MANGLER),
        ("Egne penger og utbedring er ikke kjent", {"equity": None, "repairs": None}, OK),
    ],
    "A7": [
        ("Lånet dekker alt", {"price": kr(1_843_910)}, OK),
        ("Egne penger dekker alt", {"equity": kr(3_000_000)}, OK),
        ("Resten er 7,8 % av prisen", {}, OK),
        ("Resten er nøyaktig 20 % av prisen", {**_EDGE, "price": kr("1 861 137,50")}, OK),
        ("Resten er ett øre mer enn 20 %", {**_EDGE, "price": kr("1 861 137,51")}, SKJONN),
        (
            "Resten er ett øre mer enn 20 %, begrunnet",
            {**_EDGE, "price": kr("1 861 137,51"), "grant_reason": "Barnet trenger ro."},
            SKJONN,
        ),
        ("5,37 kr igjen: lån på 1 000 kr", _left("5,37"), SKJONN),
        ("5,36 kr igjen: ikke noe lån", _left("5,36"), FAIL),
        ("Ikke noe lån, men mye egne penger", {**_left("5,36"), "equity": kr(3_000_000)}, FAIL),
        ("Prisen er ikke kjent", {"price": None}, MANGLER),
    ],
    "A8": [
        ("29 år", {"term_years": 29}, MANGLER),
        ("30 år", {"term_years": 30}, OK),
        ("50 år", {"term_years": 50}, OK),
        ("51 år", {"term_years": 51}, MANGLER),
        ("Løpetiden er ikke kjent", {"term_years": None}, MANGLER),
    ],
    "A9": [
        ("Ønsker fast rente", {}, IKKE_AKTUELT),
        ("Ønsker ikke fast rente", {"fixed_rate": False}, IKKE_AKTUELT),
        ("Ikke kjent", {"fixed_rate": None}, IKKE_AKTUELT),
    ],
    "A10": [
        ("Omkostninger er oppgitt", {}, OK),
        ("Omkostninger er 0", {"costs": kr(0)}, OK),
        ("Omkostninger er ikke oppgitt", {"costs": None}, OK),
    ],
    "A11": [
        ("Leieren kjøper av kommunen", {}, OK),
        ("Boligen er en selveier", {"ownership": "selveier"}, IKKE_AKTUELT),
        ("Vedtektene gir ikke forkjøpsrett", {"preemption_in_articles": False, "tenant_of_dwelling": False}, OK),
        ("Medkjøper som ikke står på leiekontrakten", {"co_buyer": "not_on_lease"}, SKJONN),
        ("Medkjøper som står på leiekontrakten", {"co_buyer": "on_lease"}, OK),
        ("Kjøperen eier en annen andel", {"other_share": True}, FAIL),
        ("Ikke medlem av boligbyggelaget", {"membership": "not_member"}, FAIL),
        ("Styret har sagt nei", {"board_approval": "refused"}, FAIL),
        ("Styret er spurt, 20 dager før", {"board_approval": "asked", "board_asked_on": date(2026, 11, 2)}, MANGLER),
        ("Styret er spurt, 21 dager før", {"board_approval": "asked", "board_asked_on": date(2026, 11, 1)}, OK),
        ("Styret er spurt, ikke kjent når", {"board_approval": "asked"}, MANGLER),
        (
            "Leier en annen bolig, siste dag av fristen",
            {**_OTHER, "notice_on": date(2026, 11, 2)},
            MANGLER,
        ),
        ("Som over, dagen etter fristen", {**_OTHER, "notice_on": date(2026, 11, 1)}, OK),
        ("Som over, men noen brukte forkjøpsretten", {**_OTHER, "preemption_used": True}, FAIL),
        ("Som over, ikke kjent om noen brukte den", {**_OTHER, "preemption_used": None}, MANGLER),
        (
            "Forhåndsvarsel gir kort frist, som er ute",
            {**_OTHER, "notice_on": date(2026, 11, 13), "prior_notice_on": date(2026, 10, 29)},
            OK,
        ),
        (
            "Forhåndsvarsel 14 dager før gir ikke kort frist",
            {**_OTHER, "notice_on": date(2026, 11, 13), "prior_notice_on": date(2026, 10, 30)},
            MANGLER,
        ),
        ("Privat selger", {"public_seller": False}, MANGLER),
        ("Sjekklista er ikke fylt ut", dict.fromkeys(_CHECKLIST), MANGLER),
    ],
}
