"""Who gets the letter, and everyone who does not, with the reason: together they are the whole target group."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from hjemmebesok.casework.mailing_plan import LeftOut, MailingPlan
from hjemmebesok.domain.phrase import N_, Plural, Words
from hjemmebesok.ui.screens.mailing.model import counts, groups, left_out_lines
from hjemmebesok.ui.screens.register.lines import LineList
from hjemmebesok.ui.screens.register.reading import Line
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Card, Flow, Pill, WrapLabel
from hjemmebesok.ui.widgets.fact_list import FactList


class Who(QWidget):
    """The plan as it is now; `failed` are those whose letter could not be made in the run that is just over."""

    def __init__(self, plan: MailingPlan, failed: Sequence[LeftOut], log: Sequence[Line]) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE.M)
        column.addWidget(self._everyone(plan))
        for card in _lists(plan, failed, log):
            column.addWidget(card)

    def _everyone(self, plan: MailingPlan) -> Card:
        card = Card(Plural("{n} husstand i målgruppen", "{n} husstander i målgruppen", plan.everyone))
        facts = FactList()
        card.body.addWidget(Flow(*(Pill(*status) for status in counts(plan))))
        card.body.addWidget(facts)
        facts.show_facts(groups(plan))  # in its place by now: alone it would be a window, and take the keyboard
        return card


def _lists(plan: MailingPlan, failed: Sequence[LeftOut], log: Sequence[Line]) -> Iterator[Card]:
    if failed:
        title = Plural("{n} brev kunne ikke lages", "{n} brev kunne ikke lages", len(failed))
        yield _list_card(title, N_("De andre har fått sitt. Rett dette, og lag brevene en gang til."), failed)
    if plan.left_out:
        title = Plural("{n} husstand er utelatt", "{n} husstander er utelatt", len(plan.left_out))
        yield _list_card(title, N_("Alle andre får brevet eller har fått det."), plan.left_out)
    if log:
        card = Card(N_("Hvem har fått brevet"))
        card.body.addWidget(LineList(log))
        yield card


def _list_card(title: Words, help_text: Words, left_out: Sequence[LeftOut]) -> Card:
    card = Card(title)
    card.body.addWidget(WrapLabel(help_text, tone="muted"))
    card.body.addWidget(LineList(left_out_lines(left_out)))
    return card
