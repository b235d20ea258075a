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

    def user(self, name: str, role: Role = Role.CASEWORKER) -> str:
        return admin.create_user(self.database, PLACE, name, role, datetime.now(UTC))

    def code(self, user: str) -> str:
        return admin.make_code(self.database, PLACE, user, datetime.now(UTC))

    def grant(self, case: str, user: str) -> None:
        caseload.grant_case(self.database, PLACE, case, user, datetime.now(UTC))

    def revoke(self, case: str, user: str) -> None:
        caseload.revoke_case(self.database, PLACE, case, user, datetime.now(UTC))
