"""The approved pages: for each condition its source, its words and its boundary cases, as a lawyer reads them.

A page that differs from the rules fails here. Read the difference; where it is right, approve it with
`APPROVE=1 python -m pytest tests/eligibility/test_eligibility_approved.py` and commit the page.
"""

import inspect
import os
import re
from pathlib import Path

import pytest
from eligibility_cases import CASES, DAY, RULES, found, judged

from hjemmebesok.eligibility.condition import OUTCOME_WORDS, Condition
from hjemmebesok.language import language

PAGES = Path(__file__).parent.parent / "approved" / RULES.id
CONDITIONS = dict(RULES.conditions)
say = language("nb").say


def page(code: str, condition: Condition) -> str:
    """The page of one condition."""
    return "\n".join(
        [
            f"# {code} {say(condition.title)}",
            "",
            f"{say(RULES.title)}. Regelsett `{RULES.id}`, versjon {RULES.version}, gjelder fra {RULES.gjelder_fra}.",
            "",
            f"**Hjemmel:** {say(condition.hjemmel)}",
            "",
            *(f"> {line}".rstrip() for line in (inspect.getdoc(inspect.getmodule(condition.test)) or "").splitlines()),
            "",
            f"Tilfeller på grensen, vurdert {DAY}:",
            "",
            "| Tilfelle | Utfall | Overskrift | Begrunnelse | Mangler | Forutsatt |",
            "|---|---|---|---|---|---|",
            *(row(code, index) for index in range(len(CASES[code]))),
            "",
        ]
    ).replace("\u00a0", " ")


def row(code: str, index: int) -> str:
    """One boundary case as the rules judge it."""
    words, changes, _ = CASES[code][index]
    finding = found(judged(**changes), code)
    cells = [
        words,
        f"**{finding.outcome}** {say(OUTCOME_WORDS[finding.outcome])}",
        say(finding.title),
        say(finding.reason),
        ", ".join(say(fact.label) for fact in finding.missing),
        " ".join(say(assumption.words) for assumption in finding.assumed),
    ]
    return f"| {' | '.join(cells)} |"


def file_of(code: str) -> Path:
    """a06-betjeningsevne.md: the code, then the legal term that the condition's file is named by."""
    term = CONDITIONS[code].test.__module__.rpartition(".")[2].replace("_", "-")
    return PAGES / f"{re.sub(r'[0-9]+', lambda n: n[0].zfill(2), code.lower())}-{term}.md"


@pytest.mark.parametrize("code", CONDITIONS)
def test_the_page_of_a_condition_is_the_approved_one(code: str) -> None:
    written, approved = page(code, CONDITIONS[code]), file_of(code)
    if os.environ.get("APPROVE"):
        PAGES.mkdir(parents=True, exist_ok=True)
        approved.write_text(written, "utf-8")
    assert written == approved.read_text("utf-8"), "see the top of this file for how to approve a change"


def test_no_page_is_left_behind_by_a_condition_that_is_gone() -> None:
    assert sorted(PAGES.iterdir()) == sorted(file_of(code) for code in CONDITIONS)
