"""The tables of the laptop's file."""

from sqlalchemy import Boolean, Column, Index, Integer, LargeBinary, MetaData, Table, Text, false

metadata = MetaData()

# Every record. `day` and `parent` repeat a field (see kinds.py) so that it can be indexed.
record = Table(
    "record",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("case_id", Text, nullable=False),
    Column("day", Text),
    Column("parent", Text),
    Column("fields", Text, nullable=False),  # JSON
    Column("versions", Text, nullable=False),  # JSON: field -> id of the change that set it
    Column("removed", Boolean, nullable=False, default=False),
    Index("record_by_case", "case_id", "kind"),
    Index("record_by_day", "kind", "day"),
    Index("record_by_parent", "kind", "parent"),
)

# Every change made here, in order; kept after it is accepted, so that a restored older server can get it again.
outbox = Table(
    "outbox",
    metadata,
    Column("device_seq", Integer, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("record", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("case_id", Text, nullable=False),
    Column("fields", Text, nullable=False),  # JSON: what was set
    Column("base", Text, nullable=False),  # JSON
    Column("settles", Text, nullable=False, default="[]"),  # JSON: ids of the conflicts this change decides
    Column("author", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("state", Text, nullable=False),  # queued, again, accepted, needs_you, laid_aside
    Column("reason", Text, nullable=False, default=""),
    Column("answered_at", Text, nullable=False, default=""),  # by the server's clock
    Index("outbox_by_state", "state", "device_seq"),
    Index("outbox_by_record", "record"),  # not its state too: that changes, in records as they come
    sqlite_autoincrement=True,
)

# What is being typed: one row a field, written at every keystroke, gone when the field is saved.
draft = Table(
    "draft",
    metadata,
    Column("record", Text, primary_key=True),
    Column("field", Text, primary_key=True),
    Column("value", Text, nullable=False),  # JSON
    Column("at", Text, nullable=False),
    Column("seen", Text),  # JSON: what stood there when somebody began to type (see seen.py), where that is known
)

# Two values of one field, as the server told.
conflict = Table(
    "conflict",
    metadata,
    Column("id", Text, primary_key=True),
    Column("record", Text, nullable=False),
    Column("case_id", Text, nullable=False),
    Column("body", Text, nullable=False),  # JSON: wire.messages.Conflict
    Column("open", Boolean, nullable=False),
    Index("conflict_by_record", "record"),
)

# How far this laptop has come in each case it holds; what it held when that was last what the server holds; and
# whether it comes anew, from its beginning.
cursor = Table(
    "cursor",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("seq", Integer, nullable=False),
    Column("digest", LargeBinary),
    Column("anew", Boolean, nullable=False, server_default=false()),
)

# The records that have come of the cases that come anew.
arrived = Table(
    "arrived",
    metadata,
    Column("record", Text, primary_key=True),
    Column("case_id", Text, nullable=False),
)

setting = Table(
    "setting",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),  # JSON
)

# Cases whose search words are out of date.
search_dirty = Table("search_dirty", metadata, Column("case_id", Text, primary_key=True))

# Where each household stands in a list by name (see search.py).
household_place = Table(
    "household_place",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("sort_key", Text, nullable=False),
    Index("household_place_in_order", "sort_key"),
)

# What a household brings to a comparison of rules, worked out from its newest form for each ruleset (see weighed.py).
weighed = Table(
    "weighed",
    metadata,
    Column("ruleset", Text, primary_key=True),
    Column("form", Integer, primary_key=True),  # the form's rowid in `record`
    Column("until", Text, nullable=False),  # the last day that it is the same
    Column("row", Text, nullable=False),  # JSON
    Index("weighed_by_until", "ruleset", "until"),
)

# The rulesets that rows are kept for, what they are worked out with, and the day that was done.
weighed_with = Table(
    "weighed_with",
    metadata,
    Column("ruleset", Text, primary_key=True),
    Column("stamp", Text, nullable=False),
    Column("day", Text, nullable=False),
)

# Cases whose row there is out of date.
to_weigh = Table(
    "to_weigh",
    metadata,
    Column("ruleset", Text, primary_key=True),
    Column("case_id", Text, primary_key=True),
)

# The bytes that records name by their SHA-256. One that is not `whole` is on its way here, and nobody is shown it.
file = Table(
    "file",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("size", Integer, nullable=False),  # bytes
    Column("whole", Boolean, nullable=False),
)

# Its pieces from 0, each a whole one (see wire/files.py) but the last.
file_piece = Table(
    "file_piece",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("body", LargeBinary, nullable=False),
)

# The files that the server has of a case.
file_sent = Table(
    "file_sent",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("sha256", Text, primary_key=True),
)
