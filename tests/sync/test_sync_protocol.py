"""A server that speaks another protocol than the program: one clear sentence, and nothing of what waits is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from municipality import PLACE, running_server
from test_sync_files import photo_of

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.syncing import enrol, sync_now, sync_status
from hjemmebesok.server import admin
from hjemmebesok.sync import round as rounds
from hjemmebesok.sync import transport
from hjemmebesok.sync.trouble import SyncTrouble, Trouble
from hjemmebesok.wire.messages import PROTOCOL


def set_protocol(monkeypatch: pytest.MonkeyPatch, protocol: int) -> None:
    """Let the program be of another version."""
    monkeypatch.setattr(rounds, "PROTOCOL", protocol)
    monkeypatch.setattr(transport, "PROTOCOL", protocol)


@pytest.mark.parametrize(
    ("program", "server", "trouble"),
    [
        (PROTOCOL, PROTOCOL + 1, Trouble.TOO_OLD),
        (PROTOCOL + 1, PROTOCOL, Trouble.SERVER_TOO_OLD),
    ],
)
def test_what_waits_is_kept_until_both_speak_the_same(
    tmp_path: Path, new_desk: Callable[[str], Desk], monkeypatch: pytest.MonkeyPatch, program: int, server: int,
    trouble: Trouble,
) -> None:  # fmt: skip
    set_protocol(monkeypatch, program)
    with running_server(tmp_path, server) as municipality:
        admin.create_municipality(municipality.database, PLACE, "Eksempel kommune")
        kari = enrol(new_desk("Kari"), municipality.address, municipality.code(municipality.user("Kari Nordmann")))
        photo_of(kari, b"et bilde")
        before = sync_status(kari)
        assert (before.unsent, before.files_unsent) == (2, 1)
        for _ in range(2):
            with pytest.raises(SyncTrouble) as refused:
                sync_now(kari)
            assert refused.value.trouble is trouble
            assert sync_status(kari) == before
        set_protocol(monkeypatch, server)
        assert sync_now(kari).sent == 2
        assert (sync_status(kari).unsent, sync_status(kari).files_unsent) == (0, 0)
