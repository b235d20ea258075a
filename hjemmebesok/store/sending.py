"""What goes up, and what the server answered.

A change gets its number when it is sent: the server counts what a device sends without gaps, while here a change may be
set aside or leave with its case. So a number belongs to the conversation, and what makes a change itself is its id.
"""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec.structs import replace
from sqlalchemy import Connection, and_, delete, func, or_, select, update

from hjemmebesok.store import outbox, statements, tables, whole, work
from hjemmebesok.store.codec import to_json
from hjemmebesok.store.settings import read_setting, write_setting
from hjemmebesok.wire.messages import Change, Result

BYTES_A_REQUEST = 4 * 1024 * 1024  # of values, as they lie here; a single change may be larger
_NEXT = "next_number"  # setting: the number of the next change that is sent
_ROW, _CONFLICT = tables.outbox.c, tables.conflict.c
_WAS_ANSWERED = or_(_ROW.state == "accepted", and_(_ROW.state == "needs_you", _ROW.answered_at != ""))

# With a plus before it, a state is not what SQLite looks for: it would read all of a long queue for its beginning.
_ANSWERED = (
    "UPDATE outbox SET state = ?, reason = ?, answered_at = ?"
    " WHERE +state IN ('queued', 'again') AND id IN (SELECT value FROM json_each(?))"
)
_ANSWERED_ANEW = (
    "UPDATE outbox SET state = ?, reason = ?, answered_at = ?"
    " WHERE +state IN ('accepted', 'needs_you') AND id IN (SELECT value FROM json_each(?)) AND +state != ?"
)


def next_changes(connection: Connection, limit: int) -> list[Change]:
    """The oldest unsent changes, marked as under way, so that no later edit is added to one that may have arrived."""
    return _under_way(connection, limit, after=0, first=_next_number(connection))


def following(connection: Connection, sent: Sequence[Change], limit: int) -> list[Change]:
    """The unsent changes after those that are on their way and not answered yet: marked and numbered as these are."""
    last = outbox.place_unsent(connection, sent[-1].id) if sent else 0
    return _under_way(connection, limit, after=last, first=sent[-1].device_seq + 1) if last else []


def next_or_reminder(connection: Connection, limit: int) -> list[Change]:
    """What goes up next: unsent changes, or else the reminder."""
    return next_changes(connection, limit) or reminder(connection)


def reminder(connection: Connection) -> list[Change]:
    """The newest change the server has answered, under the number it had, for a round with nothing to send.

    A server that was restored from an older copy has not counted so far: it asks for what it has lost, before it says
    that a case it never heard of is not hers, or that nothing has happened. Never under a number of its own: where the
    answer is lost, the next change would have that number too, and a copy made in between would hide that it is gone.
    """
    last = max(1, _next_number(connection) - 1)
    return _as_sent(connection, outbox.newest_answered(connection), last)


class Noted(NamedTuple):
    """How many changes were unsent until they were answered, and how many are now known to be refused."""

    answered: int
    refused: int


def take_results(connection: Connection, changes: Sequence[Change], results: Sequence[Result], at: str) -> Noted:
    """Note what the server answered, `at` this time of its clock, to the changes that were sent. A server that was
    restored may answer otherwise than the first time to the one it is reminded of: what it says now is what has become
    of it."""
    alike: dict[tuple[str, str], list[str]] = {}
    for result in results:
        alike.setdefault((_state(result), result.reason), []).append(result.change)
    answered_now = refused_now = 0
    for (state, reason), ids in alike.items():
        answered = (state, reason, at, to_json(ids))
        unsent = statements.run(connection, _ANSWERED, answered)
        other = statements.run(connection, _ANSWERED_ANEW, (*answered, state)) if unsent < len(ids) else 0
        answered_now += unsent
        refused_now += unsent + other if state == "needs_you" else 0
    refused = {result.change for result in results if result.outcome == "refused"}
    if refused:
        _take_back(connection, [change for change in changes if change.id in refused])
    counted = max((change.device_seq for change in changes), default=0)
    if counted >= _next_number(connection):
        write_setting(connection, _NEXT, counted + 1)
    return Noted(answered_now, refused_now)


def set_aside_unsent(connection: Connection, change: Change) -> bool:
    """A change that no request can carry needs its author, and holds up no other; False where it is not unsent. No
    server has it, or none has it any more, so its case stays until she lays it aside."""
    aside = update(tables.outbox).where(_ROW.id == change.id, _ROW.state.in_(outbox.UNSENT))
    done = connection.execute(aside.values(state="needs_you", reason="too_large", answered_at="")).rowcount
    _take_back(connection, [change] if done else [])
    return bool(done)


def forget_answered(connection: Connection, before: str) -> None:
    """Forget the changes that the server took before this time of its clock: no copy it is restored from is older."""
    row = tables.outbox.c
    old = (row.state == "accepted", row.answered_at < before, row.answered_at != "")
    connection.execute(delete(tables.outbox).where(*old))


def send_again_from(connection: Connection, number: int) -> None:
    """Queue what was answered from this number on again: the server was restored from an older copy, or is a new one.
    What it would not take is safe with it only once it has it again."""
    lost = max(0, _next_number(connection) - number)
    newest = select(_ROW.id).where(_WAS_ANSWERED).order_by(_ROW.device_seq.desc()).limit(lost)
    connection.execute(update(tables.outbox).where(_ROW.id.in_(newest)).values(state="again"))
    write_setting(connection, _NEXT, number)


def send_all_again(connection: Connection) -> None:
    """Queue all that was answered again: since then the server was restored, and what it was told anew it may have
    answered otherwise, to this laptop after the copy was made from which it was put back itself."""
    connection.execute(update(tables.outbox).where(_WAS_ANSWERED).values(state="again"))


def is_sending_again(connection: Connection) -> bool:
    """True while the server lacks something it once had: what it says of the records is older than what is here."""
    return outbox.is_any_again(connection)


def _state(result: Result) -> str:
    return "needs_you" if result.outcome == "refused" else "accepted"


def _take_back(connection: Connection, refused: Sequence[Change]) -> None:
    """What a refused change was to decide is as undecided as before, unless somebody else has decided it since: a
    refusal is told again and again. And what it set is the laptop's own: it has no version, and goes up again with the
    next edit of its record."""
    settles = [conflict for change in refused for conflict in change.settles]
    undecided = (_CONFLICT.id.in_(settles), func.json_extract(_CONFLICT.body, "$.state") == "open")
    connection.execute(update(tables.conflict).where(*undecided).values(open=True))
    for change in refused:
        whole.doubt(connection, change.case)
        work.take_back(connection, change.record, change.id)


def _under_way(connection: Connection, limit: int, after: int, first: int) -> list[Change]:
    changes = outbox.next_unsent(connection, limit, BYTES_A_REQUEST, after)
    outbox.note_sent(connection, changes)
    return _as_sent(connection, changes, first)


def _as_sent(connection: Connection, changes: Sequence[Change], first: int) -> list[Change]:
    """With their numbers, and by whom this laptop belongs to: a window that was open while it was enrolled from the
    terminal knows her by an id of its own."""
    owner = read_setting(connection, "user", {}).get("id", "")
    return [
        replace(change, device_seq=number, author=owner or change.author)
        for number, change in enumerate(changes, first)
    ]


def _next_number(connection: Connection) -> int:
    return int(read_setting(connection, _NEXT, 1))
