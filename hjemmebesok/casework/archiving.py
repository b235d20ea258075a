"""Letters to the municipality's archive: a package to hand over, and a line in the household's log."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.exports import exported, refuse_barred
from hjemmebesok.casework.filed import FiledLetter, letter_as_filed
from hjemmebesok.casework.households import HouseholdCard, card_of
from hjemmebesok.casework.letters import KINDS
from hjemmebesok.casework.writing import refuse_reader
from hjemmebesok.domain.export import Export, Outward
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.phrase import N_, Phrase, Refused
from hjemmebesok.exchange.archive import ArchiveDocument, Party, Shielding, archive_package
from hjemmebesok.language import language
from hjemmebesok.letters.kinds.board_proposal import BoardProposal
from hjemmebesok.store.changes import Changes

_CASE_TITLE = N_("Leie til eie: veiledning")
_LETTER = N_("Brev")
_BOARD = N_("Styret")

# That somebody is a client at all is confidential, so every letter is shielded. The archive maps the code to its own.
CLIENTS_SHIELDED = Shielding("UO", "Offentleglova § 13, jf. forvaltningsloven § 13 første ledd nr. 1")


@dataclass(frozen=True, slots=True)
class ArchivePackage:
    """A ZIP for the archive and its lines for the log, one a case. `file_name` names nobody."""

    data: bytes
    file_name: str
    exports: tuple[Export, ...]


def package_for_archive(
    desk: Desk, household_id: str, letters: Sequence[FiledLetter], *, new_case: bool | None = None
) -> ArchivePackage:
    """Letters of one household as a package for the archive; nothing is written. The same letters give the same bytes.

    `new_case`: whether the archive is asked to make the case; by default the first time only. Raises Refused without a
    letter, for a letter to somebody else, and for strengt fortrolig address.
    """
    if not letters:
        raise Refused(Phrase("Velg hvilke brev som skal til arkivet."))
    with desk.read() as reading:
        card = card_of(reading, household_id)
        before = any(each.what is Outward.ARCHIVE for each in reading.in_case(Export, household_id))
    refuse_barred(card.household)
    if any(each.letter.case != household_id for each in letters):
        raise Refused(Phrase("Brevet hører til en annen husstand."))
    first = not before if new_case is None else new_case
    documents = [_document(desk, card, filed, new_case=first and at == 0) for at, filed in enumerate(letters)]
    data = archive_package(documents)
    export = exported(desk, household_id, Outward.ARCHIVE, data, tuple(each.letter.id for each in letters))
    return ArchivePackage(data, package_name(desk, export), (export,))


def package_name(desk: Desk, export: Export) -> str:
    """What to call the file."""
    return f"arkivpakke-{desk.today():%Y-%m-%d}-{export.sha256[:8]}.zip"


def note_archived(desk: Desk, package: ArchivePackage) -> Changes:
    """Note in each case that the package was handed over, with its hash."""
    with desk.work() as work:
        for export in package.exports:
            work.put(export)
        return work.changes


def archived_letters(exports: Iterable[Export]) -> frozenset[str]:
    """Ids of the letters that are in a package for the archive already."""
    return frozenset(letter for each in exports if each.what is Outward.ARCHIVE for letter in each.about)


def letters_to_archive(desk: Desk, household_id: str, *, again: bool = False) -> list[IssuedLetter]:
    """The letters of the household's log that are in no package yet, oldest first; `again`: those that are, too."""
    with desk.read() as reading:
        archived = frozenset() if again else archived_letters(reading.in_case(Export, household_id))
        return [each for each in reading.in_case(IssuedLetter, household_id) if each.id not in archived]


def made_again(desk: Desk, household_id: str) -> tuple[list[FiledLetter], list[IssuedLetter]]:
    """The letters of the household that are in no package yet, made again as they were; and those that cannot be."""
    return as_they_were(desk, letters_to_archive(desk, household_id))


def as_they_were(desk: Desk, letters: Iterable[IssuedLetter]) -> tuple[list[FiledLetter], list[IssuedLetter]]:
    """These letters made again, and those that would not be the same. Raises Refused where she may only read."""
    refuse_reader(desk)
    filed, changed = [], []
    for issued in letters:
        try:
            filed.append(letter_as_filed(desk, issued))
        except Refused:
            changed.append(issued)
    return filed, changed


def as_saved(desk: Desk, letters: Iterable[IssuedLetter], files: Iterable[bytes]) -> list[FiledLetter]:
    """Those of the letters that are among these files, by their SHA-256. Raises Refused for a file that may not be
    archived any more."""
    saved = {hashlib.sha256(file).hexdigest(): file for file in files}
    return [letter_as_filed(desk, each, saved[each.sha256]) for each in letters if each.sha256 in saved]


def _document(desk: Desk, card: HouseholdCard, filed: FiledLetter, *, new_case: bool) -> ArchiveDocument:
    say, letter = language("nb").say, filed.letter
    to_board = letter.letter == BoardProposal.code
    return ArchiveDocument(
        key=letter.id,
        case_key=card.household.id,
        title=say(dict(KINDS).get(letter.letter, _LETTER)),
        case_title=say(_CASE_TITLE) if new_case else "",
        pdf=filed.pdf,
        file_name=name_in_journal(filed),
        written_on=filed.written_on,
        made_at=letter.made_at,
        made_by=letter.made_by,
        municipality=desk.municipality,
        outgoing=not to_board,
        party=Party(name=say(_BOARD), person=False) if to_board else _party(card),
        shielding=CLIENTS_SHIELDED,
    )


def name_in_journal(filed: FiledLetter) -> str:
    """Without the language, which could tell where somebody comes from to whoever reads the journal."""
    return f"{filed.letter.letter.replace('_', '-')}-{filed.written_on:%Y-%m-%d}.pdf"


def _party(card: HouseholdCard) -> Party:
    name, protection, home = card.household.name, card.household.protection, card.dwelling
    if home is None or protection.masks_address:
        return Party(name=name, protection=protection)
    return Party(name=name, street=home.street_line, postcode=home.postcode, place=home.place, protection=protection)
