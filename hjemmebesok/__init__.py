"""Hjemmebesøk: home visits, eligibility guidance and letters for municipal housing caseworkers, offline first.

The door rule: a room (a package in here) opens only the doors that tests/test_doors.py lists for it. `domain` knows
nobody; `eligibility` knows `domain`; only `store` touches the encrypted file, only `sync` the network, only `ui` Qt;
`casework` is where they meet, one function for each thing a caseworker can do. Two small rooms are open to all:
`assets` (where the shipped files lie) and `language` (words, dates and amounts in the reader's language).
"""

__version__ = "0.1.0"
