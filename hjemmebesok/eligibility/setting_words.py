"""What the settings are called, and what their choices are, for whoever proposes others."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from hjemmebesok.domain.phrase import N_
from hjemmebesok.eligibility.settings import GrantBase, Sone


class SettingWords(NamedTuple):
    """The label, and the unit that stands after a number."""

    label: str
    unit: str = ""


_PERCENT, _YEARS = N_("prosent"), N_("år")

SETTING_WORDS: Mapping[str, SettingWords] = {
    "kalkulasjonsrente": SettingWords(N_("Kalkulasjonsrente"), _PERCENT),
    "rente_binding": SettingWords(N_("Binding av Husbankens rente")),
    "rente_paslag": SettingWords(N_("Kommunens påslag i renten"), N_("prosentpoeng")),
    "stress_margin": SettingWords(N_("Påslag i stresstesten"), N_("prosentpoeng")),
    "shortest_term": SettingWords(N_("Korteste nedbetalingstid"), _YEARS),
    "term_without_reasons": SettingWords(N_("Lengste nedbetalingstid uten vilkår"), _YEARS),
    "longest_term": SettingWords(N_("Lengste nedbetalingstid"), _YEARS),
    "longest_interest_only": SettingWords(N_("Flest år uten avdrag"), _YEARS),
    "sosialhjelp_is_floor": SettingWords(N_("Livsopphold er minst satsene for sosialhjelp")),
    "livsopphold_percent": SettingWords(N_("Minste livsopphold, av satsene for sosialhjelp"), _PERCENT),
    "botid_months": SettingWords(N_("Krav om botid"), N_("måneder")),
    "langvarig_years": SettingWords(N_("Så lenge er et problem langvarig"), _YEARS),
    "reserve_salaries": SettingWords(N_("Månedslønner som bør være igjen")),
    "income_cap": SettingWords(N_("Inntektsgrense i året, før skatt")),
    "bostotte_sone": SettingWords(N_("Sone for bostøtte")),
    "grant_offered": SettingWords(N_("Kommunen gir tilskudd")),
    "grant_percent": SettingWords(N_("Vanlig tilskudd, høyst"), _PERCENT),
    "grant_base": SettingWords(N_("Tilskuddet regnes av")),
    "grant_years": SettingWords(N_("Tilskuddet skrives ned over"), _YEARS),
    "grant_once": SettingWords(N_("Tilskudd gis vanligvis bare en gang")),
    "wider_target_group": SettingWords(N_("Også andre enn kommunens leietakere")),
}

YES_NO = ((True, N_("Ja")), (False, N_("Nei")))

OPTION_WORDS: Mapping[str, tuple[tuple[Any, str], ...]] = {
    "rente_binding": (
        (0, N_("Flytende")),
        (3, N_("Fast i 3 år")),
        (5, N_("Fast i 5 år")),
        (10, N_("Fast i 10 år")),
        (20, N_("Fast i 20 år")),
    ),
    "grant_base": ((GrantBase.KJOPESUM, N_("Kjøpesummen")), (GrantBase.TOTALPRIS, N_("Prisen med omkostninger"))),
    "bostotte_sone": (
        (Sone.OSLO, N_("Oslo")),
        (Sone.STORBY, N_("Storby")),
        (Sone.PRESSOMRADE, N_("Pressområde")),
        (Sone.RESTEN, N_("Resten av landet")),
    ),
    "sosialhjelp_is_floor": YES_NO,
    "grant_offered": YES_NO,
    "grant_once": YES_NO,
    "wider_target_group": YES_NO,
}
