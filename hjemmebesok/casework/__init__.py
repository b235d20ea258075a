"""What a caseworker can do: one function is one action is one transaction, and it returns what changed.

May import domain, eligibility, store, sync, letters, exchange and wire.messages; never Qt. The decision that
shaped it: a screen asks this room for everything, with plain values in and plain values out, so that an action cannot
touch a widget and a widget cannot hold a rule or a query. Nothing here reads the clock: the desk is told the time.
"""
