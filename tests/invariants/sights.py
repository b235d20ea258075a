"""Which changes their authors saw when they wrote over them."""

from collections.abc import Iterator, Mapping, Sequence

from laptops import Laptop
from typed import Typed, said_by

from hjemmebesok.wire.messages import Change

Sight = tuple[Change, str, str]  # who wrote this change saw in this field what that change had written


def all_of(journal: Mapping[str, Change], laptops: Sequence[Laptop]) -> Iterator[Sight]:
    """Every change names those that it is based on. Of what was typed in a form this is believed only where its author
    had seen them when she began, or had written them herself."""
    typed = {laptop.user: laptop.typed for laptop in laptops}
    for change in journal.values():
        for name, id_ in change.base.items():
            if _is_true(journal, typed.get(change.author, Typed()), change, name, id_):
                yield change, name, id_


def _is_true(journal: Mapping[str, Change], typed: Typed, change: Change, name: str, id_: str) -> bool:
    saw = [typed.saw[said] for said in said_by(change.record, change.set) if said in typed.saw]
    known = [versions[name] for versions in saw if name in versions]
    if not known or any(id_ in versions for versions in known):
        return True
    written = journal.get(id_)
    return written is not None and said_by(change.record, {name: written.set.get(name)}) <= typed.saved
