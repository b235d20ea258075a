"""WeasyPrint, in its own environment: so many letters from HTML, PDF/UA-1."""

import json
import sys
import time

from memory import most_held  # this folder's, since this runs as a script
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration


def main() -> None:
    """Answer the question on standard input."""
    asked = json.load(sys.stdin)
    fonts = FontConfiguration()

    def made(number: int) -> bytes:
        page = asked["html"].replace(
            "[[address]]", f"Prøve Prøvesen {number}<br>Eksempelveien {number}<br>0000 Eksempel"
        )
        return HTML(string=page, base_url=asked["folder"]).write_pdf(pdf_variant="pdf/ua-1", font_config=fonts)

    made(0)
    started = time.process_time()
    sizes = [len(made(number)) for number in range(asked["times"])]
    seconds = (time.process_time() - started) / asked["times"]
    print(json.dumps({"seconds": seconds, "bytes": sizes[-1], "mb": most_held()}))


main()
