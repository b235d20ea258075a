"""Enrolling this laptop: a one-time code becomes a device token, kept in the encrypted store."""

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.store import outbox
from hjemmebesok.store.settings import read_setting, write_setting
from hjemmebesok.store.store import Store
from hjemmebesok.sync.transport import Transport
from hjemmebesok.wire.messages import EnrolRequest, EnrolResponse

SERVER = "server"


def enrol(store: Store, server: str, code: str, device_name: str, authority: str = "") -> EnrolResponse:
    """Show the code and keep what comes back. Changes made before the first time are signed with the user's id.

    Raises SyncTrouble; Refused, with nothing changed, for a code that is somebody else's than the laptop's owner's:
    what she wrote would go up in another's name, or to another municipality.
    """
    with Transport(server, authority=authority) as transport:
        answer = transport.ask("/v1/enrol", EnrolRequest(code.strip(), device_name), EnrolResponse)
    with store.writing_connection() as connection:
        user = read_setting(connection, "user", {})
        if read_setting(connection, SERVER) and user.get("id") != answer.user:
            raise Refused(Phrase("Engangskoden er ikke din. Denne PC-en hører til {name}.", name=user.get("name", "")))
        write_setting(connection, SERVER, {"url": server, "token": answer.token, "authority": authority})
        write_setting(connection, "user", user | {"id": answer.user, "name": answer.user_name})
        write_setting(connection, "municipality", answer.municipality_name)
        outbox.sign_unsent(connection, answer.user)
    return answer


def enrolled_server(store: Store) -> tuple[str, str, str] | None:
    """The server's address, the device token and the extra CA file; None before the laptop is enrolled."""
    with store.reading_connection() as connection:
        server = read_setting(connection, SERVER)
    return (server["url"], server["token"], server["authority"]) if server else None
