"""The promises of coming into step, by a machine that does whatever comes to mind with laptops, network and server.

Real stores, the real application, SQLite and PostgreSQL. `SOAK_STEPS` in the environment asks for more of it.
"""

import asyncio
import itertools
import shutil
import tempfile
from contextlib import suppress
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import proof
import proof_of_forms
from desks import PICK, SELDOM, WHO
from filling import full_after
from forms import Forms
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule, run_state_machine_as_test
from killing import Killed, killed_after
from laptops import FIELDS, Laptop
from network import FAULTS, Network
from steps import STEPS
from town import Rows, Town
from values import a_value, mark

from hjemmebesok.domain.phrase import Refused
from hjemmebesok.server import pull
from hjemmebesok.server.app import create_app
from hjemmebesok.server.database import Database
from hjemmebesok.server.directory import Directory
from hjemmebesok.server.limits import Limits, Rate
from hjemmebesok.store import sending
from hjemmebesok.store.sending import BYTES_A_REQUEST
from hjemmebesok.sync.trouble import SyncTrouble
from hjemmebesok.wire.messages import RECORDS_A_RESPONSE

STEPS_AT_A_TIME = 50
STEPS_TO_REST = 30  # so many at least from one rest to the next: what is wrong must have time to grow
_towns = itertools.count(1)

PAGES = st.integers(0, 3)
FEW = st.integers(0, 3)
AT_ONCE = st.sampled_from([1, 2, 5, 1_000])
SIZES = st.sampled_from([1, 300, BYTES_A_REQUEST])
TROUBLE = st.sampled_from(["", "", "", *FAULTS])


class Office(Forms):
    """Three laptops and one server, in a municipality of its own."""

    database: Database
    template: Path

    def __init__(self) -> None:
        super().__init__()
        number = next(_towns)
        self.folder = Path(tempfile.mkdtemp(prefix="hjemmebesok-"))
        self.loop = asyncio.new_event_loop()
        self.town = Town.founded(self.database, f"town{number}")
        self.strangers = Town.founded(self.database, f"other{number}")
        often = Rate(1e9, 1e9)
        app = create_app(Directory(self.database), limits=Limits(often, often))
        self.laptops = [self._laptop(app, self.town, name) for name in ("Kari", "Ola", "Ada")]
        self.stranger = self._laptop(app, self.strangers, "Fremmed")
        self.numbers = itertools.count(1)
        self.kept: Rows | None = None
        self.steps = 0
        self.new_household(0)
        self.start_a_visit(0, 0)
        self.laptops[0].sync()
        self.share(0)
        for laptop in self.laptops[1:]:
            laptop.sync()

    def _laptop(self, app: Any, town: Town, name: str) -> Laptop:
        network = Network(app, self.loop, lambda _, content: proof.tells_nothing_restricted(town, content))
        laptop = Laptop.copied(self.template, self.folder / name, network)
        laptop.enrol(town.code(f"{name} Eksempel"))
        return laptop

    # What caseworkers do

    @rule(who=WHO)
    def new_household(self, who: int) -> None:
        case = f"case{next(self.numbers)}"
        laptop = self.laptops[who]
        laptop.write("household", case, case, {"name": mark(case), "protection": "none", "safety_note": ""})
        laptop.write("participant", f"p-{case}", case, {"meeting": "m", "note": "en\nto\ntre", "form_help": []})
        visit = {"starts": "2026-10-12T10:30:00", "minutes": 60, "status": "planned", "staff": []}
        laptop.write("visit", f"v-{case}", case, visit)
        laptop.write("follow_up", f"f-{case}", case, {"step": "apply"})
        home = {"address": mark(case), "unit": "", "postcode": "0000", "place": "Eksempel"}
        laptop.write("dwelling", f"d-{case}", case, home)

    @rule(pick=PICK)
    def all_write_to_one_record_and_send_it(self, pick: int) -> None:
        for who, _ in enumerate(self.laptops):
            self.write(who, pick)
        for laptop in self.laptops:
            self._sync(laptop)

    @rule(who=WHO, pick=PICK)
    def write(self, who: int, pick: int) -> None:
        laptop, row = self._record(who, pick)
        if row:
            names = FIELDS[row.kind]
            name = names[pick % len(names)]
            laptop.write(row.kind, row.id, row.case_id, {name: a_value(name, row.case_id, next(self.numbers), pick)})

    @rule(who=WHO, pick=PICK)
    def write_while_the_answer_comes(self, who: int, pick: int) -> None:
        self.laptops[who].network.meanwhile = lambda: self.write(who, pick)
        self._sync(self.laptops[who])

    @rule(who=WHO, pick=PICK)
    def remove(self, who: int, pick: int) -> None:
        laptop, row = self._record(who, pick, "follow_up")
        if row:
            laptop.remove(row.kind, row.id)

    @rule(who=WHO, pick=PICK)
    def photograph(self, who: int, pick: int) -> None:
        laptop, row = self._record(who, pick, "visit")
        if row:
            number = next(self.numbers)
            laptop.photograph(f"photo{number}", row.case_id, f"bilde {mark(row.case_id)} {number}".encode())

    @rule(who=WHO, pick=PICK)
    def close_visit(self, who: int, pick: int) -> None:
        laptop, row = self._record(who, pick, "visit")
        if row:
            laptop.write("visit", row.id, row.case_id, {"status": "closed"})

    @rule(who=WHO, other=st.booleans())
    def settle(self, who: int, other: bool) -> None:
        self.laptops[who].settle(other=other)

    @rule(pick=PICK)
    def a_stranger_writes_under_the_same_names(self, pick: int) -> None:
        _, row = self._record(0, pick)
        if row:
            self.stranger.write(row.kind, row.id, row.case_id, {"name": "fremmed"})
            self._sync(self.stranger)

    # What the network, the machines and IT do

    @rule(who=WHO, trouble=TROUBLE, after=FEW)
    def sync(self, who: int, trouble: str, after: int) -> None:
        self.laptops[who].network.fault, self.laptops[who].network.passes = trouble, after
        self._sync(self.laptops[who])

    @rule(changes=AT_ONCE, records=AT_ONCE, size=SIZES)
    def go_in_small_steps(self, changes: int, records: int, size: int) -> None:
        """Then a round has many questions, and the next is asked while an answer is stored."""
        pull.RECORDS_A_RESPONSE, sending.BYTES_A_REQUEST = records, size
        for laptop in self.laptops:
            laptop.a_request = changes

    @rule(who=WHO, statements=st.integers(0, 60))
    def kill_the_laptop(self, who: int, statements: int) -> None:
        laptop = self.laptops[who]
        with suppress(Killed, SyncTrouble), killed_after(laptop.engine, statements):
            laptop.sync()
        laptop.start_again()

    @rule(who=WHO, pick=PICK, statements=st.integers(0, 10))
    def kill_the_laptop_while_saving(self, who: int, pick: int, statements: int) -> None:
        with suppress(Killed), killed_after(self.laptops[who].engine, statements):
            self.write(who, pick)
        self.laptops[who].start_again()

    @rule(who=WHO, statements=st.integers(0, 25))
    def kill_the_server(self, who: int, statements: int) -> None:
        network = self.laptops[who].network
        network.around = lambda: killed_after(self.database.engine, statements)
        self._sync(self.laptops[who])

    @rule(who=WHO, pages=PAGES)
    def fill_the_disk_of_the_laptop(self, who: int, pages: int) -> None:
        with suppress(Refused), full_after(self.laptops[who].engine, pages):
            self.laptops[who].sync()

    @rule(who=WHO, pick=PICK, pages=PAGES)
    def fill_the_disk_of_the_laptop_while_saving(self, who: int, pick: int, pages: int) -> None:
        with suppress(Refused), full_after(self.laptops[who].engine, pages):
            self.new_household(who) if pick % 2 else self.write(who, pick)

    @rule(who=WHO, pages=PAGES)
    @precondition(lambda self: self.database.engine.dialect.name == "sqlite")
    def fill_the_disk_of_the_server(self, who: int, pages: int) -> None:
        network = self.laptops[who].network
        network.around = lambda: full_after(self.database.engine, pages)
        self._sync(self.laptops[who])

    @rule(who=WHO, pick=PICK)
    def two_rounds_at_once(self, who: int, pick: int) -> None:
        """The window's and the terminal's: what was asked for first comes once the other is done."""
        laptop, other = self.laptops[who], (who + 1) % len(self.laptops)

        def another_round() -> None:
            self.write(other, pick)
            self._sync(self.laptops[other])
            self.grant(who, pick)
            self._sync(laptop)

        self.write(who, pick)
        laptop.network.meanwhile = another_round
        if self._sync(laptop) and not laptop.too_large:
            proof.all_hold_the_same(self.town, [laptop])

    @rule(who=WHO, years=st.integers(-10, 10))
    def set_the_clock(self, who: int, years: int) -> None:
        self.laptops[who].wrong_by = timedelta(days=365 * years)

    @rule(who=WHO, pick=PICK)
    def grant(self, who: int, pick: int) -> None:
        cases = sorted(self.town.holders())
        if cases and self.town.is_open(self.laptops[who].user):
            self.town.grant(cases[pick % len(cases)], self.laptops[who].user)

    @rule(pick=PICK)
    def share(self, pick: int) -> None:
        for who in range(len(self.laptops)):
            self.grant(who, pick)

    @rule(who=WHO, pick=PICK)
    def revoke(self, who: int, pick: int) -> None:
        held = sorted(case for case, users in self.town.holders().items() if self.laptops[who].user in users)
        if held:
            self.town.revoke(held[pick % len(held)], self.laptops[who].user)

    @rule(who=WHO, step=st.integers(1, 2), pick=PICK)
    def hand_over(self, who: int, step: int, pick: int) -> None:
        giver, taker = self.laptops[who], self.laptops[(who + step) % len(self.laptops)]
        if self.town.is_open(taker.user) and not pick % SELDOM:
            self.write(who, pick)  # goes with the case
            self.town.hand_over(giver.user, taker.user)

    @rule(who=WHO, pick=PICK)
    def close_and_open_a_user(self, who: int, pick: int) -> None:
        user = self.laptops[who].user
        if not self.town.is_open(user):
            self.town.open(user)
        elif not pick % SELDOM:
            self.town.close(user)

    @rule(who=WHO, pick=PICK)
    def protect(self, who: int, pick: int) -> None:
        laptop, row = self._record(who, pick, "household")
        if row and not pick % SELDOM:
            laptop.write(row.kind, row.id, row.case_id, {"protection": "strengt_fortrolig"})

    @rule(who=WHO, pick=PICK)
    def keep_a_copy_of_the_laptop(self, who: int, pick: int) -> None:
        self.write(who, pick)
        self.laptops[who].keep_a_copy()
        self._sync(self.laptops[who])  # which the copy does not know of

    @rule(pick=PICK, server_too=st.booleans())
    @precondition(lambda self: any(laptop.kept for laptop in self.laptops))
    def put_the_laptop_back(self, pick: int, server_too: bool) -> None:
        """Its caseworker goes on with what she was at; the server may be put back after that too."""
        copies = [(who, laptop, laptop.kept) for who, laptop in enumerate(self.laptops) if laptop.kept]
        who, laptop, copy = copies[pick % len(copies)]
        self.keep_a_copy_of_the_server()
        laptop.put_back(copy, self.town)
        for change in [each for each in laptop.waiting() if each.kind in FIELDS][-1:]:
            known = [name for name in change.set if name in FIELDS[change.kind]]
            fields = {name: a_value(name, change.case, next(self.numbers), pick) for name in known}
            laptop.write(change.kind, change.record, change.case, fields)
        if server_too:
            self.new_household(who)
            self._sync(laptop)
            self.restore_the_server()

    @rule()
    def keep_a_copy_of_the_server(self) -> None:
        self.kept = self.town.copy()

    @rule()
    @precondition(lambda self: self.kept)
    def restore_the_server(self) -> None:
        assert self.kept
        self.town.restore(self.kept)
        for laptop in self.laptops:
            laptop.network.carried.clear()
            laptop.forget_what_is_nowhere(self.town)

    @rule(who=WHO, after=FEW)
    @precondition(lambda self: self.kept)
    def restore_the_server_during_a_round(self, who: int, after: int) -> None:
        network = self.laptops[who].network
        network.passes, network.meanwhile = after, self.restore_the_server
        self._sync(self.laptops[who])
        self.laptops[who].forget_what_is_nowhere(self.town)  # the old server may have said that it is safe

    @rule(who=WHO, pick=PICK, refused_first=st.booleans())
    def restore_a_server_that_answers_otherwise(self, who: int, pick: int, refused_first: bool) -> None:
        """The last change of a laptop was refused, and is taken the second time, or the other way round."""
        laptop, other = self.laptops[who], self.laptops[(who + 1) % len(self.laptops)]
        in_step = self._sync(laptop) and self._sync(other)
        shared = [row for row in laptop.records() if row.kind == "visit" and row in other.records()]
        if not in_step or not shared:
            return
        close = partial(self._tell, other, shared[pick % len(shared)], {"status": "closed"})
        write = partial(self._tell, laptop, shared[pick % len(shared)], {"minutes": pick})
        self.keep_a_copy_of_the_server()
        restore = self.restore_the_server
        for deed in (close, write, restore) if refused_first else (write, restore, close):
            deed()
        self._sync(laptop)

    # What must be true

    @invariant()
    def what_is_unsent_shows(self) -> None:
        self.steps += 1
        for laptop in self.laptops:
            proof.unsent_values_show(laptop)
            proof_of_forms.drafts_are_there(laptop)

    @rule()
    @precondition(lambda self: self.steps > STEPS_TO_REST)
    def come_to_rest(self) -> None:
        self.steps = 0
        for laptop in self.laptops:
            self.town.open(laptop.user)
            proof.what_is_too_large_is_here(laptop)
            laptop.lay_aside_what_is_too_large()
        for laptop in [*self.laptops, *self.laptops]:
            laptop.sync()  # without a fault there is no trouble
        for laptop in self.laptops:
            proof_of_forms.only_what_cannot_be_saved_is_left(laptop.lay_aside_what_is_not_saved())
        for laptop in [*self.laptops, *self.laptops]:
            laptop.sync()
        proof.journal_is_whole(self.town)
        proof.acknowledged_are_there(self.town, self.laptops)
        proof.nothing_is_lost(self.town, self.laptops)
        proof.no_group_is_mixed(self.town)
        proof.files_are_safe(self.town, self.laptops)
        proof.all_hold_the_same(self.town, self.laptops)
        proof_of_forms.nothing_is_sent_before_it_is_saved(self.town, self.laptops)
        proof_of_forms.what_was_not_seen_is_told(self.town, self.laptops)
        for laptop in self.laptops:
            assert laptop.unsent() == 0
            assert laptop.sync().requests == 1
            proof.left_no_byte(laptop, {mark(case) for case in self.town.holders() if case not in laptop.cases()})
        self._send_all_again()

    def _send_all_again(self) -> None:
        """I4: what was sent before changes nothing when it is sent again."""
        head = self.town.head()
        for laptop in self.laptops:
            for request, body in laptop.network.carried:
                laptop.network.deliver(request, body)
        assert self.town.head() == head

    def teardown(self) -> None:
        try:
            self.come_to_rest()
            proof.journal_is_whole(self.strangers)
            named = {record.fields.get("name", "fremmed") for record in self.strangers.records().values()}
            assert named <= {"fremmed"}  # I12
        finally:
            for laptop in (*self.laptops, self.stranger):
                laptop.store.close()
            self.loop.close()
            shutil.rmtree(self.folder)
            pull.RECORDS_A_RESPONSE, sending.BYTES_A_REQUEST = RECORDS_A_RESPONSE, BYTES_A_REQUEST

    def _tell(self, laptop: Laptop, row: Any, fields: dict[str, Any]) -> None:
        laptop.write(row.kind, row.id, row.case_id, fields)
        self._sync(laptop)


def test_whatever_happens_nothing_is_lost_and_all_come_to_agree(database_url: str, template: Path) -> None:
    database = Database.open(database_url)
    machine = type("Office", (Office,), {"database": database, "template": template})
    share = 1 / 4 if database_url.startswith("postgresql") else 3 / 4  # which takes three times as long a step
    runs = max(1, round(STEPS * share) // STEPS_AT_A_TIME)
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=runs, stateful_step_count=STEPS_AT_A_TIME, deadline=None, print_blob=True,
            suppress_health_check=list(HealthCheck), phases=(Phase.generate,),
        ),
    )  # fmt: skip
    database.close()
