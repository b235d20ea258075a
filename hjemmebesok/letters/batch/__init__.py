"""Many letters in few files, for a printer or SvarUt: fonts once, each letter with its own page numbers.

The decision that shaped it: a file has so many letters and no more, so a batch takes no more memory the longer it is.
Each file is finished, read back and held against its recipients before the next is begun; so a batch can be stopped
between any two letters, and what was handed out by then is whole.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from hjemmebesok.letters.batch.bunch import Bunch
from hjemmebesok.letters.batch.manifest import LeftOut, Order, Padding, Printed, PrintFile
from hjemmebesok.letters.texts import SHIPPED, Texts

__all__ = ["IN_A_FILE", "LeftOut", "Order", "Padding", "PrintFile", "Printed", "print_files"]

IN_A_FILE = 250  # letters


def print_files(
    orders: Iterable[Order],
    texts: Texts = SHIPPED,
    *,
    padding: Padding = Padding.NONE,
    in_a_file: int = IN_A_FILE,
    digests: bool = False,
    goes_on: Callable[[int], bool] = lambda done: True,
) -> Iterator[PrintFile]:
    """The files, one after the other, each PDF/A-2a and PDF/UA-1. The same orders give the same bytes.

    `goes_on` is asked before each letter, with how many are done; where it says no, the file under way is not made. A
    letter that cannot be made is left out with the reason, and what was to lie with it too. With `digests` the pages of
    each are put together in a file of their own first, for its SHA-256; unchecked, for those very pages are checked in
    the print file.

    Raises Refused where a file does not pass the check: where a letter names the recipient of another, say, or a window
    shows something else than who the letter is to.
    """
    numbered = enumerate(orders)
    while some := list(islice(numbered, in_a_file)):
        bunch = Bunch(texts, digests)
        for number, order in some:
            if not goes_on(number):
                return
            bunch.take(number, order)
        yield bunch.finish(padding)
