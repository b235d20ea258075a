"""What a team leader asks about changes that the server has set aside: what they said, and that one is dealt with."""

from typing import Annotated, Any

from msgspec import Meta, Struct, field

from hjemmebesok.wire.messages import Change

DONE_AT_ONCE = 1_000

Number = Annotated[int, Meta(ge=1, le=2**53)]  # in the municipality's journal


class SetAsideRequest(Struct, frozen=True, omit_defaults=True):
    """What was set aside in the cases I read? The newest, or those before a number.

    `done` are dealt with, and wait for nobody any more. A number that is not there, or not in her cases, is passed
    over, so that asking twice does no harm.
    """

    before: Number | None = None
    done: Annotated[list[Number], Meta(max_length=DONE_AT_ONCE)] = field(default_factory=list)


def said(change: Change) -> dict[str, Any]:
    """The fields that this change says something of: a new record sets all it has, most of it to nothing. Who emptied a
    field had seen what stood there."""
    return {name: value for name, value in change.set.items() if name in change.base or value not in (None, "", [], {})}


class SetAsideChange(Struct, frozen=True):
    """A change that the server would not take: who wrote it, when, what it said, and why it was not taken."""

    number: int
    case: str
    record: str
    kind: str
    author: str  # name, as shown: whose laptop it came from
    at: str  # ISO 8601, by the server's clock
    reason: str  # one of REASONS, or a later one
    fields: dict[str, Any]


class SetAsidePage(Struct, frozen=True):
    """The answer, newest first; with `more`, ask for those before the last.

    `elsewhere` counts what is shown to nobody over the network: what names no case that the server has, or a case of
    hers that stays on the server (kode 6).
    """

    changes: list[SetAsideChange]
    more: bool
    elsewhere: int
