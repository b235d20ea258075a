"""What was published, the one that holds last first."""

from collections.abc import Iterator, Sequence

from hjemmebesok.casework.rules_page import Version
from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.domain.rules import RateTable
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.register.lines import LineList
from hjemmebesok.ui.screens.register.reading import Line
from hjemmebesok.ui.widgets import Card, WrapLabel


class HistoryCard(Card):
    """One line each: when, who and why, and what it changed."""

    def __init__(self, lines: Sequence[Line]) -> None:
        super().__init__(N_("Tidligere og kommende endringer"))
        self.body.addWidget(LineList(lines) if lines else WrapLabel(N_("Kommunen har ikke endret noe."), tone="muted"))


def version_lines(versions: Sequence[Version]) -> list[Line]:
    """Of a ruleset's settings."""
    return [Line(_head(each), _changes(each)) for each in versions]


def table_lines(tables: Sequence[RateTable]) -> list[Line]:
    """Of the files of rates, the newest first."""
    return [Line(_published(table), plain(table.reason)) for table in reversed(tables)]


def _published(table: RateTable) -> Phrase:
    day = table.published_at.astimezone().date()
    return Phrase("Lest inn {day} av {name}", day=day, name=plain(table.published_by))


def _head(each: Version) -> Phrase:
    own = each.version
    given = {"day": own.in_force, "name": plain(own.published_by), "why": plain(own.reason)}
    if each.holds:
        return Phrase("Gjelder nå, fra {day}. {name}: {why}", **given)
    return Phrase("Fra {day}. {name}: {why}", **given)


def _changes(each: Version) -> Words:
    return _joined(iter(each.changes)) if each.changes else N_("Verdiene programmet kommer med")


def _joined(changes: Iterator[Words]) -> Words:
    whole = next(changes)
    for change in changes:
        whole = Phrase("{before}; {more}", before=_phrase(whole), more=_phrase(change))
    return whole


def _phrase(words: Words) -> object:
    return Phrase(words) if isinstance(words, str) else words
