"""The whole file for one person who asks for access: seen first, then saved with a passphrase.

Without a passphrase it can only be written from the terminal, where it is asked for by name: on the screen the safe way
is the only one.
"""
