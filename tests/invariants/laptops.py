"""A real store on a laptop with a clock of its own, and the real round over the network in between."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from network import Network
from sqlalchemy import Engine, select
from town import Town
from typed import Typed

from hjemmebesok.casework.desk import Desk, User
from hjemmebesok.casework.leaving import Unsaved, lay_aside_unsaved, unsaved
from hjemmebesok.casework.syncing import after_round
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.followup import FollowUp
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.meeting import Participant
from hjemmebesok.domain.photo import Photo
from hjemmebesok.domain.visit import Visit
from hjemmebesok.store import file_queue, files, outbox, replica, tables
from hjemmebesok.store.codec import from_json
from hjemmebesok.store.conflicts import open_conflicts
from hjemmebesok.store.file_queue import Named
from hjemmebesok.store.settings import write_setting
from hjemmebesok.store.store import Store
from hjemmebesok.store.work import stored, write_record
from hjemmebesok.sync.files import exchange_files
from hjemmebesok.sync.round import RoundReport, run_round
from hjemmebesok.sync.transport import Transport
from hjemmebesok.wire.messages import CHANGES_A_REQUEST, Change, EnrolRequest, EnrolResponse

PASSPHRASE = "fjell om høsten"
SERVER = "http://127.0.0.1:1"

# What is written, by kind: one field of each policy, and one that this version does not know.
KINDS = {kind.kind: kind for kind in (Household, Participant, Visit, FollowUp, Dwelling)}
FIELDS: dict[str, tuple[str, ...]] = {
    "household": ("name", "safety_note", "reserved", "in_a_later_version"),
    "participant": ("note", "form_help", "step"),
    "visit": ("starts", "minutes", "staff", "present"),
    "dwelling": ("address", "postcode", "place", "rooms"),
    "follow_up": ("due", "done_on"),
}


@dataclass(frozen=True)
class Copy:
    """A laptop's folder as it once was, and what its caseworker had made by then."""

    folder: Path
    made: dict[tuple[str, str], Any]
    pictures: dict[str, Named]
    typed: Typed


@dataclass
class Laptop:
    """One caseworker's. `made` are the values she saved: change and field -> value, as long as nothing joined them.
    `pictures` are those she took, by the change that names each; `too_large` are the changes that were found to be.
    `typed` is what she has typed and seen in her forms."""

    folder: Path
    network: Network | None  # None: the real one
    store: Store
    server: str = SERVER
    user: str = ""
    token: str = ""
    name: str = ""
    wrong_by: timedelta = timedelta(0)
    made: dict[tuple[str, str], Any] = field(default_factory=dict)
    pictures: dict[str, Named] = field(default_factory=dict)
    too_large: set[str] = field(default_factory=set)
    typed: Typed = field(default_factory=Typed)
    kept: Copy | None = None
    a_request: int = CHANGES_A_REQUEST

    @classmethod
    def copied(cls, template: Path, folder: Path, network: Network | None, server: str = SERVER) -> "Laptop":
        """A new one, from a store that was made before: it takes no time, and opens with the same key."""
        shutil.copytree(template, folder)
        return cls(folder, network, Store.open(folder, PASSPHRASE), server)

    def enrol(self, code: str) -> None:
        """Show the code."""
        with self._transport() as transport:
            answer = transport.ask("/v1/enrol", EnrolRequest(code, "PC"), EnrolResponse)
        self.user, self.name, self.token = answer.user, answer.user_name, answer.token
        with self.store.writing_connection() as connection:
            write_setting(connection, "user", {"id": answer.user, "name": answer.user_name})

    @property
    def engine(self) -> Engine:
        """What its store works on."""
        return self.store._connections._engine

    @property
    def desk(self) -> Desk:
        """Where its caseworker sits."""
        return Desk(self.store, User(self.user, self.name), "Eksempel kommune", self.now)

    def now(self) -> datetime:
        """What its clock says."""
        return datetime.now(UTC) + self.wrong_by

    def sync(self) -> RoundReport:
        """One round, the files after it, and what follows from it. Raises SyncTrouble."""
        self.note_all_waiting()
        with self._transport() as transport:
            report = run_round(self.store, transport, self.now, a_request=self.a_request)
            exchange_files(self.store, transport)
        after_round(self.desk)
        self.note_all_waiting()
        return report

    def write(self, kind: str, record: str, case: str, fields: dict[str, Any]) -> None:
        """Save these fields of a record."""
        with self.store.work(self.user, self.now()) as work:
            work.set_fields(KINDS[kind], record, case, fields)
        self._note(record)

    def write_in_part(self, kind: str, record: str, case: str, name: str, value: Any) -> None:
        """Save this field of a record alone, as a program does that is older than its group."""
        with self.store.work(self.user, self.now()) as work:
            connection = work.connection
            fields, versions = stored(connection, record)
            base = {name: versions[name]} if name in versions else {}
            edit = outbox.Edit(record, kind, case, {name: value}, base, self.user, self.now().isoformat())
            change = outbox.join_unsent(connection, edit) or outbox.enqueue(connection, edit)
            write_record(connection, kind, record, case, fields | {name: value}, versions | {name: change})
        self._note(record)

    def photograph(self, record: str, case: str, data: bytes) -> None:
        """Take a picture, and save the record that names it."""
        with self.store.work(self.user, self.now()) as work:
            named = Named(case, files.put(work.connection, data))
            fields = {"visit": f"v-{case}", "sha256": named.sha256, "media_type": "image/jpeg", "size": len(data)}
            work.set_fields(Photo, record, case, fields | {"taken_on": "2026-10-12"})
        self._note(record)
        self.pictures |= {id_: named for id_, name in self.made if name == "sha256" and id_ not in self.pictures}

    def remove(self, kind: str, record: str) -> None:
        """Remove a record."""
        with self.store.work(self.user, self.now()) as work:
            work.remove(work.get(KINDS[kind], record))
        self._note(record)

    def settle(self, *, other: bool) -> None:
        """Decide the oldest field with two values."""
        with self.store.work(self.user, self.now()) as work:
            for conflict in open_conflicts(work.connection)[:1]:
                work.settle(conflict, (conflict.other if other else conflict.shown).value)

    def records(self) -> list[Any]:
        """The rows of the records here that are not removed."""
        row = tables.record.c
        with self.store.reading_connection() as connection:
            return list(connection.execute(select(row.id, row.kind, row.case_id).where(row.removed.is_(False))))

    def cases(self) -> set[str]:
        """The cases it holds, as far as it has heard."""
        with self.store.reading_connection() as connection:
            return {held.case for held in replica.held(connection)}

    def files(self) -> tuple[set[Named], set[str]]:
        """The files that its records name, and those of them that have come or were made here."""
        with self.store.reading_connection() as connection:
            named = file_queue.named(connection)
            return named, {each.sha256 for each in named if files.here(connection, each.sha256).whole}

    def waiting(self) -> list[Change]:
        """The changes that wait and were never answered, oldest first."""
        with self.store.reading_connection() as connection:
            return outbox.in_state(connection, "queued", limit=-1)

    def never_sent(self) -> set[str]:
        """The changes that no request could carry, and that are not laid aside."""
        row = tables.outbox.c
        stuck = select(row.id).where(row.state == "needs_you", row.answered_at == "")
        with self.store.reading_connection() as connection:
            return set(connection.execute(stuck).scalars())

    def drafts(self) -> dict[tuple[str, str], Any]:
        """What stands in its forms and is not saved, by form and field."""
        row = tables.draft.c
        with self.store.reading_connection() as connection:
            rows = connection.execute(select(row.record, row.field, row.value)).all()
        return {(record, field): from_json(value) for record, field, value in rows}

    def lay_aside_what_is_not_saved(self) -> list[Unsaved]:
        """She throws away what she had typed in the cases that are leaving; what that was."""
        thrown = unsaved(self.desk)
        for each in thrown:
            lay_aside_unsaved(self.desk, each.form)
            for name in each.typed:
                self.typed.drafts.pop((each.form, name))
        return thrown

    def lay_aside_what_is_too_large(self) -> None:
        """She does without."""
        with self.store.writing_connection() as connection:
            for id_ in self.too_large:
                outbox.lay_aside(connection, id_)
        self.made = {key: value for key, value in self.made.items() if key[0] not in self.too_large}
        self.too_large.clear()

    def unsent(self) -> int:
        """How many changes wait."""
        with self.store.reading_connection() as connection:
            return outbox.count_unsent(connection)

    def start_again(self) -> None:
        """After the process was killed: the file is opened as it was left, with all that was saved by then."""
        self.store._connections.close()
        self.store = Store.open(self.folder, PASSPHRASE)
        self.note_all_waiting()

    def note_all_waiting(self) -> None:
        """What waits to be sent she has made, whether or not she was told that it was saved."""
        for change in self.waiting():
            self.made |= {(change.id, name): value for name, value in change.set.items()}
            self.typed.note_saved(change.record, change.set)

    def keep_a_copy(self) -> None:
        """Copy its folder, with the log beside the file: nothing is under way."""
        folder = self.folder.with_name(f"{self.folder.name} as it was")
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.folder, folder)
        self.kept = Copy(folder, self.made.copy(), self.pictures.copy(), self.typed.copy())

    def put_back(self, copy: Copy, town: Town) -> None:
        """Put its folder back to the copy. What reached the server since then is hers still; of what did not, she has
        what she had then."""
        self.store._connections.close()
        shutil.rmtree(self.folder)
        shutil.copytree(copy.folder, self.folder)
        self.store = Store.open(self.folder, PASSPHRASE)
        journal = town.journal()
        as_then = {key: value for key, value in copy.made.items() if key[0] not in journal}
        arrived = {(id_, name): value for id_, change in journal.items() for name, value in change.set.items()}
        self.made = as_then | {key: value for key, value in self.made.items() if arrived.get(key) == value}
        self.pictures |= copy.pictures
        self.typed.put_back(copy.typed)
        self.too_large = self.never_sent()
        self.forget_what_is_nowhere(town)

    def forget_what_is_nowhere(self, town: Town) -> None:
        """What neither this laptop, put back to a copy, nor the server, put back to one, has any more is lost."""
        journal, received = town.journal(), town.files().keys()
        arrived = told(journal)
        with self.store.reading_connection() as connection:
            here = set(connection.execute(select(tables.outbox.c.id)).scalars())

        def is_somewhere(id_: str, name: str, value: Any) -> bool:
            return id_ in here or (id_ in journal and (journal[id_].record, name, repr(value)) in arrived)

        self.made = {key: value for key, value in self.made.items() if is_somewhere(*key, value)}
        self.pictures = {id_: named for id_, named in self.pictures.items() if id_ in here or named in received}

    def _note(self, record: str) -> None:
        row = tables.outbox.c
        with self.store.reading_connection() as connection:
            kept = (row.record == record, row.state != "laid_aside")  # which comes up where nothing new was said
            newest = select(row.id, row.fields).where(*kept).order_by(row.device_seq.desc())
            found = connection.execute(newest).first()
        if found:
            self.made |= {(found.id, name): value for name, value in from_json(found.fields).items()}

    def _transport(self) -> Transport:
        return Transport(self.server, self.token, through=self.network)


def told(journal: Mapping[str, Change]) -> set[tuple[str, str, str]]:
    """What the changes say of which field of which record."""
    return {(change.record, name, repr(value)) for change in journal.values() for name, value in change.set.items()}
