"""The page, the language and the properties of a Word document."""

from datetime import datetime, time

from docx.document import Document as File
from docx.oxml.ns import qn
from docx.shared import Mm

from hjemmebesok.letters.document import Document
from hjemmebesok.letters.word.words import language_mark

_A4 = Mm(210), Mm(297)
_MARGIN = Mm(25)
_UNTOLD = ("author", "last_modified_by", "comments", "keywords", "subject", "category")


def set_up(file: File, document: Document) -> None:
    """A4, the letter's language throughout, and its title as the only property that says anything."""
    section = file.sections[0]
    section.page_width, section.page_height = _A4
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    _set_language(file, document.language)
    properties = file.core_properties
    for name in _UNTOLD:
        setattr(properties, name, "")
    properties.title, properties.language, properties.revision = document.title, document.language, 1
    properties.created = properties.modified = datetime.combine(document.written_on, time())


def _set_language(file: File, lang: str) -> None:
    defaults = file.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(language_mark(lang))
