"""One sync request: take what the laptop wrote, then give it what has happened since."""

from datetime import datetime
from typing import cast

from hjemmebesok.server import access, access_log, pull
from hjemmebesok.server.batch import Clocks
from hjemmebesok.server.check import ID, moment
from hjemmebesok.server.database import Database
from hjemmebesok.server.identity import Caller
from hjemmebesok.server.push import Pushed, push
from hjemmebesok.server.refusal import Refusal
from hjemmebesok.server.rights import Reach, Verb, may
from hjemmebesok.wire.messages import (
    CHANGES_A_REQUEST,
    PROTOCOL,
    Conflict,
    Held,
    RecordState,
    SyncRequest,
    SyncResponse,
)


def sync(database: Database, caller: Caller, request: SyncRequest, now: datetime) -> SyncResponse:
    """The whole conversation. Raises Refusal for a request that makes no sense as a whole."""
    laptop = _sensible(request)
    pushed = Pushed()
    if request.changes:
        with database.write(caller.municipality) as connection:
            pushed = push(connection, caller, request.changes, Clocks(laptop, now))
    held = {one.case: one.seq for one in request.held}
    stepped = {case: to for case, (came_from, to) in pushed.in_step.items() if held.get(case, 0) == came_from}
    with database.read(caller.municipality) as connection:
        cases = access.manifest(connection, caller, now)
        page = pull.page(connection, caller, pull.behind(cases, held | stepped))
        refused = pull.named(connection, caller, {one.case for one in cases}, _refused(request, pushed))
    _log(database, caller, page, now)
    return SyncResponse(
        now=now.isoformat(),
        manifest=cases,
        results=pushed.results,
        records=cast(list[RecordState], page.records + refused),  # bytes that are one already
        conflicts=cast(list[Conflict], page.conflicts),
        held=[Held(case, seq) for case, seq in (stepped | page.held).items()],
        more=page.more,
        publishes=may(caller.role, Verb.WRITE, Reach.MUNICIPAL),
        epoch=caller.epoch,
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


def _log(database: Database, caller: Caller, page: pull.Page, now: datetime) -> None:
    if page.held:
        with database.write(caller.municipality) as connection:
            who = {"user": caller.user, "device": caller.device}
            access_log.write(connection, caller.municipality, "given", now, cases=page.held, **who)
