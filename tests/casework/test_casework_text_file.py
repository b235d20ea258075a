"""A letter text goes out as a file and comes in again, and nothing is replaced before it is seen what is wrong."""

from collections.abc import Iterator

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from hjemmebesok.casework.desk import Desk, create_desk
from hjemmebesok.casework.letter_texts import text_history, texts_in_force
from hjemmebesok.casework.letters.names import TEXT_NAMES
from hjemmebesok.casework.text_edits import save_block
from hjemmebesok.casework.text_fields import text_fields
from hjemmebesok.casework.text_file import (
    LARGEST,
    TextFile,
    counted_current,
    read_text_file,
    take_in,
    text_file,
    text_file_name,
)
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.store.keys import LOWEST_COST


def told(file: TextFile) -> list[tuple[int, str]]:
    return [(each.line, str(each.found.words)) for each in file.findings]


def edited(desk: Desk, language: str, *changes: tuple[str, str]) -> bytes:
    text = text_file(desk, "information", language).decode()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text.encode()


def test_what_is_taken_out_is_what_is_in_force(desk: Desk) -> None:
    save_block(desk, "information", "nb", "tittel", "Vil du eie?")
    assert "# Vil du eie? {#tittel}" in text_file(desk, "information", "nb").decode()
    assert text_file_name("information", "nb") == "information-nb.md"


def test_a_file_that_says_what_is_in_force_is_told_so(desk: Desk) -> None:
    with pytest.raises(Refused, match="ingenting å ta inn"):
        read_text_file(desk, "information", "nb", text_file(desk, "information", "nb"))


def test_a_file_is_one_version_and_the_translations_follow(desk: Desk) -> None:
    data = edited(desk, "nb", ("[hvis kontor] Du er velkommen innom oss i {kontor}. {#kontor}\n", ""))
    file = read_text_file(desk, "information", "nb", data)
    assert told(file) == []
    assert text_history(desk, "information", "nb") == []
    take_in(desk, file)
    with desk.read() as reading:
        texts = texts_in_force(reading)
    assert "kontor" not in texts.source("information", "nb").blocks
    assert texts.problems("information", "tr") == []
    assert len(text_history(desk, "information", "nb")) == 1


def test_every_passage_that_cannot_be_read_is_told_with_its_line(desk: Desk) -> None:
    data = edited(desk, "nb", (" {#tittel}", ""), ("{uker|", "{uker|{"), (" {#nei-tekst}", ""))
    file = read_text_file(desk, "information", "nb", data)
    assert not file.readable
    lines = data.decode().splitlines()
    assert [lines[line - 1][:20] for line, _ in told(file)] == [
        "# Vil du eie din ege", "1. Vi ringer deg inn", "Si fra til oss, så r",
    ]  # fmt: skip
    assert "mangler en merkelapp" in told(file)[0][1]
    with pytest.raises(Refused, match="Ingenting er tatt inn"):
        take_in(desk, file)
    assert text_history(desk, "information", "nb") == []


def test_unknown_fields_and_missing_blocks_are_told_with_their_line(desk: Desk) -> None:
    data = edited(desk, "tr", ("{telefon}", "{telefonn}"), ("{#hva}", "{#hvva}"))
    file = read_text_file(desk, "information", "tr", data)
    assert file.stops
    assert file.readable
    lines = data.decode().splitlines()
    (first, missing), (second, orphan), *fields = told(file)
    assert (first, missing.split()[-2:]) == (0, ["mangler", "«hva»."])
    assert "{#hvva}" in lines[second - 1]
    assert "ikke finnes på norsk" in orphan
    assert all("{telefonn}" in lines[line - 1] for line, _ in fields)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfe\x00h", "UTF-8"),
        (b"x" * (LARGEST + 1), "for stor"),
    ],
)
def test_what_is_no_text_is_refused(desk: Desk, data: bytes, said: str) -> None:
    with pytest.raises(Refused, match=said):
        read_text_file(desk, "information", "nb", data)


@pytest.mark.parametrize(
    "data", [b"", b"+++\n+++\na" + b" " * 200_000, b"bare tull", b"+++\n+++\n", b"+++\n[of\n+++\n\nHei. {#a}\n"]
)
def test_what_is_no_letter_text_says_why_and_cannot_be_taken_in(desk: Desk, data: bytes) -> None:
    file = read_text_file(desk, "information", "nb", data)
    assert file.stops


def test_a_file_saved_on_windows_is_read(desk: Desk) -> None:
    data = edited(desk, "nb", ("Vil du eie din egen bolig?", "Vil du eie?")).decode().replace("\n", "\r\n")
    file = read_text_file(desk, "information", "nb", data.encode("utf-8-sig"))
    assert told(file) == []
    assert "\r" not in file.body


def test_a_file_without_the_title_or_a_line_of_the_letterhead_stops(desk: Desk) -> None:
    data = edited(desk, "nb", ("# Vil du eie din egen bolig? {#tittel}\n", ""))
    assert "må begynne med en tittel" in told(read_text_file(desk, "information", "nb", data))[0][1]
    head = text_file(desk, "letterhead", "nb").decode().replace("Telefon: {telefon} {#telefon}\n", "")
    assert "mangler «telefon»" in told(read_text_file(desk, "letterhead", "nb", head.encode()))[0][1]


def test_a_translation_of_older_words_is_told_and_may_be_counted_as_of_the_new_ones(desk: Desk) -> None:
    save_block(desk, "information", "nb", "hva", "Hva er dette?")
    file = read_text_file(desk, "information", "en", edited(desk, "en", ("# ", "# Hello: ")))
    assert file.behind
    assert "er endret på norsk" in told(file)[0][1]
    current = counted_current(desk, file)
    assert (current.findings, current.behind) == ((), False)
    take_in(desk, current)
    with desk.read() as reading:
        assert texts_in_force(reading).problems("information", "en") == []


_PLACES = [
    (letter, path, forms)
    for letter in TEXT_NAMES
    for path in text_fields(letter).words
    for forms in ("", "|En", "|En|{n}", "|En|To|Tre", "|1|2|3|4|5|6")
]


@pytest.fixture(scope="module")
def one_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("texts")
    opened = create_desk(folder / "store", "fjell om høsten", "Kari", "Eksempel kommune", cost=LOWEST_COST)
    yield opened
    opened.close()


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(_PLACES), st.sampled_from(["", "## ", "- ", "1. "]), st.booleans(), st.booleans())
@example(("document_checklist", "avtalt", ""), "", True, False)
@example(("information", "telefon", "|En|{n}"), "", False, False)
def test_whatever_field_is_put_in_the_check_says_what_is_wrong_or_the_letter_can_be_made(
    one_desk: Desk, place: tuple[str, str, str], marker: str, alone: bool, unless: bool
) -> None:
    letter, path, forms = place
    only = f"[hvis {'ikke ' if unless else ''}{path}] " if path in text_fields(letter).conditions else ""
    line = f"{only}{marker}{'' if alone else 'Se her: '}{{{path}{forms}}} {{#nytt-avsnitt}}"
    text = f"{text_file(one_desk, letter, 'nb').decode()}\n{line}\n"
    file = read_text_file(one_desk, letter, "nb", text.encode())
    assert [each for each in file.findings if "besto ikke kontrollen" in str(each.words)] == []


def test_a_letter_that_would_be_too_long_is_told(desk: Desk) -> None:
    data = edited(desk, "nb", (" {#folder}", " Vi ser på det." * 300 + " {#folder}"))
    found = told(read_text_file(desk, "information", "nb", data))
    assert "bør være høyst 2 sider" in found[0][1]
    assert {line for line, _ in found[1:]} == {data.decode().splitlines().index(next(
        line for line in data.decode().splitlines() if "{#folder}" in line)) + 1}  # fmt: skip
