"""The parts every screen is made of: one file each, all reachable by keyboard, named for a screen reader, ≥ 44 px.

Words are bokmål source texts (`N_("…")`), a Phrase or a Plural; they follow the language by themselves. Data such as
names goes through `i18n.plain`. Nearly every part that shows words has `say(words)` to change them.

  Text      WrapLabel(words, kind, tone)   FactLine(icon, words)   Icon(name, token)   Pill(words, tone, icon)
  Boxes     Card(title, ground).body   Hairline()   ScrollPage().body   Flow(*widgets)   ActionBar(*buttons).status
  Buttons   Button(words, kind, icon, shortcut)   IconButton(words, icon)     kinds: primary secondary quiet row nav
  Asking    Field(words, control, help): label, help, control and the sentence about what is wrong
            controls: AmountEdit NumberEdit(smallest, largest, unit) DateEdit TextEdit(example) PassphraseEdit
                      LongText(example) ChoiceBox([(code, words)]) SegmentedChoice([(value, words, icon)]) YesNoChoice
            CheckBox(words) carries its own words; SearchField(words) its own name
  Showing   ComparedBars(rows)   StackBar(parts) with Swatch(part)   StatusLine   SyncBox with SyncState
            ConflictBox([Version, Version]): two values of one field, `chosen` carries the place of the one chosen

From their own files, for lists and pages: columns.Columns(shares, least) folds where it is narrow; agenda.Agenda with
agenda_card.AgendaLine; card_button.CardButton; fact_list.FactList([Fact]); fact_row.FactRow(name) and
editable_row.EditableRow(name, control); pill_row.PillRow([Status]); asking_again.AskingAgain for what cannot be taken
back; time_edit.TimeEdit, moment_fields.MomentFields.

Every control has `value()`, `set_value(value)` (which tells nobody), the signal `edited` at each keystroke or choice,
and `left` when the focus leaves it. `edited` carries what is there now: the typed text of a typed field, else the
value. Typed fields (amount, number, date, text) have `typed()` and `set_typed(text)` for the text as typed, which
is never lost, and `problem()`, a Phrase about a text that gives no value; `Field` shows it when the field is left.

    income = AmountEdit()
    income.edited.connect(self._keep_draft)          # "19 00", "19 000", …
    card.body.addWidget(Field(N_("Livsopphold"), income, N_("Mat, klær, reise, fritid")))
    income.value()                                    # Money, or None

Layouts: margins and gaps are SPACE, and do not grow with the text; sizes are asked from `theme.px` and `theme.tap`.
"""

from hjemmebesok.ui.widgets.action_bar import ActionBar
from hjemmebesok.ui.widgets.amount_edit import AmountEdit
from hjemmebesok.ui.widgets.bars import Part, StackBar, Swatch
from hjemmebesok.ui.widgets.button import Button, IconButton
from hjemmebesok.ui.widgets.card import Card, Hairline
from hjemmebesok.ui.widgets.check_box import CheckBox
from hjemmebesok.ui.widgets.choice_box import ChoiceBox
from hjemmebesok.ui.widgets.compared_bars import ComparedBars
from hjemmebesok.ui.widgets.conflict_box import ConflictBox, Version
from hjemmebesok.ui.widgets.date_edit import DateEdit
from hjemmebesok.ui.widgets.fact_line import FactLine
from hjemmebesok.ui.widgets.field import Field
from hjemmebesok.ui.widgets.flow import Flow, FlowLayout
from hjemmebesok.ui.widgets.icon import Icon
from hjemmebesok.ui.widgets.label import WrapLabel
from hjemmebesok.ui.widgets.long_text import LongText
from hjemmebesok.ui.widgets.number_edit import NumberEdit
from hjemmebesok.ui.widgets.passphrase_edit import PassphraseEdit
from hjemmebesok.ui.widgets.pill import Pill
from hjemmebesok.ui.widgets.scroll_page import ScrollPage
from hjemmebesok.ui.widgets.search_field import SearchField
from hjemmebesok.ui.widgets.segmented_choice import SegmentedChoice, YesNoChoice
from hjemmebesok.ui.widgets.status_line import StatusLine
from hjemmebesok.ui.widgets.sync_box import SyncBox
from hjemmebesok.ui.widgets.sync_state import SyncState
from hjemmebesok.ui.widgets.text_edit import TextEdit

__all__ = [
    "ActionBar",
    "AmountEdit",
    "Button",
    "Card",
    "CheckBox",
    "ChoiceBox",
    "ComparedBars",
    "ConflictBox",
    "DateEdit",
    "FactLine",
    "Field",
    "Flow",
    "FlowLayout",
    "Hairline",
    "Icon",
    "IconButton",
    "LongText",
    "NumberEdit",
    "Part",
    "PassphraseEdit",
    "Pill",
    "ScrollPage",
    "SearchField",
    "SegmentedChoice",
    "StackBar",
    "StatusLine",
    "Swatch",
    "SyncBox",
    "SyncState",
    "TextEdit",
    "Version",
    "WrapLabel",
    "YesNoChoice",
]
