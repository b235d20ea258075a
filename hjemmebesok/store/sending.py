"""What goes up, and what the server answered.

A change gets its number when it is sent: the server counts what a device sends without gaps, while here a change may be
set aside or leave with its case. So a number belongs to the conversation, and what makes a change itself is its id.
"""

from msgspec.structs import replace
from sqlalchemy import Connection, select, update

from hjemmebesok.store import outbox, tables
from hjemmebesok.store.settings import read_setting, write_setting
from hjemmebesok.wire.messages import Change, Result

_NEXT = "next_number"  # setting: the number of the next change that is sent
_ROW = tables.outbox.c


def next_changes(connection: Connection, limit: int) -> list[Change]:
    """The oldest unsent changes, marked as under way, so that no later edit is added to one that may have arrived."""
    changes = outbox.in_state(connection, *outbox.UNSENT, limit=limit)
    sending = update(tables.outbox).where(_ROW.id.in_([change.id for change in changes]), _ROW.state == "queued")
    connection.execute(sending.values(state="sent"))
    first = _next_number(connection)
    return [replace(change, device_seq=first + place) for place, change in enumerate(changes)]


def reminder(connection: Connection) -> list[Change]:
    """The newest change the server has taken, for a round with nothing to send: a server that was restored from an
    older copy then asks for what it has lost, before it says that a case it never heard of is not hers."""
    newest = outbox.in_state(connection, "accepted", limit=1, newest=True)
    last = _next_number(connection) - 1
    return [replace(change, device_seq=last) for change in newest if last > 0]


def take_results(connection: Connection, results: list[Result]) -> int:
    """Note what the server answered for each unsent change; how many there were."""
    answered = 0
    for result in results:
        state = "needs_you" if result.outcome == "refused" else "accepted"
        unsent = update(tables.outbox).where(_ROW.id == result.change, _ROW.state.in_(outbox.UNSENT))
        answered += connection.execute(unsent.values(state=state, reason=result.reason)).rowcount
    write_setting(connection, _NEXT, _next_number(connection) + answered)
    return answered


def send_again_from(connection: Connection, number: int) -> None:
    """Queue what was taken from this number on again: the server was restored from an older copy, or is a new one."""
    lost = max(0, _next_number(connection) - number)
    newest = select(_ROW.id).where(_ROW.state == "accepted").order_by(_ROW.device_seq.desc()).limit(lost)
    connection.execute(update(tables.outbox).where(_ROW.id.in_(newest)).values(state="again"))
    write_setting(connection, _NEXT, number)


def is_sending_again(connection: Connection) -> bool:
    """True while the server lacks something it once had: what it says of the records is older than what is here."""
    return bool(outbox.in_state(connection, "again", limit=1))


def _next_number(connection: Connection) -> int:
    return int(read_setting(connection, _NEXT, 1))
