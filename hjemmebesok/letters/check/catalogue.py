"""What the file declares to be: catalogue, metadata and output intent. Source: ISO 19005-2 and ISO 14289-1."""

import re
from collections.abc import Iterator

import pikepdf
from pikepdf import Dictionary, Name

LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?")  # the part of BCP 47 that letters use

_DECLARED = {
    "{http://www.aiim.org/pdfa/ns/id/}part": "2",
    "{http://www.aiim.org/pdfa/ns/id/}conformance": "A",
    "{http://www.aiim.org/pdfua/ns/id/}part": "1",
}
_AGREE = {
    "/Title": "dc:title",
    "/Subject": "dc:description",
    "/Keywords": "pdf:Keywords",
    "/Creator": "xmp:CreatorTool",
    "/Producer": "pdf:Producer",
}
_DATES = {"/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate"}
_FORBIDDEN = ("/OpenAction", "/AA", "/AcroForm", "/Collection", "/AF")


def catalogue_findings(pdf: pikepdf.Pdf) -> Iterator[str]:
    """What the catalogue and the metadata lack, or have and should not."""
    root = pdf.Root
    if pdf.is_encrypted:
        yield "the file is encrypted"
    if "/ID" not in pdf.trailer:
        yield "the file has no ID"
    if not LANGUAGE.fullmatch(str(root.get("/Lang", ""))):
        yield "the file's language is missing or not well formed"
    if not root.get("/MarkInfo", Dictionary()).get("/Marked"):
        yield "the file is not marked as tagged"
    if not root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle"):
        yield "the title is not set to be shown"
    yield from (f"the catalogue has {key}" for key in _FORBIDDEN if key in root)
    yield from (f"the catalogue's names have {key}" for key in root.get("/Names", {}))
    yield from _output_intent_findings(root)
    yield from _metadata_findings(pdf)


def _output_intent_findings(root: pikepdf.Object) -> Iterator[str]:
    intents = list(root.get("/OutputIntents", []))
    if not any(intent.get("/S") == Name.GTS_PDFA1 and "/DestOutputProfile" in intent for intent in intents):
        yield "the output intent is missing"


def _metadata_findings(pdf: pikepdf.Pdf) -> Iterator[str]:
    if "/Metadata" not in pdf.Root:
        yield "there is no XMP metadata"
        return
    if "/Filter" in pdf.Root.Metadata:
        yield "the XMP metadata is compressed"
    if b"<pdfaSchema:prefix>pdfuaid<" not in pdf.Root.Metadata.read_bytes():
        yield "the XMP metadata does not describe the pdfuaid schema"
    xmp = pdf.open_metadata()
    for key, value in _DECLARED.items():
        if xmp.get(key) != value:
            yield f"the XMP metadata does not declare {key} {value}"
    if not xmp.get("dc:title"):
        yield "the XMP metadata has no title"
    for info, key in _AGREE.items():
        if str(pdf.docinfo.get(info, "")) != str(xmp.get(key) or ""):
            yield f"{info} differs from {key} in the XMP metadata"
    for info, key in _DATES.items():
        if _moment(pdf.docinfo.get(info)) != _moment(xmp.get(key)):
            yield f"{info} differs from {key} in the XMP metadata"


def _moment(date: object) -> str:
    # Both forms begin with year, month, day, hour, minute and second: D:20261012103000 and 2026-10-12T10:30:00.
    return re.sub(r"\D", "", str(date))[:14]
