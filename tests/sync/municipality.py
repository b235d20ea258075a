"""A municipality on a real server, as its IT staff see it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from hjemmebesok.server import admin, caseload
from hjemmebesok.server.database import Database
from hjemmebesok.server.rights import Role

PLACE = "3301"


@dataclass(frozen=True)
class Municipality:
    """A server with one municipality on it."""

    address: str
    database: Database
    folder: Path
    place: str = PLACE

    def user(self, name: str, role: Role = Role.CASEWORKER, subject: str = "") -> str:
        return admin.create_user(self.database, self.place, name, role, datetime.now(UTC), subject=subject)

    def code(self, user: str) -> str:
        return admin.make_code(self.database, self.place, user, datetime.now(UTC))

    def grant(self, case: str, user: str) -> None:
        caseload.grant_case(self.database, self.place, case, user, datetime.now(UTC))

    def revoke(self, case: str, user: str) -> None:
        caseload.revoke_case(self.database, self.place, case, user, datetime.now(UTC))
