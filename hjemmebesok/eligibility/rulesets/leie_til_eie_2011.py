"""Leie til eie 2011: Drammen kommune's published practice for helping its tenants to buy, as it was from June 2011."""

from datetime import date
from decimal import Decimal

from hjemmebesok.domain.phrase import N_
from hjemmebesok.eligibility.condition import Ruleset
from hjemmebesok.eligibility.conditions.leie_til_eie.bank import BANK
from hjemmebesok.eligibility.conditions.leie_til_eie.betjeningsevne import BETJENINGSEVNE
from hjemmebesok.eligibility.conditions.leie_til_eie.borettslag import BORETTSLAG
from hjemmebesok.eligibility.conditions.leie_til_eie.fastrente import FASTRENTE
from hjemmebesok.eligibility.conditions.leie_til_eie.inntektsgrunnlag import INNTEKTSGRUNNLAG
from hjemmebesok.eligibility.conditions.leie_til_eie.livsopphold import LIVSOPPHOLD_NOK
from hjemmebesok.eligibility.conditions.leie_til_eie.lopetid import LOPETID
from hjemmebesok.eligibility.conditions.leie_til_eie.malgruppe import MALGRUPPE
from hjemmebesok.eligibility.conditions.leie_til_eie.onske_om_a_eie import ONSKE_OM_A_EIE
from hjemmebesok.eligibility.conditions.leie_til_eie.praksis import DRAMMENS_PRAKSIS
from hjemmebesok.eligibility.conditions.leie_til_eie.saksomkostninger import SAKSOMKOSTNINGER
from hjemmebesok.eligibility.conditions.leie_til_eie.tilskudd import TILSKUDD
from hjemmebesok.eligibility.settings import Settings

LEIE_TIL_EIE_2011 = Ruleset(
    id="leie-til-eie-2011",
    version="1",
    gjelder_fra=date(2011, 6, 1),
    title=N_("Drammens praksis for leie til eie (2011)"),
    source=DRAMMENS_PRAKSIS,
    settings=Settings(
        kalkulasjonsrente=Decimal(5),
        shortest_term=30,
        longest_term=50,
        grant_percent=Decimal(20),
    ),
    conditions=(
        ("A1", MALGRUPPE),
        ("A2", ONSKE_OM_A_EIE),
        ("A3", BANK),
        ("A4", INNTEKTSGRUNNLAG),
        ("A5", LIVSOPPHOLD_NOK),
        ("A6", BETJENINGSEVNE),
        ("A7", TILSKUDD),
        ("A8", LOPETID),
        ("A9", FASTRENTE),
        ("A10", SAKSOMKOSTNINGER),
        ("A11", BORETTSLAG),
    ),
)
