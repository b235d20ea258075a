"""What the file says about itself: the XMP packet, which must agree with the document information dictionary."""

from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from hjemmebesok import __version__

CREATOR = f"Hjemmebesøk {__version__}"
PRODUCER = CREATOR


@dataclass(frozen=True, slots=True)
class Metadata:
    """The facts of one file. `version` is the version of the text that the letter was made from."""

    title: str
    author: str
    language: str  # BCP 47
    written_on: date
    version: str

    def packet(self) -> bytes:
        """The XMP packet, with PDF/A-2a and PDF/UA-1 declared."""
        facts = {name: escape(value) for name, value in self._facts().items()}
        return _PACKET.format(**facts, pdfua=_PDFUA_SCHEMA).encode()

    def _facts(self) -> dict[str, str]:
        return {
            "title": self.title,
            "author": self.author,
            "language": self.language,
            "moment": f"{self.written_on:%Y-%m-%d}T00:00:00Z",
            "version": self.version,
            "creator": CREATOR,
            "producer": PRODUCER,
        }


# PDF/A knows every namespace it allows; that of PDF/UA must be described in the file (ISO 19005-2, 6.6.2.3.3).
_PDFUA_SCHEMA = """\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>"""

_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer><pdf:Keywords>{version}</pdf:Keywords>
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
{pdfua}
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
