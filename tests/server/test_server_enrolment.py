"""A laptop gets in once, with a code made for its user, and stays out when it is suspended."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select
from talking import Denied, Laptop, Town

from hjemmebesok.server import admin, fence
from hjemmebesok.server.database import Database
from hjemmebesok.server.identity import Caller, renew
from hjemmebesok.server.rights import Role
from hjemmebesok.server.tables import device, enrolment_code
from hjemmebesok.server.tokens import new_code, new_token, typed_code
from hjemmebesok.wire.codec import pack
from hjemmebesok.wire.messages import MEDIA_TYPE, EnrolRequest


def test_a_code_lets_one_laptop_in_and_tells_it_whose_it_is(town: Town) -> None:
    user = town.user("Kari Eksempel")
    enrolled = town.enrol(town.code(user))
    assert (enrolled.user, enrolled.user_name) == (user, "Kari Eksempel")
    assert (enrolled.municipality, enrolled.municipality_name) == (town.id, "Eksempel kommune")
    assert Laptop(town.http, enrolled.token, enrolled.device, user).sync().manifest == []


def test_a_code_is_used_once(town: Town) -> None:
    code = town.code(town.user("Kari Eksempel"))
    town.enrol(code)
    with pytest.raises(Denied) as refused:
        town.enrol(code)
    assert (refused.value.status, refused.value.problem.code) == (403, "enrolment")


def test_a_code_expires(town: Town) -> None:
    code = town.code(town.user("Kari Eksempel"), lives=timedelta(seconds=-1))
    with pytest.raises(Denied) as refused:
        town.enrol(code)
    assert refused.value.problem.code == "enrolment"


@pytest.mark.parametrize("code", ["", "nobody", "9999-0000-0000-0000-0000", "\x00", "Å" * 5000])
def test_a_made_up_code_gets_the_same_answer_as_a_used_one(town: Town, code: str) -> None:
    with pytest.raises(Denied) as refused:
        town.enrol(code)
    assert (refused.value.status, refused.value.problem.code) == (403, "enrolment")


def test_a_device_is_listed_by_a_name_that_can_be_printed(town: Town) -> None:
    content = pack(EnrolRequest(town.code(town.user("Kari Eksempel")), "Bær\x00bar\n2" + "!" * 500))
    town.http.post("/v1/enrol", content=content, headers={"content-type": MEDIA_TYPE}).raise_for_status()
    (row,) = admin.devices(town.database, town.id)
    assert row.name == ("Bærbar2" + "!" * 500)[:80]


def test_a_code_may_be_typed_in_small_letters_with_spaces_and_look_alikes() -> None:
    code = "9999-01A2-B3C4-D5E6-F7G1"
    assert typed_code(" 9999 olA2 b3c4-d5e6 f7gI ") == code
    for made in (new_code("9999") for _ in range(50)):
        assert typed_code(made) == typed_code(made.lower().replace("-", "")) == made


def test_codes_and_tokens_are_random_enough() -> None:
    letters = new_code("9999").removeprefix("9999-").replace("-", "")
    assert len(letters) * 5 >= 80
    assert len(new_token("9999").removeprefix("9999.")) * 6 >= 256


@pytest.mark.parametrize("token", ["", "nonsense", "{town}.guess", "\xe6\xf8\xe5"])
def test_an_unknown_token_is_refused(town: Town, kari: Laptop, token: str) -> None:
    kari.token = token.format(town=town.id)
    with pytest.raises(Denied) as refused:
        kari.sync()
    assert (refused.value.status, refused.value.problem.code) == (401, "token")


def test_a_token_of_another_municipality_is_unknown_in_this_one(town: Town, kari: Laptop) -> None:
    kari.token = kari.token.replace(town.id, "someothertown")
    with pytest.raises(Denied) as refused:
        kari.sync()
    assert refused.value.status == 401


def test_a_suspended_device_is_refused_until_it_is_resumed(town: Town, kari: Laptop) -> None:
    admin.suspend_device(town.database, town.id, kari.device, datetime.now(UTC))
    with pytest.raises(Denied) as refused:
        kari.sync()
    assert (refused.value.status, refused.value.problem.code) == (403, "suspended")
    admin.resume_device(town.database, town.id, kari.device, datetime.now(UTC))
    kari.sync()


def test_neither_codes_nor_tokens_are_stored(database: Database, town: Town) -> None:
    code = town.code(town.user("Kari Eksempel"))
    token = town.enrol(code).token
    with database.read(fence.EVERYWHERE) as connection:
        stored = repr(connection.execute(select(device)).all()) + repr(connection.execute(select(enrolment_code)).all())
    assert code not in stored
    assert token not in stored
    assert token.partition(".")[2] not in stored


def test_a_device_is_listed_with_the_day_it_was_last_here(town: Town) -> None:
    laptop = town.laptop("Kari Eksempel")
    later = datetime.now(UTC) + timedelta(days=40)
    with town.database.write(town.id) as connection:
        renew(connection, Caller(town.id, laptop.user, "Kari Eksempel", Role.CASEWORKER, laptop.device), later)
    (row,) = admin.devices(town.database, town.id)
    assert row.enrolled_at[:10] < row.was_here == later.date().isoformat()
