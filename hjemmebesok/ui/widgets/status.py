"""What a pill says."""

from typing import NamedTuple

from hjemmebesok.domain.phrase import Words


class Status(NamedTuple):
    """Word, colour and icon of a state: `pill.show_status(*status)`. The tone's own icon where none is given."""

    words: Words
    tone: str
    icon: str = ""
