"""Other systems: what their files say, read into values, and what we write for them.

register/ reads the tenant register; archive/ writes Fiks Arkiv messages, calendar.py appointments, package.py and
sealed.py ZIP files that anyone, or only a passphrase, opens.

Opens only the door to `domain`. The decision that shaped it: a file is bytes in and values out. Nothing here reads a
disk or the store, so a file is judged as a whole before anybody decides what to do with it.
"""
