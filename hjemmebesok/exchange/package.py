"""A package: several files as one ZIP, with the same bytes each time, and a manifest of their hashes."""

import hashlib
import io
import json
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

MANIFEST = "manifest.json"
_ALWAYS = (1980, 1, 1, 0, 0, 0)  # the earliest time a ZIP can tell; what day it is has no business in the bytes
_READABLE = 0o644 << 16


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files, by name, in this order. The same files give the same bytes."""
    held = io.BytesIO()
    with ZipFile(held, "w") as package:
        for name, data in files.items():
            entry = ZipInfo(name, _ALWAYS)
            entry.compress_type, entry.external_attr, entry.create_system = ZIP_DEFLATED, _READABLE, 3
            package.writestr(entry, data)
    return held.getvalue()


def with_manifest(files: Mapping[str, bytes], **about: object) -> dict[str, bytes]:
    """The files, and before them one that says how large each of them is and what its SHA-256 is."""
    lines = [
        {"name": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in files.items()
    ]
    manifest = json.dumps({**about, "files": lines}, ensure_ascii=False, indent=2)
    return {MANIFEST: f"{manifest}\n".encode(), **files}
