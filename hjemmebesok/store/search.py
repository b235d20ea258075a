"""Search as you type over all households: names, addresses, case numbers, phones. The index is in the encrypted file.

Indexing is deferred: saving only notes which case is out of date, and the next search brings those up to date. With an
index trigger on every row, applying pulled records would be five times slower.
"""

import re
import unicodedata
from collections.abc import Iterable

from sqlalchemy import Connection, delete, select, text

from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.person import Person
from hjemmebesok.store import statements, tables
from hjemmebesok.store.codec import to_json
from hjemmebesok.store.reading import Reading

# Letters that Unicode does not take apart, so that yilmaz finds Yılmaz and oygard finds Øygård.
_PLAIN = str.maketrans({"ı": "i", "ø": "o", "æ": "ae", "ß": "ss", "đ": "d", "ł": "l", "ŋ": "n"})


_LAST = str.maketrans("æäøöå", "{{||}")  # what comes after z; ä and ö beside æ and ø, as in Norwegian lists

_ALL = (
    "SELECT p.case_id FROM household_place p JOIN record r ON r.id = p.case_id"
    " WHERE NOT r.removed ORDER BY p.sort_key, p.case_id LIMIT :limit"
)
_AMONG_WORDS = (
    "SELECT r.id FROM household_words w JOIN record r ON r.rowid = w.rowid JOIN household_place p ON p.case_id = r.id"
    " WHERE household_words MATCH :query AND NOT r.removed ORDER BY p.sort_key, p.case_id LIMIT :limit"
)

_NO_LONGER_DIRTY = "DELETE FROM search_dirty WHERE case_id IN (SELECT value FROM json_each(?))"
_FROM_NOTHING = (
    "INSERT INTO household_words(household_words) VALUES ('delete-all')",
    "DELETE FROM household_place",
    "INSERT OR IGNORE INTO search_dirty SELECT case_id FROM record WHERE kind = 'household'",
)


def folded(words: str) -> str:
    """The words without case and accents, as they are indexed and searched."""
    return _bare(_bare(words).casefold()).translate(_PLAIN)


def _bare(words: str) -> str:
    apart = unicodedata.normalize("NFKD", words)
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def search(connection: Connection, typed: str, limit: int) -> list[str]:
    """Ids of the cases in which every typed word begins some word, in order of name; of all where nothing is typed."""
    words = re.findall(r"\w+", folded(typed))
    query = " ".join(f'"{word}"*' for word in words)
    statement = text(_AMONG_WORDS if words else _ALL)
    return list(connection.execute(statement, {"query": query, "limit": limit}).scalars())


def in_order(name: str) -> str:
    """What sorts as a Norwegian list of names does: æ, ø and å last, other letters without their marks."""
    return folded(unicodedata.normalize("NFC", name).casefold().translate(_LAST))


def is_behind(connection: Connection) -> bool:
    """True where some case has changed since it was last indexed."""
    return connection.execute(select(tables.search_dirty.c.case_id).limit(1)).first() is not None


def bring_up_to_date(connection: Connection, most: int | None = None) -> None:
    """Index the cases that have changed, so many at `most`."""
    cases = list(connection.execute(select(tables.search_dirty.c.case_id).limit(most)).scalars())
    reading = Reading(connection)
    for case in cases:
        rowid = connection.execute(text("SELECT rowid FROM record WHERE id = :id"), {"id": case}).scalar()
        if rowid is None:
            continue
        connection.execute(text("DELETE FROM household_words WHERE rowid = :rowid"), {"rowid": rowid})
        for household in reading.in_case(Household, case):
            words = " ".join(_words(reading, household))
            connection.execute(
                text("INSERT INTO household_words(rowid, words) VALUES (:rowid, :words)"),
                {"rowid": rowid, "words": folded(words)},
            )
            place = {"case": case, "key": in_order(household.name)}
            connection.execute(text("INSERT OR REPLACE INTO household_place VALUES (:case, :key)"), place)
    statements.run(connection, _NO_LONGER_DIRTY, (to_json(cases),))


def note(connection: Connection, case: str) -> None:
    """Note that the words of this case are out of date."""
    connection.execute(text("INSERT OR IGNORE INTO search_dirty VALUES (:case)"), {"case": case})


def forget(connection: Connection, case: str) -> None:
    """Take a case out of the index, before its records go. Its last words go with `begin_anew`."""
    statement = "DELETE FROM household_words WHERE rowid IN (SELECT rowid FROM record WHERE id = :id)"
    connection.execute(text(statement), {"id": case})
    connection.execute(delete(tables.household_place).where(tables.household_place.c.case_id == case))
    connection.execute(delete(tables.search_dirty).where(tables.search_dirty.c.case_id == case))


def begin_anew(connection: Connection) -> None:
    """Empty the index, and note every case as out of date: the words of what was taken out otherwise stay in it until
    some later day, and then in room that it no longer uses."""
    for statement in _FROM_NOTHING:
        connection.execute(text(statement))


def _words(reading: Reading, household: Household) -> Iterable[str]:
    yield from (household.name, household.case_number, household.register_id)
    for person in reading.in_case(Person, household.id):
        yield from (person.name, re.sub(r"\D", "", person.phone))
    if not household.protection.masks_address:  # a protected address is not to be found by looking for it
        for dwelling in reading.in_case(Dwelling, household.id):
            yield from (dwelling.address, dwelling.unit, dwelling.postcode, dwelling.place)
