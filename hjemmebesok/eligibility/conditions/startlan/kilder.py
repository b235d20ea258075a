"""Kilder (sources): how the regulation and the guide that startlån rests on are named. The guide's pages keep their
names."""

from hjemmebesok.domain.phrase import Phrase


def forskrift(paragraph: str) -> Phrase:
    """A section of the regulation, FOR-2019-11-18-1546."""
    return Phrase("Forskrift om lån fra Husbanken § {paragraph}", paragraph=paragraph)


def veileder(page: str) -> Phrase:
    """A page of the guide, HB 7.B.19 as it was on 19 August 2025."""
    return Phrase("Husbankens veileder for startlån, «{page}»", page=page)


def both(paragraph: str, page: str) -> Phrase:
    """The section and the page that explains it."""
    return Phrase("{one}; {other}", one=forskrift(paragraph), other=veileder(page))
