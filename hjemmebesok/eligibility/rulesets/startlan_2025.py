"""Startlån 2025: the regulation on loans from Husbanken and Husbanken's guide to it, as they were on 19 August 2025."""

from datetime import date

from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.condition import Ruleset
from hjemmebesok.eligibility.conditions.startlan.avdragsfrihet import AVDRAGSFRIHET
from hjemmebesok.eligibility.conditions.startlan.barnets_beste import BARNETS_BESTE
from hjemmebesok.eligibility.conditions.startlan.betjeningsevne import BETJENINGSEVNE
from hjemmebesok.eligibility.conditions.startlan.botid import BOTID
from hjemmebesok.eligibility.conditions.startlan.dagens_husleie import DAGENS_HUSLEIE
from hjemmebesok.eligibility.conditions.startlan.egenkapital import EGENKAPITAL
from hjemmebesok.eligibility.conditions.startlan.egnet_bolig import EGNET_BOLIG
from hjemmebesok.eligibility.conditions.startlan.forklaringsplikt import FORKLARINGSPLIKT
from hjemmebesok.eligibility.conditions.startlan.gjeld import GJELD
from hjemmebesok.eligibility.conditions.startlan.inntektsgrense import INNTEKTSGRENSE
from hjemmebesok.eligibility.conditions.startlan.lan_i_bank import LAN_I_BANK
from hjemmebesok.eligibility.conditions.startlan.langvarig_finansieringsproblem import LANGVARIG_FINANSIERINGSPROBLEM
from hjemmebesok.eligibility.conditions.startlan.midlertidig_inntekt import MIDLERTIDIG_INNTEKT
from hjemmebesok.eligibility.conditions.startlan.nedbetalingstid import NEDBETALINGSTID
from hjemmebesok.eligibility.conditions.startlan.oppholdstillatelse import OPPHOLDSTILLATELSE
from hjemmebesok.eligibility.conditions.startlan.privatperson import PRIVATPERSON
from hjemmebesok.eligibility.conditions.startlan.rente import RENTE
from hjemmebesok.eligibility.conditions.startlan.rentestresstest import RENTESTRESSTEST
from hjemmebesok.eligibility.conditions.startlan.sparepotensial import SPAREPOTENSIAL
from hjemmebesok.eligibility.conditions.startlan.totalpris import TOTALPRIS
from hjemmebesok.eligibility.conditions.startlan.unntak_fra_krav import UNNTAK_FRA_KRAV
from hjemmebesok.eligibility.settings import Settings

STARTLAN_2025 = Ruleset(
    id="startlan-2025",
    version="1",
    gjelder_fra=date(2025, 8, 19),
    title=N_("Startlån (2025)"),
    source=Phrase("Forskrift om lån fra Husbanken og Husbankens veileder for startlån"),
    settings=Settings(sosialhjelp_is_floor=True),
    conditions=(
        ("B1", PRIVATPERSON),
        ("B2", LAN_I_BANK),
        ("B3", LANGVARIG_FINANSIERINGSPROBLEM),
        ("B4", SPAREPOTENSIAL),
        ("B5", UNNTAK_FRA_KRAV),
        ("B6", OPPHOLDSTILLATELSE),
        ("B7", BOTID),
        ("B8", BETJENINGSEVNE),
        ("B9", EGNET_BOLIG),
        ("B10", TOTALPRIS),
        ("B11", NEDBETALINGSTID),
        ("B12", AVDRAGSFRIHET),
        ("B13", RENTE),
        ("B14", RENTESTRESSTEST),
        ("B15", GJELD),
        ("B16", EGENKAPITAL),
        ("B17", INNTEKTSGRENSE),
        ("B18", MIDLERTIDIG_INNTEKT),
        ("B19", DAGENS_HUSLEIE),
        ("B20", BARNETS_BESTE),
        ("B21", FORKLARINGSPLIKT),
    ),
)
