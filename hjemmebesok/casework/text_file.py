"""A letter text as a file: taken out for a translator or an editor, and in again once it is seen what is wrong."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letter_texts import check_may_write, texts_in_force
from hjemmebesok.casework.letters.names import named
from hjemmebesok.casework.text_approval import Standings, standings
from hjemmebesok.casework.text_check import Finding, check_as_letter
from hjemmebesok.casework.text_following import save_and_follow
from hjemmebesok.domain.phrase import Phrase, Refused, Words
from hjemmebesok.letters.texts import ORIGINAL, Texts
from hjemmebesok.letters.texts.lines import lines_of_blocks, unreadable_lines
from hjemmebesok.letters.texts.marking import marked_current
from hjemmebesok.letters.texts.source import parse_source
from hjemmebesok.store.changes import Changes

LARGEST = 256 * 1024  # bytes; the longest of the shipped texts takes a twentieth of it

MOST = 20  # passages that cannot be read are told of; whoever has mended these comes again


@dataclass(frozen=True, slots=True)
class LineFinding:
    """A finding, and the line of the file that it is about, from 1; 0 for the whole."""

    line: int
    found: Finding

    @property
    def words(self) -> Words:
        """The finding, with its line in front where it has one."""
        words = self.found.words
        said = Phrase(words) if isinstance(words, str) else words
        return Phrase("Linje {line}: {words}", line=str(self.line), words=said) if self.line else words


@dataclass(frozen=True, slots=True)
class TextFile:
    """A file that has been looked at and not taken in. `behind` tells that blocks of it translate older words."""

    letter: str
    language: str
    body: str
    findings: tuple[LineFinding, ...]
    readable: bool
    behind: bool

    @property
    def stops(self) -> bool:
        """Whether no letter could be made of it as it is."""
        return any(each.found.stops for each in self.findings)


def text_file_name(letter: str, language: str) -> str:
    """What the file is called where nobody calls it something else."""
    return f"{letter}-{language}.md"


def text_file(desk: Desk, letter: str, language: str) -> bytes:
    """The text in force as a file, which can be changed in any editor and taken in again."""
    with desk.read() as reading:
        return texts_in_force(reading).source(letter, language).text.encode()


def text_findings(desk: Desk, letter: str, language: str) -> list[LineFinding]:
    """What there is to say of the text in force, with the lines of its file."""
    with desk.read() as reading:
        standing = standings(reading)
    try:
        body = standing.texts.source(letter, language).text
    except Refused as refused:
        return [LineFinding(0, Finding("", named(refused.phrase), stops=True))]
    return _by_line(body, check_as_letter(desk, standing, letter, language))


def read_text_file(desk: Desk, letter: str, language: str, data: bytes) -> TextFile:
    """Look at a file before it is taken in. Raises Refused for what is no text, or says what is in force already."""
    body = _decoded(data)
    with desk.read() as reading:
        standing = standings(reading)
    if body == standing.texts.source(letter, language).text:
        raise Refused(Phrase("Filen er lik teksten som gjelder. Det er ingenting å ta inn."))
    try:
        parse_source(f"{letter}/{language}", body)
    except Refused as refused:
        found = tuple(_unreadable(body, refused))
        return TextFile(letter, language, body, found, readable=False, behind=False)
    with_file = _with_file(standing, letter, language, body)
    findings = tuple(_by_line(body, check_as_letter(desk, with_file, letter, language)))
    return TextFile(letter, language, body, findings, readable=True, behind=_behind(with_file.texts, letter, language))


def counted_current(desk: Desk, file: TextFile) -> TextFile:
    """The same file, where each block is taken to translate the Norwegian one as that is now."""
    with desk.read() as reading:
        standing = standings(reading)
    original = standing.texts.source(file.letter, ORIGINAL)
    body = marked_current(original, parse_source(f"{file.letter}/{file.language}", file.body))
    with_file = _with_file(standing, file.letter, file.language, body)
    findings = tuple(_by_line(body, check_as_letter(desk, with_file, file.letter, file.language)))
    return replace(file, body=body, findings=findings, behind=False)


def take_in(desk: Desk, file: TextFile) -> Changes:
    """Put the file in force, as one new version. Raises Refused where it cannot be read, or she may not."""
    if not file.readable:
        raise Refused(Phrase("Filen kan ikke leses som en brevtekst. Ingenting er tatt inn."))
    with desk.work() as work:
        check_may_write(work)
        save_and_follow(desk, work, file.letter, file.language, file.body)
        return work.changes


def _decoded(data: bytes) -> str:
    # As Windows' own editor saves it, too: with a mark in front, and line ends of its own.
    if len(data) > LARGEST:
        raise Refused(Phrase("Filen er for stor til å være en brevtekst."))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError:
        raise Refused(Phrase("Filen er ikke ren tekst i UTF-8. Lagre den på nytt som det.")) from None


def _unreadable(body: str, whole: Refused) -> Iterator[LineFinding]:
    passages = islice(unreadable_lines(body), MOST)
    found = [LineFinding(line, Finding("", words, stops=True)) for line, words in passages]
    yield from found or [LineFinding(0, Finding("", named(whole.phrase), stops=True))]


def _by_line(body: str, findings: list[Finding]) -> list[LineFinding]:
    lines = lines_of_blocks(body)
    return sorted((LineFinding(lines.get(each.block, 0), each) for each in findings), key=lambda each: each.line)


def _with_file(standing: Standings, letter: str, language: str, body: str) -> Standings:
    return replace(standing, texts=replace(standing.texts, own={**standing.texts.own, (letter, language): body}))


def _behind(texts: Texts, letter: str, language: str) -> bool:
    if language == ORIGINAL:
        return False
    source = texts.source(letter, language)
    blocks = texts.source(letter, ORIGINAL).blocks.values()
    return any(source.translated_from.get(each.id) != each.fingerprint for each in blocks if each.id in source.blocks)
