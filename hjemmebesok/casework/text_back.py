"""The way back: to the program's own text, or to a version that was in force before. Nothing is thrown away."""

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.text_following import save_and_follow
from hjemmebesok.domain.letter_text import TextVersion
from hjemmebesok.store.changes import Changes


def use_shipped(desk: Desk, letter: str, language: str) -> Changes:
    """Go back to the text that comes with the program; the municipality's versions are kept."""
    with desk.work() as work:
        save_and_follow(desk, work, letter, language, "")
        return work.changes


def use_version(desk: Desk, version: TextVersion) -> Changes:
    """Put an earlier version, or one of two, in force again."""
    with desk.work() as work:
        save_and_follow(desk, work, version.letter, version.language, version.body)
        return work.changes
