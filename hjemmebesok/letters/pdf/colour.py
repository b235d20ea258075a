"""Colours: the letter's few, and the sRGB profile that says what they mean (PDF/A's output intent)."""

from functools import cache

from hjemmebesok.letters.pdf.file import compressed, stream

INK = (0.11, 0.13, 0.15)
MUTED = (0.33, 0.36, 0.40)  # 7:1 against white
ACCENT = (0.04, 0.36, 0.34)
LINE = (0.78, 0.80, 0.82)
SHADE = (0.93, 0.95, 0.95)

_CREATED = slice(24, 36)
_PROFILE_ID = slice(84, 100)


@cache
def srgb_profile() -> bytes:
    """An ICC profile for sRGB, the same bytes every time."""
    from PIL import ImageCms

    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    # The library stamps the profile with the time it was made and a digest over that; both are optional.
    profile[_CREATED] = bytes([0x07, 0xE8, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0])
    profile[_PROFILE_ID] = bytes(16)
    return bytes(profile)


@cache
def packed_profile() -> bytes:
    """The same as a stream for a PDF, ready written."""
    return stream(*compressed("/N 3", srgb_profile()))
