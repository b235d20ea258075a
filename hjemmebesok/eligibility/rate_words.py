"""What the rates are called, by the codes that resources/rates uses."""

from hjemmebesok.domain.phrase import N_

TINGLYSING_ANDEL = "tinglysing_andel"
TINGLYSING_PANT = "tinglysing_pant"
TINGLYSING_SKJOTE = "tinglysing_skjote"
DOKUMENTAVGIFT = "dokumentavgift"
STYRINGSRENTE = "styringsrente"
HUSBANKEN_FLYTENDE = "husbanken_flytende"
HUSBANKEN_FAST = {years: f"husbanken_fast_{years}" for years in (3, 5, 10, 20)}
SIFO = "sifo"

RATE_WORDS = {
    TINGLYSING_ANDEL: N_("Tinglysing av andel i borettslag"),
    TINGLYSING_PANT: N_("Tinglysing av pant"),
    TINGLYSING_SKJOTE: N_("Tinglysing av skjøte"),
    DOKUMENTAVGIFT: N_("Dokumentavgift"),
    STYRINGSRENTE: N_("Styringsrenten"),
    HUSBANKEN_FLYTENDE: N_("Husbankens flytende rente"),
    **{
        HUSBANKEN_FAST[3]: N_("Husbankens rente, fast i 3 år"),
        HUSBANKEN_FAST[5]: N_("Husbankens rente, fast i 5 år"),
        HUSBANKEN_FAST[10]: N_("Husbankens rente, fast i 10 år"),
        HUSBANKEN_FAST[20]: N_("Husbankens rente, fast i 20 år"),
    },
    SIFO: N_("SIFO-budsjettet"),
    "sosialhjelp_enslig": N_("Sosialhjelp, enslig"),
    "sosialhjelp_par": N_("Sosialhjelp, par"),
    "sosialhjelp_bofellesskap": N_("Sosialhjelp, i bofellesskap"),
    "sosialhjelp_barn_0_5": N_("Sosialhjelp, barn 0–5 år"),
    "sosialhjelp_barn_6_10": N_("Sosialhjelp, barn 6–10 år"),
    "sosialhjelp_barn_11_17": N_("Sosialhjelp, barn 11–17 år"),
    "gjeldsordning_enslig": N_("Gjeldsordning, enslig"),
    "gjeldsordning_par": N_("Gjeldsordning, par"),
    "gjeldsordning_barn_0_5": N_("Gjeldsordning, barn under 6 år"),
    "gjeldsordning_barn_6_10": N_("Gjeldsordning, barn 6–10 år"),
    "gjeldsordning_barn_11_14": N_("Gjeldsordning, barn 11–14 år"),
    "gjeldsordning_barn_15_17": N_("Gjeldsordning, barn fra 15 år"),
    "bostotte_tak_1": N_("Bostøtte, høyeste boutgift, 1 person"),
    "bostotte_tak_2": N_("Bostøtte, høyeste boutgift, 2 personer"),
    "bostotte_tak_3": N_("Bostøtte, høyeste boutgift, 3 personer"),
    "bostotte_tak_4": N_("Bostøtte, høyeste boutgift, 4 personer"),
    "bostotte_tak_5": N_("Bostøtte, høyeste boutgift, 5 personer eller flere"),
    "bostotte_tillegg_oslo": N_("Bostøtte, tillegg i Oslo"),
    "bostotte_tillegg_storby": N_("Bostøtte, tillegg i storby"),
    "bostotte_tillegg_pressomrade": N_("Bostøtte, tillegg i pressområde"),
    "bostotte_dekning": N_("Bostøtte, andel som dekkes"),
    "bostotte_fast_egenandel": N_("Bostøtte, egenandel"),
    "bostotte_forste_grense": N_("Bostøtte, første inntektsgrense"),
    "bostotte_andre_grense": N_("Bostøtte, andre inntektsgrense"),
    "bostotte_forste_sats": N_("Bostøtte, egenandel over første grense"),
    "bostotte_andre_sats": N_("Bostøtte, egenandel over andre grense"),
    "bostotte_person": N_("Bostøtte, vekt for hver person til"),
    "bostotte_minste": N_("Bostøtte, minste utbetaling"),
    "bostotte_oppvarming": N_("Bostøtte, oppvarming i året"),
    "bostotte_formue": N_("Bostøtte, andel av formue"),
    "bostotte_fribelop_leie": N_("Bostøtte, fribeløp for den som leier"),
    "bostotte_fribelop_eie": N_("Bostøtte, fribeløp for den som eier"),
}
