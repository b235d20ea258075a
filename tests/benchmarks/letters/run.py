"""What a letter costs, beside ReportLab's bare canvas, WeasyPrint, Typst, and a Word merge through LibreOffice.

Processor time, since a machine may be busy, and the ratio within one run tells most. Ours and the canvas take turns.
Each letter is to somebody else. A peer that cannot be installed is named and passed over.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from hjemmebesok.assets import resource
from hjemmebesok.letters.bilingual import compose_for
from hjemmebesok.letters.layout.lay_out import lay_out
from hjemmebesok.letters.letter import Letter
from hjemmebesok.letters.pdf.fonts import BOLD, REGULAR
from hjemmebesok.letters.render import render
from tests.benchmarks.letters import floor, markup, office, peers
from tests.benchmarks.letters.samples import OFFER, photos, summary, to

ROUNDS, IN_A_ROUND = 5, 10
BATCHES = ((250, 250), (1000, 250), (1000, 1000))  # letters, and how many in a file

MAILED = 1000


def main() -> None:
    """Measure, and print as it goes."""
    floor.register()
    installed = peers.install()
    for what, letter, times in (("An offer on one page", OFFER, 10), ("A summary with four photos", summary(), 4)):
        bare = ours(what, letter)
        for side in ("weasyprint", "typst"):
            beside(side, letter, times, bare) if installed else print(f"  {side} could not be installed")
        word(letter, 5 * times, bare)
    print("Print files of one page and a blank one")
    for count, in_a_file in BATCHES:
        batch(count, in_a_file)
    mailing(MAILED)


def ours(what: str, letter: Letter) -> float:
    """Our letter and the canvas by turns; the canvas's seconds for one."""
    pages = floor.placed(compose_for(letter, ("nb",)))
    ways: dict[str, Callable[[int], bytes]] = {
        "ReportLab's bare canvas, no layout and no tags": lambda number: floor.one(_readdressed(pages, number)),
        "ours, tagged": lambda number: lay_out(compose_for(to(number, letter), ("nb",)))[0],
        "ours, tagged, read back and checked": lambda number: render(to(number, letter), "nb").pdf,
    }
    for way in ways.values():
        way(0)
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for each in range(ROUNDS):
        for name, way in ways.items():
            started = time.process_time()
            for number in range(IN_A_ROUND):
                way(each * IN_A_ROUND + number)
            seconds[name].append((time.process_time() - started) / IN_A_ROUND)
    bare, *_ = (statistics.median(some) for some in seconds.values())
    print(f"{what} ({len(pages)} pages)")
    for name, way in ways.items():
        tell(name, statistics.median(seconds[name]), len(way(0)), bare)
    return bare


def _readdressed(pages: Sequence[floor.Page], number: int) -> list[floor.Page]:
    first = [
        each._replace(text=f"Prøve Prøvesen {number}")
        if isinstance(each, floor.Line) and "Mehmet" in each.text
        else each
        for each in pages[0]
    ]
    return [first, *pages[1:]]


def beside(side: str, letter: Letter, times: int, bare: float) -> None:
    """One of the peers, with the same words."""
    document = compose_for(letter, ("nb",))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, photo in enumerate(photos()):
            (folder / f"photo{number}.jpg").write_bytes(photo.image)
        for font, called in ((REGULAR, "regular.ttf"), (BOLD, "bold.ttf")):
            (folder / called).write_bytes(resource("fonts", "noto-sans", f"{font}.ttf").read_bytes())
        source = folder / "letter.typ"
        source.write_text(markup.typst(document), encoding="utf-8")
        question = {"html": markup.html(document), "source": str(source), "folder": f"{folder}/", "times": times}
        answer = peers.ask(side, question)
    if isinstance(answer, str):
        print(f"  {side} could not be measured: {answer}")
    else:
        tell(f"{side}, {answer['mb']:.0f} MB", answer["seconds"], answer["bytes"], bare)


def word(letter: Letter, times: int, bare: float) -> None:
    """Word files through LibreOffice."""
    measured = office.merged([compose_for(to(number, letter), ("nb",)) for number in range(times)])
    if measured is None:
        print("  LibreOffice is not installed")
    else:
        tell(f"a Word merge through LibreOffice, {times} in one call", measured[0], int(measured[1]), bare)


def batch(count: int, in_a_file: int) -> None:
    """A batch in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.letters.batch", str(count), str(in_a_file)]
    said = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    what = f"{count} letters, {said['files']} file" + ("s" if said["files"] > 1 else "")
    written, held = said["bytes"] / 1e6, said["mb"]
    print(f"  {what:<52}{said['cpu']:8.2f} s CPU, {said['wall']:.2f} s, {written:.1f} MB, {held:.0f} MB held")


def mailing(count: int) -> None:
    """A mailing out of the encrypted store, beside the same letters in print files alone."""
    command = [sys.executable, "-m", "tests.benchmarks.letters.mailing", str(count)]
    said = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    print(f"A mailing to {said['made']}, from the encrypted store to {said['files']} print files and the log")
    times, written = said["cpu"] / said["bare"], said["bytes"] / 1e6
    what = f"{times:.2f} x the same letters in print files alone"
    print(f"  {what:<52}{said['cpu']:8.2f} s CPU, {said['wall']:.2f} s, {written:.1f} MB, {said['mb']:.0f} MB held")


def tell(what: str, seconds: float, size: int, bare: float) -> None:
    """One line: letters for each second of processor time, the time and size of one, and how many of the canvas's."""
    rate, each = f"{1 / seconds:8.1f}/s", f"{1000 * seconds:9.2f} ms {size / 1000:7.0f} kB"
    print(f"  {what:<52}{rate} {each} {bare / seconds:7.2f} x", flush=True)


if __name__ == "__main__":
    main()
