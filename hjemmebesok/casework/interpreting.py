"""Who interprets, at a visit or at a meeting."""

from hjemmebesok.domain.household import Household
from hjemmebesok.domain.interpreter import Attends, Interpreter
from hjemmebesok.domain.phrase import Phrase, Refused

SAME_LANGUAGE = "nb"  # needs no interpreter unless somebody says so


def needs_interpreter(household: Household) -> bool:
    """Whether to have an interpreter there; where nobody has said, whoever reads another language needs one."""
    said = household.interpreter_needed
    return household.language != SAME_LANGUAGE if said is None else said


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
