"""What a team leader asks of the server: who holds how much in her teams, and that cases go from one to another."""

from typing import Annotated

from msgspec import Meta, Struct

from hjemmebesok.wire.messages import Id

CASES_A_HAND_OVER = 10_000  # by name; a whole caseload needs none


class TeamRequest(Struct, frozen=True):
    """Who is in my teams? The token says who asks."""


class Colleague(Struct, frozen=True, omit_defaults=True):
    """One of her teams, or the leader herself.

    `held` counts everything that a whole hand-over would move. `cases` names those of them that her own laptop holds:
    what stays on the server (kode 6), and what begins later, is counted and never named.
    """

    user: str
    name: str
    held: int
    cases: list[str]
    takes: bool = False  # whether cases can be given to her: she may write, and is not closed
    closed: bool = False
    leads: bool = False  # whether she goes on reading what those in her own teams hold


class Team(Struct, frozen=True):
    """The answer: everyone in her teams, by name. Nobody where she leads none."""

    colleagues: list[Colleague]


class HandOver(Struct, frozen=True, omit_defaults=True):
    """Cases of the giver's are the taker's from now on; the giver's too, where she keeps them.

    `cases` None is the whole caseload. An empty list is no case, so that a choice that came to nothing never becomes
    everything. A case that the giver does not hold is passed over, so that asking twice does no harm.
    """

    giver: Id
    taker: Id
    cases: Annotated[list[Id], Meta(max_length=CASES_A_HAND_OVER)] | None = None
    keeps: bool = False


class HandedOver(Struct, frozen=True):
    """The answer: how many cases were given, this time."""

    moved: int
