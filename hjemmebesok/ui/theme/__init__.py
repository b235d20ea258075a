"""How everything looks: colours, sizes, type, icons and the focus ring, for light and dark and for 100–200 % text.

    theme.look.install(app)              once, before the first window
    theme.look.choose("dark", 150)       at any time; everything open follows, `look.changed` tells
    theme.colour("accent")               a colour by the name of its use
    theme.px(15), theme.tap(44)          a size that follows the text: fully (text, icons) or half (targets, padding)
    theme.font("title")                  a font for a painter
    theme.draw_icon(painter, rect, "house", "accent"),  theme.icon("house", "accent")

Style sheets are resources/style/*.qss, written with `@accent`, `text(15)` and `tap(44)`.
"""

from hjemmebesok.ui.theme.icons import draw_icon, icon
from hjemmebesok.ui.theme.look import Look, colour, font, look, px, tap
from hjemmebesok.ui.theme.tokens import RADIUS, SPACE, TARGET

__all__ = ["RADIUS", "SPACE", "TARGET", "Look", "colour", "draw_icon", "font", "icon", "look", "px", "tap"]
