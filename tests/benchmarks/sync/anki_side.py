"""Anki with its own sync server, both in Rust; runs in an environment of its own. COUNT TARGET PORT ADDRESS."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))  # not our package: it is not installed where Anki is

from anki.collection import AddNoteRequest, Collection
from anki.sync_pb2 import SyncCollectionResponse
from sample import records
from steps import run
from waiting import wait_for

WHOLE = (SyncCollectionResponse.FULL_SYNC, SyncCollectionResponse.FULL_UPLOAD, SyncCollectionResponse.FULL_DOWNLOAD)


class AnkiSide:
    """Two collections of one user. A record is a note; the first time Anki sends or takes the whole file."""

    def __init__(self, folder: Path, address: str, count: int) -> None:
        self._first, self._second = (Collection(str(folder / f"{name}.anki2")) for name in ("first", "second"))
        self._keys = [each.sync_login("u", "p", address) for each in (self._first, self._second)]
        self._made = list(records(count))
        self._round = 0

    def change(self, count: int) -> None:
        """Change so many notes, making them the first time."""
        self._round += 1
        if self._round == 1:
            self._add()
            return
        notes = [self._first.get_note(id_) for id_ in self._first.find_notes("")[:count]]
        for note in notes:
            note["Front"] = f"round {self._round}"
        self._first.update_notes(notes)

    def up(self) -> None:
        """The first collection comes into step."""
        self._sync(self._first, self._keys[0], upload=True)

    def down(self) -> None:
        """The second collection comes into step."""
        self._sync(self._second, self._keys[1], upload=False)

    def check(self, count: int) -> None:
        """Every note is there, and says what it said last."""
        notes = [self._second.get_note(id_) for id_ in self._second.find_notes("")]
        assert len(notes) == count
        assert {note["Front"] for note in notes} == {f"round {self._round}"}

    def _add(self) -> None:
        model, deck = self._first.models.by_name("Basic"), self._first.decks.id("Default")
        requests = []
        for made in self._made:
            note = self._first.new_note(model)
            note["Front"], note["Back"] = "round 1", json.dumps(made)
            requests.append(AddNoteRequest(note, deck))
        self._first.add_notes(requests)

    @staticmethod
    def _sync(collection: Collection, key: object, upload: bool) -> None:
        if collection.sync_collection(key, False).required in WHOLE:
            collection.close_for_full_sync()
            collection.full_upload_or_download(auth=key, server_usn=None, upload=upload)
            collection.reopen(after_full_sync=True)


def main(count: int, port: int, address: str) -> None:
    """Measure with a server on this port."""
    with tempfile.TemporaryDirectory() as folder:
        settings = {"SYNC_USER1": "u:p", "SYNC_BASE": f"{folder}/server", "SYNC_PORT": str(port)}
        settings |= {"SYNC_HOST": "127.0.0.1", "RUST_LOG": "error", "MAX_SYNC_PAYLOAD_MEGS": "500"}
        quiet = subprocess.DEVNULL
        command = [sys.executable, "-m", "anki.syncserver"]
        server = subprocess.Popen(command, env=os.environ | settings, stdout=quiet, stderr=quiet)
        try:
            wait_for(port)
            run(AnkiSide(Path(folder), f"{address}/", count), count)
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[3]), sys.argv[4])
