"""What it comes to when cases are given, in words: before she does it, when she is asked once more, and after."""

from hjemmebesok.casework.team import TeamCase, TeamMember
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Words
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.widgets.fact_list import Fact


def case_words(case: TeamCase) -> Words:
    """A case in a list: its household, or its meeting."""
    return Phrase("Fellesmøte nr. {n}", n=case.meeting) if case.meeting else plain(case.name)


def unseen_words(missing: int, *, some: bool) -> Words:
    """So many cases have no name here; '' for none. `some`: she chooses them one by one."""
    if not missing:
        return ""
    if some:
        return Plural(
            "{n} sak kan ikke vises her, og går bare med når du velger alle.",
            "{n} saker kan ikke vises her, og går bare med når du velger alle.",
            missing,
        )
    return Plural("{n} av dem kan ikke vises her, men går med.", "{n} av dem kan ikke vises her, men går med.", missing)


def moving(count: int, giver: TeamMember, taker: str) -> list[Fact]:
    """What happens when the giver lets them go."""
    names = {"giver": giver.name, "taker": taker}
    went = Plural(
        "{n} sak går fra {giver} til {taker}.", "{n} saker går fra {giver} til {taker}.", count, **names
    )  # fmt: skip
    unsent = Phrase("Det {giver} har skrevet og ikke sendt, sendes først og blir med.", giver=giver.name)
    return [Fact("arrow-right", went), _leaving(count, giver), Fact("circle-check", unsent)]


def sharing(count: int, giver: str, taker: str) -> list[Fact]:
    """What happens when the two have them both."""
    shared = Plural(
        "{giver} og {taker} deler {n} sak.", "{giver} og {taker} deler {n} saker.", count, giver=giver, taker=taker
    )
    comes = Plural(
        "Neste gang PC-en til {taker} er i takt, kommer saken dit.",
        "Neste gang PC-en til {taker} er i takt, kommer sakene dit.",
        count,
        taker=taker,
    )
    both = N_("Begge kan lese og skrive. Ingenting forlater noen PC.")
    return [Fact("split", shared), Fact("pen-line", both), Fact("refresh-cw", comes)]


def question(count: int, giver: str, taker: str, *, keeps: bool) -> Words:
    """What she is asked before it is done."""
    names = {"giver": giver, "taker": taker}
    if keeps:
        return Plural(
            "Skal {giver} og {taker} dele {n} sak?", "Skal {giver} og {taker} dele {n} saker?", count, **names
        )
    return Plural(
        "Skal {n} sak gå fra {giver} til {taker}?", "Skal {n} saker gå fra {giver} til {taker}?", count, **names
    )


def done(count: int, taker: str, *, keeps: bool) -> Words:
    """What has been done."""
    if not count:
        return N_("Ingenting er endret. Sakene er gitt videre fra før.")
    if keeps:
        return Plural("{taker} deler nå {n} sak.", "{taker} deler nå {n} saker.", count, taker=taker)
    return Plural("{n} sak er gått til {taker}.", "{n} saker er gått til {taker}.", count, taker=taker)


def _leaving(count: int, giver: TeamMember) -> Fact:
    if giver.leads:
        return Fact("eye", Phrase("{giver} er teamleder, og ser fortsatt saker i eget team.", giver=giver.name))
    leaves = Plural(
        "Neste gang PC-en til {giver} er i takt, forlater saken den, og {giver} får vite det.",
        "Neste gang PC-en til {giver} er i takt, forlater sakene den, og {giver} får vite det.",
        count,
        giver=giver.name,
    )
    return Fact("refresh-cw", leaves)
