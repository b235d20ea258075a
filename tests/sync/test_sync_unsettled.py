"""What is worked out from an answer with two values says so, wherever it is shown, until somebody has chosen."""

from datetime import datetime

from hjemmebesok.casework.checklist import IN_STEP, still_open
from hjemmebesok.casework.conflicts import choose_value, conflicts_of
from hjemmebesok.casework.criteria import shipped_criteria
from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.family import family_view
from hjemmebesok.casework.syncing import sync_now
from hjemmebesok.casework.unsettled import unsettled
from hjemmebesok.casework.visits import open_visit, plan_visit, save_answer, start_visit
from hjemmebesok.casework.whatif import what_if
from hjemmebesok.domain.phrase import Words

WHERE = "så svaret kan bli et annet. Velg hva som gjelder, under «I takt med serveren»."


def differ(kari: Desk, ola: Desk, visit: str, field: str, hers: object, his: object) -> None:
    save_answer(kari, visit, field, hers)
    save_answer(ola, visit, field, his)
    for desk in (kari, ola, kari):
        sync_now(desk)


def told(desk: Desk, visit: str) -> list[Words | None]:
    """By the visit, by the family's page and by what-if."""
    rules = shipped_criteria().rules[0]
    conflicts = open_visit(desk, visit).conflicts
    return [unsettled(conflicts), family_view(desk, visit).unsettled, what_if(desk, rules, rules).unsettled]


def test_a_result_says_that_an_answer_it_comes_of_has_two_values(kari: Desk, ola: Desk, visit: str) -> None:
    assert told(kari, visit) == [None] * 3
    differ(kari, ola, visit, "economy.livsopphold", 1_900_000, 2_100_000)
    for desk in (kari, ola):
        assert [str(each) for each in told(desk, visit)] == [f"To har skrevet ulikt i «Livsopphold», {WHERE}"] * 3
    differ(kari, ola, visit, "economy.income/1", {"amount": 1}, {"amount": 2})
    assert {str(each)[:40] for each in told(kari, visit)} == {"To har skrevet ulikt i 2 felt, blant dem"}
    for conflict in conflicts_of(kari):
        choose_value(kari, conflict, conflict.shown.value)
    assert told(kari, visit) == [None] * 3


def test_what_no_rule_reads_has_its_two_values_without_a_word_beside_the_result(
    kari: Desk, ola: Desk, visit: str
) -> None:
    differ(kari, ola, visit, "consent.fagmote", False, True)
    assert conflicts_of(kari)
    assert told(kari, visit) == [None] * 3


def test_what_if_asks_only_about_the_forms_it_goes_by(kari: Desk, ola: Desk, visit: str) -> None:
    differ(kari, ola, visit, "economy.livsopphold", 1_900_000, 2_100_000)
    start_visit(kari, plan_visit(kari, "h1", datetime(2026, 11, 12, 10, 30)).made)
    in_the_visit, to_the_family, what_if_says = told(kari, visit)
    assert in_the_visit and to_the_family
    assert what_if_says is None


def test_two_values_are_listed_as_what_is_to_be_chosen_before_the_note_is_locked(
    kari: Desk, ola: Desk, visit: str
) -> None:
    differ(kari, ola, visit, "consent.given", False, True)
    opened = open_visit(kari, visit)
    assert opened.form is not None
    found = still_open(opened.visit, opened.card, opened.form.answers, opened.drafts, opened.conflicts)
    assert [(str(each.words), each.key) for each in found if each.blocks] == [
        ("To har skrevet ulikt i «Samtykker de til kartlegging og råd?». Velg under «I takt med serveren».", IN_STEP)
    ]
