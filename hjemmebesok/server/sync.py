"""One sync request: take what the laptop wrote, then give it what has happened since."""

from dataclasses import dataclass
from datetime import datetime
from typing import cast

from msgspec import Raw
from sqlalchemy import Connection

from hjemmebesok.server import access_log, pull
from hjemmebesok.server.batch import Clocks
from hjemmebesok.server.check import ID, moment
from hjemmebesok.server.database import Database
from hjemmebesok.server.identity import Caller
from hjemmebesok.server.manifest import manifest
from hjemmebesok.server.push import Pushed, push
from hjemmebesok.server.refusal import Refusal
from hjemmebesok.server.rights import Reach, Verb, may
from hjemmebesok.wire.messages import (
    CHANGES_A_REQUEST,
    PROTOCOL,
    Case,
    Conflict,
    Held,
    RecordState,
    SyncRequest,
    SyncResponse,
)


@dataclass(frozen=True, slots=True)
class Given:
    """What the laptop gets for what it holds."""

    cases: list[Case]
    page: pull.Page
    refused: list[Raw]  # the records that a refused change was about
    stepped: dict[str, int]  # the cases in which nothing has happened but what it wrote


def sync(database: Database, caller: Caller, request: SyncRequest, now: datetime) -> SyncResponse:
    """The whole conversation. Raises Refusal for a request that makes no sense as a whole."""
    laptop, pushed = _sensible(request), Pushed(caller)
    if request.changes:
        with database.write(caller.municipality) as connection:  # all in one, so that the disk is waited for once
            pushed = push(connection, caller, request.changes, Clocks(laptop, now))
            given = _give(connection, request, pushed, now)
            _log(connection, caller, given, now)
    else:
        with database.read(caller.municipality) as connection:
            given = _give(connection, request, pushed, now)
        if given.page.held:
            with database.write(caller.municipality) as connection:
                _log(connection, caller, given, now)
    return _answer(pushed, given, now)


def _give(connection: Connection, request: SyncRequest, pushed: Pushed, now: datetime) -> Given:
    caller = pushed.caller  # what she may read, too, may have changed while a push waited
    held = {one.case: one.seq for one in request.held}
    stepped = {case: to for case, (came_from, to) in pushed.in_step.items() if held.get(case, 0) == came_from}
    cases = manifest(connection, caller, now)
    page = pull.page(connection, caller, pull.behind(cases, held | stepped))
    refused = pull.named(connection, caller, {one.case for one in cases}, _refused(request, pushed))
    return Given(cases, page, refused, stepped)


def _answer(pushed: Pushed, given: Given, now: datetime) -> SyncResponse:
    caller = pushed.caller
    return SyncResponse(
        now=now.isoformat(),
        manifest=given.cases,
        results=pushed.results,
        records=cast(list[RecordState], given.page.records + given.refused),  # bytes that are one already
        conflicts=cast(list[Conflict], given.page.conflicts),
        held=[Held(case, seq) for case, seq in (given.stepped | given.page.held).items()],
        more=given.page.more,
        publishes=may(caller.role, Verb.WRITE, Reach.MUNICIPAL),
        epoch=caller.epoch,
        writes=caller.may_write,
    )


def _sensible(request: SyncRequest) -> datetime:
    if request.protocol != PROTOCOL:
        raise Refusal(400, "protocol", f"this server speaks protocol {PROTOCOL}", expected=PROTOCOL)
    if len(request.changes) > CHANGES_A_REQUEST:
        raise Refusal(413, "too_large", f"more than {CHANGES_A_REQUEST} changes in one request")
    laptop = moment(request.now)
    if laptop is None:
        raise Refusal(400, "unreadable", "the laptop's clock is not a time with an offset")
    return laptop


def _refused(request: SyncRequest, pushed: Pushed) -> set[str]:
    # The laptop showed its own value; it needs the server's to lay it right.
    told = zip(request.changes, pushed.results, strict=True)
    return {change.record for change, result in told if result.outcome == "refused" and ID.match(change.record)}


def _log(connection: Connection, caller: Caller, given: Given, now: datetime) -> None:
    who = {"user": caller.user, "device": caller.device}
    access_log.write(connection, caller.municipality, "given", now, cases=given.page.held, **who)
