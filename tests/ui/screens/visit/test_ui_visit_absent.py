"""What a visit is weighed by may be of a newer version: that is said, and nothing is put in its place."""

from collections.abc import Callable
from dataclasses import replace

from visit_shown import Shown

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.rule_settings import publish_settings
from hjemmebesok.casework.rules_in_use import LEIE_TIL_EIE
from hjemmebesok.domain.rules import RuleSettings


def test_settings_of_a_newer_version_are_said_in_the_panel_and_the_form_goes_on(
    show: Callable[[str], Shown], couple: str, desk: Desk
) -> None:
    screen = show(couple).screen
    panel = screen.frame.panel
    assert panel.absent.isHidden()
    publish_settings(desk, LEIE_TIL_EIE, {"grant_percent": 25}, desk.today(), "Vedtatt.")
    with desk.work() as work:
        (own,) = work.all(RuleSettings)
        work.put(replace(own, values={"of_a_later_version": 1}))
    screen.model.read()
    screen.weigh()
    assert "kan ikke brukes her: Innstillingen «of_a_later_version» finnes ikke." in panel.absent.label.text()
    assert not panel.absent.isHidden() and panel.view.isHidden()
    assert all(button.isHidden() for button in panel.buttons.values())
    with desk.work() as work:
        work.put(own)
    screen.model.read()
    screen.weigh()
    assert panel.absent.isHidden() and not panel.view.isHidden()
