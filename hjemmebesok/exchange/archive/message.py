"""One letter as a Fiks Arkiv message: a journalpost with its main document and, where it is new, the case."""

import hashlib
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any, TypeAlias

from lxml import etree
from lxml.builder import ElementMaker

from hjemmebesok.exchange.archive.codes import checked
from hjemmebesok.exchange.archive.document import ArchiveDocument, Shielding

SYSTEM = "hjemmebesok"
_FIKS = "https://ks-no.github.io/standarder/fiks-protokoll/fiks-arkiv"
MESSAGE = f"{_FIKS}/arkivmelding/opprett/v1"
CATALOGUE = f"{_FIKS}/metadatakatalog/v1"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_TYPE = f"{{{_XSI}}}type"
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

_m = ElementMaker(namespace=MESSAGE, nsmap={None: MESSAGE, "m": CATALOGUE, "xsi": _XSI})
_c = ElementMaker(namespace=CATALOGUE)

Element: TypeAlias = Any  # lxml says nothing about its types


def arkivmelding(document: ArchiveDocument) -> bytes:
    """The message as XML. The order of the elements is the schema's; the same letter gives the same bytes."""
    message = _m.arkivmelding(_text("system", SYSTEM), _text("antallFiler", "1"))
    if document.case_title:
        message.append(_case(document))
    message.append(_journalpost(document))
    written: bytes = etree.tostring(message, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


def _case(document: ArchiveDocument) -> Element:
    return _m.mappe(
        {_TYPE: "saksmappe"},
        _text("tittel", document.case_title),
        _text("offentligTittel", document.case_title),
        *_shielding(None if document.open_case else document.shielding),
        _m.referanseEksternNoekkel(*_key(document.case_key)),
        _coded("saksstatus", "B"),
    )


def _journalpost(document: ArchiveDocument) -> Element:
    return _m.registrering(
        {_TYPE: "journalpost"},
        *_made(document),
        _m.referanseForelderMappe(_c.referanseEksternNoekkel(*_key(document.case_key))),
        *_shielding(document.shielding),
        _document(document),
        _text("tittel", document.title),
        _text("offentligTittel", document.title),
        *_parties(document),
        _m.referanseEksternNoekkel(*_key(document.key)),
        _coded("journalposttype", "U" if document.outgoing else "X"),
        _coded("journalstatus", "F"),
        _text("dokumentetsDato", document.written_on.isoformat()),
    )


def _document(document: ArchiveDocument) -> Element:
    return _m.dokumentbeskrivelse(
        _coded("dokumenttype", "KORR" if document.outgoing else "NOTAT"),
        _coded("dokumentstatus", "F"),
        _text("tittel", document.title),
        *_made(document),
        _coded("tilknyttetRegistreringSom", "H"),
        _text("dokumentnummer", "1"),
        *_shielding(document.shielding),
        _m.dokumentobjekt(
            _text("versjonsnummer", "1"),
            _coded("variantformat", "A"),
            _text("formatDetaljer", "PDF/A-2a"),
            _text("mimeType", "application/pdf"),
            *_made(document),
            _text("filnavn", document.file_name),
            _text("referanseDokumentfil", document.file_name),
            _text("sjekksum", hashlib.sha256(document.pdf).hexdigest()),
            _text("sjekksumAlgoritme", "SHA-256"),
            _text("filstoerrelse", str(len(document.pdf))),
        ),
    )


def _parties(document: ArchiveDocument) -> Iterator[Element]:
    yield _m.korrespondansepart(
        _coded("korrespondanseparttype", "EA" if document.outgoing else "IA"),
        _text("korrespondansepartNavn", document.municipality),
        _m.saksbehandler(_c.navn(_clean(document.made_by))),
    )
    yield _m.korrespondansepart(
        _coded("korrespondanseparttype", "EM" if document.outgoing else "IM"),
        _text("korrespondansepartNavn", document.party.name),
        *_address(document),
        _text("erSkjermet", "true" if document.shielding and document.party.person else "false"),
        _text("erPersonnavn", "true" if document.party.person else "false"),
    )


def _address(document: ArchiveDocument) -> Iterator[Element]:
    party = document.party
    if party.protection.masks_address or not document.outgoing:
        return
    told = (("postadresse", party.street), ("postnummer", party.postcode), ("poststed", party.place))
    yield from (_text(name, value) for name, value in told if value)


def _shielding(shielding: Shielding | None) -> Iterator[Element]:
    if shielding:
        yield _m.skjerming(
            _m.tilgangsrestriksjon(_c.kode(shielding.restriction)), _text("skjermingshjemmel", shielding.hjemmel)
        )


def _made(document: ArchiveDocument) -> Iterator[Element]:
    yield _text("opprettetDato", _moment(document.made_at))
    yield _text("opprettetAv", document.made_by)


def _key(key: str) -> Iterator[Element]:
    yield _c.fagsystem(SYSTEM)
    yield _c.noekkel(key)


def _coded(name: str, code: str) -> Element:
    return _m(name, _c.kode(checked(name, code)))


def _text(name: str, text: str) -> Element:
    return _m(name, _clean(text))


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)  # a stray control character in a name has no place in XML


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
