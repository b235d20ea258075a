"""The rulesets, each an ordered table of conditions with settings.

Versions of one set stand side by side, oldest first, so that an assessment can be made again by the rules it was made
by; the last of them is the one in use.
"""

from collections.abc import Mapping

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.eligibility.condition import Ruleset
from hjemmebesok.eligibility.rulesets.leie_til_eie_2011 import LEIE_TIL_EIE_2011
from hjemmebesok.eligibility.rulesets.startlan_2025 import STARTLAN_2025
from hjemmebesok.eligibility.rulesets.tilskudd import TILSKUDD

VERSIONS = (LEIE_TIL_EIE_2011, STARTLAN_2025, TILSKUDD)
RULESETS: Mapping[str, Ruleset] = {ruleset.id: ruleset for ruleset in VERSIONS}


def ruleset(id_: str, version: str | None = None) -> Ruleset:
    """The ruleset with this id, in this version or the one in use.

    Raises Refused where there is none, naming those there are.
    """
    if id_ not in RULESETS:
        raise Refused(
            Phrase("Regelsettet «{id}» finnes ikke. Velg mellom {known}.", id=id_[:40], known=", ".join(RULESETS))
        )
    if version is None:
        return RULESETS[id_]
    for found in VERSIONS:
        if (found.id, found.version) == (id_, version):
            return found
    raise Refused(Phrase("Regelsettet «{id}» har ikke versjon {version}.", id=id_, version=version[:40]))
