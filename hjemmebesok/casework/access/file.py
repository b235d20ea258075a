"""The package for the one who asks: seen before it is written, sealed with a passphrase, and noted."""

from collections.abc import Iterator
from dataclasses import dataclass

from hjemmebesok.casework.access.data import as_json
from hjemmebesok.casework.access.drawn import svg
from hjemmebesok.casework.access.page import TITLE, page_blocks
from hjemmebesok.casework.access.sheet import Sheet
from hjemmebesok.casework.access.told import Told, told
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.exports import exported, note_export
from hjemmebesok.casework.filed import FiledLetter, letter_as_filed
from hjemmebesok.casework.photos import picture_of
from hjemmebesok.casework.writing import refuse_reader
from hjemmebesok.domain.export import Outward
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.kartlegging import FIELDS, Kartlegging
from hjemmebesok.domain.kartlegging.fields import Text
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.meeting import Meeting, Participant
from hjemmebesok.domain.photo import Photo
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Refused, Words
from hjemmebesok.domain.signature import Signature
from hjemmebesok.domain.visit import Visit
from hjemmebesok.exchange.package import with_manifest, zipped
from hjemmebesok.exchange.sealed import sealed
from hjemmebesok.language import LANGUAGES, OWN_NAMES, language
from hjemmebesok.letters.tag import tag
from hjemmebesok.letters.web import Link, web_page
from hjemmebesok.store.changes import Changes


@dataclass(frozen=True, slots=True)
class AccessFile:
    """What will be handed out, seen before anything is written. File names name nobody.

    `parts` say how much of each thing there is, `read_first` which free texts somebody must read through before the
    file leaves the house, because they may speak of others in words that no program knows.
    """

    household: str
    person: str
    files: dict[str, bytes]
    parts: tuple[Words, ...]
    held_back: int
    read_first: tuple[Words, ...]
    file_name: str


def access_file(desk: Desk, household_id: str, person_id: str, included: frozenset[str] = frozenset()) -> AccessFile:
    """Everything for one person of the household who asks; `included` are the others there who have agreed to be in it,
    or whom she answers for (ids). Nothing is written.

    Raises Refused where she is not of the household, for a strengt fortrolig one, and for who may only read.
    """
    refuse_reader(desk)
    with desk.read() as reading:
        found = told(reading, household_id, person_id, included)
        seats = {seat.meeting for seat in found.all(Participant)}
        meetings = {meeting.id: meeting for meeting in reading.all(Meeting) if meeting.id in seats}
    letters = {filed.letter.id: filed for filed in _letters(desk, found)}
    files = _pages(desk, found, meetings, frozenset(letters))
    files["innsyn.json"] = as_json(found, desk.municipality, desk.user.name, desk.now())
    for number, filed in enumerate(letters.values(), 1):
        files[f"brev/{number}-{filed.file_name}"] = filed.pdf
    files |= _photos(desk, found)
    files |= {f"underskrifter/{n}.svg": svg(each) for n, each in enumerate(found.all(Signature), 1)}
    parts, first = tuple(_parts(found, len(letters))), tuple(_free_texts(found))
    name = f"innsyn-{desk.today():%Y-%m-%d}.zip"
    return AccessFile(household_id, person_id, files, parts, found.held_back, first, name)


def packed(file: AccessFile) -> bytes:
    """The package as anyone can open it: for handing over in person, on a medium that is hers from then on."""
    return zipped(with_manifest(file.files))


def packed_and_sealed(file: AccessFile, passphrase: str) -> bytes:
    """The package as only the passphrase opens it. Raises Refused for a short one. Tell it to her another way."""
    return sealed(with_manifest(file.files), passphrase)


def note_access(desk: Desk, file: AccessFile, data: bytes) -> Changes:
    """Note with the household that the package was handed out, to whom and with which hash."""
    return note_export(desk, exported(desk, file.household, Outward.ACCESS, data, (file.person,)))


def _pages(desk: Desk, found: Told, meetings: dict[str, Meeting], attached: frozenset[str]) -> dict[str, bytes]:
    names = {code: f"innsyn-{code}.html" for code in LANGUAGES}
    links = [Link(names[code], OWN_NAMES[code], tag(code)) for code in LANGUAGES]
    pages = {}
    for code, name in names.items():
        say = language(code)
        blocks = tuple(page_blocks(found, meetings, attached, {desk.user.id: desk.user.name}, Sheet(say)))
        others = [link for link in links if link.href != name]
        languages = " · ".join(OWN_NAMES.values())
        pages[name] = web_page(blocks, lang=tag(code), title=say.say(TITLE), links=others, links_are=languages)
    return pages


def _letters(desk: Desk, found: Told) -> Iterator[FiledLetter]:
    """The letters as they were, where they can be made so again. One about a visit can speak of everyone at home, so
    it is left out while there is somebody there who has not agreed."""
    visits = {visit.id for visit in found.all(Visit)}
    for letter in found.all(IssuedLetter):
        if found.asker.others and letter.about in visits:
            continue
        try:
            yield letter_as_filed(desk, letter)
        except Refused:
            continue  # the page says that it is not there


def _photos(desk: Desk, found: Told) -> dict[str, bytes]:
    """The pictures from visits. One may show what is another's, so the rule is that of letters about visits."""
    pictures = [] if found.asker.others else [picture_of(desk, photo) for photo in found.all(Photo)]
    return {f"bilder/{number}.jpg": picture for number, picture in enumerate(filter(None, pictures), 1)}


def _parts(found: Told, letters: int) -> Iterator[Words]:
    yield Plural(
        "{n} opplysning i mappen", "{n} opplysninger i mappen", sum(len(each.fields) for each in found.records)
    )
    yield Plural("{n} hjemmebesøk", "{n} hjemmebesøk", len(found.all(Visit)))
    yield Plural("{n} bilde", "{n} bilder", len(found.all(Photo)))
    yield Plural("{n} underskrift på skjermen", "{n} underskrifter på skjermen", len(found.all(Signature)))
    yield Plural("{n} fellesmøte", "{n} fellesmøter", len(found.all(Participant)))
    made = len(found.all(IssuedLetter))
    yield Phrase("{attached} av {made} brev ligger ved som PDF", attached=letters, made=made)
    yield Plural("{n} endring i loggen", "{n} endringer i loggen", len(found.changes))
    yield Plural("{n} felt med to svar", "{n} felt med to svar", len(found.two_values))


def _free_texts(found: Told) -> Iterator[Words]:
    if any(household.safety_note for household in found.all(Household)):
        yield N_("Sikkerhet")
    if any(seat.note for seat in found.all(Participant)):
        yield N_("Notat fra samtalen")
    answered = {key for form in found.all(Kartlegging) for key, value in form.answers.items() if value}
    yield from (field.label for key, field in FIELDS.items() if isinstance(field, Text) and key in answered)
