"""Tilskudd til etablering (housing grant): a municipality's own scheme, since the state's ended in 2020."""

from datetime import date

from hjemmebesok.domain.phrase import N_
from hjemmebesok.eligibility.condition import Ruleset
from hjemmebesok.eligibility.conditions.tilskudd.andel_av_prisen import ANDEL_AV_PRISEN
from hjemmebesok.eligibility.conditions.tilskudd.behov import BEHOV
from hjemmebesok.eligibility.conditions.tilskudd.en_gang import EN_GANG
from hjemmebesok.eligibility.conditions.tilskudd.kilder import KOMMUNALE_BOLIGTILSKUDD
from hjemmebesok.eligibility.conditions.tilskudd.lang_lopetid import LANG_LOPETID
from hjemmebesok.eligibility.conditions.tilskudd.likebehandling import LIKEBEHANDLING
from hjemmebesok.eligibility.conditions.tilskudd.nedskriving import NEDSKRIVING
from hjemmebesok.eligibility.conditions.tilskudd.prioritert import PRIORITERT
from hjemmebesok.eligibility.conditions.tilskudd.tilbud import TILBUD
from hjemmebesok.eligibility.settings import Settings

TILSKUDD = Ruleset(
    id="tilskudd",
    version="1",
    gjelder_fra=date(2020, 1, 1),
    title=N_("Tilskudd til etablering"),
    source=KOMMUNALE_BOLIGTILSKUDD,
    settings=Settings(sosialhjelp_is_floor=True),
    need="C2",
    not_needed=N_("Ikke nødvendig"),
    conditions=(
        ("C1", TILBUD),
        ("C2", BEHOV),
        ("C3", LANG_LOPETID),
        ("C4", PRIORITERT),
        ("C5", ANDEL_AV_PRISEN),
        ("C6", NEDSKRIVING),
        ("C7", EN_GANG),
        ("C8", LIKEBEHANDLING),
    ),
)
