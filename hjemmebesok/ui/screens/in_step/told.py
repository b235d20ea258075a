"""How far a round with the server has come, and what became of it, in words."""

from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from hjemmebesok.domain.phrase import N_, Phrase, Plural, Words
from hjemmebesok.ui.rounds import Round
from hjemmebesok.ui.spoken import joined
from hjemmebesok.ui.trouble import trouble_words

if TYPE_CHECKING:  # the app says these words too, and what it needs to start is light
    from hjemmebesok.casework.syncing import FilesProgress, SyncProgress

_TOLERATED = timedelta(minutes=2)
_STAYING = N_(
    "Saken du skriver i, er ikke lenger din. Skriv ferdig og gå til en annen side: Da blir det du har skrevet, sendt,"
    " og saken tas bort fra denne PC-en."
)


def progress_told(progress: "SyncProgress | FilesProgress | None") -> Words:
    """How far a round has come; '' where there is nothing to say."""
    from hjemmebesok.casework.syncing import FilesProgress

    if progress is None:
        return ""
    if isinstance(progress, FilesProgress):
        return Phrase("Sender og henter bilder: {done} av {all}.", done=progress.done, all=progress.all)
    left = Plural("{n} sak gjenstår.", "{n} saker gjenstår.", progress.cases_to_come)
    sent, received = _sent_so_far(progress) if progress.all else "", _received(progress.received)
    return joined(sent, received, left if progress.cases_to_come else "", between=" ")


def _sent_so_far(progress: "SyncProgress") -> Words:
    if progress.anew:
        return Plural(
            "Serveren er gjenopprettet og får alt på nytt: {sent} av {n} endring.",
            "Serveren er gjenopprettet og får alt på nytt: {sent} av {n} endringer.",
            progress.all,
            sent=progress.sent,
        )
    return Plural("Sendt {sent} av {n} endring.", "Sendt {sent} av {n} endringer.", progress.all, sent=progress.sent)


def round_told(finished: Round) -> Words:
    """One sentence or two about a round that went well, and why photos wait after it, if they do."""
    records = _records_told(finished)
    if finished.files_trouble is None:
        return records
    waiting = Phrase("Bildene venter. {why}", why=trouble_words(finished.files_trouble))
    return joined(records, waiting, between=" ")


def round_news(finished: Round, *, asked: bool) -> Words:
    """What she is told on another page, where there may be others who look on: no names; '' for nothing."""
    told = round_told(finished) if asked or finished.set_aside else ""
    left = Plural(
        "{n} sak er ikke lenger din, og er tatt bort fra denne PC-en. Se «I takt med serveren».",
        "{n} saker er ikke lenger dine, og er tatt bort fra denne PC-en. Se «I takt med serveren».",
        len(finished.left),
    )
    staying = _STAYING if finished.staying else ""
    return joined(told, left if finished.left else "", staying, between=" ")


def round_tone(finished: Round) -> str:
    """In which tone it is said."""
    if finished.files_trouble or finished.set_aside:
        return "warn"
    return "info" if finished.stopped else "ok"


def news_tone(finished: Round) -> str:
    """In which tone it is told on another page: that a case has left, or will, is no success of hers."""
    tone = round_tone(finished)
    return "info" if (finished.left or finished.staying) and tone == "ok" else tone


def _records_told(finished: Round) -> Words:
    return joined(_how_it_went(finished), *_counted(finished), between=" ")


def _how_it_went(finished: Round) -> Words:
    if finished.stopped:
        return N_("Satt på pause underveis.")
    if finished.set_aside and finished.left:
        return Plural(
            "Serveren tok ikke imot {n} endring. Det som gjaldt saker som ikke lenger er dine, er tatt vare på der "
            "hvis saken ikke er slettet. Resten står under «Dette trenger deg» på siden «I takt med serveren».",
            "Serveren tok ikke imot {n} endringer. Det som gjaldt saker som ikke lenger er dine, er tatt vare på der "
            "hvis saken ikke er slettet. Resten står under «Dette trenger deg» på siden «I takt med serveren».",
            finished.set_aside,
        )
    if finished.set_aside:
        return Plural(
            "Serveren tok ikke imot {n} endring. Den står under «Dette trenger deg» på siden «I takt med serveren».",
            "Serveren tok ikke imot {n} endringer. De står under «Dette trenger deg» på siden «I takt med serveren».",
            finished.set_aside,
        )
    if finished.files_trouble:
        return N_("Alt som er skrevet, er i takt med serveren.")
    photos = finished.photos_sent or finished.photos_received
    if finished.sent or finished.received or photos or finished.left or finished.staying:
        return N_("Alt er i takt med serveren.")
    return N_("Alt er i takt med serveren. Det var ikke noe nytt.")


def _counted(finished: Round) -> Iterator[Words]:
    """How much went each way. A case has many changes, and many pieces of information."""
    sent = finished.sent - finished.set_aside
    if sent:
        yield Plural("Sendt {n} endring.", "Sendt {n} endringer.", sent)
    if finished.photos_sent:
        yield Plural("Sendt {n} bilde.", "Sendt {n} bilder.", finished.photos_sent)
    yield _received(finished.received)
    if finished.photos_received:
        yield Plural("Mottatt {n} bilde.", "Mottatt {n} bilder.", finished.photos_received)


def _received(received: int) -> Words:
    return Plural("Mottatt {n} opplysning.", "Mottatt {n} opplysninger.", received) if received else ""


def is_clock_wrong(finished: Round) -> bool:
    """Whether this computer's clock is so far from the server's that somebody should be told."""
    return abs(finished.clock_off) > _TOLERATED


def clock_told(finished: Round) -> Words:
    """The warning about the clock; nothing is refused because of it."""
    if finished.clock_off > timedelta(0):
        return N_("Klokken på denne PC-en går for fort. Still den, så står tidene riktig for kollegene dine.")
    return N_("Klokken på denne PC-en går for sakte. Still den, så står tidene riktig for kollegene dine.")
