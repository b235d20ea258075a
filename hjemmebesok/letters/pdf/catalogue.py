"""The catalogue: what the file declares to be, in the dictionaries that validators read first."""

from hjemmebesok.letters.pdf.colour import packed_profile
from hjemmebesok.letters.pdf.file import PdfFile, text_string
from hjemmebesok.letters.pdf.metadata import CREATOR, PRODUCER, Metadata

_SRGB = "(sRGB IEC61966-2.1)"


def put_catalogue(file: PdfFile, metadata: Metadata, pages: int, tree: int, bookmarks: int) -> int:
    """Declare the file to be a tagged PDF/A-2a and PDF/UA-1 with these facts and parts."""
    profile = file.ready(packed_profile())
    intent = f"/Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier {_SRGB} /Info {_SRGB}"
    packet = file.stream("/Type /Metadata /Subtype /XML", metadata.packet(), packed=True)
    return file.put(
        f"<< /Type /Catalog /Pages {pages} 0 R /Lang {text_string(metadata.language)} /StructTreeRoot {tree} 0 R"
        f" /MarkInfo << /Marked true >> /ViewerPreferences << /DisplayDocTitle true >> /Outlines {bookmarks} 0 R"
        f" /Metadata {packet} 0 R /OutputIntents [ << {intent} /DestOutputProfile {profile} 0 R >> ] >>"
    )


def put_info(file: PdfFile, metadata: Metadata) -> int:
    """The same facts as older readers look for them."""
    day = f"(D:{metadata.written_on:%Y%m%d}000000Z)"
    facts = {
        "Title": metadata.title,
        "Subject": metadata.title,
        "Author": metadata.author,
        "Keywords": metadata.version,
        "Creator": CREATOR,
        "Producer": PRODUCER,
    }
    told = " ".join(f"/{key} {text_string(value)}" for key, value in facts.items())
    return file.put(f"<< {told} /CreationDate {day} /ModDate {day} >>")
