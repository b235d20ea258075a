"""The second fence between municipalities: PostgreSQL's row-level security.

Every transaction names its municipality, and sees no row of another, whatever its statements say. The fence holds the
owner of the tables too. A user whom PostgreSQL lets past every fence (a superuser) steps down to a role that is not.
"""

from sqlalchemy import Connection, Table, text

from hjemmebesok.server.tables import metadata

EVERYWHERE = "*"  # for migrations, backup and restore; no municipality can be called this
ROLE = "hjemmebesok_server"

_HERE = "(SELECT current_setting('app.municipality', true))"  # asked once a statement, not once a row
_PASSES = text("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
_NEW_ROLE = f"""DO $$ BEGIN CREATE ROLE {ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$"""
_STANDS = text("""
SELECT bool_and(coalesce(relrowsecurity AND relforcerowsecurity AND (
    NOT :stepping OR has_table_privilege(role.oid, here.oid, 'INSERT')), false))
FROM unnest(CAST(:tables AS text[])) AS named
LEFT JOIN pg_class AS here ON here.oid = to_regclass(named) LEFT JOIN pg_roles AS role ON role.rolname = :role
""")


def put_up(connection: Connection) -> None:
    """Fence in every table. Done again after each migration, so that no new table is forgotten."""
    for table in metadata.sorted_tables:
        for statement in _around(table):
            connection.exec_driver_sql(statement)
    if passes(connection):
        connection.exec_driver_sql(_NEW_ROLE)
        tables = ", ".join(table.name for table in metadata.sorted_tables)
        connection.exec_driver_sql(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {tables} TO {ROLE}")
        connection.exec_driver_sql(f"GRANT SELECT ON alembic_version TO {ROLE}")


def stands(connection: Connection) -> bool:
    """True where it is around every table, and whoever passes it has somebody to step down to. Neither is so of itself
    where an ordinary owner made the tables, or they were copied from elsewhere with PostgreSQL's own tools."""
    asked = {"tables": list(metadata.tables), "role": ROLE, "stepping": passes(connection)}
    return bool(connection.execute(_STANDS, asked).scalar())


def passes(connection: Connection) -> bool:
    """True for a user whom no fence holds."""
    return bool(connection.execute(_PASSES).scalar())


def enter(place: str, *, as_role: bool) -> tuple[str, dict[str, str]]:
    """The statement, and its parameters, that keeps a transaction to this municipality until its end."""
    if as_role:
        both = "SELECT set_config('role', %(role)s, true), set_config('app.municipality', %(place)s, true)"
        return both, {"role": ROLE, "place": place}
    return "SELECT set_config('app.municipality', %(place)s, true)", {"place": place}


def _around(table: Table) -> tuple[str, ...]:
    column = next(iter(table.primary_key.columns)).name
    return (
        f"ALTER TABLE {table.name} ENABLE ROW LEVEL SECURITY",
        f"ALTER TABLE {table.name} FORCE ROW LEVEL SECURITY",
        f"DROP POLICY IF EXISTS own_municipality ON {table.name}",
        f"CREATE POLICY own_municipality ON {table.name} USING ({_HERE} IN ({column}, '{EVERYWHERE}'))",
    )
