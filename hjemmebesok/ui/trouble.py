"""What went wrong, in one sentence for the screen."""

from hjemmebesok.domain.phrase import Phrase, Refused


def trouble_words(trouble: Exception) -> Phrase:
    """The sentence it was refused with; of anything else only its kind, for its own words may hold data."""
    if isinstance(trouble, Refused):
        return trouble.phrase
    return Phrase("Det gikk ikke ({what}).", what=type(trouble).__name__)
