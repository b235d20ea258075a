"""One line above every page, as long as she may only read."""

from PySide6.QtWidgets import QFrame, QHBoxLayout

from hjemmebesok.ui.theme import SPACE
from hjemmebesok.ui.widgets.fact_line import FactLine


class ReadsOnly(QFrame):
    """Hidden until she may not write."""

    def __init__(self) -> None:
        from hjemmebesok.casework.writing import ONLY_READS  # brings the store, for which the first paint does not wait

        super().__init__()
        self.setProperty("notice", "info")
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE.XL, SPACE.S, SPACE.L, SPACE.S)
        row.addWidget(FactLine("eye", ONLY_READS, icon_tone="info"))
        self.hide()
