"""Finding one's way on the page of the letter texts."""

from PySide6.QtWidgets import QWidget

from hjemmebesok.ui.screens.letter_texts.block import BlockCard
from hjemmebesok.ui.screens.letter_texts.screen import LetterTextsScreen
from hjemmebesok.ui.widgets import Button


def card(page: LetterTextsScreen, block: str) -> BlockCard:
    """The card of this block."""
    return next(each for each in page.middle.blocks.cards if each.block.id == block)


def press(widget: QWidget, words: str) -> None:
    """Press the button with these words on it."""
    button = next(each for each in widget.findChildren(Button) if each.isVisibleTo(widget) and words in each.text())
    button.click()
