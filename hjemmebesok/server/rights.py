"""Who may do what with a case: role × reach × verb, in one table. README shows the same, and a test compares them."""

from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """What a user is to the municipality."""

    CASEWORKER = "caseworker"
    TEAM_LEADER = "team_leader"
    READER = "reader"
    IT = "it"


class Reach(StrEnum):
    """How a case stands to a user."""

    OWN = "own"  # granted to her, alone or shared
    TEAM = "team"  # granted to somebody in a team of hers
    LEFT = "left"  # hers until lately: her laptop may not have heard
    NEW = "new"  # nobody has heard of it
    RESTRICTED = "restricted"  # own or her team's, and kode 6
    MUNICIPAL = "municipal"  # the whole municipality's, and no household's
    OTHERS = "others"  # there, and none of the above


class Verb(StrEnum):
    """What is done with a case over the network."""

    READ = "read"
    WRITE = "write"
    GIVE = "give"  # hand it over, or let it be shared, from one in her teams to another


_ALL: Final = frozenset(Verb)
_BOTH: Final = frozenset({Verb.READ, Verb.WRITE})
_READ: Final = frozenset({Verb.READ})
_WRITE: Final = frozenset({Verb.WRITE})
_UNSEEN: Final = frozenset({Verb.WRITE, Verb.GIVE})

# What is not here is refused. What somebody wrote before her laptop heard that the case is another's is a home visit
# like any other, and is taken in; where somebody is to be shut out at once, her laptop or her user is. Nobody reads a
# restricted case over the network: what was written before the laptop heard of it is taken in, and stays. It goes
# along when a caseload is handed over, and no answer names it. IT staff run the server from its own machine, and have
# no cases.
RIGHTS: Final[dict[Role, dict[Reach, frozenset[Verb]]]] = {
    Role.CASEWORKER: {
        Reach.OWN: _BOTH,
        Reach.LEFT: _WRITE,
        Reach.NEW: _WRITE,
        Reach.RESTRICTED: _WRITE,
        Reach.MUNICIPAL: _READ,
    },
    Role.TEAM_LEADER: {
        Reach.OWN: _ALL,
        Reach.TEAM: _ALL,
        Reach.LEFT: _WRITE,
        Reach.NEW: _WRITE,
        Reach.RESTRICTED: _UNSEEN,
        Reach.MUNICIPAL: _BOTH,
    },
    Role.READER: {Reach.OWN: _READ, Reach.MUNICIPAL: _READ},
    Role.IT: {},
}


def may(role: Role, verb: Verb, reach: Reach) -> bool:
    """Whether the table allows it."""
    return verb in RIGHTS[role].get(reach, ())
