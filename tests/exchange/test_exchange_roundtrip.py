"""The law of reading: whatever the dialect, what was written is what is read."""

import csv
import io
from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from hjemmebesok.domain.money import Money
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.domain.protection import Protection
from hjemmebesok.exchange.register import RegisterRow, read_register
from hjemmebesok.exchange.register.columns import COLUMNS, folded

TODAY = date(2026, 10, 12)
PARTS = {"first_name", "last_name", "mobile", "building"}  # read into a field that another column has too

names = st.text("ABCabcÆØÅæøåéü ", min_size=1, max_size=12).map(lambda text: " ".join(text.split()) or "A")
texts = st.text('Bb1;,\t"\n-/ æøå', max_size=12).map(lambda text: "x" + " ".join(text.split()))
counts = st.none() | st.integers(0, 20)
days = st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31))
amounts = st.none() | st.integers(0, 1_000_000_000).map(Money)

rows = st.lists(
    st.builds(
        RegisterRow,
        line=st.just(0),
        register_id=st.from_regex(r"[0-9]{1,6}", fullmatch=True),
        name=names,
        co_tenant=st.just("") | names,
        protection=st.sampled_from([Protection.NONE, Protection.FORTROLIG]),
        national_id=st.just("") | st.from_regex(r"[0-9]{11}", fullmatch=True),
        born=days,
        adults=counts,
        children=counts,
        residents=counts,
        language=st.sampled_from([None, "tr", "nb", "so", "fa-AF"]),
        interpreter_needed=st.sampled_from([None, True, False]),
        phone=st.just("") | texts,
        email=st.just("") | texts,
        address=texts,
        postcode=st.just("") | st.from_regex(r"[0-9]{4}", fullmatch=True),
        place=st.just("") | texts,
        unit=st.just("") | st.from_regex(r"H[0-9]{4}", fullmatch=True),
        estate=st.just("") | texts,
        borettslag_number=st.just("") | st.from_regex(r"[0-9]{9}", fullmatch=True),
        share_number=st.just("") | texts,
        rooms=counts,
        area_m2=counts,
        contract_number=st.just("") | texts,
        starts=st.none() | st.dates(date(1900, 1, 1), date(2020, 12, 31)),
        ends=st.none() | st.dates(date(2021, 1, 1), date(2199, 12, 31)),
        rent=amounts,
        deposit=amounts,
        arrears=amounts | st.integers(-1_000_000, -1).map(Money),
        caseworker=st.just("") | texts,
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda row: row.register_id,
)


def written(value, number_style: str, day_style: str) -> str:
    match value:
        case None:
            return ""
        case Money():
            return written_amount(value, number_style)
        case date():
            return value.isoformat() if day_style == "iso" else f"{value.day:02}.{value.month:02}.{value.year}"
        case bool():
            return "ja" if value else "nei"
        case _:
            return str(value)


def written_amount(amount: Money, style: str) -> str:
    thousands, decimal = {"space": " ,", "nbsp": "\u00a0,", "narrow": "\u202f,", "dot": ".,", "none": " ."}[style]
    text = f"{abs(amount.ore) // 100:,}".replace(",", "" if style == "none" else thousands)
    return f"{'-' if amount.ore < 0 else ''}{text}{decimal}{abs(amount.ore) % 100:02}"


@st.composite
def files(draw):
    expected = draw(rows)
    columns = draw(st.permutations([column for column in COLUMNS if column.field not in PARTS]))
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "cp1252"]))
    amount_styles = ["space", "nbsp", "narrow", "dot", "none"]
    if encoding == "cp1252":
        amount_styles.remove("narrow")  # that encoding has no such space
    styles = draw(st.sampled_from(amount_styles)), draw(st.sampled_from(["iso", "norwegian"]))
    out = io.StringIO(newline="")
    table = csv.writer(
        out,
        delimiter=draw(st.sampled_from(";,\t")),
        lineterminator=draw(st.sampled_from(["\n", "\r\n"])),
        quoting=draw(st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL])),
    )
    table.writerow([draw(st.sampled_from(headings_of(column))) for column in columns])
    for row in expected:
        fields = ["register_id" if column.field == "tenant_id" else column.field for column in columns]
        table.writerow([written(getattr(row, field), *styles) for field in fields])
    return out.getvalue().encode(encoding), expected


def headings_of(column) -> list[str]:
    return [variant for name in column.names for variant in (name, name.upper(), f" {name} (x)")]


@given(files())
def test_what_was_written_in_any_dialect_is_what_is_read(file):
    data, expected = file
    register = read_register(data, TODAY)
    assert register.refused == () and register.ignored == ()
    assert [replace(row, line=0) for row in register.rows] == expected


@given(st.binary(max_size=300))
def test_whatever_the_bytes_it_is_a_register_or_refused_with_a_reason(data):
    try:
        read_register(b"Leietaker-ID;Navn;Adresse;Adressebeskyttelse;Leie\n" + data, TODAY)
    except Refused as refused:
        assert str(refused)


def test_no_heading_is_the_name_of_two_columns():
    meant = {(folded(name), column.field) for column in COLUMNS for name in column.names}
    names = [name for name, _ in meant]
    assert sorted(names) == sorted(set(names))
