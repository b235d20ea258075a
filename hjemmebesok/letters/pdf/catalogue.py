"""The catalogue: what the file declares to be, in the dictionaries that validators read first."""

from typing import Any

from hjemmebesok.letters.pdf.colour import srgb_profile
from hjemmebesok.letters.pdf.metadata import CREATOR, PRODUCER, Metadata

_SRGB = "sRGB IEC61966-2.1"


def declare(document: Any, metadata: Metadata) -> None:
    """Declare ReportLab's document to be a tagged PDF/A-2a and PDF/UA-1 with these facts."""
    from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, ViewerPreferencesPDFDictionary

    catalogue = document.Catalog
    _inform(document, metadata)
    catalogue.__NoDefault__ = [*catalogue.__NoDefault__, "OutputIntents"]
    catalogue.OutputIntents = PDFArray([_output_intent(document)])
    catalogue.MarkInfo = PDFDictionary({"Marked": "true"})
    catalogue.ViewerPreferences = ViewerPreferencesPDFDictionary({"DisplayDocTitle": "true"})


def _inform(document: Any, metadata: Metadata) -> None:
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream

    info, day = document.info, metadata.written_on
    document._timeStamp.YMDhms = (day.year, day.month, day.day, 0, 0, 0)
    info.title = info.subject = metadata.title
    info.author, info.keywords = metadata.author, metadata.version
    info.creator, info.producer = CREATOR, PRODUCER
    kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
    document.Catalog.Metadata = PDFStream(kind, metadata.packet())


def _output_intent(document: Any) -> Any:
    from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress

    profile = PDFStream(PDFDictionary({"N": 3}), srgb_profile(), [PDFZCompress])
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": PDFString(_SRGB),
            "Info": PDFString(_SRGB),
            "DestOutputProfile": document.Reference(profile),
        }
    )
