"""What was set aside in the team's cases, as it stands on the page. No Qt."""

from collections.abc import Iterator
from dataclasses import dataclass

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.households import HouseholdCard, household_cards
from hjemmebesok.casework.team_set_aside import SetAsideChange, team_set_aside
from hjemmebesok.domain.phrase import Plural, Words
from hjemmebesok.ui.field_labels import field_label
from hjemmebesok.ui.field_values import field_value
from hjemmebesok.ui.screens.in_step.said import Answer, Refusal, masks, said, whose
from hjemmebesok.ui.screens.team.reasons import leader_reason_words
from hjemmebesok.ui.two_values import written


@dataclass(frozen=True, slots=True)
class Aside:
    """One answer of the server's: changes, newest first, whether there are older ones, and how many none can see."""

    refusals: tuple[Refusal, ...]
    more: bool
    unseen: int


def set_aside_now(desk: Desk, before: str = "") -> Aside:
    """What the server has now, or what it has before the change with this key; for another thread."""
    page = team_set_aside(desk, int(before) if before else None)
    cards = household_cards(desk, sorted({change.case for change in page.changes}))
    refusals = tuple(_refusal(desk, change, cards.get(change.case)) for change in page.changes)
    return Aside(refusals, page.more, page.elsewhere)


def unseen_words(unseen: int) -> Words:
    """So many changes are shown to nobody."""
    return Plural(
        "{n} endring til er satt til side, men kan ikke vises her. IT kan se hvem som skrev den, og hvorfor.",
        "{n} endringer til er satt til side, men kan ikke vises her. IT kan se hvem som skrev dem, og hvorfor.",
        unseen,
    )


def _refusal(desk: Desk, change: SetAsideChange, card: HouseholdCard | None) -> Refusal:
    mask = card is None or masks(card)  # where the household is not here yet, nobody knows that it may be seen
    return Refusal(
        key=str(change.number),
        case=change.case if card else "",
        whose=whose(card, change.kind),
        written=written(change.author, change.at, desk.today()),
        said=tuple(said(change.kind, change.record, change.fields, card, mask=mask)) or tuple(_unnamed(change)),
        reason=leader_reason_words(change.reason),
    )


def _unnamed(change: SetAsideChange) -> Iterator[Answer]:
    """The fields of a kind that has no form of its own, such as a wording: by the names they have in the record."""
    for field, value in change.fields.items():
        yield field_label(change.kind, field), field_value(change.kind, field, value)
