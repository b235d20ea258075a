"""Each block of a letter as Word has it: real headings, lists, tables and pictures."""

import io

from docx.document import Document as File
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import _Cell, _Row
from PIL import Image, ImageOps

from hjemmebesok.letters.document import (
    Block,
    Cell,
    Closing,
    Heading,
    Items,
    Look,
    Paragraph,
    Picture,
    Pictures,
    Signatures,
    Table,
    Words,
)
from hjemmebesok.letters.word.numbering import number_anew
from hjemmebesok.letters.word.words import draw_line_above, write_words

_STYLES = {Look.BODY: "Normal", Look.NOTE: "Quote", Look.SMALL: "Caption"}
_PICTURE = Mm(100)


def write_block(file: File, block: Block, lang: str) -> None:
    """Put the block at the end of the file; `lang` is the letter's language."""
    match block:
        case Heading(level, words):
            write_words(file.add_heading(level=level), words, lang)
        case Paragraph():
            write_words(file.add_paragraph(style=_STYLES[block.look]), block.words, block.lang or lang)
        case Items():
            _write_items(file, block, lang)
        case Table():
            _write_table(file, block, lang)
        case Closing():
            _write_lines(file, block.lines, lang, signed=block.signed)
        case Pictures():
            for picture in block.pictures:
                _write_picture(file, picture, lang)
        case Signatures():
            # The lines themselves stay in the PDF: whoever edits this, changes what was signed.
            for drawn in block.drawn:
                write_words(file.add_paragraph(), drawn.caption, lang)
            for words in (words for name in block.names for words in block.row(name)):
                _write_lines(file, (words,), lang, signed=True)


def _write_items(file: File, items: Items, lang: str) -> None:
    written = [file.add_paragraph(style="List Number" if items.numbered else "List Bullet") for _ in items.items]
    for paragraph, words in zip(written, items.items, strict=True):
        write_words(paragraph, words, lang)
    if items.numbered:
        number_anew(file, written)


def _write_table(file: File, table: Table, lang: str) -> None:
    written = file.add_table(rows=0, cols=len(table.head), style="Table Grid")
    head = written.add_row()
    _repeat_on_each_page(head)
    for cell, words in zip(head.cells, table.head, strict=True):
        write_words(cell.paragraphs[0], words, lang)
    for row in table.rows:
        for cell, paragraphs in zip(written.add_row().cells, row, strict=True):
            _fill(cell, paragraphs, lang)
    file.add_paragraph(style="No Spacing")


def _repeat_on_each_page(row: _Row) -> None:
    # This is also what makes it a row of headings to a screen reader.
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _fill(cell: _Cell, paragraphs: Cell, lang: str) -> None:
    for number, paragraph in enumerate(paragraphs):
        written = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        write_words(written, paragraph.words, paragraph.lang or lang)


def _write_lines(file: File, lines: tuple[Words, ...], lang: str, *, signed: bool) -> None:
    for number, words in enumerate(lines):
        paragraph = file.add_paragraph(style="No Spacing")
        if signed and number == 0:
            draw_line_above(paragraph)  # first: what is written later must stand after it in the file
            paragraph.paragraph_format.space_before = Mm(15)
        write_words(paragraph, words, lang)


def _write_picture(file: File, picture: Picture, lang: str) -> None:
    inline = file.add_picture(io.BytesIO(_bare(picture.image)), width=_PICTURE)._inline
    inline.docPr.set("descr", picture.alt)
    inline.docPr.set("name", "")
    for paragraph in picture.caption:
        write_words(file.add_paragraph(style="Caption"), paragraph.words, paragraph.lang or lang)


def _bare(image: bytes) -> bytes:
    """The picture alone: where, when and with what it was taken is left behind."""
    with Image.open(io.BytesIO(image)) as taken:
        upright = ImageOps.exif_transpose(taken).convert("RGB")
    written = io.BytesIO()
    Image.frombytes("RGB", upright.size, upright.tobytes()).save(written, "JPEG", quality=85)
    return written.getvalue()
