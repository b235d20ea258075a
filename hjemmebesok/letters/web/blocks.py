"""Each block as HTML has it."""

import re
from collections.abc import Iterable, Sequence
from xml.etree.ElementTree import Element, SubElement

from hjemmebesok.letters.document import Block, Cell, Closing, Heading, Items, Look, Paragraph, Run, Table, Words

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def write_blocks(into: Element, blocks: Iterable[Block]) -> None:
    """Put the blocks in. Raises TypeError for pictures and lines to sign on, which are for paper."""
    for block in blocks:
        match block:
            case Heading(level, words):
                write_words(SubElement(into, f"h{level}"), words)
            case Paragraph():
                _write_paragraph(into, block)
            case Items():
                listed = SubElement(into, "ol" if block.numbered else "ul")
                for words in block.items:
                    write_words(SubElement(listed, "li"), words)
            case Table():
                _write_table(into, block)
            case Closing(lines=lines):
                _write_lines(SubElement(into, "p"), lines)
            case _:
                raise TypeError(f"{type(block).__name__} has no place on a web page")


def write_words(into: Element, words: Words) -> None:
    """Put words at the end of an element: strong where they are bold, and in their language."""
    for run in words:
        _write_run(into, run)


def _write_run(into: Element, run: Run) -> None:
    text = _CONTROL.sub("", run.text)
    if not run.bold and not run.lang:
        _append_text(into, text)
        return
    written = SubElement(into, "strong" if run.bold else "span")
    written.text = text
    if run.lang:
        written.set("lang", run.lang)


def _append_text(into: Element, text: str) -> None:
    if len(into):
        into[-1].tail = (into[-1].tail or "") + text
    else:
        into.text = (into.text or "") + text


def _write_paragraph(into: Element, paragraph: Paragraph) -> None:
    holder = SubElement(into, "blockquote") if paragraph.look is Look.NOTE else into
    written = SubElement(holder, "p")
    if paragraph.lang:
        written.set("lang", paragraph.lang)
    write_words(SubElement(written, "small") if paragraph.look is Look.SMALL else written, paragraph.words)


def _write_table(into: Element, table: Table) -> None:
    written = SubElement(into, "table")
    head = SubElement(SubElement(written, "thead"), "tr")
    for words in table.head:
        write_words(SubElement(head, "th", scope="col"), words)
    body = SubElement(written, "tbody")
    for row in table.rows:
        line = SubElement(body, "tr")
        for number, cell in enumerate(row):
            _fill(SubElement(line, "td") if number else SubElement(line, "th", scope="row"), cell)


def _fill(into: Element, cell: Cell) -> None:
    for paragraph in cell:
        _write_paragraph(into, paragraph)


def _write_lines(into: Element, lines: Sequence[Words]) -> None:
    for number, words in enumerate(lines):
        if number:
            SubElement(into, "br")
        write_words(into, words)
