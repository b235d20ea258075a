"""Every kind in every shape and language: two validators, read back as text, and it says what that letter must say."""

import io
from dataclasses import replace
from datetime import date
from functools import cache

import page
import pikepdf
import pypdfium2
import pytest
from kind_samples import SAMPLES, SHAPES

from hjemmebesok.domain.national_id import synthetic
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.language import language
from hjemmebesok.letters.check.content import read_contents
from hjemmebesok.letters.check.reading import read_aloud
from hjemmebesok.letters.check.tree import read_tree
from hjemmebesok.letters.compose import compose
from hjemmebesok.letters.document import Heading, Items, Paragraph, plain
from hjemmebesok.letters.kinds import KINDS
from hjemmebesok.letters.kinds.day_plan import DayPlanOnPaper
from hjemmebesok.letters.kinds.meeting_list import MeetingList
from hjemmebesok.letters.letter import RenderedLetter
from hjemmebesok.letters.render import render

MATRIX = [(kind, shape, code) for kind, shapes in SAMPLES.items() for shape in shapes for code in KINDS[kind].languages]
TO_A_HOUSEHOLD = [kind for kind in KINDS if kind not in ("board_proposal", "sale_frames", "meeting_list", "day_plan")]

# What each letter must contain, in the words that it does.
MUST = {
    "information": ["er et tilbud", "Hvem er det for", "frivillig", "Startlån", "Tilskudd", "Bostøtte", "ikke love",
                    "Hva skjer nå", "folderen som følger med", "norsk, engelsk og tyrkisk"],
    "information_folder": ["Steg for steg", "Startlån", "Tilskudd", "Bostøtte", "ikke love", "koster det å eie",
                           "forkjøpsrett", "Rettighetene dine", "tre uker", "norsk, engelsk og tyrkisk"],
    "visit_notice": ["19. oktober 2026", "10:00", "Fjellåsen 14, H0302", "Kari Nordmann", "2 personer", "legitimasjon",
                     "eie din egen bolig", "90 minutter", "Lønnsslipper", "frivillig", "tyrkisk", "en annen tid"],
    "meeting_invitation": ["26. oktober 2026", "17:00 til 19:00", "Fjell grendehus", "Språk: tyrkisk", "fra 5 til 10",
                           "ser at du er der", "Vi snakker ikke om saken din", "tid alene", "barnepass",
                           "komme inn", "innen 19. oktober", "frivillig"],
    "document_checklist": ["legitimasjon", "Oppholdstillatelse", "Skattemelding", "Skatteoppgjør", "to siste årene",
                           "Lønnsslipper", "tre siste månedene", "Arbeidskontrakt", "Vedtak om trygd", "hvor mye",
                           "renten", "spart", "Leiekontrakten", "to banker", "Kontoutskrift",
                           "PDF, JPG, PNG eller TIFF",
                           "19. oktober 2026 kl. 10:00", "Vise kommunen svaret"],
    "follow_up_offer": ["på kontoret vårt eller hjemme", "20. oktober 2026", "09:00", "21. oktober 2026",
                        "innen 19. oktober 2026", "frivillig"],
    "visit_summary": ["Dette noterte vi", "rett til å få det rettet", "Familien", "2. november 2026", "ikke et vedtak",
                      "Gangen sett fra døra.", "Underskrift"],
    "eligibility_outcome": ["Husleie i måneden", "9 800 kr", "versjon 1", "12. oktober 2026", "1. juni 2011",
                            "Kan passe",
                            "Vi vet ikke hva banken svarer.", "Hva har banken svart?", "koster 120 000 kr mindre",
                            "ikke et vedtak", "alltid søke", "skriftlig vedtak", "rett til å klage", "4,5 %", "helse"],
    "board_proposal": ["Unntatt offentlighet", "Fjellåsen 14, H0302", "2 000 000 kr", "150 000 kr", "§ 4-12", "§ 4-2",
                       "Konklusjon: Leieren kjøper", "Forslag til vedtak", "veiledning", "2026-0203"],
    "sale_frames": ["§ 4-12", "§ 4-2", "20 dager", "fem hverdager", "Pris", "Forslag til vedtak", "45", "færre enn 5"],
    "meeting_list": ["Ayşe og Mehmet Yılmaz", "Fjellåsen 14", "Fortrolig adresse", "tyrkisk, Tolk", "000 00 301",
                     "Én deltaker står ikke", "Taushetsbelagt"],
    "day_plan": ["10:30", "13:00", "Fortrolig adresse", "Gå to sammen, Tolk er ikke bestilt", "14. oktober",
                 "Én linje er utelatt", "Taushetsbelagt"],
}  # fmt: skip
COMMON = [
    "Eksempel kommune", "12. oktober 2026", "2026-0203", "Ayşe og Mehmet Yılmaz", "Fjellåsen 14, H0302",
    "Kari Nordmann", "000 00 101", "taushetsplikt", "rette feil", "gratis", "ingen følger for husleien",
]  # fmt: skip


@cache
def rendered(kind: str, shape: str, code: str) -> RenderedLetter:
    return render(SAMPLES[kind][shape], code)


@cache
def text(kind: str, shape: str, code: str) -> str:
    pdf = pypdfium2.PdfDocument(rendered(kind, shape, code).pdf)
    return " ".join(" ".join(sheet.get_textpage().get_text_bounded() for sheet in pdf).split())


@cache
def aloud(kind: str, shape: str, code: str) -> str:
    """What a screen reader says: in the file's own order, cell by cell where a page is read line by line."""
    with pikepdf.open(io.BytesIO(rendered(kind, shape, code).pdf)) as pdf:
        return " ".join(said.text for said in read_aloud(read_tree(pdf, read_contents(pdf))))


def test_every_kind_is_tried_in_its_shapes() -> None:
    assert list(SAMPLES) == list(KINDS)
    assert list(MUST) == list(KINDS)
    for kind, shapes in SAMPLES.items():
        assert {"usual", "bare", "long names"} <= set(shapes) <= set(SHAPES)
        assert {type(letter) for letter in shapes.values()} == {KINDS[kind]}


@pytest.mark.parametrize(("kind", "shape", "code"), MATRIX)
def test_a_letter_passes_the_validator_for_archives_and_screen_readers(kind: str, shape: str, code: str) -> None:
    for profile in ("2a", "ua1"):
        report = page.validate_pdf_bytes(rendered(kind, shape, code).pdf, profile=profile)
        assert [failure.message for failure in report.failures] == []


@pytest.mark.parametrize(("kind", "shape", "code"), MATRIX)
def test_a_letter_reads_in_order(kind: str, shape: str, code: str) -> None:
    said = text(kind, shape, code)
    place = 0
    for block in compose(SAMPLES[kind][shape], language(code, strict=True)).blocks:
        for words in _beginnings(block):
            assert words in said[place:], f"«{words}» is missing, or stands too early"
            place = said.index(words, place)


@pytest.mark.parametrize("kind", KINDS)
def test_a_letter_says_what_it_must(kind: str) -> None:
    said = aloud(kind, "usual", "nb")
    wanted = MUST[kind] + (COMMON if kind in TO_A_HOUSEHOLD else [])
    assert [words for words in wanted if words not in said] == []


@pytest.mark.parametrize("code", ["nb", "en", "tr"])
@pytest.mark.parametrize("kind", TO_A_HOUSEHOLD)
def test_a_letter_tells_in_every_language_that_it_costs_nothing_to_say_no_or_to_have_an_interpreter(
    kind: str, code: str
) -> None:
    wanted = {
        "nb": ("000 00 101", "tolk", "gratis", "ingen følger for husleien", "taushetsplikt"),
        "en": ("000 00 101", "interpreter", "free", "makes no difference to your rent", "duty of confidentiality"),
        "tr": ("000 00 101", "ercüman", "cretsiz", "hiçbir şekilde etkilemez", "gizlilik yükümlülüğü"),
    }
    said = aloud(kind, "usual", code)
    assert [words for words in wanted[code] if words not in said] == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "information"])
def test_no_letter_promises_anything_or_calls_itself_a_decision(kind: str) -> None:
    for shape in SAMPLES[kind]:
        said = text(kind, shape, "nb").lower()
        assert "vi lover" not in said
        assert "du får lån" not in said.replace("kan ikke love at du får lån", "")
        assert "vi har vedtatt" not in said


@pytest.mark.parametrize(("kind", "shape", "code"), MATRIX)
def test_a_title_names_no_client(kind: str, shape: str, code: str) -> None:
    title = rendered(kind, shape, code).title
    assert not [name for name in ("Ayşe", "Mehmet", "Yılmaz", "Ola", "Åse", "Gülçiçek") if name in title]


def test_the_folder_is_a_leaflet_of_two_to_four_pages() -> None:
    for code in ("nb", "en", "tr"):
        assert 2 <= rendered("information_folder", "usual", code).pages <= 4


def test_a_proposal_to_the_board_names_nobody_and_tells_nothing_of_their_economy() -> None:
    said = text("board_proposal", "usual", "nb")
    assert not [words for words in ("Ayşe", "Mehmet", "Yılmaz", "inntekt på", "2 345 678") if words in said]
    assert "Fjellåsen" not in text("board_proposal", "bare", "nb")


def test_a_national_id_is_on_no_paper() -> None:
    number = synthetic(date(1990, 5, 17), 0)
    listed, plan = SAMPLES["meeting_list"]["usual"], SAMPLES["day_plan"]["usual"]
    assert isinstance(listed, MeetingList) and isinstance(plan, DayPlanOnPaper)
    for letter in (
        replace(listed, attendees=(replace(listed.attendees[0], name=f"Ola {number}"),)),
        replace(listed, attendees=(replace(listed.attendees[0], phone=number),)),
        replace(plan, due=(replace(plan.due[0], household=f"Ola {number}"),)),
    ):
        with pytest.raises(Refused, match="ligner et fødselsnummer"):
            render(letter, "nb")


def _beginnings(block: object) -> list[str]:
    """The first words of a block's parts, as many as surely stand on one line."""
    if isinstance(block, Heading | Paragraph):
        return [" ".join(plain(block.words).split()[:4])]
    if isinstance(block, Items):
        return [" ".join(plain(words).split()[:4]) for words in block.items]
    return []
