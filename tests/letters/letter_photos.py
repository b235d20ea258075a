"""Pictures to test with, drawn here: as a telephone takes them, with where and when in them."""

import io
from functools import cache

from PIL import Image, ImageCms, ImageDraw

MAKER = "Eksempelkamera"
_ORIENTATION, _MAKER, _PLACE = 0x0112, 0x010F, 0x8825


@cache
def photo(width: int = 1600, height: int = 1200, *, turned: bool = False, form: str = "JPEG") -> bytes:
    """A picture with a red upper left corner, and EXIF that says where it was taken."""
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    ImageDraw.Draw(picture).rectangle((0, 0, width // 3, height // 3), fill=(200, 40, 40))
    exif = Image.Exif()
    exif[_MAKER], exif[_ORIENTATION] = MAKER, 6 if turned else 1
    exif.get_ifd(_PLACE).update({1: "N", 2: (59.0, 44.0, 30.0), 3: "E", 4: (10.0, 12.0, 0.0)})
    out = io.BytesIO()
    picture.save(out, form, exif=exif, quality=85)
    return out.getvalue()


@cache
def with_profile() -> bytes:
    """One that names the colours it was taken in."""
    out = io.BytesIO()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    Image.new("RGB", (400, 300), (10, 120, 200)).save(out, "JPEG", icc_profile=profile)
    return out.getvalue()


@cache
def see_through() -> bytes:
    """One that is clear where nothing is drawn."""
    out = io.BytesIO()
    Image.new("RGBA", (300, 200), (0, 0, 0, 0)).save(out, "PNG")
    return out.getvalue()
