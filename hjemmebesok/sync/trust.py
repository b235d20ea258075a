"""Whom we talk to on the net: over HTTPS, with a certificate the system trusts or the municipality has vouched for."""

import re
import ssl
from functools import cache
from urllib.parse import urlsplit

import truststore

from hjemmebesok.sync.trouble import SyncTrouble, Trouble

_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_CERTIFICATE = re.compile(r"-----BEGIN CERTIFICATE-----.+?-----END CERTIFICATE-----", re.DOTALL)
_CUT_OFF = (ssl.SSLEOFError, ssl.SSLZeroReturnError)  # in the midst of the handshake: that says nothing of anybody
_NOT_NOW = (9, 10, 0x800B0101, -67819, -67818)  # not valid yet or any more: to OpenSSL, Windows, macOS


def checked(address: str) -> str:
    """The address, where something can be asked there. Raises SyncTrouble for one that cannot be read or is not
    protected; only what stays on this computer may go without."""
    try:
        parts = urlsplit(address)
        named = bool(parts.hostname) and parts.port != 0 and address.isprintable() and " " not in address
    except ValueError:
        named = False
    if not named:
        raise SyncTrouble(Trouble.NO_ADDRESS)
    if parts.scheme != "https" and (parts.scheme != "http" or parts.hostname not in _LOOPBACK):
        raise SyncTrouble(Trouble.UNPROTECTED)
    return address


def authority_in(file: bytes) -> str:
    """The certificates (PEM) in a CA file: its text, or the one of which it is the bytes (DER, as Windows writes them).
    They are kept with the laptop: the file, which may lie on a stick, is not needed again. Raises SyncTrouble where
    there are none."""
    found = _CERTIFICATE.findall(file.decode("latin-1")) or [ssl.DER_cert_to_PEM_cert(file)]
    authority = "\n".join(found)
    trusted(authority)
    return authority


def trusted(authority: str) -> ssl.SSLContext:
    """The system's trust, and that of these certificates (PEM) besides. Raises SyncTrouble where they are none."""
    if not authority:
        return _of_the_system()
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    try:
        context.load_verify_locations(cadata=authority)
    except (OSError, ValueError, TypeError) as error:
        raise SyncTrouble(Trouble.NO_AUTHORITY) from error
    return context


@cache
def _of_the_system() -> ssl.SSLContext:
    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def unreached(error: BaseException | None, otherwise: Trouble = Trouble.NO_NETWORK) -> Trouble:
    """Why a connection did not come about."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return Trouble.WRONG_CLOCK if error.verify_code in _NOT_NOW else Trouble.NOT_TRUSTED
        if isinstance(error, ssl.SSLError) and not isinstance(error, _CUT_OFF):
            return Trouble.NOT_THE_SERVER  # it speaks no TLS, as the page of a guest network
        error = error.__cause__ or error.__context__
    return otherwise
