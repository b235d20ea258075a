"""Whether a letter names the recipient of another letter in the same file."""

from collections.abc import Iterator, Sequence

_TELLING = 2  # lines of an address: the name and the street. Whole towns share the last one.


class Mentions:
    """The names and streets of all recipients, found by their first word."""

    def __init__(self, addresses: Sequence[Sequence[str]]) -> None:
        self._addresses = addresses
        self._by_first: dict[str, list[tuple[list[str], int]]] = {}
        for number, address in enumerate(addresses):
            for line in address[:_TELLING]:
                words = _words(line)
                self._by_first.setdefault(words[0], []).append((words, number))

    def of_others(self, number: int, text: str, sender: Sequence[str]) -> Iterator[int]:
        """The other recipients that this text names, each once; not by words of its own address or the sender's."""
        known = [_words(line) for line in (*self._addresses[number], *sender)]
        words, found = _words(text), {number}
        for place, word in enumerate(words):
            for line, other in self._by_first.get(word, ()):
                if other in found or words[place : place + len(line)] != line:
                    continue
                if not any(_within(line, own) for own in known):
                    found.add(other)
                    yield other


def _words(text: str) -> list[str]:
    return [word.strip(".,:;()«»").casefold() for word in text.split()]


def _within(some: list[str], words: list[str]) -> bool:
    return any(words[start : start + len(some)] == some for start in range(len(words) - len(some) + 1))
