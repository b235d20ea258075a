"""Kinds of income, and which of them count."""

from enum import StrEnum

from hjemmebesok.domain.phrase import N_


class IncomeType(StrEnum):
    """What an income line is. Codes are in Norwegian ASCII, as on the benefit decisions."""

    LONN_FAST = "lonn_fast"
    LONN_DELTID = "lonn_deltid"
    LONN_MIDLERTIDIG = "lonn_midlertidig"
    NAERING = "naering"
    UFORETRYGD = "uforetrygd"
    ALDERSPENSJON = "alderspensjon"
    AAP = "aap"
    DAGPENGER = "dagpenger"
    SYKEPENGER = "sykepenger"
    FORELDREPENGER = "foreldrepenger"
    OVERGANGSSTONAD = "overgangsstonad"
    INTRODUKSJONSSTONAD = "introduksjonsstonad"
    BARNETRYGD = "barnetrygd"
    BIDRAG = "bidrag"
    KONTANTSTOTTE = "kontantstotte"
    BOSTOTTE = "bostotte"
    SOSIALSTONAD = "sosialstonad"
    ANNET = "annet"


INCOME_WORDS = {
    IncomeType.LONN_FAST: N_("Lønn, fast"),
    IncomeType.LONN_DELTID: N_("Lønn, deltid"),
    IncomeType.LONN_MIDLERTIDIG: N_("Lønn, midlertidig"),
    IncomeType.NAERING: N_("Egen bedrift"),
    IncomeType.UFORETRYGD: N_("Uføretrygd"),
    IncomeType.ALDERSPENSJON: N_("Alderspensjon"),
    IncomeType.AAP: N_("Arbeidsavklaringspenger"),
    IncomeType.DAGPENGER: N_("Dagpenger"),
    IncomeType.SYKEPENGER: N_("Sykepenger"),
    IncomeType.FORELDREPENGER: N_("Foreldrepenger"),
    IncomeType.OVERGANGSSTONAD: N_("Overgangsstønad"),
    IncomeType.INTRODUKSJONSSTONAD: N_("Introduksjonsstønad"),
    IncomeType.BARNETRYGD: N_("Barnetrygd"),
    IncomeType.BIDRAG: N_("Barnebidrag"),
    IncomeType.KONTANTSTOTTE: N_("Kontantstøtte"),
    IncomeType.BOSTOTTE: N_("Bostøtte"),
    IncomeType.SOSIALSTONAD: N_("Sosialstønad"),
    IncomeType.ANNET: N_("Annen inntekt"),
}

# Paid for a time only, so that the form asks until when.
TEMPORARY = frozenset(
    {
        IncomeType.LONN_MIDLERTIDIG,
        IncomeType.AAP,
        IncomeType.DAGPENGER,
        IncomeType.SYKEPENGER,
        IncomeType.FORELDREPENGER,
        IncomeType.OVERGANGSSTONAD,
        IncomeType.INTRODUKSJONSSTONAD,
        IncomeType.KONTANTSTOTTE,
    }
)
