"""Today's way: a Word file for each letter, and LibreOffice to make PDFs of them, all in one call."""

import json
import resource
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from hjemmebesok.letters.document import Document
from hjemmebesok.letters.word import word_file

_TAGGED = {"SelectPdfVersion": {"type": "long", "value": "2"}, "PDFUACompliance": {"type": "boolean", "value": "true"}}
_AS = f"pdf:writer_pdf_Export:{json.dumps(_TAGGED)}"


def merged(documents: Sequence[Document]) -> tuple[float, float] | None:
    """Seconds of processor time for each letter, and the bytes of one; None where LibreOffice is not installed."""
    office = shutil.which("soffice")
    if office is None:
        return None
    with tempfile.TemporaryDirectory() as name:
        folder, started = Path(name), time.process_time()
        files = [folder / f"{number}.docx" for number in range(len(documents))]
        for file, document in zip(files, documents, strict=True):
            file.write_bytes(word_file(document))
        written = time.process_time() - started
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [office, profile, "--headless", "--convert-to", _AS, "--outdir", folder, *files]
        subprocess.run(command, check=True, capture_output=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        made = [file.with_suffix(".pdf").stat().st_size for file in files]
    return (written + spent) / len(documents), made[-1]
