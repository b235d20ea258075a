"""What must be true of laptops and server, whatever has happened."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any

import sights
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC
from laptops import PASSPHRASE, Laptop, told
from sights import Sight
from sqlalchemy import select
from town import Town
from values import mark, words

from hjemmebesok.server.audit import audit
from hjemmebesok.store import keys, outbox, tables, whole, work
from hjemmebesok.wire.codec import Unreadable, unpack
from hjemmebesok.wire.groups import apart, as_one, group_of, groups_of
from hjemmebesok.wire.merge import Policy, policy
from hjemmebesok.wire.messages import Change, SyncResponse

_PAGE, _RESERVED, _SALT = 4096, 80, 16  # SQLCipher 4: each page ends with its IV and its HMAC
_ROW = tables.outbox.c
_LOG_HEADER, _FRAME_HEADER = 32, 24


def tells_nothing_restricted(town: Town, content: bytes) -> None:
    """I9: of a case that may be on no laptop, nothing is ever in an answer, and no file is one."""
    restricted = town.restricted()
    assert not any(mark(case).encode() in content for case in restricted)
    with suppress(Unreadable):
        answer = unpack(content, SyncResponse)
        told = {one.case for some in (answer.records, answer.conflicts, answer.manifest) for one in some}
        assert not told & restricted


def journal_is_whole(town: Town) -> None:
    """I1: the chain verifies, and no change stands in it twice."""
    assert audit(town.database, town.id).whole
    assert town.times_taken() == 0


def acknowledged_are_there(town: Town, laptops: Sequence[Laptop]) -> None:
    """I1: every change a laptop was told has been taken is in the journal as it stands on the laptop, and none that
    was taken is set aside."""
    journal, outcomes = town.journal(), town.outcomes()
    taken = {id_: journal[id_].set for id_, outcome in outcomes.items() if outcome != "refused"}
    for laptop in laptops:
        with laptop.store.reading_connection() as connection:
            accepted = outbox.in_state(connection, "accepted", limit=-1)
            aside = outbox.in_state(connection, *outbox.REFUSED, limit=-1)
            unanswered = set(connection.execute(select(_ROW.id).where(_ROW.answered_at == "")).scalars())
        assert [change.id for change in accepted if taken.get(change.id) != change.set] == []
        answered = [change for change in aside if change.id not in unanswered]
        assert [change.id for change in answered if taken.get(change.id) == change.set] == []


def nothing_is_lost(town: Town, laptops: Sequence[Laptop]) -> None:
    """I2: every value is shown, kept beside, written over by somebody who saw it, equal to such a value, brought
    together with others, or set aside. Of what can be brought together this is true of every word."""
    journal, outcomes = town.journal(), town.outcomes()
    over = list(sights.all_of(journal, laptops))
    found, arrived = _found(town, journal, over), told(journal)
    in_words = _words_found(town, journal, over)
    for laptop in laptops:
        for (id_, name), value in laptop.made.items():
            assert id_ in journal, f"{name} = {value!r} by {laptop.folder.name} never arrived"
            change = journal[id_]
            if change.set.get(name) != value:  # set aside, under an id that was taken
                assert (change.record, name, repr(value)) in arrived, f"{name} = {value!r} was not kept"
                continue
            kept = (change.record, name, id_) in found or (change.record, name, repr(value)) in found
            rule = policy(change.kind, name)
            in_part = rule in (Policy.LINES, Policy.ELEMENTS) and words(value) <= in_words[change.record, name]
            joined = rule is Policy.KEYS or in_part
            assert kept or joined or outcomes[id_] == "refused", f"{name} = {value!r} is nowhere"


def _found(town: Town, journal: Mapping[str, Change], over: Sequence[Sight]) -> set[tuple[str, str, str]]:
    """By record and field: the ids of the changes, and the values, that can still be found."""
    found: set[tuple[str, str, str]] = set()
    for record in town.records().values():
        found |= {(record.id, name, id_) for name, id_ in record.versions.items()}
        found |= {(record.id, name, repr(value)) for name, value in record.fields.items()}
    for conflict in town.conflicts():
        for value in (conflict.shown, conflict.other):
            for name, each in apart(conflict.kind, conflict.field, value.value).items():
                found |= {(conflict.record, name, value.change), (conflict.record, name, repr(each))}
    for change, name, id_ in over:
        found |= {(change.record, each, id_) for each in group_of(change.kind, name)}
    for change in journal.values():
        seen = [name for name in change.set if (change.record, name, change.id) in found]
        found |= {(change.record, name, repr(change.set[name])) for name in seen}
    return found


def _words_found(town: Town, journal: Mapping[str, Change], over: Sequence[Sight]) -> dict[tuple[str, str], set[str]]:
    """By record and field: the words that are shown, kept beside, or were taken out by somebody who saw them."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for record in town.records().values():
        for name, value in record.fields.items():
            found[record.id, name] |= words(value)
    for conflict in town.conflicts():
        found[conflict.record, conflict.field] |= words(conflict.shown.value) | words(conflict.other.value)
    for change, name, id_ in over:
        if name in change.set and id_ in journal:
            found[change.record, name] |= words(journal[id_].set.get(name)) - words(change.set[name])
    return found


def what_is_too_large_is_here(laptop: Laptop) -> None:
    """I2: what no request could carry is on its laptop until it is laid aside, whoever's case it is by now."""
    assert laptop.never_sent() == laptop.too_large


def all_hold_the_same(town: Town, laptops: Sequence[Laptop]) -> None:
    """I3: who may hold a case holds what the server holds, and nobody else holds any of it."""
    holders, digests, records = town.holders(), town.digests(), town.records()
    for laptop in laptops:
        assert laptop.cases() == {case for case, users in holders.items() if laptop.user in users}
        with laptop.store.reading_connection() as connection:
            for case in laptop.cases():
                for row in connection.execute(select(tables.record).where(tables.record.c.case_id == case)):
                    fields, versions = work.stored(connection, row.id)
                    theirs = records[row.id] if versions else None
                    assert theirs is None or theirs.versions == versions
                    assert theirs is None or {name: fields[name] for name in versions} == theirs.fields
                assert whole.digest_of(connection, case) == digests[case]


def no_group_is_mixed(town: Town) -> None:
    """Fields that say one thing together say what one person wrote, where they are shown and where they are kept."""
    journal = town.journal()
    written = {
        (change.record, group, repr(as_one(group, said)))
        for change in journal.values()
        for group in groups_of(change.kind, change.set)
        for said in _readings(change, group, journal)
    }
    records = town.records().values()
    told = [
        (record.id, group, repr(as_one(group, record.fields)))
        for record in records
        for group in groups_of(record.kind, record.fields)
        if len(group) > 1
    ]
    for each in town.conflicts():
        group = group_of(each.kind, each.field)
        told += [(each.record, group, repr(value.value)) for value in (each.shown, each.other) if len(group) > 1]
    assert [one for one in told if one not in written] == []


def _readings(change: Change, group: Sequence[str], journal: Mapping[str, Change]) -> list[dict[str, Any]]:
    """What a change says of a group: where it says a part, with the rest as in those it is based on, or without."""
    said = {name: change.set[name] for name in group if name in change.set}
    if len(said) == len(group):
        return [said]
    based = [journal[id_] for name, id_ in change.base.items() if name in group and id_ in journal]
    return [said, *(seen | said for each in based for seen in _readings(each, group, journal))]


def files_are_safe(town: Town, laptops: Sequence[Laptop]) -> None:
    """I2, I14: every picture that was taken is with the server, also once its case has left, and has come to all who
    hold the case; and what the server gives out has the right hash."""
    received = town.files()
    assert [name for name, data in received.items() if hashlib.sha256(data).hexdigest() != name.sha256] == []
    for laptop in laptops:
        assert [name for name in laptop.pictures.values() if name not in received] == []
        named, here = laptop.files()
        assert [name for name in named if name in received and name.sha256 not in here] == []


def unsent_values_show(laptop: Laptop) -> None:
    """I6: what was saved and never taken is what the record shows; what a restored server gets again may have been
    written over since."""
    with laptop.store.reading_connection() as connection:
        waiting = outbox.in_state(connection, "queued", "sent", limit=10_000)
        last = {(change.record, name): value for change in waiting for name, value in change.set.items()}
        for (record, name), value in last.items():
            assert (record, name, work.stored(connection, record)[0].get(name)) == (record, name, value)


def left_no_byte(laptop: Laptop, marks: set[str]) -> None:
    """I8: none of these words is anywhere in the file or its log, decrypted page by page."""
    data_key = keys.unwrap(laptop.store.header.key, PASSPHRASE)
    wanted = [mark.encode() for mark in marks]
    for place, page in _pages(laptop, data_key):
        found = {mark: page[max(0, page.find(mark) - 60) :][:150] for mark in wanted if mark in page}
        assert found == {}, f"{place} of {laptop.folder.name} holds {found}"


def _pages(laptop: Laptop, data_key: bytes) -> Iterator[tuple[str, bytes]]:
    database, log = ((laptop.folder / name).read_bytes() for name in ("store.db", "store.db-wal"))
    for start in range(0, len(database), _PAGE):
        yield f"page {start // _PAGE + 1}", _opened(database[start : start + _PAGE], data_key, 0 if start else _SALT)
    for start in range(_LOG_HEADER, len(log), _FRAME_HEADER + _PAGE):
        number = int.from_bytes(log[start : start + 4])
        page = log[start + _FRAME_HEADER : start + _FRAME_HEADER + _PAGE]
        yield f"page {number} in the log", _opened(page, data_key, _SALT if number == 1 else 0)


def _opened(page: bytes, data_key: bytes, skip: int) -> Any:
    cipher = Cipher(AES(data_key), CBC(page[-_RESERVED : -_RESERVED + 16])).decryptor()
    return cipher.update(page[skip:-_RESERVED]) + cipher.finalize()
