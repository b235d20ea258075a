"""Which addresses the server asks others at: over https, or on its own machine."""

from urllib.parse import urlsplit

_LOOPBACK = ("127.0.0.1", "::1", "localhost")


def is_protected(url: str) -> bool:
    """Whether this is an address, and nobody on the way there can read or change what is said."""
    try:
        address = urlsplit(url)
        named = bool(address.hostname) and address.port != 0 and url.isprintable() and " " not in url
    except ValueError:
        return False
    return named and (address.scheme == "https" or (address.scheme == "http" and address.hostname in _LOOPBACK))
