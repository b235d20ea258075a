"""The demo: a fictitious programme in Eksempel kommune, to try the app on and to test it with.

May import everything. The decision that shaped it: the demo goes the same way as real work. Its tenants come in
through a register file, and what happens to them is done by the actions a caseworker has. Nobody in it exists: national
ids are synthetic, telephone numbers begin with 000, and the same seed always gives the same town.
"""
