"""A letter to one household: seen first, then saved or printed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout

from hjemmebesok.casework.letters import Changes, MadeLetter
from hjemmebesok.domain.phrase import N_, Phrase, Refused
from hjemmebesok.ui.background import in_background
from hjemmebesok.ui.screens.letter.adding import AddingCard
from hjemmebesok.ui.screens.letter.before import BeforeCard
from hjemmebesok.ui.screens.letter.checks import checks
from hjemmebesok.ui.screens.letter.handing_on import HandingOn
from hjemmebesok.ui.screens.letter.handing_out import HandingOut
from hjemmebesok.ui.screens.letter.head import Head
from hjemmebesok.ui.screens.letter.model import Answer, LetterModel
from hjemmebesok.ui.screens.letter.notices import Notices
from hjemmebesok.ui.screens.letter.preview import Preview
from hjemmebesok.ui.screens.letter.using import FactsCard, UsingCard
from hjemmebesok.ui.screens.letter.whom import Whom
from hjemmebesok.ui.theme import SPACE, look, px, tap
from hjemmebesok.ui.to_archive import papers_to_archive
from hjemmebesok.ui.to_paper import to_paper
from hjemmebesok.ui.trouble import trouble_words
from hjemmebesok.ui.widgets import ScrollPage
from hjemmebesok.ui.widgets.columns import Columns
from hjemmebesok.ui.writing_page import WritingPage

if TYPE_CHECKING:
    from hjemmebesok.ui.window import MainWindow

_ROOMY = 760  # px at 100 %: narrower than this, what can be done lies under the pages
_ABOVE = 320  # px at 100 %: what else stands above each other with the pages
_LEAST = 340  # px at 100 %: so high the pages are at least


class LetterScreen(WritingPage):
    """`open(key)` begins a letter to a household, or the summary of a visit; without one she is asked for whom."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window, "letter")
        self.model = LetterModel(window.desk)
        self.answer: Answer | None = None
        self.whom, self.head, self.notices, self.preview = Whom(window.desk), Head(), Notices(), Preview()
        self.checked, self.using, self.before = FactsCard(N_("Sjekket")), UsingCard(), BeforeCard()
        self.adding = AddingCard()
        self.handing_out, self.handing_on = HandingOut(window, self), HandingOn(window, self)
        self._lay_out()
        self._connect()

    @property
    def ready(self) -> bool:
        """Whether what was last asked for is there, as a letter or as the sentence why not."""
        return self.answer is not None and self.answer.wanted == self.model.wanted

    def open(self, key: str) -> None:
        """Begin a letter to the household with this id, or about the visit with this id."""
        try:
            self.model.open(key)
        except Refused as refused:
            self._ask_whom(refused.phrase)
            return
        self._pages.setCurrentIndex(1)
        self.hold()
        self._page.verticalScrollBar().setValue(0)
        self._make()
        self.head.kind.setFocus()

    def refresh(self, changes: Changes | None) -> None:
        """Something was changed: the letter is made anew, unless it was only noted that it was used."""
        had_one = self.model.file is not None
        if self._pages.currentIndex() == 0:
            self.whom.show_papers()
        self.model.read()
        if self.model.file is None:
            self._ask_whom(Phrase("Husstanden er ikke lenger på denne PC-en.") if had_one else None)
        elif changes and changes.kinds <= {"letter", "export"}:
            self._show_choices()
        else:
            self._make()

    # layout

    def _lay_out(self) -> None:
        self._page = ScrollPage()
        columns = Columns((5, 2), _ROOMY)
        pages, beside = columns.columns
        pages.addWidget(self.preview)
        for card in (self.adding, self.using, self.checked, self.before):
            beside.addWidget(card)
        for part in (self.head, self.notices, columns):
            self._page.body.addWidget(part)
        self._page.body.setSpacing(SPACE.M)
        self._page.body.addStretch(1)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.whom)
        self._pages.addWidget(self._page)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._give_room()

    def written_in(self) -> list[str]:
        return [self.model.file.card.household.id] if self.model.file else []

    def _give_room(self) -> None:
        """Let the pages be as high as the window leaves, and never too low to read."""
        self.preview.view.setFixedHeight(max(tap(_LEAST), self.height() - px(_ABOVE)))

    def _connect(self) -> None:
        self.whom.chosen.connect(self.open)
        self.whom.led_on.connect(self._window.go)
        self.whom.frames.clicked.connect(lambda: to_paper(self._window, self, "sale_frames"))
        self.whom.archive.clicked.connect(lambda: papers_to_archive(self._window, self))
        self.head.another.clicked.connect(self._ask_anew)
        self.head.wanted.connect(self._want)
        self.adding.added.connect(lambda details: self._want("details", details))
        self.using.printed.connect(self._print)
        self.using.saved.connect(self._save)
        self.using.archived.connect(lambda: self._with_letter(self.handing_on.to_archive))
        self.using.edited.connect(lambda: self._with_letter(self.handing_on.to_word))
        look.changed.connect(self._give_room)

    # the letter

    def _ask_anew(self) -> None:
        self._ask_whom(None)

    def _ask_whom(self, why: Phrase | None) -> None:
        self.model.file = None
        self.hold()
        self.whom.ask(why)
        self._pages.setCurrentIndex(0)
        self.whom.finder.field.setFocus()

    def _want(self, name: str, chosen: object) -> None:
        self.model.want(**{name: chosen})
        self._make()

    def _make(self) -> None:
        self._show_choices()
        self.using.show_ready(False)
        if self.answer is None or self.answer.wanted.household != self.model.wanted.household:
            self.preview.show_making()  # never one household's letter under another's name
            self.checked.show_facts([])
        in_background(self.model.work(), self._made, self._failed)

    def _made(self, answer: Answer) -> None:
        if answer.wanted != self.model.wanted or self.model.file is None:
            return  # something else has been asked for meanwhile
        self.answer = answer
        if answer.made is not None:
            self.preview.show_pdf(answer.made.pdf)
        elif answer.trouble is not None:
            self.preview.show_trouble(trouble_words(answer.trouble))
        self.checked.show_facts(checks(answer, self.model.file.card))
        self.using.show_ready(answer.made is not None)

    def _failed(self, trouble: Exception) -> None:
        self.preview.show_trouble(trouble_words(trouble))

    def _show_choices(self) -> None:
        if self.model.file is not None:
            self.head.show_model(self.model, self.model.file.card)
            self.adding.show_details(self.model.wanted.kind, self.model.wanted.details)
            self.notices.show_household(self.model.file.card.household)
            self.before.show_log(self.model.wanted.household, self.model.log())

    # using it

    def _save(self) -> None:
        self._with_letter(self.handing_out.save)

    def _with_letter(self, use: Callable[[MadeLetter], None]) -> None:
        if self.answer is not None and self.answer.made is not None:
            use(self.answer.made)

    def _print(self) -> None:
        if self.answer is not None and self.answer.made is not None and self.preview.pages is not None:
            self.handing_out.print(self.answer.made, self.preview.pages)
