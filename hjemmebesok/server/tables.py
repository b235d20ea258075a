"""The tables. Every key begins with the municipality."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    MetaData,
    Table,
    Text,
    false,
)

from hjemmebesok.server.columns import Key, id_, key, moment, of

metadata = MetaData(naming_convention={"pk": "%(table_name)s_pk", "fk": "%(table_name)s_of_%(referred_table_name)s"})

# `epoch` is another after a restore, so that laptops notice a server that has forgotten something.
municipality = Table(
    "municipality",
    metadata,
    key("id"),
    Column("name", Text, nullable=False),
    Column("head_seq", BigInteger, nullable=False),
    Column("head_hash", LargeBinary, nullable=False),
    Column("epoch", Text, nullable=False, server_default=""),
)

# Which database a municipality lies in, where it is not the one the server was started with.
placement = Table("placement", metadata, key("municipality_id"), Column("url", Text, nullable=False))

# `subject` is who the user is to the municipality's own provider of identities, where she signs in there; from
# `closed_at` on she is let in nowhere.
user_account = Table(
    "user_account",
    metadata,
    key("municipality_id"),
    key("id"),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("subject", Key),
    Column("closed_at", Key),
    ForeignKeyConstraint(["municipality_id"], ["municipality.id"]),
)
Index("user_by_subject", user_account.c.municipality_id, user_account.c.subject, unique=True)

team = Table(
    "team",
    metadata,
    key("municipality_id"),
    key("id"),
    Column("name", Text, nullable=False),
    ForeignKeyConstraint(["municipality_id"], ["municipality.id"]),
)

team_member = Table(
    "team_member",
    metadata,
    key("municipality_id"),
    key("user_id"),
    key("team_id"),
    of("user_account", "user_id"),
    of("team", "team_id"),
)
Index("member_by_team", team_member.c.municipality_id, team_member.c.team_id)

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
    Column("expires_at", Key, nullable=False, server_default=""),
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

# The municipality's provider of identities (OpenID Connect). `claim` is the one that holds a user's subject.
provider = Table(
    "provider",
    metadata,
    key("municipality_id"),
    Column("issuer", Text, nullable=False),
    Column("client_id", Text, nullable=False),
    Column("claim", Text, nullable=False),
    ForeignKeyConstraint(["municipality_id"], ["municipality.id"]),
)

# Sign-ins that have begun: each nonce is good for one.
sign_in = Table(
    "sign_in",
    metadata,
    key("municipality_id"),
    Column("nonce_hash", LargeBinary, primary_key=True),
    moment("expires_at"),
    ForeignKeyConstraint(["municipality_id"], ["municipality.id"]),
)

# A restricted case (kode 6) takes what comes and leaves the server no more.
case_file = Table(
    "case_file",
    metadata,
    key("municipality_id"),
    key("id"),
    Column("head_seq", BigInteger, nullable=False),
    Column("restricted", Boolean, nullable=False, server_default=false()),
    ForeignKeyConstraint(["municipality_id"], ["municipality.id"]),
)

# A user holds the case from `granted_at` until `revoked_at`; either may lie ahead.
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

# Refused changes that wait for somebody to look at them; from `done_at` on they wait no more (see dealt_with.py).
quarantine = Table(
    "quarantine",
    metadata,
    key("municipality_id"),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    id_("author_id"),
    Column("reason", Text, nullable=False),
    Column("done_at", Key),
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

# What a case holds, as wire/digest.py tells it: laptops compare, and fetch a case again that is not the same.
case_digest = Table(
    "case_digest",
    metadata,
    key("municipality_id"),
    key("case_id"),
    Column("digest", LargeBinary, nullable=False),
    of("case_file", "case_id"),
)

# Cases that were erased by law. What is written to one later is not kept either.
erased_case = Table("erased_case", metadata, key("municipality_id"), key("case_id"), moment("at"))

# The files that a case's records name, and how many bytes of each have arrived: all of them only where the hash was
# right. Two cases that name the same bytes have them twice, so that knowing a hash opens nothing.
file = Table(
    "file",
    metadata,
    key("municipality_id"),
    key("case_id"),
    key("sha256"),
    Column("size", BigInteger, nullable=False),
    Column("received", BigInteger, nullable=False),
    moment("touched_at"),
    of("case_file", "case_id"),
)

file_piece = Table(
    "file_piece",
    metadata,
    key("municipality_id"),
    key("case_id"),
    key("sha256"),
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("body", LargeBinary, nullable=False),
    ForeignKeyConstraint(
        ["municipality_id", "case_id", "sha256"], ["file.municipality_id", "file.case_id", "file.sha256"]
    ),
)
