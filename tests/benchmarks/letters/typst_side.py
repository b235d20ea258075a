"""Typst, in its own environment: one compiler, the same source, another recipient each time; PDF/A-2a and PDF/UA-1."""

import json
import sys
import time

import typst
from memory import most_held  # this folder's, since this runs as a script


def main() -> None:
    """Answer the question on standard input."""
    asked = json.load(sys.stdin)
    compiler = typst.Compiler(asked["source"], root=asked["folder"], font_paths=[asked["folder"]])

    def made(number: int) -> bytes:
        to = {"address": f"Prøve Prøvesen {number}\nEksempelveien {number}\n0000 Eksempel"}
        return compiler.compile(format="pdf", sys_inputs=to, pdf_standards=["a-2a", "ua-1"])

    made(0)
    started = time.process_time()
    sizes = [len(made(number)) for number in range(1, asked["times"] + 1)]
    seconds = (time.process_time() - started) / asked["times"]
    print(json.dumps({"seconds": seconds, "bytes": sizes[-1], "mb": most_held()}))


main()
