"""What travels: the messages of the sync conversation, and how concurrent edits of each kind are merged.

Shared by laptop and server; knows no other room. The decision that shaped it: one request does everything (push, pull,
manifest, conflicts), repeated until neither side has more, so that every state between two rounds is a whole one.
"""
