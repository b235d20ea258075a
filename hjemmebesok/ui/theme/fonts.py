"""The bundled typeface, and those to fall back on."""

from functools import cache

from PySide6.QtGui import QFontDatabase

from hjemmebesok.assets import resource

FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans")


@cache
def load_fonts() -> None:
    """Make the bundled weights known to Qt, once."""
    for file in sorted(resource("fonts", "inter").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(file))
