"""The design tokens: every colour and size of the screen, by the name of its use."""

from types import MappingProxyType
from typing import NamedTuple

LIGHT = MappingProxyType(
    {
        "canvas": "#F6F4EF",
        "surface": "#FFFFFF",
        "sunken": "#EFECE5",
        "hairline": "#DCD7CC",
        "control": "#7C7768",
        "text": "#1C2422",
        "muted": "#54605C",
        "accent": "#0E5E5B",
        "accent_hover": "#0A4A48",
        "on_accent": "#FFFFFF",
        "accent_soft": "#DDEEEB",
        "nav": "#10302F",
        "nav_text": "#DCE9E6",
        "nav_active": "#1E4C4A",
        "nav_on": "#FFFFFF",
        "nav_edge": "#F2B544",
        "focus": "#B14A00",
        "ok": "#17663A",
        "ok_soft": "#E1F2E6",
        "warn": "#744600",
        "warn_soft": "#FFEFCC",
        "bad": "#A11D2F",
        "bad_soft": "#FCE6E7",
        "info": "#1B4F8A",
        "info_soft": "#E4EEF9",
    }
)
DARK = MappingProxyType(
    {
        "canvas": "#121817",
        "surface": "#1B2322",
        "sunken": "#232C2B",
        "hairline": "#36423F",
        "control": "#83908C",
        "text": "#ECF0EE",
        "muted": "#AAB6B2",
        "accent": "#72CCC3",
        "accent_hover": "#93DAD3",
        "on_accent": "#06211F",
        "accent_soft": "#1D3B39",
        "nav": "#0B1413",
        "nav_text": "#C6D3CF",
        "nav_active": "#1F3A38",
        "nav_on": "#FFFFFF",
        "nav_edge": "#F2B544",
        "focus": "#FFB066",
        "ok": "#8ED9A8",
        "ok_soft": "#17301F",
        "warn": "#F5C76B",
        "warn_soft": "#362A10",
        "bad": "#FF9DA3",
        "bad_soft": "#3B1B1F",
        "info": "#9CC6F5",
        "info_soft": "#172B42",
    }
)


class Type(NamedTuple):
    """One style of text: size in px at 100 %, and weight."""

    size: int
    weight: int


TYPE = MappingProxyType(
    {
        "hero": Type(40, 700),
        "display": Type(28, 700),
        "title": Type(20, 600),
        "section": Type(17, 600),
        "body": Type(15, 400),
        "label": Type(15, 600),
        "small": Type(13, 400),  # never smaller
        "pill": Type(13, 600),
    }
)


class SPACE:
    """Distances in px. They stay as they are when the text grows: the room is needed for the text."""

    XS, S, M, L, XL, XXL = 4, 8, 12, 16, 24, 32


class RADIUS:
    """Corner radii in px."""

    CONTROL, CARD = 8, 12


TARGET = 44
"""The least height and width, in px, of anything one taps (WCAG 2.2, 2.5.5)."""

TEXT_SIZES = (100, 125, 150, 175, 200)
"""Percent."""
