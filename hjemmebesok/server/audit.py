"""Whether the journal of a municipality is whole: nothing changed, taken out or put in since it was written."""

import hashlib
from dataclasses import dataclass

from sqlalchemy import Connection, RowMapping, and_, select

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.server.database import Database
from hjemmebesok.server.journal import link
from hjemmebesok.server.tables import change, municipality, payload


@dataclass(frozen=True, slots=True)
class Audit:
    """What a check of the journal found."""

    changes: int
    erased: int  # payloads that were erased; the chain verifies without them
    broken_at: int | None = None  # the first number that is not what it was

    @property
    def whole(self) -> bool:
        """True where every number verifies."""
        return self.broken_at is None


def audit(database: Database, place: str) -> Audit:
    """Check every entry of the journal against the chain, and every payload that is there against its digest.

    Raises Refused for a municipality that is not there.
    """
    with database.read(place) as connection:
        return audit_in(connection, place)


def audit_in(connection: Connection, place: str) -> Audit:
    """The same within a transaction."""
    text = and_(payload.c.municipality_id == change.c.municipality_id, payload.c.seq == change.c.seq)
    entries = (
        select(change, payload.c.body)
        .outerjoin(payload, text)
        .where(change.c.municipality_id == place)
        .order_by(change.c.seq)
    )
    ends = select(municipality.c.head_seq, municipality.c.head_hash).where(municipality.c.id == place)
    head = connection.execute(ends).one_or_none()
    if head is None:
        raise Refused(Phrase("Kommunen «{id}» finnes ikke.", id=place))
    count, erased, chain = 0, 0, b""
    with connection.execute(entries, execution_options={"yield_per": 500}) as lines:
        for line in lines.mappings():
            chain = link(chain, dict(line))
            if (line["seq"], line["chain"]) != (count + 1, chain) or not _payload_is_right(line):
                return Audit(count, erased, broken_at=count + 1)
            count, erased = count + 1, erased + (line["body"] is None)
    whole = (count, chain) == (head.head_seq, head.head_hash)
    return Audit(count, erased, broken_at=None if whole else count + 1)


def _payload_is_right(line: RowMapping) -> bool:
    return line["body"] is None or hashlib.sha256(line["body"]).digest() == line["digest"]
