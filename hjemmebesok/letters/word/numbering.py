"""Numbered lists that each begin at one; Word would go on counting from the list before."""

from collections.abc import Sequence

from docx.document import Document as File
from docx.text.paragraph import Paragraph


def number_anew(file: File, items: Sequence[Paragraph]) -> None:
    """Give these paragraphs a numbering of their own, of the kind that their style has."""
    numbering = file.part.numbering_part.element
    style = items[0].style
    used = style.element.pPr.numPr.numId.val if style else 1
    abstract = numbering.num_having_numId(used).abstractNumId.val
    own = numbering.add_num(abstract)
    own.add_lvlOverride(ilvl=0).add_startOverride(1)
    for item in items:
        properties = item._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = own.numId
