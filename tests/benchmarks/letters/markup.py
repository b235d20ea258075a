"""The same letter as HTML for WeasyPrint and as Typst's markup, with places for who it is to."""

from collections.abc import Sequence
from html import escape

from hjemmebesok.letters.document import (
    Block,
    Closing,
    Document,
    Heading,
    Items,
    Paragraph,
    Pictures,
    Signatures,
    Table,
    Words,
    plain,
)

ADDRESS = "[[address]]"
_STYLE = """@page { size: A4; margin: 22mm 30mm 23mm 20mm; @bottom-right { content: counter(page); } }
@font-face { font-family: Letter; src: url(regular.ttf); }
@font-face { font-family: Letter; src: url(bold.ttf); font-weight: bold; }
body { font: 10.5pt/15pt Letter; } table { border-collapse: collapse; width: 100%; } td, th { text-align: left; }
figure { display: inline-block; width: 78mm; margin: 0; } img { width: 100%; }"""


def html(document: Document) -> str:
    """A page of HTML; pictures are photo0.jpg and so on beside it."""
    head = document.letterhead
    body = [f"<p>{escape(plain(head.municipality))}</p><p>{ADDRESS}</p>"]
    body += [f"<p>{escape(plain(words))}</p>" for words in head.about]
    body += [_html(block) for block in document.blocks]
    title = escape(document.title)
    return (
        f'<html lang="nb"><head><meta charset="utf-8"><title>{title}</title><style>{_STYLE}</style></head>'
        f"<body>{''.join(body)}</body></html>"
    )


def _html(block: Block) -> str:
    match block:
        case Heading(level, words):
            return f"<h{level}>{escape(plain(words))}</h{level}>"
        case Paragraph():
            return f"<p>{escape(plain(block.words))}</p>"
        case Items(numbered, items):
            tag = "ol" if numbered else "ul"
            return f"<{tag}>{''.join(f'<li>{escape(plain(words))}</li>' for words in items)}</{tag}>"
        case Table(head, rows):
            first = "".join(f'<th scope="col">{escape(plain(words))}</th>' for words in head)
            cells = ("".join(f"<td>{escape(text)}</td>" for text in row) for row in _cells(rows))
            return f"<table><tr>{first}</tr>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>"
        case Pictures(pictures):
            shown = (
                f'<figure><img src="photo{n}.jpg" alt="{escape(each.alt)}"><figcaption>'
                f"{escape(' '.join(plain(words.words) for words in each.caption))}</figcaption></figure>"
                for n, each in enumerate(pictures)
            )
            return "".join(shown)
        case Closing() | Signatures():
            return "".join(f"<p>{escape(plain(words))}</p>" for words in _lines(block))


def typst(document: Document) -> str:
    """A Typst source; who it is to comes in sys.inputs.address."""
    head = document.letterhead
    parts = [
        '#set document(title: "' + document.title.replace('"', "") + '", date: datetime(year: 2026, month: 1, day: 1))',
        '#set page("a4", margin: (left: 20mm, right: 30mm, top: 22mm, bottom: 23mm), numbering: "1")',
        '#set text(font: "Noto Sans", size: 10.5pt, lang: "nb")',
        _typ(head.municipality),
        "#sys.inputs.address",
        *map(_typ, head.about),
        *map(_typst, document.blocks),
    ]
    return "\n\n".join(parts)


def _typst(block: Block) -> str:
    match block:
        case Heading(level, words):
            return f"{'=' * level} {_typ(words)}"
        case Paragraph():
            return _typ(block.words)
        case Items(numbered, items):
            return "\n".join(f"{'+' if numbered else '-'} {_typ(words)}" for words in items)
        case Table(head, rows):
            first = ", ".join(f"[{_typ(words)}]" for words in head)
            cells = ", ".join(f"[{_quoted(text)}]" for row in _cells(rows) for text in row)
            return f"#table(columns: {len(head)}, table.header({first}), {cells})"
        case Pictures(pictures):
            shown = (
                f'figure(image("/photo{n}.jpg", alt: "{each.alt}"), caption: '
                f"[{_quoted(' '.join(plain(words.words) for words in each.caption))}])"
                for n, each in enumerate(pictures)
            )
            return f"#grid(columns: 2, gutter: 4mm, {', '.join(shown)})"
        case Closing() | Signatures():
            return "\n\n".join(map(_typ, _lines(block)))


def _typ(words: Words) -> str:
    return _quoted(plain(words))


def _quoted(text: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\#$*_`<>@=-+/~[]" else letter for letter in text)


def _cells(rows: Sequence[Sequence[Sequence[Paragraph]]]) -> list[list[str]]:
    return [[" ".join(plain(each.words) for each in cell) for cell in row] for row in rows]


def _lines(block: Closing | Signatures) -> list[Words]:
    if isinstance(block, Closing):
        return list(block.lines)
    return [words for name in block.names for words in block.row(name)]
