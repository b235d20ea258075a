"""What the incomes come to, and what is not counted among them."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from hjemmebesok.casework.assess import CountedIncome
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets import Flow, Pill, WrapLabel


class IncomeSum(QWidget):
    """'Regnes med 34 000 kr', with a pill for each reason to leave something out."""

    def __init__(self) -> None:
        super().__init__()
        self._left_out = Flow()
        self._pills: list[Pill] = []
        self._total = WrapLabel("", "title")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, SPACE.XS, 0, SPACE.XS)
        row.setSpacing(SPACE.M)
        row.addWidget(self._left_out, 1)
        row.addWidget(WrapLabel(N_("Regnes med"), tone="muted"))
        row.addWidget(self._total)

    def show_income(self, income: CountedIncome) -> None:
        """Show this from now on."""
        self._total.say(Phrase("{amount}", amount=income.total))
        reasons = list(dict.fromkeys(income.left_out.values()))
        while len(self._pills) < len(reasons):
            self._pills.append(Pill("", "muted"))
            self._left_out.add(self._pills[-1])
        for index, pill in enumerate(self._pills):
            pill.setVisible(index < len(reasons))
            if index < len(reasons):
                pill.show_status(reasons[index], "muted")
