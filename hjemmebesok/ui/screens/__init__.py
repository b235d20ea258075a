"""The screens: one folder for each thing a caseworker does, with a screen that lays out and a model where it lists.

A new screen is a folder here and its line in SCREENS. What its class owes the window:

  __init__(window: MainWindow)       `window.desk` is the open desk; `window.act(…)` does, `window.go(…)` leads on
  open(key: str)                     only where `window.go(name, key)` is used: show this visit, this meeting …
  refresh(changes: Changes | None)   optional: something changed, now or (None) while out of sight
  ready                              optional: false while what was asked for is still being made
  folds_navigation = True            optional: this screen needs the room; the navigation shows its icons only
  stands_alone = True                optional: this screen is shown to others; there is no navigation beside it

Screens are imported when they are first shown, so that nothing heavy stands before the first paint.
"""

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QWidget

from hjemmebesok.domain.phrase import N_

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow


class Screen(NamedTuple):
    """One screen. One that is `under` another is reached from there, and has no line of its own in the navigation."""

    name: str
    icon: str
    words: str
    place: str  # 'module:Class'
    under: str = ""

    def build(self, window: "MainWindow") -> QWidget:
        """Import and make it."""
        module, _, maker = self.place.partition(":")
        made = getattr(import_module(module), maker)(window)
        assert isinstance(made, QWidget)
        return made


_HERE = "hjemmebesok.ui.screens"

SCREENS = (
    Screen("today", "calendar", N_("I dag"), f"{_HERE}.today.screen:TodayScreen"),
    Screen("visit_plan", "calendar", N_("Nytt besøk"), f"{_HERE}.today.plan_visit:VisitPlanScreen", "today"),
    Screen("visit", "house", N_("Hjemmebesøk"), f"{_HERE}.visit.screen:VisitScreen", "today"),
    Screen("family", "users", N_("Vis til familien"), f"{_HERE}.family.screen:FamilyScreen", "today"),
    Screen("households", "users", N_("Husstander"), f"{_HERE}.households.screen:HouseholdsScreen"),
    Screen("household", "users", N_("Husstand"), f"{_HERE}.households.household:HouseholdScreen", "households"),
    Screen("access", "file-text", N_("Innsyn"), f"{_HERE}.access.screen:AccessScreen", "households"),
    Screen("meetings", "message-circle", N_("Fellesmøter"), f"{_HERE}.meetings.screen:MeetingsScreen"),
    Screen("meeting", "message-circle", N_("Fellesmøte"), f"{_HERE}.meeting.screen:MeetingScreen", "meetings"),
    Screen("meeting_plan", "plus", N_("Nytt fellesmøte"), f"{_HERE}.meetings.plan:MeetingPlanScreen", "meetings"),
    Screen("letter", "file-text", N_("Brev"), f"{_HERE}.letter.screen:LetterScreen"),
    Screen("mailing", "mail", N_("Brev til alle"), f"{_HERE}.mailing.screen:MailingScreen", "letter"),
    Screen("letter_texts", "pen-line", N_("Brevtekster"), f"{_HERE}.letter_texts.screen:LetterTextsScreen", "letter"),
    Screen("settings", "settings", N_("Innstillinger"), f"{_HERE}.settings.screen:SettingsScreen"),
    Screen("register", "download", N_("Les inn leieregisteret"), f"{_HERE}.register.screen:RegisterScreen", "settings"),
    Screen("rules", "scale", N_("Regler og satser"), f"{_HERE}.rules.screen:RulesScreen", "settings"),
    Screen("what_if", "scale", N_("Hva hvis"), f"{_HERE}.what_if.screen:WhatIfScreen", "settings"),
    Screen("team", "users", N_("Saker i teamet"), f"{_HERE}.team.screen:TeamScreen", "settings"),
    Screen("in_step", "refresh-cw", N_("I takt med serveren"), f"{_HERE}.in_step.screen:InStepScreen", "settings"),
)
