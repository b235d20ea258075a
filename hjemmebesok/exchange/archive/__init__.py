"""The municipality's archive: letters as a package of Fiks Arkiv messages, each with its PDF/A.

The message is version 1 of no.ks.fiks.arkiv.v1.arkivering.arkivmelding.opprett (github.com/ks-no/
fiks-arkiv-specification, published by KS under MIT). Nothing is sent: somebody hands the package over. The decision
that shaped it: one message holds one journalpost, as the schema says, so a package of several letters is several
messages, and what anyone may read of them (offentlig tittel, file names, manifest) names nobody.
"""

from hjemmebesok.exchange.archive.document import ArchiveDocument, Party, Shielding
from hjemmebesok.exchange.archive.message import arkivmelding
from hjemmebesok.exchange.archive.package import archive_package

__all__ = ["ArchiveDocument", "Party", "Shielding", "archive_package", "arkivmelding"]
