"""What the server has set aside in the cases a team leader reads: for who wrote it, it left with her case.

Nothing of it is kept on this laptop; the server notes who has read it, and who has dealt with it.
"""

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.syncing import server_of
from hjemmebesok.sync import team
from hjemmebesok.sync.team import SetAsideChange, SetAsidePage
from hjemmebesok.sync.transport import Transport

__all__ = ["SetAsideChange", "SetAsidePage", "deal_with", "team_set_aside"]


def team_set_aside(desk: Desk, before: int | None = None) -> SetAsidePage:
    """The newest of them, or those that were set aside before this number. Raises SyncTrouble, and Refused before the
    laptop is enrolled."""
    with Transport(*server_of(desk)) as transport:
        return team.set_aside(transport, before)


def deal_with(desk: Desk, number: int) -> None:
    """It has been read, and needs nobody any more: what it said stays on the server. Doing it again changes nothing.
    Raises as `team_set_aside` does."""
    with Transport(*server_of(desk)) as transport:
        team.set_aside(transport, done=[number])
