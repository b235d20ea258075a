"""Whether one change is well formed, and its author the caller. Looks at nothing but the change."""

import math
import re
from collections.abc import Collection, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from typing import Any

import msgspec

from hjemmebesok.server.identity import Caller
from hjemmebesok.wire.merge import REMOVED
from hjemmebesok.wire.messages import Change

LARGEST_CHANGE = 1024 * 1024  # bytes
MOST_FIELDS = 500
DEEPEST = 16  # lists within lists
_SCALARS = frozenset((str, int, float, bool, type(None)))
CLOCK_TOLERANCE = timedelta(minutes=2)

ID = re.compile(r"\A[0-9A-Za-z_-]{1,64}\Z")
_NAME = re.compile(r"\A[0-9A-Za-z_][0-9A-Za-z_.:/-]{0,119}\Z")


def flaw(change: Change, size: int, caller: Caller) -> str:
    """The reason this caller's change of so many bytes cannot be taken, whatever is stored; "" where there is none."""
    if size > LARGEST_CHANGE:
        return "too_large"
    if not (_well_named(change) and is_plain(change.set) and moment(change.at)):
        return "malformed"
    if change.author != caller.user:
        return "not_author"
    return "" if caller.may_write else "read_only"


def _well_named(change: Change) -> bool:
    ids = {change.record, change.case, *change.base.values()}
    names = {change.kind, *change.set, *change.base}
    return (
        len(change.set) <= MOST_FIELDS
        and (change.base.keys() <= change.set.keys() or change.set.get(REMOVED) is True)  # a removal tells what it saw
        and len(change.base) <= MOST_FIELDS
        and all(map(ID.match, ids))
        and all(map(_is_name, names))
    )


@lru_cache(maxsize=2_000)  # the same few come all the time
def _is_name(text: str) -> bool:
    return _NAME.match(text) is not None


def is_plain(value: Any, depth: int = 0) -> bool:
    """True for what both JSON and MessagePack can say: text, numbers, yes and no, nothing, lists and named values."""
    if type(value) in _SCALARS:
        return type(value) is not float or math.isfinite(value)
    if depth == DEEPEST:
        return False
    if isinstance(value, Mapping):
        return {str}.issuperset(map(type, value)) and _all_plain(value.values(), depth)
    return isinstance(value, list) and _all_plain(value, depth)


def _all_plain(values: Collection[Any], depth: int) -> bool:
    # Mostly all are scalars, and that is seen at one glance.
    if _SCALARS.issuperset(map(type, values)):
        return all(math.isfinite(value) for value in values if type(value) is float)
    return all(is_plain(inner, depth + 1) for inner in values)


def moment(text: str) -> datetime | None:
    """The moment an ISO 8601 text with an offset names, in UTC; None where it names none."""
    try:
        read = datetime.fromisoformat(text)
        return read.astimezone(UTC) if read.tzinfo else None
    except (ValueError, OverflowError):
        return None


def by_our_clock(at: datetime, theirs: datetime, ours: datetime) -> datetime:
    """When a change was written, as far as we can tell. A laptop's clock may be wrong; nothing is from the future."""
    wrong_by = ours - theirs
    if abs(wrong_by) <= CLOCK_TOLERANCE:
        wrong_by = timedelta(0)
    try:
        return min(at + wrong_by, ours)
    except OverflowError:
        return ours


def packed(change: Change) -> bytes:
    """The change as it is kept."""
    return msgspec.msgpack.encode(change)
