"""A comparison in words. No Qt."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import household_cards
from hjemmebesok.casework.proposal import differences
from hjemmebesok.casework.whatif import Explained, WhatIf, explain
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Words
from hjemmebesok.eligibility.condition import OUTCOME_WORDS, Outcome
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.visit.looks import LOOKS
from hjemmebesok.ui.widgets.status import Status

Way = tuple[Outcome, Outcome]  # from what to what, as a whole


@dataclass(frozen=True, slots=True)
class Moved:
    """A household that moves: its id and name, its answer before and after, and why."""

    household: str
    name: Words
    before: Status
    after: Status
    why: tuple[Words, ...]


def headline(found: WhatIf) -> Words:
    """How many get another answer, of how many."""
    n, of = len(found.comparison.changed), found.comparison.households
    if not of:
        return N_("Ingen husstander er kartlagt ennå")
    if not n:
        return Plural("Ingen av {n} husstand får et annet svar", "Ingen av {n} husstander får et annet svar", of)
    return Plural("{n} av {of} husstander får et annet svar", "{n} av {of} husstander får et annet svar", n, of=of)


def proposal(found: WhatIf) -> list[Words]:
    """What the proposal changes, a line for each setting."""
    return list(differences(found.a, found.b)) or [N_("Forslaget er likt reglene som gjelder.")]


def ways(found: WhatIf) -> list[tuple[Way, int]]:
    """From what to what they move, and how many; most of them first."""
    counted = Counter(mover.whole for mover in found.comparison.changed)
    return sorted(counted.items(), key=lambda each: (-each[1], each[0]))


def way_words(way: Way, n: int) -> Words:
    """'OK → Skjønn: 12 husstander'; of those whose whole answer stays, that a part of it does not."""
    households = Plural("{n} husstand", "{n} husstander", n)
    before, after = (Phrase(OUTCOME_WORDS[outcome]) for outcome in way)
    if way[0] is way[1]:
        return Phrase("Fortsatt {after}, men av andre grunner: {households}", after=after, households=households)
    return Phrase("{before} → {after}: {households}", before=before, after=after, households=households)


def sums(found: WhatIf) -> list[Words]:
    """What the loans come to under the rules in use, and under the proposal."""
    sides = ((N_("Nå"), found.comparison.a), (N_("Med forslaget"), found.comparison.b))
    return [
        Plural(
            "{side}: {n} husstand kan låne {loans} i alt. Resten de trenger, er {gaps}.",
            "{side}: {n} husstander kan låne {loans} i alt. Resten de trenger, er {gaps}.",
            side.borrowers,
            side=Phrase(name),
            loans=side.loans.to_whole_kroner,
            gaps=side.gaps.to_whole_kroner,
        )
        for name, side in sides
    ]


def moved(desk: Desk, found: WhatIf, way: Way | None, first: int, n: int) -> tuple[list[Moved], int]:
    """So many of those who move this way (None: any way), from the first; and how many there are of them."""
    those = [mover for mover in found.comparison.changed if way in (None, mover.whole)]
    explained = explain(desk, found, those[first : first + n])
    names = household_cards(desk, [each.household for each in explained])
    told = [_moved(each, names[each.household].household.name) for each in explained if each.household in names]
    return told, len(those)


def _moved(each: Explained, name: str) -> Moved:
    before, after = each.mover.whole
    return Moved(each.household, plain(name), _status(before), _status(after), _why(each))


def _why(each: Explained) -> tuple[Words, ...]:
    """The reasons under the proposal, of the conditions that move."""
    return tuple(dict.fromkeys(finding.reason for finding in each.b))


def _status(outcome: Outcome) -> Status:
    return Status(OUTCOME_WORDS[outcome], *LOOKS[outcome])


def said(moved: Moved) -> Words:
    """The whole line, for a screen reader."""
    before, after = (_phrase(each.words) for each in (moved.before, moved.after))
    return Phrase("{name}: {before} → {after}", name=_phrase(moved.name), before=before, after=after)


def _phrase(words: Words) -> object:
    return Phrase(words) if isinstance(words, str) else words


def reasons(moved: Moved) -> Sequence[Words]:
    """At most three, so that a list stays one."""
    return moved.why[:3]
