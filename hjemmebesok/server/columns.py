"""Kinds of columns. Keys and moments are compared byte by byte on every database.

A moment is a text, as on the wire: ISO 8601 in UTC to the microsecond, so that earlier texts are earlier moments.
"""

from datetime import UTC, datetime

from sqlalchemy import Column, ForeignKeyConstraint, Text
from sqlalchemy.dialects.postgresql import TEXT

Key = Text().with_variant(TEXT(collation="C"), "postgresql")


def key(name: str) -> Column[str]:
    """A part of the table's key."""
    return Column(name, Key, primary_key=True)


def id_(name: str) -> Column[str]:
    """The id of something."""
    return Column(name, Key, nullable=False)


def moment(name: str) -> Column[str]:
    """When something happened."""
    return Column(name, Key, nullable=False)


def of(table: str, column: str) -> ForeignKeyConstraint:
    """The column names a row of that table, in the same municipality."""
    return ForeignKeyConstraint(["municipality_id", column], [f"{table}.municipality_id", f"{table}.id"])


def stamp(at: datetime) -> str:
    """The moment as it is stored."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")
