"""Words in a Word document: bold where they are, each run in its language."""

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph

from hjemmebesok.letters.document import Words


def write_words(paragraph: Paragraph, words: Words, lang: str) -> None:
    """Put the words at the end of the paragraph; `lang` is the language of those that say no other."""
    for run in words:
        written = paragraph.add_run(run.text)
        if run.bold:
            written.bold = True
        written._element.get_or_add_rPr().append(language_mark(run.lang or lang))


def language_mark(lang: str) -> BaseOxmlElement:
    """What tells Word, and whoever reads aloud, which language something is in."""
    mark = OxmlElement("w:lang")
    mark.set(qn("w:val"), lang)
    return mark


def draw_line_above(paragraph: Paragraph) -> None:
    """A line over the paragraph, to sign on."""
    border, line = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "4"), ("color", "auto")):
        line.set(qn(f"w:{name}"), value)
    border.append(line)
    paragraph._p.get_or_add_pPr().append(border)
