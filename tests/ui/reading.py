"""What one reads on a part of the screen."""

from PySide6.QtWidgets import QApplication, QWidget

_TURNS = 3  # of the event loop: what was put in a moment ago comes into sight, and then what it holds


def texts(widget: QWidget) -> str:
    """All that stands on it, with its buttons and pills, one a line, once places where a word may break are unseen."""
    for _ in range(_TURNS):
        QApplication.processEvents()
    parts = [part for part in widget.findChildren(QWidget) if part.isVisibleTo(widget)]
    return "\n".join(str(part.property("text") or part.accessibleName()) for part in parts).replace("\u200b", "")
