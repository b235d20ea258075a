"""Whether she may write what is the whole municipality's: its rules, rates and letter texts."""

from hjemmebesok.store.reading import Reading
from hjemmebesok.store.settings import PUBLISHES, read_setting
from hjemmebesok.sync.enrol import SERVER


def may_publish(reading: Reading) -> bool:
    """As the server last said; where there is none, she may."""
    connection = reading.connection
    return read_setting(connection, SERVER) is None or bool(read_setting(connection, PUBLISHES, False))
