"""The proposal to the landlord's board for the frames of all sales, from everything on this laptop."""

from collections import Counter

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.letters.wanted import signed, to_board
from hjemmebesok.domain.dwelling import Dwelling
from hjemmebesok.domain.household import Household
from hjemmebesok.domain.kartlegging import Kartlegging
from hjemmebesok.domain.letter import Details
from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.domain.visit import Visit, VisitStatus
from hjemmebesok.letters.kinds.sale_frames import SaleFrames
from hjemmebesok.store.reading import Reading


def sale_frames(desk: Desk, about: str, details: Details) -> SaleFrames:
    """Raises Refused where no dwelling here is in a borettslag. A protected household's dwelling is not counted."""
    with desk.read() as reading:
        dwellings, wishes = _dwellings(reading), _wishes(reading)
    if not dwellings:
        raise Refused(Phrase("Ingen boliger her er ført opp i et borettslag."))
    return SaleFrames(
        **signed(desk),
        recipient=to_board(details),
        dwellings=tuple(sorted(dwellings.items())),
        visited=len(wishes),
        wish_to_own=sum(wish is True for wish in wishes.values()),
    )


def _dwellings(reading: Reading) -> Counter[str]:
    protected = {each.id for each in reading.all(Household) if each.protection.masks_address}
    homes = (home for home in reading.all(Dwelling) if home.case not in protected and home.borettslag_number)
    return Counter(" ".join(filter(None, (home.estate, home.borettslag_number))) for home in homes)


def _wishes(reading: Reading) -> dict[str, object]:
    """What each household that has been visited answered last, by case."""
    closed = [visit for visit in reading.all(Visit) if visit.status is VisitStatus.CLOSED]
    forms = {form.visit: form.answers for form in reading.all(Kartlegging)}
    newest_last = sorted(closed, key=lambda visit: (visit.starts, visit.version))
    return {visit.case: forms.get(visit.id, {}).get("wishes.own") for visit in newest_last}
