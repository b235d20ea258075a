"""The tenant register: a municipal housing system's CSV export, read row by row.

Every fault is reported with its line; a file that cannot be trusted as a whole is refused as a whole. Of a tenant
with strengt fortrolig address (kode 6) nothing is kept but the number of the line.
"""

from hjemmebesok.exchange.register.file import read_register
from hjemmebesok.exchange.register.row import Register, RegisterRow, Remark

__all__ = ["Register", "RegisterRow", "Remark", "read_register"]
