"""A photo as it is kept and put on paper: an upright JPEG in sRGB, no larger than asked, with nothing in it but the
picture. Where and when it was taken, and with what, never follows.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from hjemmebesok.domain.phrase import Phrase, Refused

MEDIA_TYPE = "image/jpeg"
_QUALITY = 82
_LARGEST = 64_000_000  # pixels; a picture unfolds to four bytes for each
_ORIENTATION = 0x0112  # in EXIF
_ADOBE = 0xEE  # says how the colours are coded; of all the segments an application adds, a decoder needs only this
_SCAN = 0xDA
_SCAN_ENDS = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]")


@dataclass(frozen=True, slots=True)
class Bare:
    """The JPEG, its size in pixels, and whether it is in shades of grey."""

    data: bytes
    width: int
    height: int
    grey: bool


def bare(image: bytes, most_pixels: int) -> Bare:
    """A JPEG or PNG made bare, `most_pixels` on its longer side at most. The same image gives the same bytes.

    Raises Refused where it cannot be read, or would unfold to more than a photo is.
    """
    from PIL import Image

    try:
        with Image.open(io.BytesIO(image), formats=("JPEG", "PNG")) as opened:
            if opened.width * opened.height > _LARGEST:
                raise Refused(Phrase("Et bilde er for stort. Bruk et med færre bildepunkter."))
            data = image if _ready(opened, most_pixels) else _remade(opened, most_pixels)
            width, height = opened.size if data is image else _size(data)
            return Bare(b"".join(_parts(data)), width, height, grey=opened.mode == "L" and data is image)
    except (OSError, ValueError, SyntaxError, IndexError, Image.DecompressionBombError) as error:
        raise Refused(Phrase("Et bilde kan ikke leses. Bruk en JPEG- eller PNG-fil.")) from error


def _ready(opened: Any, most_pixels: int) -> bool:
    """Whether the file's own picture can be used as it is."""
    return bool(
        opened.format == "JPEG"
        and opened.mode in ("RGB", "L")
        and max(opened.size) <= most_pixels
        and "icc_profile" not in opened.info
        and opened.getexif().get(_ORIENTATION, 1) == 1
    )


def _remade(opened: Any, most_pixels: int) -> bytes:
    from PIL import Image, ImageOps

    opened.draft("RGB", (most_pixels, most_pixels))  # a large JPEG is read at a half, a quarter or an eighth
    picture = _on_white(_in_srgb(ImageOps.exif_transpose(opened)))
    picture.thumbnail((most_pixels, most_pixels), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=_QUALITY)
    return out.getvalue()


def _in_srgb(picture: Any) -> Any:
    """Telephones often take photos in wider colours than the file is declared to hold."""
    from PIL import ImageCms

    profile = picture.info.get("icc_profile")
    if not profile or picture.mode != "RGB":
        return picture
    try:
        return ImageCms.profileToProfile(picture, io.BytesIO(profile), ImageCms.createProfile("sRGB"))
    except ImageCms.PyCMSError:
        return picture


def _on_white(picture: Any) -> Any:
    from PIL import Image

    if not picture.has_transparency_data:
        return picture.convert("RGB")
    layered = picture.convert("RGBA")
    paper = Image.new("RGBA", layered.size, "white")
    return Image.alpha_composite(paper, layered).convert("RGB")


def _size(data: bytes) -> tuple[int, int]:
    from PIL import Image

    with Image.open(io.BytesIO(data)) as made:
        return int(made.width), int(made.height)


def _parts(jpeg: bytes) -> Iterator[bytes]:
    """The parts that a decoder needs: no EXIF, no thumbnail, no comment, and nothing after the picture's end."""
    yield jpeg[:2]
    position = 2
    while jpeg[position + 1] != 0xD9:
        marker, end = jpeg[position + 1], position + 2 + int.from_bytes(jpeg[position + 2 : position + 4], "big")
        if marker == _SCAN:
            found = _SCAN_ENDS.search(jpeg, end)
            if not found:
                raise ValueError("the picture does not end")
            end = found.start()
        if marker == _ADOBE or not (0xE0 <= marker <= 0xEF or marker == 0xFE):
            yield jpeg[position:end]
        position = end
    yield jpeg[position : position + 2]
