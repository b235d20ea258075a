"""So many letters into print files, in a process of its own: seconds, bytes and the most memory it ever held."""

import json
import sys
import time
from collections.abc import Iterator

from hjemmebesok.letters.batch import Order, Padding, print_files
from tests.benchmarks.letters.memory import most_held
from tests.benchmarks.letters.samples import OFFER, to


def main(count: int, in_a_file: int) -> None:
    """Measure, and say so as JSON."""

    def orders() -> Iterator[Order]:
        for number in range(count):
            yield Order(to(number, OFFER), ("nb",))

    started, begun = time.process_time(), time.perf_counter()
    sizes = [len(file.pdf) for file in print_files(orders(), padding=Padding.EVEN, in_a_file=in_a_file)]
    spent, passed = time.process_time() - started, time.perf_counter() - begun
    print(json.dumps({"cpu": spent, "wall": passed, "bytes": sum(sizes), "files": len(sizes), "mb": most_held()}))


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
