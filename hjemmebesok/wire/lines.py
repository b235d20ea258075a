"""Two texts written from the same one, brought together line by line.

A line that only one of them touched is as that one left it. Lines that both touched, each in another way, stand side by
side, each under its author's name, so that a reader sees at once that two people wrote there.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

# Texts with more are not compared: it would hold up everybody else.
MOST_LINES = 1_000
MOST_ALIKE = 20_000  # pairs of equal lines, one in each text; 140 empty lines in both are so many

_MARK = re.compile(r"^‹([^›\n]+)› ", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Draft:
    """One of the two texts, and who wrote it."""

    text: str
    author: str


@dataclass(frozen=True, slots=True)
class Joined:
    """The two texts as one; `overlap` where some lines stand side by side."""

    text: str
    overlap: bool


def join_lines(base: str, one: Draft, other: Draft) -> Joined | None:
    """Both texts as one; None where it takes too long to compare them. `one` stands first where they overlap."""
    before, mine, theirs = base.split("\n"), one.text.split("\n"), other.text.split("\n")
    if max(map(len, (before, mine, theirs))) > MOST_LINES:
        return None
    if max(_alike(before, mine), _alike(before, theirs)) > MOST_ALIKE:
        return None
    lines: list[str] = []
    overlap = False
    for old, left, right in _stretches(before, mine, theirs):
        if left == right or right == old:
            lines += left
        elif left == old:
            lines += right
        else:
            overlap = True
            lines += [*_marked(left, one.author), *_marked(right, other.author)]
    return Joined("\n".join(lines), overlap)


def takes_apart(before: object, after: object) -> bool:
    """Whether lines stood side by side in the text before, and not all who wrote them still have any in what came
    after: somebody has decided between them. A word mended in one of them, or a line added, decides nothing."""
    return not _side_by_side(before) <= _side_by_side(after)


def _side_by_side(text: object) -> set[str]:
    """Under whose names lines stand side by side."""
    return set(_MARK.findall(text)) if isinstance(text, str) else set()


def _alike(base: Sequence[str], text: Sequence[str]) -> int:
    there, here = Counter(base), Counter(text)
    return sum(count * here[line] for line, count in there.items())


def _marked(lines: Sequence[str], author: str) -> list[str]:
    return [f"‹{author}› {line}" for line in lines]


def _stretches(base: list[str], one: list[str], other: list[str]) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """Stretches of the three texts that belong together, in order: untouched in all, or touched in at least one."""
    at = (0, 0, 0)
    for start, in_one, in_other, size in _untouched(base, one, other):
        yield base[at[0] : start], one[at[1] : in_one], other[at[2] : in_other]
        same = base[start : start + size]
        yield same, same, same
        at = (start + size, in_one + size, in_other + size)


def _untouched(base: list[str], one: list[str], other: list[str]) -> list[tuple[int, int, int, int]]:
    """Where lines of the base stand in both: place in base, in one and in other, and how many. The end comes last."""
    left, right = _matches(base, one), _matches(base, other)
    found = []
    for start, in_one, size in left:
        for other_start, in_other, other_size in right:
            first, last = max(start, other_start), min(start + size, other_start + other_size)
            if first < last:
                found.append((first, in_one + first - start, in_other + first - other_start, last - first))
    return [*found, (len(base), len(one), len(other), 0)]


def _matches(base: list[str], text: list[str]) -> list[tuple[int, int, int]]:
    blocks = SequenceMatcher(None, base, text, autojunk=False).get_matching_blocks()
    return [(block.a, block.b, block.size) for block in blocks if block.size]
