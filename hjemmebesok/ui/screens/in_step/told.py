"""What became of a round with the server, in words."""

from hjemmebesok.domain.phrase import N_, Phrase, Words
from hjemmebesok.ui.rounds import Round


def round_told(finished: Round) -> Words:
    """One sentence or two about a round that went well."""
    if finished.set_aside:
        return Phrase(
            "Sendt: {sent}. Mottatt: {received}. Serveren tok ikke imot {aside}, se «Dette trenger deg».",
            sent=finished.sent - finished.set_aside,
            received=finished.received,
            aside=finished.set_aside,
        )
    if finished.sent or finished.received:
        return Phrase(
            "Alt er i takt med serveren. Sendt: {sent}. Mottatt: {received}.",
            sent=finished.sent,
            received=finished.received,
        )
    return N_("Alt er i takt med serveren. Det var ikke noe nytt.")
