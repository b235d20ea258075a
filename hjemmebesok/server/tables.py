"""The tables. Every key begins with the municipality."""

from sqlalchemy import BigInteger, Column, ForeignKeyConstraint, Index, LargeBinary, MetaData, Table, Text

from hjemmebesok.server.columns import Key, id_, key, moment, of

metadata = MetaData(naming_convention={"pk": "%(table_name)s_pk", "fk": "%(table_name)s_of_%(referred_table_name)s"})

municipality = Table(
    "municipality",
    metadata,
    key("id"),
    Column("name", Text, nullable=False),
    Column("head_seq", BigInteger, nullable=False),
    Column("head_hash", LargeBinary, nullable=False),
)

user_account = Table(
    "user_account",
    metadata,
    key("municipality_id"),
    key("id"),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    ForeignKeyConstraint(["municipality_id"], ["municipality.id"]),
)

device = Table(
    "device",
    metadata,
    key("municipality_id"),
    key("id"),
    id_("user_id"),
    Column("name", Text, nullable=False),
    Column("token_hash", LargeBinary, nullable=False),
    Column("state", Text, nullable=False),
    Column("last_seq", BigInteger, nullable=False),
    moment("enrolled_at"),
    of("user_account", "user_id"),
)
Index("device_by_token", device.c.municipality_id, device.c.token_hash, unique=True)

enrolment_code = Table(
    "enrolment_code",
    metadata,
    key("municipality_id"),
    Column("code_hash", LargeBinary, primary_key=True),
    id_("user_id"),
    moment("expires_at"),
    Column("used_at", Key),
    of("user_account", "user_id"),
)

case_file = Table(
    "case_file",
    metadata,
    key("municipality_id"),
    key("id"),
    Column("head_seq", BigInteger, nullable=False),
    ForeignKeyConstraint(["municipality_id"], ["municipality.id"]),
)

case_grant = Table(
    "case_grant",
    metadata,
    key("municipality_id"),
    key("user_id"),
    key("case_id"),
    moment("granted_at"),
    Column("revoked_at", Key),
    of("user_account", "user_id"),
    of("case_file", "case_id"),
)

# `body` is the RecordState as it travels: a pull hands it on without opening it.
record = Table(
    "record",
    metadata,
    key("municipality_id"),
    key("id"),
    id_("case_id"),
    id_("kind"),
    Column("seq", BigInteger, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
Index("record_by_case", record.c.municipality_id, record.c.case_id, record.c.seq)

# Append-only. `digest` covers the payload and `chain` everything before, so a payload can be erased by law and the rest
# still verifies.
change = Table(
    "change",
    metadata,
    key("municipality_id"),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    id_("id"),
    id_("device_id"),
    id_("author_id"),
    id_("case_id"),
    id_("record_id"),
    Column("device_seq", BigInteger, nullable=False),
    moment("written_at"),
    moment("received_at"),
    Column("outcome", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("digest", LargeBinary, nullable=False),
    Column("chain", LargeBinary, nullable=False),
)
Index("change_by_id", change.c.municipality_id, change.c.id, unique=True)

payload = Table(
    "payload",
    metadata,
    key("municipality_id"),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("body", LargeBinary, nullable=False),
)

# Refused changes that wait for somebody to look at them.
quarantine = Table(
    "quarantine",
    metadata,
    key("municipality_id"),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    id_("author_id"),
    Column("reason", Text, nullable=False),
)

# `body` is the Conflict as it travels.
conflict = Table(
    "conflict",
    metadata,
    key("municipality_id"),
    key("id"),
    id_("case_id"),
    id_("record_id"),
    Column("seq", BigInteger, nullable=False),
    Column("state", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
)
Index("conflict_by_case", conflict.c.municipality_id, conflict.c.case_id, conflict.c.seq)
Index("conflict_by_record", conflict.c.municipality_id, conflict.c.record_id, conflict.c.state)

# Who was given what, and what was done to access itself. What users wrote stands in `change`.
access_log = Table(
    "access_log",
    metadata,
    key("municipality_id"),
    key("id"),
    moment("at"),
    Column("action", Text, nullable=False),
    Column("user_id", Key),
    Column("device_id", Key),
    Column("case_id", Key),
)
