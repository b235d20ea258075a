"""A letter as a Word document (DOCX), for whoever must edit it. The PDF is the letter; this is a copy to work on.

It is written from the same words as the PDF, with headings, lists and tables that are real ones to a screen reader and
with the language of every passage. It lies in this room because those words do: another room would need the document
told all over again in neutral values.
"""

import io

import docx

from hjemmebesok.letters.document import Document
from hjemmebesok.letters.tag import NORWEGIAN
from hjemmebesok.letters.word.blocks import write_block
from hjemmebesok.letters.word.setting import set_up
from hjemmebesok.letters.word.words import write_words


def word_file(document: Document) -> bytes:
    """The letter as DOCX. Nothing in its properties tells who wrote it or whom it is to."""
    file = docx.Document()
    set_up(file, document)
    head = document.letterhead
    for words in (head.municipality, *head.address):
        write_words(file.add_paragraph(style="No Spacing"), words, NORWEGIAN)
    file.add_paragraph(style="No Spacing")
    for words in head.about:
        write_words(file.add_paragraph(style="No Spacing"), words, document.language)
    for block in document.blocks:
        write_block(file, block, document.language)
    if document.translation is not None:
        file.add_paragraph(style="No Spacing").paragraph_format.page_break_before = True
        for block in document.translation.blocks:
            write_block(file, block, document.translation.language)
    written = io.BytesIO()
    file.save(written)
    return written.getvalue()
