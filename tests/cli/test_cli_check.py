"""hjemmebesok check: one household's facts in, the verdict out."""

import json
from pathlib import Path
from typing import Any

import pytest
from cli_run import Done, Run

FACTS: dict[str, Any] = {
    "municipal_tenant": True,
    "wishes_to_own": True,
    "bank_answer": "too_little",
    "income": [{"type": "lonn_fast", "amount": "29 976"}, {"type": "barnetrygd", "amount": 4024}],
    "livsopphold": 19_000,
    "other_expenses": 900,
    "housing_costs": 5_200,
    "price": 2_000_000,
    "term_years": 40,
}


@pytest.fixture
def check(run: Run, tmp_path: Path) -> Run:
    """Check these facts, or this text, on a fixed day."""

    def check(facts: object, *more: str, **variables: str) -> Done:
        text = facts if isinstance(facts, str) else json.dumps(facts)
        (tmp_path / "facts.json").write_text(text, "utf-8")
        given = ("facts.json", "--date", "2026-10-12", "--ruleset", "leie-til-eie-2011")
        return run("check", *given, *more, **variables)

    return check


def test_the_verdict_is_told_with_each_condition_and_the_sums(check: Run) -> None:
    done = check(FACTS)
    assert done.returncode == 0
    assert "Veiledende – ikke et vedtak" in done.stdout.splitlines()[0]
    assert "12. oktober 2026" in done.stdout
    assert "Lånet kan bli inntil 1\u00a0845\u00a0000 kr" in done.stdout.replace("\u00a0kr", " kr")


def test_the_verdict_comes_as_json_for_other_programs(check: Run) -> None:
    verdict = json.loads(check(FACTS, "--json").stdout)
    assert verdict["ruleset"] == "leie-til-eie-2011"
    assert verdict["date"] == "2026-10-12"
    assert verdict["figures"]["largest_loan"] == 1_845_000
    assert {finding["id"]: finding["outcome"] for finding in verdict["findings"]}["A7"] == "OK"


def test_no_facts_at_all_is_never_a_no(check: Run) -> None:
    verdict = json.loads(check({}, "--json").stdout)
    assert verdict["outcome"] == "MANGLER"
    assert "FAIL" not in {finding["outcome"] for finding in verdict["findings"]}


def test_a_file_with_a_byte_order_mark_is_read_all_the_same(check: Run) -> None:
    assert check("\ufeff" + json.dumps(FACTS)).returncode == 0


@pytest.mark.parametrize(
    ("facts", "sentence"),
    [
        ("", "facts.json er ikke JSON: feil i linje 1, tegn 1."),
        ('{\n"price": 1,\n}', "facts.json er ikke JSON: feil i linje 3, tegn 1."),
        ("[" * 200_000, "facts.json er ikke JSON som kan leses."),
        ('{"price": 1, "price": 2}', "«price» står to ganger."),
        ("[]", "Opplysningene må være et JSON-objekt."),
        ({"prise": 1}, "Opplysningen «prise» finnes ikke."),
        ({"municipal_tenant": "ja"}, "«municipal_tenant» må være true eller false."),
    ],
)
def test_facts_that_cannot_be_read_are_one_sentence(check: Run, facts: object, sentence: str) -> None:
    done = check(facts)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"{sentence}\n")


def test_a_file_in_another_encoding_is_one_sentence(run: Run, tmp_path: Path) -> None:
    (tmp_path / "gammel.json").write_bytes('{"grant_reason": "større"}'.encode("cp1252"))
    done = run("check", "gammel.json", "--ruleset", "leie-til-eie-2011")
    assert (done.returncode, done.stderr) == (1, "gammel.json er ikke lagret som UTF-8.\n")


def test_a_folder_instead_of_a_file_is_one_sentence(run: Run, tmp_path: Path) -> None:
    done = run("check", ".", "--ruleset", "leie-til-eie-2011")
    assert (done.returncode, done.stderr) == (1, ". er en mappe, ikke en fil.\n")


def test_a_ruleset_that_does_not_exist_is_one_sentence_with_those_that_do(run: Run, tmp_path: Path) -> None:
    (tmp_path / "facts.json").write_text("{}")
    done = run("check", "facts.json", "--ruleset", "leie-til-eie-1899")
    assert done.returncode == 1
    known = "leie-til-eie-2011, startlan-2025, tilskudd"
    assert done.stderr == f"Regelsettet «leie-til-eie-1899» finnes ikke. Velg mellom {known}.\n"


def test_a_missing_ruleset_is_wrong_usage(run: Run) -> None:
    done = run("check", "facts.json")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == "Feil: Mangler valget '--ruleset'."


def test_every_ruleset_can_be_asked_for(run: Run, tmp_path: Path) -> None:
    (tmp_path / "facts.json").write_text(json.dumps(FACTS), "utf-8")
    for name in ("leie-til-eie-2011", "startlan-2025", "tilskudd"):
        verdict = json.loads(run("check", "facts.json", "--ruleset", name, "--date", "2026-11-22", "--json").stdout)
        assert (verdict["ruleset"], verdict["outcome"]) == (name, "MANGLER")


def test_the_schema_is_shown_without_any_facts(run: Run) -> None:
    schema = json.loads(run("check", "--schema").stdout)
    assert schema["facts"]["properties"]["term_years"]["anyOf"][0]["maximum"] == 60
    assert "findings" in schema["verdict"]["required"]


@pytest.mark.parametrize(("name", "text"), [("s.toml", "grant_percent = 5"), ("s.json", '{"grant_percent": 5}')])
def test_the_settings_of_the_municipality_count(check: Run, tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    verdict = json.loads(check(FACTS, "--json", "--settings", name).stdout)
    assert verdict["settings"]["grant_percent"] == 5
    assert {finding["id"]: finding["outcome"] for finding in verdict["findings"]}["A7"] == "SKJONN"
    assert verdict["remedies"][0]["turns"] == ["A7"]


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        (
            "s.toml",
            "longest_term = 51",
            "«longest_term» må være fra 30 til 50. Kilde: Forskrift om lån",
        ),
        ("s.toml", "longest_term = ", "s.toml er ikke TOML: "),
        ("s.json", "[]", "Innstillingene må være navn og verdier."),
    ],
)
def test_settings_that_cannot_be_are_one_sentence(
    check: Run, tmp_path: Path, name: str, text: str, sentence: str
) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    done = check(FACTS, "--settings", name)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(sentence)


@pytest.mark.parametrize(("option", "said"), [("--explain", "Veiledende"), ("--language", "Veiledende")])
def test_the_answer_is_explained_in_the_language_asked_for(check: Run, option: str, said: str) -> None:
    assert said in check(FACTS, option, "nb").stdout
    assert said not in check(FACTS, option, "tr").stdout


def test_a_temporary_income_shows_what_comes_after_it(check: Run) -> None:
    income = [{"type": "introduksjonsstonad", "amount": 34_000, "until": "2027-05-31"}]
    done = check({**FACTS, "income": income, "later_income": [{"type": "lonn_fast", "amount": 20_000}]})
    assert "Når den midlertidige inntekten er slutt" in done.stdout


def test_after_the_purchase_the_room_for_an_extra_loan_is_told(check: Run) -> None:
    told = check(FACTS, "--months-paid", "60").stdout
    assert "Tilleggslån etter kjøpet" in told and "Rom for tilleggslån: " in told
    extra = json.loads(check(FACTS, "--months-paid", "60", "--json").stdout)["extra_loan"]
    assert extra["room"] == extra["steps"][-1]["value"] > 0
    assert "extra_loan" not in json.loads(check(FACTS, "--json").stdout)
    unknown = {name: value for name, value in FACTS.items() if name != "price"}
    assert "så rommet er ikke kjent." in " ".join(check(unknown, "--months-paid", "60").stdout.split())
    refused = check(FACTS, "--months-paid", "-1")
    assert (refused.returncode, refused.stderr) == (1, "Antall terminer som er betalt, må være fra 0 til 480.\n")
