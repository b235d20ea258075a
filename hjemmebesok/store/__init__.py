"""The encrypted file: SQLCipher through SQLAlchemy, keys, unit of work with change capture, drafts, search.

May import domain and wire. The decision that shaped it: every record of every kind is one row with its fields as JSON
and, beside them, the id of the change that last set each field. So a new form field needs no migration, what this
version does not know is kept untouched, and laptop and server hold the same thing in the same shape.
"""
