"""Innsyn (right of access): everything this laptop holds about a household, for one person in it who asks.

Source: personvernforordningen art. 12 and 15. Those who live together are not parties to each other's matters, so what
is about the others stays out unless they have agreed or are children that the one who asks answers for; the leaseholder
is party to the household's case, and anyone else sees what is about themselves. People of other households are never in
it. What is held back is counted and told.

A fortrolig address (kode 7) is masked here as in everything else that leaves the program: the file travels, the one who
asks knows the address, and it can be shown at the office. A strengt fortrolig case (kode 6) is refused.
"""

from hjemmebesok.casework.access.file import AccessFile, access_file, note_access, packed, packed_and_sealed
from hjemmebesok.exchange.sealed import SHORTEST

__all__ = ["SHORTEST", "AccessFile", "access_file", "note_access", "packed", "packed_and_sealed"]
