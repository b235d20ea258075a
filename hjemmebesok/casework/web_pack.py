"""The programme's texts as pages for the municipality's own website, in every language they are written in."""

from dataclasses import dataclass, replace
from itertools import product

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.text_approval import standings
from hjemmebesok.domain.phrase import N_
from hjemmebesok.language import LANGUAGES, OWN_NAMES, Language, language
from hjemmebesok.letters.document import Block, Heading, Run, plain
from hjemmebesok.letters.kinds.information import InformationFolder, InformationLetter
from hjemmebesok.letters.tag import tag
from hjemmebesok.letters.texts import SHIPPED, Texts
from hjemmebesok.letters.web import Link, web_page
from hjemmebesok.letters.web.public import public_blocks

_KINDS = (InformationLetter.code, InformationFolder.code)
_PROGRAMME = "Leie til eie"  # its name in every language


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicContact:
    """Whom everybody may ask: an office, never one caseworker. What is not given is not on the pages."""

    municipality: str = ""
    phone: str = ""
    email: str = ""
    office: str = ""  # where it is: street and place


def web_pack(contact: PublicContact, texts: Texts = SHIPPED) -> dict[str, bytes]:
    """Each page by its file name: the letter and the folder in each language, and `index.html` that leads to them.

    The same texts give the same bytes. Raises Refused where a text is missing or behind in one of the languages.
    """
    pages = {(kind, code): _blocks(kind, code, contact, texts) for kind, code in product(_KINDS, LANGUAGES)}
    links = [Link(_name(*place), _link_words(place[1], blocks), tag(place[1])) for place, blocks in pages.items()]
    title = (Heading(1, (Run(_PROGRAMME),)),)
    files = {"index.html": web_page(title, lang=tag("nb"), title=_PROGRAMME, links=links, links_are=_languages())}
    for (kind, code), blocks in pages.items():
        others = [link for link in links if link.href != _name(kind, code)]
        files[_name(kind, code)] = web_page(
            blocks, lang=tag(code), title=_title(blocks), links=others, links_are=_languages()
        )
    return files


def web_pack_in_force(desk: Desk, contact: PublicContact) -> tuple[dict[str, bytes], bool]:
    """The pages with this municipality's own texts and name, and whether every wording on them is approved."""
    with desk.read() as reading:
        standing = standings(reading)
    if not contact.municipality:
        contact = replace(contact, municipality=desk.municipality)
    approved = all(standing.approved(kind, LANGUAGES) for kind in _KINDS)
    return web_pack(contact, standing.texts), approved


def _blocks(kind: str, code: str, contact: PublicContact, texts: Texts) -> tuple[Block, ...]:
    say = language(code, strict=True)
    return public_blocks(kind, say, _values(contact, say), texts)


def _values(contact: PublicContact, say: Language) -> dict[str, str]:
    municipality = contact.municipality or say.say(N_("kommunen"))
    return {
        "kommune": municipality,
        "saksbehandler": municipality,
        "telefon": contact.phone,
        "epost": contact.email,
        "kontor": contact.office,
    }


def _name(kind: str, code: str) -> str:
    return f"{kind.replace('_', '-')}-{code}.html"


def _link_words(code: str, blocks: tuple[Block, ...]) -> str:
    return f"{_title(blocks)} ({OWN_NAMES[code]})"


def _title(blocks: tuple[Block, ...]) -> str:
    return next(plain(block.words) for block in blocks if isinstance(block, Heading))


def _languages() -> str:
    return " · ".join(OWN_NAMES[code] for code in LANGUAGES)
