"""The approved pages: for each condition its source, its words and its boundary cases, as a lawyer reads them.

A page that differs from the rules fails here. Read the difference; where it is right, approve it with
`APPROVE=1 python -m pytest tests/eligibility/test_eligibility_approved.py` and commit the page.
"""

import inspect
import os
import re
from pathlib import Path

import pytest
from boundary_cases import CASES
from eligibility_cases import DAY, found, judged

from hjemmebesok.eligibility.condition import OUTCOME_WORDS, Condition, Ruleset
from hjemmebesok.eligibility.rulesets import VERSIONS
from hjemmebesok.language import language

PAGES = Path(__file__).parent.parent / "approved"
CONDITIONS = [(rules, code, condition) for rules in VERSIONS for code, condition in rules.conditions]
say = language("nb").say


def page(rules: Ruleset, code: str, condition: Condition) -> str:
    """The page of one condition."""
    return "\n".join(
        [
            f"# {code} {say(condition.title)}",
            "",
            f"{say(rules.title)}. Regelsett `{rules.id}`, versjon {rules.version}, gjelder fra {rules.gjelder_fra}.",
            "",
            f"**Hjemmel:** {say(condition.hjemmel)}",
            "",
            *(f"> {line}".rstrip() for line in (inspect.getdoc(inspect.getmodule(condition.test)) or "").splitlines()),
            "",
            f"Tilfeller på grensen, vurdert {DAY}:",
            "",
            "| Tilfelle | Utfall | Overskrift | Begrunnelse | Mangler | Forutsatt |",
            "|---|---|---|---|---|---|",
            *(row(rules, code, index) for index in range(len(CASES[rules.id][code]))),
            "",
        ]
    ).replace("\u00a0", " ")


def row(rules: Ruleset, code: str, index: int) -> str:
    """One boundary case as the rules judge it."""
    words, changes, _ = CASES[rules.id][code][index]
    finding = found(judged(rules, **changes), code)
    cells = [
        words,
        f"**{finding.outcome}** {say(OUTCOME_WORDS[finding.outcome])}",
        say(finding.title),
        say(finding.reason),
        ", ".join(say(fact.label) for fact in finding.missing),
        " ".join(say(assumption.words) for assumption in finding.assumed),
    ]
    return f"| {' | '.join(cells)} |"


def file_of(rules: Ruleset, code: str, condition: Condition) -> Path:
    """a06-betjeningsevne.md: the code, then the legal term that the condition's file is named by."""
    term = condition.test.__module__.rpartition(".")[2].replace("_", "-")
    return PAGES / rules.id / f"{re.sub(r'[0-9]+', lambda n: n[0].zfill(2), code.lower())}-{term}.md"


@pytest.mark.parametrize(("rules", "code", "condition"), CONDITIONS, ids=[code for _, code, _ in CONDITIONS])
def test_the_page_of_a_condition_is_the_approved_one(rules: Ruleset, code: str, condition: Condition) -> None:
    written, approved = page(rules, code, condition), file_of(rules, code, condition)
    if os.environ.get("APPROVE"):
        approved.parent.mkdir(parents=True, exist_ok=True)
        approved.write_text(written, "utf-8")
    assert written == approved.read_text("utf-8"), "see the top of this file for how to approve a change"


def test_no_page_is_left_behind_by_a_condition_that_is_gone() -> None:
    assert sorted(PAGES.glob("*/*")) == sorted(file_of(*condition) for condition in CONDITIONS)
