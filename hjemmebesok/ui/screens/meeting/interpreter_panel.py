"""Who interprets at the meeting. Never a child (tolkeloven § 4)."""

from hjemmebesok.domain.interpreter import Interpreter
from hjemmebesok.domain.meeting import Meeting
from hjemmebesok.domain.phrase import N_
from hjemmebesok.ui.screens.visit.interpreter_form import InterpreterForm
from hjemmebesok.ui.screens.visit.who import Who
from hjemmebesok.ui.widgets.card import Card
from hjemmebesok.ui.widgets.check_box import CheckBox


class InterpreterPanel(Card):
    """Shows what is noted, and reads what stands there when asked."""

    def __init__(self) -> None:
        super().__init__(N_("Tolk på møtet"))
        self.booked = CheckBox(N_("Tolk er bestilt"))
        self.there = CheckBox(N_("Tolken er her"))
        self.form = InterpreterForm()
        for widget in (self.booked, self.there, self.form):
            self.body.addWidget(widget)
        self.there.edited.connect(self.form.setVisible)

    def show_interpreter(self, meeting: Meeting) -> None:
        """Show what is noted about this meeting."""
        self.booked.set_value(meeting.interpreter_booked)
        self.there.set_value(meeting.interpreter is not None)
        self.form.setVisible(meeting.interpreter is not None)
        self.form.show_who(_who(meeting.interpreter))

    def interpreter(self, language: str) -> Interpreter | None:
        """Who stands there, for this language; None where nobody is here. Raises Refused where it is not filled in."""
        return Who(interpreted=self.there.value(), **self.form.values()).interpreter(language)


def _who(there: Interpreter | None) -> Who:
    if there is None:
        return Who()
    return Who(name=there.name, category=there.category, reason=there.reason, attends=there.attends.value)
