"""Every part of the visit, at the smallest window, in every language, size and colour."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from visit_shown import Shown, choose

from hjemmebesok.domain.kartlegging import SECTIONS

Show = Callable[[str], Shown]


@pytest.mark.parametrize("section", [section.id for section in SECTIONS])
def test_every_section_can_be_read_and_used(
    show: Show, couple: str, section: str, check_screen: Callable[[QWidget], None]
) -> None:
    shown = show(couple)
    form = shown.form(section)
    if section == "consent":
        choose(shown.screen.pages.presence.interpreted, True)
        choose(shown.screen.pages.presence.interpreter.category, "")
    if section == "summary":
        rows = form.lists["summary.steps"]
        rows.add.click()
        choose(next(iter(rows.rows.values())).cells["step"], "pay_slips")
    check_screen(shown.window)


def test_the_panel_open_over_the_form_can_be_read_and_used(
    show: Show, couple: str, check_screen: Callable[[QWidget], None]
) -> None:
    shown = show(couple)
    shown.window.resize(1024, 600)
    shown.screen.frame.strip.click()
    for row in shown.screen.frame.panel.rows.values():
        row._details.show()
    check_screen(shown.window)
