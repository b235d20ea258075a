"""Who interprets, at a visit or at a meeting."""

from hjemmebesok.domain.interpreter import Attends, Interpreter
from hjemmebesok.domain.phrase import Phrase, Refused


def interpreter(name: str, language: str, attends: str, category: str, reason: str, *, adult: bool) -> Interpreter:
    """The interpreter as entered. Raises Refused for a child, for a missing name, and for
    somebody outside the register without a reason.

    Source: tolkeloven §§ 4 and 7.
    """
    if not name.strip():
        raise Refused(Phrase("Skriv navnet eller nummeret til tolken."))
    if not category and not reason.strip():
        raise Refused(Phrase("Skriv hvorfor det ikke er en tolk fra Nasjonalt tolkeregister."))
    return Interpreter(name.strip(), language, Attends(attends), category, reason.strip(), adult)
