"""Whether she may write, as the server last said. Who may only read is told so here and at once, and not first by a
change that comes back refused after the next round."""

from sqlalchemy import Connection

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.store.settings import WRITES, read_setting

ONLY_READS = Phrase("Du kan lese sakene, men ikke skrive i dem. Spør lederen din hvis du skal kunne skrive.")


def may_write(connection: Connection) -> bool:
    """Before a server has said otherwise, she may."""
    return bool(read_setting(connection, WRITES, True))


def refuse_reader(connection: Connection) -> None:
    """Raises Refused where she may only read."""
    if not may_write(connection):
        raise Refused(ONLY_READS)
