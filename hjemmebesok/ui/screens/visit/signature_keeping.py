"""Between signing on the screen and what is kept of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.signing import (
    may_sign,
    put_back_signature,
    sign_visit,
    signatures_of,
    take_away_signature,
)
from hjemmebesok.casework.visits import open_visit
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.signature import Signature, Signer, Strokes
from hjemmebesok.ui.screens.visit.signing import SigningCard


class SignatureKeeper(QObject):
    """`settling` before anything is signed, for what is typed and not saved; `saved` carries the Changes."""

    settling = Signal()
    saved = Signal(object)

    def __init__(self, desk: Desk, visit_id: str, card: SigningCard) -> None:
        super().__init__(card)
        self._desk, self._visit, self._card = desk, visit_id, card
        self._removed: Signature | None = None
        card.signing.connect(self._sign)
        card.removing.connect(self._take_away)
        card.putting_back.connect(self._put_back)

    def show(self) -> None:
        """Show the signatures as they are kept, and who may sign."""
        offered = may_sign(self._desk, open_visit(self._desk, self._visit))
        self._card.show_signatures(signatures_of(self._desk, self._visit), offered)

    def _sign(self, signer: Signer, name: str, strokes: Strokes) -> None:
        self.settling.emit()
        if self._do(lambda: sign_visit(self._desk, self._visit, signer, name, strokes)):
            self._card.offer_undo(False)
            self._card.show_kept()

    def _take_away(self, signature_id: str) -> None:
        signatures = [each.signature for each in signatures_of(self._desk, self._visit)]
        self._removed = next((each for each in signatures if each.id == signature_id), None)
        if self._do(lambda: take_away_signature(self._desk, signature_id)):
            self._card.offer_undo(True)

    def _put_back(self) -> None:
        removed, self._removed = self._removed, None
        if removed is not None:
            self._do(lambda: put_back_signature(self._desk, removed))

    def _do(self, action: Callable[[], object]) -> bool:
        """Do this and show what came of it; False, and why, where it is refused."""
        self._card.show_problem("")
        try:
            self.saved.emit(action())
        except Refused as refused:
            self._card.show_problem(refused.phrase)
            return False
        finally:
            self.show()
        return True
