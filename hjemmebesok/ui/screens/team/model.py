"""What a team leader has chosen to give from one colleague to another, and what it would do. No Qt."""

from collections.abc import Callable, Sequence

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.team import TeamCase, TeamMember, give_cases
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Words
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.spoken import dotted
from hjemmebesok.ui.widgets.fact_list import Fact


class TeamModel:
    """`some` where she chooses cases one by one, `chosen` their ids; `keeps` where the two share them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._members: dict[str, TeamMember] = {}
        self.giver = self.taker = ""
        self.some = self.keeps = False
        self.chosen: set[str] = set()

    def show(self, members: Sequence[TeamMember]) -> None:
        """The team as the server has it now; what is chosen stays as far as it can."""
        self._members = {member.user: member for member in members}
        if self.giver not in dict(self.givers()):
            self.choose_giver("")
        if self.taker not in dict(self.takers()):
            self.taker = ""
        self.chosen &= {case.id for case in self._cases()}

    def start_over(self) -> None:
        """It is done: nobody is chosen."""
        self.choose_giver("")
        self.taker = ""

    def choose_giver(self, user: str) -> None:
        """Another giver has other cases, and takes none herself."""
        if user != self.giver:
            self.giver = user
            self.chosen.clear()
        if self.taker == user:
            self.taker = ""

    def givers(self) -> list[tuple[str, Words]]:
        """Those who hold any, with how many."""
        return [
            (member.user, dotted(self._called(member), Plural("{n} sak", "{n} saker", member.held)))
            for member in self._members.values()
            if member.held
        ]

    def takers(self) -> list[tuple[str, Words]]:
        """Those who can be given some."""
        able = (member for member in self._members.values() if member.takes and member.user != self.giver)
        return [(member.user, self._called(member)) for member in able]

    def cases(self) -> list[tuple[str, Words]]:
        """The giver's cases that can be chosen one by one."""
        return [(case.id, _case_words(case)) for case in self._cases()]

    @property
    def count(self) -> int:
        """How many cases it is about."""
        member = self._members.get(self.giver)
        return 0 if member is None else len(self.chosen) if self.some else member.held

    @property
    def complete(self) -> bool:
        """Whether there is something to give, and somebody to take it."""
        return bool(self.taker and self.count)

    def unseen(self) -> Words:
        """How many of the giver's cases cannot be chosen here, '' where all can."""
        member = self._members.get(self.giver)
        missing = member.held - len(member.cases) if member else 0
        if not missing:
            return ""
        if self.some:
            return Plural(
                "{n} sak kan ikke vises her, og går bare med når du velger alle.",
                "{n} saker kan ikke vises her, og går bare med når du velger alle.",
                missing,
            )
        return Plural(
            "{n} av dem kan ikke vises her, men går med.", "{n} av dem kan ikke vises her, men går med.", missing
        )

    def facts(self) -> list[Fact]:
        """What happens when she does it."""
        if not (self.giver and self.taker):
            return [Fact("info", N_("Velg hvem som gir, og hvem som får."))]
        if not self.count:
            return [Fact("info", N_("Velg minst én sak."))]
        taker = self._name(self.taker)
        if self.keeps:
            return _sharing(self.count, self._name(self.giver), taker)
        return _moving(self.count, self._members[self.giver], taker)

    def question(self) -> Words:
        """What she is asked before it is done."""
        giver, taker = self._name(self.giver), self._name(self.taker)
        if self.keeps:
            return Plural(
                "Skal {giver} og {taker} dele {n} sak?", "Skal {giver} og {taker} dele {n} saker?", self.count,
                giver=giver, taker=taker,
            )  # fmt: skip
        return Plural(
            "Skal {n} sak gå fra {giver} til {taker}?", "Skal {n} saker gå fra {giver} til {taker}?", self.count,
            giver=giver, taker=taker,
        )  # fmt: skip

    def giving(self) -> Callable[[], Words]:
        """Do what is chosen now; for another thread. What it answers says how many were given."""
        desk, giver, taker, keeps = self._desk, self.giver, self.taker, self.keeps
        cases, name = (frozenset(self.chosen) if self.some else None), self._name(taker)
        return lambda: _done(give_cases(desk, giver, taker, cases, keeps=keeps), name, shared=keeps)

    def _cases(self) -> tuple[TeamCase, ...]:
        member = self._members.get(self.giver)
        return member.cases if member else ()

    def _name(self, user: str) -> str:
        return self._members[user].name

    def _called(self, member: TeamMember) -> Words:
        if member.user == self._desk.user.id:
            return Phrase("{name} (deg)", name=member.name)
        return Phrase("{name} (stengt ute)", name=member.name) if member.closed else plain(member.name)


def _case_words(case: TeamCase) -> Words:
    return Phrase("Fellesmøte nr. {n}", n=case.meeting) if case.meeting else plain(case.name)


def _moving(count: int, member: TeamMember, taker: str) -> list[Fact]:
    giver = member.name
    went = Plural(
        "{n} sak går fra {giver} til {taker}.", "{n} saker går fra {giver} til {taker}.", count,
        giver=giver, taker=taker,
    )  # fmt: skip
    leaves = Plural(
        "Neste gang PC-en til {giver} er i takt, forlater saken den, og {giver} får vite det.",
        "Neste gang PC-en til {giver} er i takt, forlater sakene den, og {giver} får vite det.",
        count,
        giver=giver,
    )
    unsent = Phrase(
        "Det {giver} har skrevet og ikke sendt, sendes først og går ikke tapt. Det serveren ikke lenger tar imot, "
        "legger den til side, og {giver} får vite det.",
        giver=giver,
    )
    reads_on = Phrase("{giver} er teamleder, og ser fortsatt saker i eget team.", giver=giver)
    leaving = Fact("eye", reads_on) if member.leads else Fact("refresh-cw", leaves)
    return [Fact("arrow-right", went), leaving, Fact("circle-check", unsent)]


def _sharing(count: int, giver: str, taker: str) -> list[Fact]:
    shared = Plural(
        "{giver} og {taker} deler {n} sak.", "{giver} og {taker} deler {n} saker.", count, giver=giver, taker=taker
    )
    both = N_("Begge kan lese og skrive. Ingenting forlater noen PC.")
    comes = Plural(
        "Neste gang PC-en til {taker} er i takt, kommer saken dit.",
        "Neste gang PC-en til {taker} er i takt, kommer sakene dit.",
        count,
        taker=taker,
    )
    return [Fact("split", shared), Fact("pen-line", both), Fact("refresh-cw", comes)]


def _done(count: int, taker: str, *, shared: bool) -> Words:
    if not count:
        return N_("Ingenting er endret. Sakene er gitt videre fra før.")
    if shared:
        return Plural("{taker} deler nå {n} sak.", "{taker} deler nå {n} saker.", count, taker=taker)
    return Plural("{n} sak er gått til {taker}.", "{n} saker er gått til {taker}.", count, taker=taker)
