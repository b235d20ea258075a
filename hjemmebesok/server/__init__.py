"""The sync server: takes what laptops wrote, merges it, and gives each user the cases they may see.

May import wire, and the words of domain.phrase for its refusals. An ASGI application over SQLAlchemy Core, on an
embedded SQLite file or on PostgreSQL. Three decisions shaped it: every key begins with the municipality, so that none
can read, reference or collide with another; a push locks its municipality's head, so that commit order is the order of
numbers and no reader ever skips one; and every change is answered alone, so that one bad change holds up no other.

Inwards from the network: run → punctual → app → guard, body, identity, enrol, sign_in, sync → push, manifest, pull →
batch → check, judge → access, records, conflicts, journal → directory → database, fence, tables. Who may do what is one
table, in rights. Files have a way of their own: file_routes → files → naming. What IT staff do from a terminal is in
admin, teams, caseload, closing, erase, audit, backup and restore.
"""
