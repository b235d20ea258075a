"""What a team leader has chosen to give from one colleague to another, and what it would do. No Qt."""

from collections.abc import Callable, Sequence

from hjemmebesok.casework.desk import Desk
from hjemmebesok.casework.team import TeamCase, TeamMember, give_cases
from hjemmebesok.domain.phrase import N_, Phrase, Plural, Words
from hjemmebesok.ui.i18n import plain
from hjemmebesok.ui.screens.team import words
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
        return [(case.id, words.case_words(case)) for case in self._cases()]

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
        return words.unseen_words(member.held - len(member.cases), some=self.some) if member else ""

    def facts(self) -> list[Fact]:
        """What happens when she does it."""
        if not (self.giver and self.taker):
            return [Fact("info", N_("Velg hvem som gir, og hvem som får."))]
        if not self.count:
            return [Fact("info", N_("Velg minst én sak."))]
        taker = self._name(self.taker)
        if self.keeps:
            return words.sharing(self.count, self._name(self.giver), taker)
        return words.moving(self.count, self._members[self.giver], taker)

    def question(self) -> Words:
        """What she is asked before it is done."""
        return words.question(self.count, self._name(self.giver), self._name(self.taker), keeps=self.keeps)

    def giving(self) -> Callable[[], Words]:
        """Do what is chosen now; for another thread. What it answers says how many were given."""
        desk, giver, taker, keeps = self._desk, self.giver, self.taker, self.keeps
        cases, name = (frozenset(self.chosen) if self.some else None), self._name(taker)
        return lambda: words.done(give_cases(desk, giver, taker, cases, keeps=keeps), name, keeps=keeps)

    def _cases(self) -> tuple[TeamCase, ...]:
        member = self._members.get(self.giver)
        return member.cases if member else ()

    def _name(self, user: str) -> str:
        return self._members[user].name

    def _called(self, member: TeamMember) -> Words:
        if member.user == self._desk.user.id:
            return Phrase("{name} (deg)", name=member.name)
        return Phrase("{name} (stengt ute)", name=member.name) if member.closed else plain(member.name)
