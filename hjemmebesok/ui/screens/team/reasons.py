"""Why the server set a change aside, told to a team leader, who has not written it herself."""

from types import MappingProxyType

from hjemmebesok.domain.phrase import N_, Words
from hjemmebesok.ui.screens.in_step.reasons import reason_words

_TO_A_LEADER = MappingProxyType(
    {
        "no_access": N_("Den som skrev, hadde ikke lenger saken."),
        "read_only": N_("Den som skrev, kan lese saken, men ikke skrive i den."),
        "not_your_role": N_("Dette gjelder hele kommunen, og den som skrev, kan ikke endre det."),
        "not_author": N_("Endringen kom fra PC-en til en annen enn den som skrev den. Si fra til IT."),
    }
)


def leader_reason_words(code: str) -> Words:
    """The sentence for a reason; those that speak to nobody in particular are told as to the author."""
    return _TO_A_LEADER.get(code) or reason_words(code)
