"""Whether she may write, as the server last said; where there is none, she may."""

from hjemmebesok.casework.desk import Desk
from hjemmebesok.store import permission
from hjemmebesok.store.permission import ONLY_READS

__all__ = ["ONLY_READS", "may_write", "refuse_reader"]


def may_write(desk: Desk) -> bool:
    """False for who may only read."""
    with desk.store.reading_connection() as connection:
        return permission.may_write(connection)


def refuse_reader(desk: Desk) -> None:
    """Raises Refused where she may only read: for what must not be begun, since it could not be noted when it is
    done."""
    with desk.store.reading_connection() as connection:
        permission.refuse_reader(connection)
