"""Enrolling this laptop: a one-time code becomes a device token, kept in the encrypted store."""

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.store import outbox
from hjemmebesok.store.settings import read_setting, write_setting
from hjemmebesok.store.store import Store
from hjemmebesok.sync.transport import Transport
from hjemmebesok.wire.messages import EnrolRequest, EnrolResponse

SERVER = "server"


def enrol(store: Store, server: str, code: str, device_name: str, authority: str = "") -> EnrolResponse:
    """Show the code and keep what comes back. Raises SyncTrouble; Refused as `keep` does."""
    with Transport(server, authority=authority) as transport:
        answer = transport.ask("/v1/enrol", EnrolRequest(code.strip(), device_name), EnrolResponse)
    keep(store, server, authority, answer)
    return answer


def keep(store: Store, server: str, authority: str, answer: EnrolResponse) -> None:
    """The laptop is a device of this user's from now on. Changes made before the first time are signed with her id.

    Raises Refused, with nothing changed, where she is another than the laptop's owner: what that one wrote would go up
    in another's name, or to another municipality.
    """
    kept = {"url": server, "token": answer.token, "authority": authority, "municipality": answer.municipality}
    with store.writing_connection() as connection:
        user = read_setting(connection, "user", {})
        if read_setting(connection, SERVER) and user.get("id") != answer.user:
            name = user.get("name", "")
            raise Refused(Phrase("Denne PC-en hører til {name}, og kan ikke kobles til for noen andre.", name=name))
        write_setting(connection, SERVER, kept)
        write_setting(connection, "user", user | {"id": answer.user, "name": answer.user_name})
        write_setting(connection, "municipality", answer.municipality_name)
        outbox.sign_unsent(connection, answer.user)


def enrolled_server(store: Store) -> tuple[str, str, str] | None:
    """The server's address, the device token and the municipality's CA (PEM); None before the laptop is enrolled."""
    with store.reading_connection() as connection:
        server = read_setting(connection, SERVER)
    return (server["url"], server["token"], server["authority"]) if server else None


def known_place(store: Store) -> tuple[str, str]:
    """The address of the server and the id of the municipality on it; "" where they are not known yet."""
    with store.reading_connection() as connection:
        server = read_setting(connection, SERVER, {})
    return server.get("url", ""), server.get("municipality", "")


def known_authority(store: Store, server: str) -> str:
    """The CA (PEM) this laptop was first connected to this server with; "" for none, or another server."""
    known = enrolled_server(store)
    return known[2] if known and known[0] == server else ""
