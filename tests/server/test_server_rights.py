"""The table of rights: README shows it, and every cell of it is what the server does."""

import re
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest
from sqlalchemy import select
from talking import Denied, Laptop, Town, new_case, new_id

from hjemmebesok.domain.phrase import Refused
from hjemmebesok.server import admin, caseload, grants, teams
from hjemmebesok.server.columns import stamp
from hjemmebesok.server.grants import Grant
from hjemmebesok.server.rights import RIGHTS, Reach, Role, Verb, may
from hjemmebesok.server.tables import access_log, device
from hjemmebesok.wire.codec import pack, unpack
from hjemmebesok.wire.municipal import MUNICIPAL_CASES
from hjemmebesok.wire.team import HandedOver, HandOver

README = (Path(__file__).parents[2] / "README.md").read_text("utf-8")


def now() -> datetime:
    return datetime.now(UTC)


def team_of(town: Town, *laptops: Laptop) -> str:
    team = teams.create_team(town.database, town.id, "Vest")
    for laptop in laptops:
        teams.join(town.database, town.id, team, laptop.user, now())
    return team


def reads(laptop: Laptop, case: str) -> bool:
    """True where the case comes, in the manifest and with what is in it."""
    laptop.held = {case: 0}
    laptop.records.clear()
    answer = laptop.sync()
    listed = case in {one.case for one in answer.manifest}
    assert listed == (case in laptop.records)
    return listed


def writes(laptop: Laptop, case: str) -> bool:
    """True where the server takes a change to the case."""
    kind = "rate_table" if case in MUNICIPAL_CASES else "followup"
    result = laptop.sync(laptop.change(new_id(), kind, case, step="Ring")).results[0]
    assert (result.outcome == "refused") == (result.reason in ("no_access", "not_your_role", "read_only"))
    return result.outcome == "clean"


def gives(laptop: Laptop, case: str, giver: Laptop, taker: Laptop) -> bool:
    """True where the case is the taker's after she has asked for it."""
    try:
        answer = laptop.post(pack(HandOver(giver.user, taker.user, [case])), "/v1/hand-over")
    except Denied as denied:
        assert denied.status == 403
        return False
    return unpack(answer.content, HandedOver).moved == 1


def a_case(town: Town, hers: Laptop, kari: Laptop, reach: Reach) -> str:
    """A case of Kari's, or nobody's, that stands to the other user in this way."""
    if reach is Reach.NEW:
        return new_id()
    if reach is Reach.MUNICIPAL:
        leader = town.laptop("Lene Leder", Role.TEAM_LEADER)
        leader.sync(leader.change("rules", "rate_table", "rules", body=""))
        return "rules"
    case = new_case(kari)
    if reach in (Reach.OWN, Reach.LEFT, Reach.RESTRICTED):
        town.grant(case, hers)
    if reach is Reach.LEFT:
        town.revoke(case, hers)
    if reach in (Reach.TEAM, Reach.RESTRICTED):
        team_of(town, hers, kari)
    if reach is Reach.RESTRICTED:
        caseload.restrict_case(town.database, town.id, case, now())
    return case


@pytest.mark.parametrize(("role", "reach"), list(product(Role, Reach)))
def test_the_server_does_what_the_table_says(town: Town, kari: Laptop, role: Role, reach: Reach) -> None:
    hers = town.laptop("Ada Eksempel", role)
    case = a_case(town, hers, kari, reach)
    assert reads(hers, case) is may(role, Verb.READ, reach)
    assert writes(hers, case) is may(role, Verb.WRITE, reach)
    mate = town.laptop("Ola Eksempel")
    if reach is not Reach.OTHERS:
        team_of(town, hers, mate)
    giver = kari if reach in (Reach.TEAM, Reach.RESTRICTED, Reach.OTHERS) else hers
    unheard_of = new_id() if reach is Reach.NEW else case  # what has been written to is hers by now
    assert gives(hers, unheard_of, giver, mate) is may(role, Verb.GIVE, reach)


def test_readme_shows_the_table() -> None:
    section = README.partition("### Who may do what")[2].partition("\n### ")[0]
    rows = re.findall(r"^\| `(\w+)` \|(.+)\|$", section, re.MULTILINE)
    shown = {role: [set(re.findall(r"\w+", cell)) for cell in cells.split("|")] for role, cells in rows}
    assert shown == {role: [set(RIGHTS[role].get(reach, ())) for reach in Reach] for role in Role}


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.READER])
def test_the_letter_texts_that_a_team_leader_saves_reach_everyone_and_nobody_else_writes_them(
    town: Town, role: Role
) -> None:
    leader, hers = town.laptop("Lene Leder", Role.TEAM_LEADER), town.laptop("Ada Eksempel", role)
    for kind in ("letter_text", "text_approval"):
        record = new_id()
        leader.sync(leader.change(record, kind, "letter-texts", letter="information", language="nb"))
        hers.held = {"letter-texts": 0}
        hers.sync()
        assert hers.fields(record)["letter"] == "information"
        refused = hers.sync(hers.change(new_id(), kind, "letter-texts", letter="information")).results[0]
        assert refused.outcome == "refused"
        assert refused.reason in ("not_your_role", "read_only")


def test_those_who_publish_are_those_who_give_cases() -> None:
    """A laptop is told the one of the two, and offers both by it."""
    for role in Role:
        assert may(role, Verb.GIVE, Reach.TEAM) is may(role, Verb.WRITE, Reach.MUNICIPAL)


def test_nobody_reads_a_restricted_case_and_it_staff_read_none() -> None:
    assert not any(may(role, Verb.READ, Reach.RESTRICTED) for role in Role)
    assert RIGHTS[Role.IT] == {}


@pytest.mark.parametrize("grade", ["strengt_fortrolig", "utland", "a grade of a later version"])
def test_a_case_that_becomes_kode_6_takes_what_was_unsent_and_goes_out_no_more(
    town: Town, kari: Laptop, ola: Laptop, grade: str
) -> None:
    case = new_case(kari, protection="none")
    town.grant(case, ola)
    leader = town.laptop("Lene Leder", Role.TEAM_LEADER)
    team_of(town, leader, kari)
    for laptop in (ola, leader):
        assert reads(laptop, case)
    kari.sync(kari.change(case, "household", case, protection=grade))
    unsent = ola.change(new_id(), "note", case, text="Kanarifugl")
    answer = ola.sync(unsent)
    assert answer.results[0].outcome == "clean"
    for laptop in (kari, ola, leader):
        assert not reads(laptop, case)
    kari.sync(kari.change(case, "household", case, protection="none"))
    assert not reads(kari, case), "only IT staff let it out again"
    caseload.release_case(town.database, town.id, case, now())
    assert reads(ola, case)
    assert ola.fields(unsent.record)["text"] == "Kanarifugl"


def test_what_is_the_municipalitys_lies_in_its_own_case_and_is_granted_to_nobody(town: Town, kari: Laptop) -> None:
    leader = town.laptop("Lene Leder", Role.TEAM_LEADER)
    table = leader.change(new_id(), "rate_table", "rules", body="")
    assert leader.sync(table).results[0].outcome == "clean"
    assert admin.grants(town.database, town.id) == []
    with town.database.write(town.id) as connection:  # as an older server would
        grants.put(connection, town.id, kari.user, [Grant("rules", stamp(now()), None)])
    assert [one.case for one in kari.sync().manifest] == ["rules"], "it comes once"
    own = new_case(kari)
    for kind, case, laptop in (("rate_table", own, kari), ("household", "rules", leader)):
        result = laptop.sync(laptop.change(new_id(), kind, case, body="")).results[0]
        assert (result.outcome, result.reason) == ("refused", "elsewhere")


def test_a_laptop_hears_whether_its_user_may_publish(town: Town, kari: Laptop) -> None:
    assert not kari.sync().publishes
    assert town.laptop("Lene Leder", Role.TEAM_LEADER).sync().publishes


@pytest.mark.parametrize("role", Role)
def test_a_laptop_hears_whether_its_user_may_write_at_all(town: Town, role: Role) -> None:
    laptop = town.laptop("Ida Berg", role)
    assert laptop.sync().writes is any(may(role, Verb.WRITE, reach) for reach in Reach)


def test_a_household_with_kode_7_comes_to_those_who_hold_it(town: Town, kari: Laptop) -> None:
    assert reads(kari, new_case(kari, protection="fortrolig"))


def test_a_grant_begins_and_ends_when_it_says(town: Town, kari: Laptop, ola: Laptop) -> None:
    for starts, until, holds in ((1, None, False), (-1, None, True), (-1, 1, True), (-2, -1, False)):
        case = new_case(kari)
        hours = [None if one is None else now() + timedelta(hours=one) for one in (starts, until)]
        grant = {"now": now() - timedelta(hours=3), "starts": hours[0], "until": hours[1]}
        caseload.grant_case(town.database, town.id, case, ola.user, **grant)
        assert reads(ola, case) is holds
        assert writes(ola, case) is (holds or until == -1)  # her laptop may not have heard that it has ended


def test_a_grant_from_a_later_day_takes_nothing_from_her_who_has_the_case(
    town: Town, kari: Laptop, ola: Laptop
) -> None:
    next_week, until = now() + timedelta(days=7), now() + timedelta(days=1)
    for_good, for_a_day = new_case(kari), new_case(kari)
    town.grant(for_good, ola)
    caseload.grant_case(town.database, town.id, for_a_day, ola.user, now(), until=until)
    for case in (for_good, for_a_day):
        caseload.grant_case(town.database, town.id, case, ola.user, now(), starts=next_week)
        assert reads(ola, case)
    assert ends_of(town, ola) == {for_good: None, for_a_day: None}


def test_a_grant_that_would_end_before_what_she_has_is_refused(town: Town, kari: Laptop, ola: Laptop) -> None:
    case, tomorrow = new_case(kari), now() + timedelta(days=1)
    town.grant(case, ola)
    with pytest.raises(Refused, match="lenger enn det"):
        caseload.grant_case(town.database, town.id, case, ola.user, now(), until=tomorrow)
    assert ends_of(town, ola) == {case: None}
    town.revoke(case, ola)
    caseload.grant_case(town.database, town.id, case, ola.user, now(), until=tomorrow)
    assert ends_of(town, ola) == {case: stamp(tomorrow)}


def ends_of(town: Town, laptop: Laptop) -> dict[str, str | None]:
    granted = admin.grants(town.database, town.id)
    return {row.case_id: row.revoked_at for row in granted if row.user_id == laptop.user}


def test_what_she_wrote_before_she_heard_is_taken_in_for_so_long_as_a_laptop_may_be_away(
    town: Town, kari: Laptop, ola: Laptop
) -> None:
    case = new_case(kari)
    for days, taken in ((1, True), (59, True), (61, False)):
        ended = now() - timedelta(days=days)
        caseload.grant_case(town.database, town.id, case, ola.user, ended - timedelta(days=1))
        caseload.revoke_case(town.database, town.id, case, ola.user, ended)
        assert not reads(ola, case)
        assert writes(ola, case) is taken


def test_a_grant_that_was_taken_back_before_it_began_gave_nothing(town: Town, kari: Laptop, ola: Laptop) -> None:
    case, begins = new_case(kari), now() + timedelta(hours=1)
    caseload.grant_case(town.database, town.id, case, ola.user, now(), starts=begins)
    town.revoke(case, ola)
    assert not writes(ola, case)


def test_a_leader_holds_what_her_team_holds_as_long_as_they_are_in_it(town: Town, kari: Laptop, ola: Laptop) -> None:
    leader = town.laptop("Lene Leder", Role.TEAM_LEADER)
    team = team_of(town, leader, kari, ola)
    case = new_case(kari)
    town.grant(case, ola)
    assert [one.case for one in leader.sync().manifest] == [case], "a case that two of them hold comes once"
    teams.leave(town.database, town.id, team, kari.user, now())
    assert reads(leader, case)
    teams.leave(town.database, town.id, team, ola.user, now())
    assert not reads(leader, case)
    assert not writes(leader, case)


def test_a_role_that_changes_counts_from_the_next_request(town: Town, kari: Laptop) -> None:
    case = new_case(kari)
    admin.set_role(town.database, town.id, kari.user, Role.READER, now())
    assert reads(kari, case)
    assert not writes(kari, case)
    admin.set_role(town.database, town.id, kari.user, Role.IT, now())
    assert not reads(kari, case)


def test_a_hand_over_moves_a_whole_caseload(town: Town, kari: Laptop, ola: Laptop) -> None:
    cases = {new_case(kari) for _ in range(3)}
    shared, revoked = cases.pop(), new_case(kari)
    town.grant(shared, ola)
    town.revoke(revoked, kari)
    assert caseload.hand_over(town.database, town.id, kari.user, ola.user, now) == 3
    assert {one.case for one in ola.sync().manifest} == cases | {shared}
    assert kari.sync().manifest == []
    assert not reads(kari, shared)
    with town.database.read(town.id) as connection:
        logged = connection.execute(
            select(access_log.c.action, access_log.c.user_id)
            .where(access_log.c.municipality_id == town.id, access_log.c.case_id == shared)
            .order_by(access_log.c.id)
        )
        actions = [tuple(row) for row in logged]
    assert ("handed_over", kari.user) in actions
    assert ("taken_over", ola.user) in actions


def test_a_hand_over_keeps_the_time_a_grant_ends_unless_the_taker_has_longer(
    town: Town, kari: Laptop, ola: Laptop
) -> None:
    brief, long = new_case(kari), new_case(kari)
    town.grant(long, ola)
    until = now() + timedelta(hours=1)
    for case in (brief, long):
        town.revoke(case, kari)
        caseload.grant_case(town.database, town.id, case, kari.user, now(), until=until)
    caseload.hand_over(town.database, town.id, kari.user, ola.user, now)
    assert ends_of(town, ola) == {brief: stamp(until), long: None}


def test_a_case_held_for_a_time_is_taken_back_and_handed_over_as_any_other(
    town: Town, kari: Laptop, ola: Laptop
) -> None:
    taken, given = new_case(kari), new_case(kari)
    for case in (taken, given):
        town.revoke(case, kari)
        caseload.grant_case(town.database, town.id, case, kari.user, now(), until=now() + timedelta(hours=1))
    town.revoke(taken, kari)
    with pytest.raises(Refused):
        town.revoke(taken, kari)
    begun = stamp(now())
    caseload.hand_over(town.database, town.id, kari.user, ola.user, now)
    assert [reads(laptop, given) for laptop in (kari, ola)] == [False, True]
    assert [reads(laptop, taken) for laptop in (kari, ola)] == [False, False]
    held = [row.granted_at for row in admin.grants(town.database, town.id) if row.user_id == ola.user]
    assert held >= [begun], "she holds it from then, not from when the other did"


def test_a_hand_over_to_nobody_moves_nothing(town: Town, kari: Laptop) -> None:
    case = new_case(kari)
    for taker in ("nobody", kari.user):
        with pytest.raises(Refused):
            caseload.hand_over(town.database, town.id, kari.user, taker, now)
    assert reads(kari, case)


def test_a_guessed_id_gets_the_same_answer_whether_or_not_there_is_such_a_case(
    town: Town, kari: Laptop, ola: Laptop
) -> None:
    reader = town.laptop("Lene Leser", Role.READER)
    there = new_case(kari)
    for case in (there, new_id()):
        assert not reads(reader, case)
        result = reader.sync(reader.change(new_id(), "note", case, text="x")).results[0]
        assert (result.outcome, result.reason) == ("refused", "read_only")


def test_a_request_that_is_replayed_changes_nothing_and_tells_no_more_than_it_did(town: Town, kari: Laptop) -> None:
    case = new_id()
    change = kari.change(case, "household", case, name="Familien Eksempel")
    first = kari.ask(change)
    again = kari.ask(change)
    assert (again.results, again.manifest) == (first.results, first.manifest)
    town.revoke(case, kari)
    late = kari.ask(change)
    assert (late.manifest, late.records) == ([], [])


def test_a_stolen_token_is_worth_nothing_once_its_device_is_suspended(town: Town, kari: Laptop) -> None:
    thief = Laptop(kari.http, kari.token, kari.device, kari.user)
    admin.suspend_device(town.database, town.id, kari.device, now())
    with pytest.raises(Denied) as refused:
        thief.sync()
    assert refused.value.status == 403


def test_an_expired_token_is_refused_and_one_in_use_lives_on(town: Town, kari: Laptop) -> None:
    ends = stamp(now() + timedelta(days=5))
    set_expiry(town, kari, ends)
    kari.sync()
    assert expiry(town, kari) > ends
    set_expiry(town, kari, stamp(now() - timedelta(seconds=1)))
    with pytest.raises(Denied) as refused:
        kari.sync()
    assert (refused.value.status, refused.value.problem.code) == (401, "token")


def set_expiry(town: Town, laptop: Laptop, at: str) -> None:
    with town.database.write(town.id) as connection:
        connection.execute(device.update().where(device.c.id == laptop.device).values(expires_at=at))


def expiry(town: Town, laptop: Laptop) -> str:
    with town.database.read(town.id) as connection:
        return str(connection.execute(select(device.c.expires_at).where(device.c.id == laptop.device)).scalar_one())
