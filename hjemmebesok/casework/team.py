"""A team leader and her team: who holds which cases, and cases that she gives from one colleague to another.

It is done on the server, at once or not at all: what each of them holds is for the server to say.
"""

from collections.abc import Collection
from dataclasses import dataclass

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.publishing import may_publish
from hjemmebesok.casework.syncing import server_of
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.store.search import in_order
from hjemmebesok.store.settings import read_setting
from hjemmebesok.sync import team
from hjemmebesok.sync.enrol import SERVER
from hjemmebesok.sync.transport import Transport


@dataclass(frozen=True, slots=True)
class TeamCase:
    """A case by the name of its household; a meeting has its number instead, and is 0 otherwise."""

    id: str
    name: str = ""
    meeting: int = 0


@dataclass(frozen=True, slots=True)
class TeamMember:
    """One in her teams, or the leader herself. `held` counts all that she holds, `cases` are those that are on this
    laptop. `takes` says whether she can be given any, `leads` whether she reads what those in her own teams hold."""

    user: str
    name: str
    held: int
    cases: tuple[TeamCase, ...]
    takes: bool
    closed: bool
    leads: bool


def leads(desk: Desk) -> bool:
    """Whether to offer it to her: those whom the server lets publish are its team leaders. The server decides."""
    with desk.read() as reading:
        return read_setting(reading.connection, SERVER) is not None and may_publish(reading)


def my_team(desk: Desk) -> tuple[TeamMember, ...]:
    """Everyone in her teams, by name, as the server has it now. Raises SyncTrouble, and Refused before the laptop is
    enrolled."""
    with Transport(*server_of(desk)) as transport:
        found = team.colleagues(transport)
    known = _known(desk)
    members = (_member(each, known) for each in found)
    return tuple(sorted(members, key=lambda member: (in_order(member.name), member.user)))


def give_cases(desk: Desk, giver: str, taker: str, cases: Collection[str] | None, *, keeps: bool = False) -> int:
    """Give the taker these cases of the giver's, or (None) all; the giver has them too where she `keeps` them. How many
    were given; all of it is done or nothing. Raises as `my_team` does."""
    with Transport(*server_of(desk)) as transport:
        return team.hand_over(transport, giver, taker, cases, keeps=keeps)


def _known(desk: Desk) -> dict[str, TeamCase]:
    with desk.read() as reading:
        households = {each.id: TeamCase(each.id, each.name) for each in reading.all(Household)}
        return households | {each.id: TeamCase(each.id, meeting=each.number) for each in reading.all(Meeting)}


def _member(each: team.Colleague, known: dict[str, TeamCase]) -> TeamMember:
    cases = _named(each.cases, known)
    return TeamMember(each.user, each.name, each.held, cases, each.takes, each.closed, each.leads)


def _named(cases: Collection[str], known: dict[str, TeamCase]) -> tuple[TeamCase, ...]:
    here = (known[case] for case in cases if case in known)
    return tuple(sorted(here, key=lambda case: (case.meeting, in_order(case.name), case.id)))
