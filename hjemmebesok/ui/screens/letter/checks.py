"""What was checked before the letter was shown, in words; a letter that does not hold it is not made at all."""

from collections.abc import Iterator

from hjemmebesok.casework.households import HouseholdCard
from hjemmebesok.domain.phrase import N_, Plural, Words
from hjemmebesok.ui.screens.letter.model import SUMMARY, Answer
from hjemmebesok.ui.widgets.fact_list import Fact

_ORIGINAL = "nb"  # the language the texts are written in first


def checks(answer: Answer, card: HouseholdCard) -> list[Fact]:
    """What is in order with the letter, and then what to keep in mind."""
    if answer.made is None:
        return []
    good = [Fact("circle-check", words, icon_tone="ok") for words in _in_order(answer, card)]
    draft = N_("Teksten er ikke godkjent. Hver side er merket «Utkast».")
    first = [Fact("circle-alert", draft, icon_tone="warn")] if answer.made.draft else []
    return first + good + [Fact("info", words, icon_tone="info") for words in _to_mind(answer)]


def _in_order(answer: Answer, card: HouseholdCard) -> Iterator[Words]:
    assert answer.made is not None
    yield Plural(
        "{n} side, og alt som skal stå der, er med", "{n} sider, og alt som skal stå der, er med", answer.made.pages
    )
    if answer.wanted.language != _ORIGINAL:
        yield N_("Oversettelsen følger den norske teksten")
    if card.household.protection.masks_address:
        yield N_("Bare navnet står i konvoluttvinduet")
    else:
        yield N_("Navn og adresse får plass i konvoluttvinduet")
    yield N_("Alle bokstaver finnes i skriften")
    yield N_("Kan leses av skjermleser (PDF/UA) og legges i arkiv (PDF/A)")


def _to_mind(answer: Answer) -> Iterator[Words]:
    if answer.wanted.language == _ORIGINAL:
        return
    yield N_("Det er den norske teksten som gjelder")
    if answer.wanted.kind == SUMMARY:
        yield N_("Det du har skrevet selv, står på norsk")
