"""A column is one of many texts: of those a statement is given, or of those that a question finds.

Those that are given travel as one parameter, so a statement is made once, however many there are.
"""

from collections.abc import Collection
from typing import Any, Self

import msgspec
from sqlalchemy import Boolean, Column, Dialect, SelectBase, Text, TypeDecorator, bindparam
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.sql.operators import OperatorType
from sqlalchemy.types import TypeEngine


class Texts(TypeDecorator[Collection[str]]):
    """Some texts: an array on PostgreSQL, JSON on SQLite."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """What the database calls it."""
        return ARRAY(Text) if dialect.name == "postgresql" else Text()

    def process_bind_param(self, value: Collection[str] | None, dialect: Dialect) -> Any:
        """As the driver wants them."""
        texts = list(value or ())
        return texts if dialect.name == "postgresql" else msgspec.json.encode(texts).decode()


class Among(FunctionElement[bool]):
    """True where the column holds one of the texts that the statement is given under this name."""

    type = Boolean()
    inherit_cache = True

    def __init__(self, column: Column[str], named: str = "asked") -> None:
        super().__init__(column, bindparam(named, type_=Texts()))

    def self_group(self, against: OperatorType | None = None) -> Self:
        """As it is: SQLAlchemy would compare it with 1, where a database has no type for yes and no."""
        return self


class AmongFound(Among):
    """True where the column holds one of the texts that the question finds: a few, while the table may be large.

    To PostgreSQL they are an array, found before it looks at the table, so that it takes them for few and goes by the
    column's index. Told as a list to join with, it read the whole table where it knew that to be large.
    """

    inherit_cache = True

    def __init__(self, column: Column[str], question: SelectBase) -> None:
        FunctionElement.__init__(self, column, question.scalar_subquery())


@compiles(Among, "sqlite")
def _on_sqlite(element: Among, compiler: SQLCompiler, **how: Any) -> str:
    column, asked = (compiler.process(each, **how) for each in element.clauses)
    return f"{column} IN (SELECT asked.value FROM json_each({asked}) AS asked)"


@compiles(Among, "postgresql")
def _on_postgresql(element: Among, compiler: SQLCompiler, **how: Any) -> str:
    column, asked = (compiler.process(each, **how) for each in element.clauses)
    return f"{column} = ANY ({asked})"


@compiles(AmongFound, "sqlite")
def _found_on_sqlite(element: AmongFound, compiler: SQLCompiler, **how: Any) -> str:
    column, question = (compiler.process(each, **how) for each in element.clauses)
    return f"{column} IN {question}"


@compiles(AmongFound, "postgresql")
def _found_on_postgresql(element: AmongFound, compiler: SQLCompiler, **how: Any) -> str:
    column, question = (compiler.process(each, **how) for each in element.clauses)
    return f"{column} = ANY (ARRAY{question})"
