"""Two values of one field, as the server tells of them."""

from hjemmebesok.casework.desk import Desk
from hjemmebesok.store import replica
from hjemmebesok.wire.messages import Conflict, Value


def disagree(
    desk: Desk, record: str, kind: str, field: str, mine: object, hers: object, case: str = "", known_as: str = ""
) -> None:
    """Kari and Ola have written this without having seen each other's. The case is told, or is what the id begins
    with. `known_as`: the id of the conflict, or it is the record's with the field's."""
    case = case or record.partition("-")[0]
    conflict = Conflict(
        id=known_as or f"{record}-{field}", record=record, kind=kind, case=case, field=field, seq=1,
        shown=Value("c1", mine, "Kari Nordmann", "2026-10-08T08:31:00+00:00"),
        other=Value("c2", hers, "Ola Nordmann", "2026-10-09T12:20:00+00:00"),
    )  # fmt: skip
    with desk.store.writing_connection() as connection:
        replica.take_conflicts(connection, [conflict])
