"""Talking to the server: a laptop comes in by a code or an account, and one round that reads top to bottom.

May import domain, store and wire. The decision that shaped it: a step of a round is one request and one local
transaction, so a round that is cut off anywhere is simply taken up again, and what was stored is always whole.
"""
