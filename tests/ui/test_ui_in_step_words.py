"""Fields and their stored values in words, for two versions side by side."""

from datetime import date
from typing import Any

import pytest

from hjemmebesok.casework.conflicts import Clash, Here
from hjemmebesok.domain.kartlegging import FIELDS
from hjemmebesok.domain.kartlegging.fields import Lines
from hjemmebesok.store.kinds import KINDS
from hjemmebesok.ui.field_labels import FIELD_LABELS, field_label
from hjemmebesok.ui.field_values import field_value
from hjemmebesok.ui.i18n import say
from hjemmebesok.ui.screens.in_step.reasons import REASON_WORDS, reason_words
from hjemmebesok.ui.two_values import can_keep_all, value_at, versions
from hjemmebesok.ui.widgets.conflict_box import ALL
from hjemmebesok.wire.merge import IMMUTABLE_KINDS, REMOVABLE_KINDS
from hjemmebesok.wire.messages import REASONS, Conflict, Value

# What ties records together, or is set once when a record is made: nobody is asked to choose between two of these.
TIES = {
    "household.register_id", "tenancy.dwelling", "visit.version", "visit.corrects",
    "visit.locked_answers", "kartlegging.visit",
    "kartlegging.answers", "participant.meeting", "follow_up.origin", "register_entry.register_id",
    "photo.visit", "photo.sha256", "photo.media_type", "photo.size", "photo.taken_on", "photo.number",
}  # fmt: skip


def test_every_field_that_two_people_can_write_has_a_name() -> None:
    fields = {
        f"{kind}.{field}"
        for kind, known in KINDS.items()
        if kind not in IMMUTABLE_KINDS | REMOVABLE_KINDS
        for field in known.record.__dataclass_fields__
        if field not in ("id", "case", "kind")
    }
    assert fields - set(FIELD_LABELS) == TIES


def test_every_question_of_the_form_is_called_by_its_words() -> None:
    for field in FIELDS.values():
        key = f"{field.id}/1" if isinstance(field, Lines) else field.id
        assert field_label("kartlegging", key) == field.label


WHEN = {"starts": "2026-10-12T10:30:00", "minutes": 90}
WHERE = {"address": "Fjellåsen 14", "unit": "", "place": "Eksempel"}


@pytest.mark.parametrize(
    ("kind", "field", "value", "words"),
    [
        ("tenancy", "rent", 1_260_000, "12 600 kr"),
        ("tenancy", "ends", "2027-04-30", "30. april 2027"),
        ("visit", "starts", "2026-10-12T10:30:00", "12. oktober 2026 kl. 10:30"),
        ("visit", "starts", WHEN, "12. oktober 2026 kl. 10:30 · 90 minutter"),
        (
            "visit",
            "starts",
            WHEN | {"interpreter_booked": False},
            "12. oktober 2026 kl. 10:30 · 90 minutter · Tolk er bestilt: Nei",
        ),
        ("household", "adults", {"adults": 2, "children": 1}, "Voksne: 2 · Barn: 1"),
        (
            "kartlegging",
            "wishes.price",
            {"wishes.price": 200_000_000, "wishes.joint_debt": 40_000_000},
            "Pris på boligen: 2 000 000 kr · Fellesgjeld: 400 000 kr",
        ),
        ("dwelling", "address", WHERE, "Fjellåsen 14 · Eksempel"),
        ("visit", "status", "closed", "Avsluttet"),
        ("visit", "present", ["Ayşe", "Mehmet"], "Ayşe · Mehmet"),
        ("visit", "interpreter", {"name": "Tolk Tolkesen", "language": "tr"}, "Tolk Tolkesen"),
        ("household", "language", "tr", "Tyrkisk"),
        ("household", "reserved", False, "Nei"),
        ("household", "protection", "fortrolig", "Fortrolig adresse"),
        ("household", "adults", 2, "2"),
        ("household", "safety_note", "", "Tomt"),
        ("participant", "form_help", ["income"], "Inntekt og gjeld"),
        ("participant", "step", "lease", "Finne leiekontrakten."),
        ("follow_up", "values", {"amount": 50_000, "months": 3}, "500 kr · 3"),
        ("kartlegging", "wishes.term", 30, "30 år"),
        ("kartlegging", "wishes.own", True, "Ja"),
        ("kartlegging", "economy.income/1", {"type": "lonn_fast", "amount": 2_240_000}, "Lønn, fast · 22 400 kr"),
        ("kartlegging", "economy.income/1", None, "Tomt"),
        ("photo", "shows", {"shows": "Fukt i taket", "in_summary": True}, "Fukt i taket · Med i oppsummeringen: Ja"),
        ("photo", "in_summary", True, "Ja"),
        ("person", "national_id", "01817012345", "018170 *****"),
        ("register_entry", "values", {"tenant.national_id": "01817012345", "dwelling.rooms": 3}, "2 opplysninger"),
        # from a newer version
        ("visit", "status", "postponed", "postponed"),
        ("visit", "weather", "regn", "regn"),
        ("dragon", "colour", 7, "7"),
        ("kartlegging", "wishes.garden", "stor", "stor"),
    ],
)
def test_a_value_is_told_as_its_field_means_it(kind: str, field: str, value: Any, words: str) -> None:
    assert say(field_value(kind, field, value)).replace("\u00a0", " ") == words


def clash(kind: str, field: str, shown: Any, other: Any) -> Clash:
    mine = Value("a", shown, "Kari Nordmann", "2026-10-11T10:31:00+00:00")
    hers = Value("b", other, "Ola Nordmann", "2026-10-09T14:20:00+00:00")
    return Clash((Conflict("c", "r", kind, "h1", field, 1, mine, hers),))


def test_ones_own_version_is_yours_and_the_other_is_named_with_its_day() -> None:
    two = versions(clash("household", "adults", 2, 3), Here(made=frozenset({"a"})), date(2026, 10, 12))
    assert say(two[0].written).startswith("Du, i går kl. ")
    assert say(two[1].written).startswith("Ola Nordmann, 9. okt. kl. ")


def test_only_texts_can_both_be_kept() -> None:
    note = clash("kartlegging", "summary.note", "Vil eie.", "Har hund.")
    phone = clash("person", "phone", "000 00 101", "000 00 202")
    assert can_keep_all(note)
    assert value_at(note, ALL) == "Vil eie.\n\nHar hund."
    assert value_at(phone, ALL) == "000 00 101 / 000 00 202"
    assert not can_keep_all(clash("household", "adults", 2, 3))
    assert not can_keep_all(clash("person", "phone", "000 00 101", None))
    assert not can_keep_all(clash("person", "national_id", "1", "2"))


@pytest.mark.parametrize(
    ("shown", "other"),
    [
        ("‹Ola Nordmann› Vil eie.\n‹Kari Nordmann› Har hund.", "Vil eie."),
        ("Felles.\n‹Ola Nordmann› Vil eie.\n‹Kari Nordmann› Har hund.", "Felles.\nHar hund."),
        ("Har hund.", "Felles.\nHar hund."),
        ("Har hund.", ""),
    ],
)
def test_both_are_not_offered_where_one_text_holds_the_other_already(shown: str, other: str) -> None:
    assert not can_keep_all(clash("kartlegging", "summary.note", shown, other))


def test_a_protected_address_is_never_among_the_values() -> None:
    two = versions(clash("dwelling", "address", "Fjellåsen 14", "Tunveien 5"), Here(), date(2026, 10, 12), mask=True)
    assert [say(each.value) for each in two] == ["Fortrolig adresse", "Fortrolig adresse"]


def test_a_choice_stands_for_its_value() -> None:
    assert [value_at(clash("household", "adults", 2, 3), place) for place in (0, 1)] == [2, 3]


def test_every_reason_of_the_wire_has_its_sentence_and_a_later_one_is_told_by_its_code() -> None:
    assert set(REASON_WORDS) == set(REASONS)
    assert "later_reason" in say(reason_words("later_reason"))
