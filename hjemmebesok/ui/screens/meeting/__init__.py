"""A group meeting under way: who came, and time for each household alone.

The decision that shaped it: the note of one household is never on the screen while another is chosen. One panel holds
the talk of one household, and is filled anew, after saving, for the next.
"""
