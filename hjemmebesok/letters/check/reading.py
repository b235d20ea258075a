"""What a screen reader says, held against what the letter was meant to say."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from hjemmebesok.letters.check.structure import alternative_text
from hjemmebesok.letters.check.tree import Node
from hjemmebesok.letters.passages import Passage, tidy


def read_aloud(root: Node) -> list[Passage]:
    """Every element that has something to say, in the order of the tree."""
    said = [Passage(node.tag, node.lang, tidy(_says(node))) for node in root.walk()]
    return [passage for passage in said if passage.text]


def reading_findings(root: Node, expected: Sequence[Passage]) -> Iterator[str]:
    """The first place where the file says something else, or in another language or role, than the letter.

    The words themselves are not repeated: a finding may end up where a family's letter should not.
    """
    meant = [passage for passage in expected if passage.text]
    for number, (said, wanted) in enumerate(zip_longest(read_aloud(root), meant), 1):
        if said != wanted:
            yield f"passage {number} is {_role(said)} and should be {_role(wanted)}, or says something else"
            return


def _role(passage: Passage | None) -> str:
    return f"{passage.tag} in {passage.lang}" if passage else "nothing"


def _says(node: Node) -> str:
    return alternative_text(node) if node.tag == "Figure" else node.text
