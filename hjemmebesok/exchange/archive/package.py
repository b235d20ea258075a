"""The package that somebody hands over to the archive."""

from collections.abc import Sequence

from hjemmebesok.exchange.archive.document import ArchiveDocument
from hjemmebesok.exchange.archive.message import MESSAGE, SYSTEM, arkivmelding
from hjemmebesok.exchange.package import with_manifest, zipped


def archive_package(documents: Sequence[ArchiveDocument]) -> bytes:
    """A ZIP with a folder for each letter, message and PDF, and a manifest. The same letters give the same bytes."""
    files: dict[str, bytes] = {}
    for number, document in enumerate(documents, 1):
        files[f"{number}/arkivmelding.xml"] = arkivmelding(document)
        files[f"{number}/{document.file_name}"] = document.pdf
    return zipped(with_manifest(files, system=SYSTEM, format=MESSAGE))
