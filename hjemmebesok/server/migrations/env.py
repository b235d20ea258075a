"""Alembic's entry: the connection is handed in by schema.py, so there is no ini file and no second configuration."""

from alembic import context

from hjemmebesok.server.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
