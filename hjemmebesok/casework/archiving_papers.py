"""The programme's own papers to the archive: a case that is no household's, and a line in the log of each paper.

What goes there is what documents the programme: what the board was asked, and who came to which meeting. A day plan is
a caseworker's aid for the day, with nothing in it that is not in the cases: it is thrown away (arkivforskrifta).
"""

from collections.abc import Sequence

from hjemmebesok.casework.archiving import (
    CLIENTS_SHIELDED,
    ArchivePackage,
    archived_letters,
    as_they_were,
    name_in_journal,
    package_name,
)
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.exports import exported
from hjemmebesok.casework.filed import FiledLetter
from hjemmebesok.casework.letters import PAPERS
from hjemmebesok.domain.export import Export, Outward
from hjemmebesok.domain.letter import IssuedLetter
from hjemmebesok.domain.phrase import N_, Phrase, Refused
from hjemmebesok.exchange.archive import ArchiveDocument, Party, archive_package
from hjemmebesok.language import language
from hjemmebesok.letters.kinds.meeting_list import MeetingList
from hjemmebesok.letters.kinds.sale_frames import SaleFrames

PROGRAMME = "leie-til-eie"  # what the archive knows the case by: one a municipality, whoever hands the paper over
ARCHIVED = (SaleFrames.code, MeetingList.code)

_CASE_TITLE = N_("Leie til eie: papirer om programmet")
_BOARD = N_("Styret")


def package_of_papers(desk: Desk, papers: Sequence[FiledLetter], *, new_case: bool | None = None) -> ArchivePackage:
    """These papers as a package for the archive; nothing is written. The same papers give the same bytes.

    `new_case`: whether the archive is asked to make the programme's case; by default where no paper on this laptop has
    been archived before. Raises Refused without a paper, and for what is no paper of the programme.
    """
    if not papers:
        raise Refused(Phrase("Velg hvilke papirer som skal til arkivet."))
    if any(each.letter.letter not in ARCHIVED for each in papers):
        raise Refused(Phrase("Bare saker til styret og deltakerlister hører til i programmets arkivsak."))
    first = not _archived(desk) if new_case is None else new_case
    documents = [_document(desk, filed, new_case=first and at == 0) for at, filed in enumerate(papers)]
    data = archive_package(documents)
    lines = [exported(desk, each.letter.case, Outward.ARCHIVE, data, (each.letter.id,)) for each in papers]
    return ArchivePackage(data, package_name(desk, lines[0]), tuple(lines))


def papers_to_archive(desk: Desk, *, again: bool = False) -> list[IssuedLetter]:
    """The programme's papers that are in no package yet, oldest first; `again`: those that are, too."""
    archived = frozenset() if again else _archived(desk)
    return [each for each in _papers(desk) if each.id not in archived]


def papers_made_again(desk: Desk) -> tuple[list[FiledLetter], list[IssuedLetter]]:
    """The papers that are in no package yet, made again as they were; and those that cannot be."""
    return as_they_were(desk, papers_to_archive(desk))


def _papers(desk: Desk) -> list[IssuedLetter]:
    with desk.read() as reading:
        return [each for each in reading.all(IssuedLetter) if each.letter in ARCHIVED]


def _archived(desk: Desk) -> frozenset[str]:
    """Ids of the papers that are in a package for the archive already."""
    with desk.read() as reading:
        archived = archived_letters(reading.all(Export))
    return archived & {each.id for each in _papers(desk)}


def _document(desk: Desk, filed: FiledLetter, *, new_case: bool) -> ArchiveDocument:
    say, letter = language("nb").say, filed.letter
    names_clients = letter.letter == MeetingList.code
    return ArchiveDocument(
        key=letter.id,
        case_key=PROGRAMME,
        title=say(dict(PAPERS)[letter.letter]),
        case_title=say(_CASE_TITLE) if new_case else "",
        outgoing=False,
        pdf=filed.pdf,
        file_name=name_in_journal(filed),
        written_on=filed.written_on,
        made_at=letter.made_at,
        made_by=letter.made_by,
        municipality=desk.municipality,
        party=Party(name=desk.municipality if names_clients else say(_BOARD), person=False),
        shielding=CLIENTS_SHIELDED if names_clients else None,
        open_case=True,
    )
