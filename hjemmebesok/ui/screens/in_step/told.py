"""What became of a round with the server, in words."""

from datetime import timedelta

from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.rounds import Round
from hjemmebesok.ui.spoken import Joined, shown
from hjemmebesok.ui.trouble import trouble_words

_TOLERATED = timedelta(minutes=2)


def round_told(finished: Round) -> Words:
    """One sentence or two about a round that went well, and why photos wait after it, if they do."""
    records = _records_told(finished)
    if finished.files_trouble is None:
        return records
    return shown(Joined((records, Phrase("Bildene venter. {why}", why=trouble_words(finished.files_trouble))), " "))


def round_tone(finished: Round) -> str:
    """In which tone it is said."""
    return "warn" if finished.files_trouble else "ok"


def _records_told(finished: Round) -> Words:
    if finished.set_aside and finished.left:
        return Phrase(
            "Sendt: {sent}. Mottatt: {received}. Serveren tok ikke imot {aside}. Det som gjaldt saker som ikke lenger "
            "er dine, er tatt vare på der. Resten står under «Dette trenger deg».",
            sent=finished.sent - finished.set_aside,
            received=finished.received,
            aside=finished.set_aside,
        )
    if finished.set_aside:
        return Phrase(
            "Sendt: {sent}. Mottatt: {received}. Serveren tok ikke imot {aside}, se «Dette trenger deg».",
            sent=finished.sent - finished.set_aside,
            received=finished.received,
            aside=finished.set_aside,
        )
    if finished.files_trouble:
        return Phrase(
            "Alt som er skrevet, er i takt med serveren. Sendt: {sent}. Mottatt: {received}.",
            sent=finished.sent,
            received=finished.received,
        )
    if finished.sent or finished.received:
        return Phrase(
            "Alt er i takt med serveren. Sendt: {sent}. Mottatt: {received}.",
            sent=finished.sent,
            received=finished.received,
        )
    return N_("Alt er i takt med serveren. Det var ikke noe nytt.")


def is_clock_wrong(finished: Round) -> bool:
    """Whether this computer's clock is so far from the server's that somebody should be told."""
    return abs(finished.clock_off) > _TOLERATED


def clock_told(finished: Round) -> Words:
    """The warning about the clock; nothing is refused because of it."""
    if finished.clock_off > timedelta(0):
        return N_("Klokken på denne PC-en går for fort. Still den, så står tidene riktig for kollegene dine.")
    return N_("Klokken på denne PC-en går for sakte. Still den, så står tidene riktig for kollegene dine.")
