"""How the store and the server stand to each other, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from hjemmebesok.domain.phrase import N_, Phrase, Plural, Words
from hjemmebesok.ui.moment import short_moment
from hjemmebesok.ui.spoken import dotted


@dataclass(frozen=True, slots=True)
class SyncState:
    """`last` is when both were last in step, with its zone; None for never. `progress` says how far a round under way
    has come, where it is long enough to tell, and then stands for what is not sent; so many of the unsent are sent
    `again`, to a server that was restored, and so many `photos` follow them; `trouble` says why there is no round, and
    will be none before somebody does something about it. The words are made for now: ask anew when the language
    changes."""

    online: bool = False
    unsent: int = 0
    needs_you: int = 0
    last: datetime | None = None
    paused: bool = False
    progress: Words = ""
    trouble: Words = ""
    again: int = 0
    photos: int = 0

    @property
    def headline(self) -> Words:
        """Whether the server is in reach, and asked at all."""
        if self.paused:
            return N_("På pause")
        return N_("Tilkoblet") if self.online else N_("Frakoblet")

    @property
    def icon(self) -> str:
        """The drawing for the same."""
        return "wifi" if self.online and not self.paused else "wifi-off"

    @property
    def sign(self) -> str:
        """The drawing where there is room for nothing else: whether somebody is needed comes first."""
        return "circle-alert" if self.needs_you or self.trouble else self.icon

    def lines(self) -> list[Words]:
        """What is in the way, what is not sent, what needs the caseworker, and when all was last in step."""
        said: list[Words] = [self.trouble] if self.trouble else []
        if self.progress:
            said.append(self.progress)
        elif self.unsent or self.photos:
            said.append(to_send(self.unsent, self.photos, self.again))
        elif self.last:
            said.append(N_("Alt er sendt"))
        if self.needs_you:
            said.append(Plural("{n} trenger deg", "{n} trenger deg", self.needs_you))
        never = N_("Ikke i takt med serveren ennå")
        said.append(Phrase("Sist i takt {when}", when=short_moment(self.last)) if self.last else never)
        return said


def to_send(unsent: int, photos: int, again: int = 0) -> Words:
    """What the server lacks: so many changes, of which so many were sent before and are sent `again`, and so many
    photos after them."""
    return dotted(*_lacking(unsent - again, again, photos)) if unsent or photos else N_("Alt er sendt")


def _lacking(new: int, again: int, photos: int) -> Iterator[Words]:
    if new:
        yield Plural("{n} endring ikke sendt", "{n} endringer ikke sendt", new)
    if again:
        yield Plural("{n} endring sendes på nytt", "{n} endringer sendes på nytt", again)
    if photos:
        yield Plural("{n} bilde ikke sendt", "{n} bilder ikke sendt", photos)
