import gc
import sys
import weakref

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QLineEdit, QPushButton

from hjemmebesok.domain.phrase import N_, Phrase, Plural
from hjemmebesok.ui import moment
from hjemmebesok.ui.i18n import bind, plain, say, speech


def test_texts_names_and_tooltips_follow_the_language_live(marked: None) -> None:
    words = N_("Språk")
    label, field = QLabel(), QLineEdit()
    bind(label, QLabel.setText, words)
    bind(field, QLineEdit.setAccessibleName, words)
    bind(field, QLineEdit.setToolTip, words)
    for code in ("en", "tr", "nb"):
        speech.choose(code)
        assert {label.text(), field.accessibleName(), field.toolTip()} == {f"{code}:Språk"}


def test_a_plural_and_a_phrase_follow_too(marked: None) -> None:
    label = QLabel()
    bind(label, QLabel.setText, Plural("{n} endring ikke sendt", "{n} endringer ikke sendt", 2))
    speech.choose("tr")
    assert label.text() == "tr:2 endringer ikke sendt"


def test_binding_again_replaces_the_words(marked: None) -> None:
    label = QLabel()
    bind(label, QLabel.setText, N_("Lås"))
    bind(label, QLabel.setText, plain("Kari"))
    bind(label, QLabel.setText, N_("Lås opp"))
    speech.choose("en")
    assert label.text() == "en:Lås opp"


def test_a_name_that_looks_like_a_word_is_not_translated(marked: None) -> None:
    speech.choose("en")
    assert say(N_("Lås opp")) == "en:Lås opp"
    assert say(plain("Lås opp")) == "Lås opp"


def test_a_widget_that_is_gone_is_forgotten() -> None:
    label = QLabel()
    bind(label, QLabel.setText, N_("Lås"))
    gone = weakref.ref(label)
    del label
    gc.collect()
    assert gone() is None
    speech.choose("en")


def test_a_widget_deleted_by_qt_is_left_alone() -> None:
    parent, child = QLabel(), QLabel()
    child.setParent(parent)
    bind(child, QLabel.setText, N_("Lås"))
    parent.setParent(None)
    del parent
    gc.collect()
    speech.choose("en")  # would raise if the dead one were touched


@pytest.mark.parametrize(("code", "cancel"), [("nb", "Avbryt"), ("en", "Cancel"), ("tr", "İptal")])
def test_qts_own_words_are_in_the_language_of_the_screen(code: str, cancel: str) -> None:
    speech.choose(code)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.buttons()[0].text().replace("&", "") == cancel


def test_the_menu_of_a_field_speaks_bokmal() -> None:
    field = QLineEdit("tekst")
    menu = field.createStandardContextMenu()
    texts = [action.text().partition("\t")[0].replace("&", "") for action in menu.actions() if action.text()]
    assert texts == ["Angre", "Gjør om", "Klipp ut", "Kopier", "Lim inn", "Slett", "Marker alt"]


def test_a_moment_is_written_without_babel_as_the_reader_writes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    from datetime import datetime

    at = datetime(2026, 10, 9, 15, 42).astimezone()
    written = {}
    for code in ("nb", "en", "tr"):
        speech.choose(code)
        written[code] = moment.long_moment(at)
    assert written == {
        "nb": "fredag 9. oktober kl. 15:42",
        "en": "Friday 9 October 15:42",
        "tr": "9 Ekim Cuma 15:42",
    }


def test_no_call_into_qt_loses_a_reference_to_none() -> None:
    button = QPushButton()
    button.setText("x")
    before = sys.getrefcount(None)
    for count in range(400):
        button.setText(str(count))
    assert sys.getrefcount(None) > before - 100, "this PySide6 drops None; the process will abort in real use"


def test_all_that_is_said_in_phrases_can_hold_braces_of_data() -> None:
    assert say(plain("{ikke et felt}")) == "{ikke et felt}"
    assert say(Phrase("{name} kommer", name="{x}")) == "{x} kommer"
