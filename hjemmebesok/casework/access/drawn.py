"""A signature that was drawn on the screen, as a picture that any browser shows."""

from xml.etree.ElementTree import Element, SubElement, tostring

from hjemmebesok.domain.signature import HEIGHT, WIDTH, Signature

_SVG = "http://www.w3.org/2000/svg"
_PEN = {"fill": "none", "stroke": "#000", "stroke-width": "6", "stroke-linecap": "round", "stroke-linejoin": "round"}


def svg(signature: Signature) -> bytes:
    """Its lines, called by the name of who drew it. The same signature gives the same bytes."""
    drawing = Element("svg", {"xmlns": _SVG, "viewBox": f"0 0 {WIDTH} {HEIGHT}", "role": "img"})
    SubElement(drawing, "title").text = signature.name
    SubElement(drawing, "path", {"d": " ".join(map(_path, filter(None, signature.strokes))), **_PEN})
    written: bytes = tostring(drawing, encoding="utf-8", xml_declaration=True)
    return written


def _path(stroke: tuple[tuple[int, int], ...]) -> str:
    return "M" + " L".join(f"{x} {y}" for x, y in stroke)
