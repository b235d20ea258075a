"""Some pills beside each other; how many there are changes with what they are about."""

from collections.abc import Sequence

from hjemmebesok.ui.widgets.flow import Flow
from hjemmebesok.ui.widgets.pill import Pill
from hjemmebesok.ui.widgets.status import Status


class PillRow(Flow):
    """`show_statuses` replaces them all."""

    def __init__(self) -> None:
        super().__init__()
        self.pills: list[Pill] = []

    def show_statuses(self, statuses: Sequence[Status]) -> None:
        """Show these from now on."""
        while len(self.pills) < len(statuses):
            self.pills.append(Pill("", "muted"))
            self.add(self.pills[-1])
        for pill, status in zip(self.pills, statuses, strict=False):
            pill.show_status(*status)
        for place, pill in enumerate(self.pills):
            pill.setVisible(place < len(statuses))
        self.setVisible(bool(statuses))
