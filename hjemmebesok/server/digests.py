"""The digests of the cases a push touches, kept up as records and conflicts are changed."""

from collections.abc import Collection

from sqlalchemy import Connection, bindparam, select

from hjemmebesok.server import rows
from hjemmebesok.server.among import Among
from hjemmebesok.server.tables import case_digest
from hjemmebesok.wire import digest
from hjemmebesok.wire.messages import Conflict, RecordState

_KNOWN = select(case_digest.c.case_id, case_digest.c.digest).where(
    case_digest.c.municipality_id == bindparam("place"), Among(case_digest.c.case_id)
)


class Digests:
    """What is taken out and put in, by case."""

    def __init__(self, connection: Connection, municipality: str) -> None:
        self._connection = connection
        self._municipality = municipality
        self._turned: dict[str, list[bytes]] = {}

    def turn_record(self, before: RecordState | None, after: RecordState) -> None:
        """The record is another from now on."""
        self._turn(after.case, [digest.of_record(one) for one in (before, after) if one])

    def turn_conflict(self, before: Conflict | None, after: Conflict) -> None:
        """The conflict is another from now on."""
        self._turn(after.case, [digest.of_conflict(one) for one in (before, after) if one])

    def save(self) -> None:
        """Write the digests of the cases that were turned."""
        known = self._known(self._turned.keys())
        turned = [
            {
                "municipality_id": self._municipality,
                "case_id": case,
                "digest": digest.laid_over([known.get(case, digest.NOTHING), *parts]),
            }
            for case, parts in self._turned.items()
        ]
        rows.upsert(self._connection, case_digest, turned)

    def _turn(self, case: str, parts: list[bytes]) -> None:
        self._turned.setdefault(case, []).extend(parts)

    def _known(self, cases: Collection[str]) -> dict[str, bytes]:
        asked = {"place": self._municipality, "asked": cases}
        return {row.case_id: row.digest for row in self._connection.execute(_KNOWN, asked)} if cases else {}
