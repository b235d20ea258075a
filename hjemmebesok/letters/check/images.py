"""Pictures: nothing in the file but the picture itself, and nothing that shows through it."""

from collections.abc import Iterator

import pikepdf
from pikepdf import Name

_TELLS = (b"\xff\xe1", b"\xff\xed", b"\xff\xfe")  # EXIF and XMP, Photoshop's and comment segments of a JPEG


def image_findings(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What is wrong with the pictures of any page. A picture tells where it was taken, if nobody takes that out."""
    for number, page in enumerate(pdf.pages, 1):
        for image in page.Resources.get("/XObject", {}).values():
            if image.get("/Subtype") != Name.Image:
                yield f"page {number}: there is a drawing within the drawing"
            elif image.get("/Filter") != Name.DCTDecode:
                yield f"page {number}: a picture is not a JPEG"
            elif image.get("/ColorSpace") not in (Name.DeviceRGB, Name.DeviceGray):
                yield f"page {number}: a picture is not in the colours that the file declares"
            elif any(mark in _before_the_scan(image.read_raw_bytes()) for mark in _TELLS):
                yield f"page {number}: a picture carries more than the picture"


def _before_the_scan(jpeg: bytes) -> bytes:
    return jpeg[: jpeg.find(b"\xff\xda")]
