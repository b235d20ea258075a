"""A team leader's questions: who in her teams holds how much, that cases go from one of them to another, and what the
server has set aside in the cases she reads."""

from collections.abc import Collection, Sequence

from hjemmebesok.sync.transport import Transport
from hjemmebesok.sync.trouble import SyncTrouble, Trouble
from hjemmebesok.wire.set_aside import SetAsideChange, SetAsidePage, SetAsideRequest
from hjemmebesok.wire.team import Colleague, HandedOver, HandOver, Team, TeamRequest

__all__ = ["Colleague", "SetAsideChange", "SetAsidePage", "colleagues", "hand_over", "set_aside"]

# Whatever else went wrong, the server has said no, or was never asked.
_UNSURE = (Trouble.NO_NETWORK, Trouble.NOT_THE_SERVER, Trouble.SERVER_BUSY, Trouble.SERVER_ERROR, Trouble.SERVER_FULL)


def colleagues(transport: Transport) -> list[Colleague]:
    """Everyone in her teams, and herself. Raises SyncTrouble."""
    return transport.ask("/v1/team", TeamRequest(), Team).colleagues


def hand_over(transport: Transport, giver: str, taker: str, cases: Collection[str] | None, *, keeps: bool) -> int:
    """Give these cases, or all, to the taker; where the giver `keeps` them they have them both. How many were given.

    Nothing of this is kept here and sent later, unlike what she writes. Raises SyncTrouble; where no answer came, one
    that says so, since the cases may have gone all the same. Asking again does no harm.
    """
    asked = HandOver(giver, taker, None if cases is None else sorted(cases), keeps)
    try:
        return transport.ask("/v1/hand-over", asked, HandedOver).moved
    except SyncTrouble as trouble:
        if trouble.trouble in _UNSURE:
            raise SyncTrouble(Trouble.UNSURE, trouble.wait) from trouble
        raise


def set_aside(transport: Transport, before: int | None = None, done: Sequence[int] = ()) -> SetAsidePage:
    """The newest changes that were set aside, or those before a number; `done` are dealt with first. Asking again does
    no harm. Raises SyncTrouble."""
    return transport.ask("/v1/set-aside", SetAsideRequest(before, list(done)), SetAsidePage)
