"""The rulesets, each an ordered table of conditions with settings. Versions of one set stand side by side."""

from collections.abc import Mapping

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.eligibility.condition import Ruleset
from hjemmebesok.eligibility.rulesets.leie_til_eie_2011 import LEIE_TIL_EIE_2011

RULESETS: Mapping[str, Ruleset] = {ruleset.id: ruleset for ruleset in (LEIE_TIL_EIE_2011,)}


def ruleset(id_: str) -> Ruleset:
    """The ruleset with this id. Raises Refused where there is none, naming those there are."""
    if id_ not in RULESETS:
        raise Refused(
            Phrase("Regelsettet «{id}» finnes ikke. Velg mellom {known}.", id=id_[:40], known=", ".join(RULESETS))
        )
    return RULESETS[id_]
