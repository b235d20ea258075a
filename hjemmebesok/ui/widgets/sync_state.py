"""How the store and the server stand to each other, in words."""

from dataclasses import dataclass

from hjemmebesok.domain.phrase import N_, Phrase, Plural, Words


@dataclass(frozen=True, slots=True)
class SyncState:
    """`last` is the finished words for when both were last in step ('fre. 15:42'), '' for never."""

    online: bool = False
    unsent: int = 0
    needs_you: int = 0
    last: Words = ""

    @property
    def headline(self) -> Words:
        """Whether the server is in reach."""
        return N_("Tilkoblet") if self.online else N_("Frakoblet")

    @property
    def icon(self) -> str:
        """The drawing for the same."""
        return "wifi" if self.online else "wifi-off"

    def lines(self) -> list[Words]:
        """What is not sent, what needs the caseworker, and when all was last in step."""
        said: list[Words] = []
        said.append(
            Plural("{n} endring ikke sendt", "{n} endringer ikke sendt", self.unsent)
            if self.unsent
            else N_("Alt er sendt")
        )
        if self.needs_you:
            said.append(Plural("{n} trenger deg", "{n} trenger deg", self.needs_you))
        said.append(Phrase("Sist i takt {when}", when=self.last) if self.last else N_("Aldri i takt med serveren"))
        return said

    def short(self) -> Words:
        """The same on one line, as in the bar under a form: 'Frakoblet · 3 ikke sendt'."""
        state = Phrase(self.headline) if isinstance(self.headline, str) else self.headline
        if not self.unsent:
            return state
        return Phrase("{state} · {count}", state=state, count=Plural("{n} ikke sendt", "{n} ikke sendt", self.unsent))
