"""Checking a letter text, and seeing it as a letter at once, with made-up people in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letters.names import named
from hjemmebesok.casework.text_approval import PAPER, Standings
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Refused, Words
from hjemmebesok.letters.letter import RenderedLetter
from hjemmebesok.letters.recipient import Recipient
from hjemmebesok.letters.sender import Sender
from hjemmebesok.letters.texts import ORIGINAL
from hjemmebesok.letters.texts.readable import longest, remarks
from hjemmebesok.letters.texts.sample import sample_kind, sample_values

_MOST_PAGES = 2  # where the text does not say


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence about a text, and the block it is about, "" for the whole. What `stops` keeps it from being used."""

    block: str
    words: Words
    stops: bool


def check_text(standing: Standings, letter: str, language: str) -> list[Finding]:
    """What is wrong with the text in force, and then what could be better."""
    texts = standing.texts
    wrong = [Finding(block, named(words), stops=True) for block, words in texts.problems(letter, language)]
    try:
        blocks = texts.source(letter, language).blocks.values()
    except Refused:
        return wrong
    return wrong + [Finding(*problem, stops=False) for problem in remarks(language, blocks)]


def check_as_letter(desk: Desk, standing: Standings, letter: str, language: str) -> list[Finding]:
    """The same, and what only the finished letter shows: how long it is, and whether it can be made at all."""
    found = check_text(standing, letter, language)
    if any(finding.stops for finding in found):
        return found
    try:
        made = preview_text(desk, standing, letter, language, everything=True)
    except Refused as refused:
        return [Finding("", named(refused.phrase), stops=True), *found]
    return [*found, *length_findings(standing, letter, language, made.pages)]


def unreadable_words(standing: Standings, letter: str, language: str, typed: Mapping[str, str]) -> list[Finding]:
    """Why typed words cannot be read as the block they are for. Raises Refused where the file itself cannot be read."""
    blocks, found = standing.texts.source(letter, language).blocks, []
    for block in typed.keys() & blocks.keys():
        try:
            blocks[block].with_words(typed[block])
        except Refused as refused:
            found.append(Finding(block, named(refused.phrase), stops=True))
    return found


def preview_text(desk: Desk, standing: Standings, letter: str, language: str, *, everything: bool) -> RenderedLetter:
    """The text as a letter, with all that can stand in it, or with as little as may.

    Raises Refused where the text may not be used.
    """
    from hjemmebesok.letters.render import render  # brings ReportLab, which nobody waits for before the first letter

    kind = "information" if letter == PAPER else letter  # the letterhead is seen around a letter
    sender = Sender(
        municipality=desk.municipality,
        caseworker=desk.user.name,
        title="boligkonsulent",
        phone=desk.user.phone or "000 00 000",
        email="post@eksempel.invalid" if everything else "",
        office="Rådhuset" if everything else "",
    )
    values = sample_values(standing.texts, kind, sender.fields(), desk.today(), everything=everything)
    sample = sample_kind(kind)(
        recipient=Recipient(name="Ayşe Eksempel", address=("Fjellåsen 14", "0000 Eksempel")),
        sender=sender,
        written_on=desk.today(),
        reference="2026/123",
        values=values,
    )
    return render(sample, language, standing.texts, draft=not standing.approved(kind, (language,)))


def length_findings(standing: Standings, letter: str, language: str, pages: int) -> Iterator[Finding]:
    """That the letter is longer than its Norwegian text says it should be, and which block to begin with."""
    most = int(standing.texts.shipped(letter, ORIGINAL).front.get("max_pages", _MOST_PAGES))
    if pages > most:
        words = Phrase(
            "Brevet kan bli {pages} langt, og bør være høyst {most}.",
            pages=Plural("{n} side", "{n} sider", pages),
            most=Plural("{n} side", "{n} sider", most),
        )
        yield Finding("", words, stops=False)
        begin = N_("Brevet er for langt, og dette er det lengste avsnittet. Begynn her.")
        yield Finding(longest(standing.texts.source(letter, language).blocks.values()), begin, stops=False)
