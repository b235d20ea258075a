import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton

from hjemmebesok.assets import resource
from hjemmebesok.ui.theme import colour, font, icon, look, px, tap
from hjemmebesok.ui.theme.stylesheet import stylesheet
from hjemmebesok.ui.theme.tokens import DARK, LIGHT, TYPE

# (what is read, what it stands on, the least contrast): 7 for the text one works with, 4.5 for other text, 3 for shapes
PAIRS = [
    ("text", "canvas", 7),
    ("text", "surface", 7),
    ("text", "sunken", 7),
    ("text", "accent_soft", 7),
    ("text", "warn_soft", 7),
    ("text", "bad_soft", 7),
    ("text", "ok_soft", 7),
    ("text", "info_soft", 7),
    ("muted", "canvas", 4.5),
    ("muted", "surface", 4.5),
    ("muted", "sunken", 4.5),
    ("muted", "accent_soft", 4.5),
    ("accent", "surface", 4.5),
    ("accent", "canvas", 4.5),
    ("accent", "accent_soft", 4.5),
    ("on_accent", "accent", 4.5),
    ("on_accent", "accent_hover", 4.5),
    ("nav_text", "nav", 7),
    ("nav_text", "nav_active", 4.5),
    ("nav_on", "nav_active", 7),
    ("nav_edge", "nav", 3),
    ("nav_edge", "nav_active", 3),
    ("control", "surface", 3),
    ("control", "canvas", 3),
    ("focus", "surface", 3),
    ("focus", "canvas", 3),
    ("focus", "sunken", 3),
    ("focus", "accent_soft", 3),
    *[(tone, f"{tone}_soft", 4.5) for tone in ("ok", "warn", "bad", "info")],
    *[(tone, "surface", 4.5) for tone in ("ok", "warn", "bad", "info")],
    *[(tone, "sunken", 4.5) for tone in ("ok", "warn", "bad", "info")],
    *[(tone, "canvas", 4.5) for tone in ("ok", "warn", "bad", "info")],
]


def luminance(hex_colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(hex_colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_what_is_read_stands_out_from_what_it_stands_on(tokens: dict[str, str]) -> None:
    found = {(ink, ground): round(contrast(tokens[ink], tokens[ground]), 2) for ink, ground, _ in PAIRS}
    assert {pair: found[pair] for *pair_, least in PAIRS if found[pair := tuple(pair_)] < least} == {}


def test_light_and_dark_have_the_same_tokens() -> None:
    assert LIGHT.keys() == DARK.keys()


def test_text_grows_fully_and_targets_half_as_fast() -> None:
    look.choose("light", 200)
    assert (px(15), tap(44)) == (30, 66)
    assert font("title").pixelSize() == 2 * TYPE["title"].size


def test_no_text_is_smaller_than_13_px() -> None:
    assert min(kind.size for kind in TYPE.values()) == 13
    sizes = [int(size) for file in resource("style").glob("*.qss") for size in _font_sizes(file.read_text("utf-8"))]
    assert min(sizes) == 13


def _font_sizes(sheet: str) -> list[str]:
    assert not re.search(r"font-size:\s*\d+px", sheet), "a size in px does not follow the text size"
    return re.findall(r"font-size: text\((\d+)\)", sheet)


def test_a_colour_that_is_no_token_is_found_at_once() -> None:
    with pytest.raises(KeyError):
        stylesheet({}, px, tap)


def test_the_style_sheet_holds_no_word_of_ours_when_done() -> None:
    assert not re.search(r"@\w|text\(|tap\(", stylesheet(look.tokens, px, tap))


def test_the_bundled_weights_are_in_use() -> None:
    assert QFontInfo(font("body")).family().startswith("Inter")
    assert QFontInfo(font("display")).weight() > QFontInfo(font("body")).weight()


def test_a_change_of_look_reaches_what_is_open(qapp: QApplication) -> None:
    button = QPushButton("Lagre")
    button.show()
    before = button.sizeHint()
    look.choose("dark", 150)
    assert button.sizeHint().height() > before.height()
    assert colour("text").name().upper() == DARK["text"]
    assert qapp.palette().window().color().name().upper() == DARK["canvas"]


def test_the_systems_colours_are_followed_live() -> None:
    look.choose("system", 100)
    for scheme, tokens in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)):
        system_turns(scheme)
        assert look.tokens is tokens


def test_the_systems_colours_are_not_followed_by_one_who_has_chosen() -> None:
    look.choose("light", 100)
    system_turns(Qt.ColorScheme.Dark)
    assert look.tokens is LIGHT
    system_turns(Qt.ColorScheme.Light)


def system_turns(scheme: Qt.ColorScheme) -> None:
    """What Qt tells when the system does; the screenless platform has no system to turn."""
    QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)


def test_an_icon_takes_the_colour_of_its_token() -> None:
    image = icon("check", "bad", 24).pixmap(24, 24).toImage()
    strongest = max(
        (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())),
        key=lambda seen: seen.alpha(),
    )
    assert strongest.name().upper() == LIGHT["bad"]


def test_an_icon_we_do_not_have_is_an_error() -> None:
    with pytest.raises(OSError, match="no-such-icon"):
        icon("no-such-icon")


def test_fonts_and_icons_carry_their_licence_and_origin() -> None:
    for folder, licence in (("fonts/inter", "OFL.txt"), ("icons", "LICENSE.txt")):
        assert resource(*folder.split("/"), licence).read_text("utf-8").strip()
        assert resource(*folder.split("/"), "ORIGIN.md").read_text("utf-8").strip()
    assert sum(file.stat().st_size for file in resource("fonts", "inter").iterdir()) < 2_000_000
