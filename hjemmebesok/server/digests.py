"""The digests of the cases a push touches, kept up as records and conflicts are changed."""

from collections.abc import Mapping

from hjemmebesok.server.rows import Together
from hjemmebesok.server.tables import case_digest
from hjemmebesok.wire import digest
from hjemmebesok.wire.messages import Conflict, RecordState


class Digests:
    """What is taken out and put in, by case; `known` are the digests of those that have one."""

    def __init__(self, municipality: str, known: Mapping[str, bytes]) -> None:
        self._municipality = municipality
        self._known = known
        self._turned: dict[str, list[bytes]] = {}

    def turn_record(self, before: RecordState | None, after: RecordState) -> None:
        """The record is another from now on."""
        self._turn(after.case, [digest.of_record(one) for one in (before, after) if one])

    def turn_conflict(self, before: Conflict | None, after: Conflict) -> None:
        """The conflict is another from now on."""
        self._turn(after.case, [digest.of_conflict(one) for one in (before, after) if one])

    def save(self, together: Together) -> None:
        """The digests of the cases that were turned are to be written."""
        turned = [
            {
                "municipality_id": self._municipality,
                "case_id": case,
                "digest": digest.laid_over([self._known.get(case, digest.NOTHING), *parts]),
            }
            for case, parts in self._turned.items()
        ]
        together.upsert(case_digest, turned)

    def _turn(self, case: str, parts: list[bytes]) -> None:
        self._turned.setdefault(case, []).extend(parts)
