"""The kinds of letter: one data class each, beside one folder of texts in resources/letters."""

from hjemmebesok.letters.kinds.information import InformationLetter
from hjemmebesok.letters.kinds.visit_summary import VisitSummary
from hjemmebesok.letters.letter import Letter

KINDS: dict[str, type[Letter]] = {kind.code: kind for kind in (InformationLetter, VisitSummary)}
