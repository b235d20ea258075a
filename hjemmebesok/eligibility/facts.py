"""Facts: everything that can be known about a household and the home it has in mind, each declared once.

A fact that nobody has answered is absent. Nothing has a silent default: where a calculation goes on without one, it
says so as an assumption (see case.py).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Generic, TypeVar

from hjemmebesok.domain.phrase import N_, Phrase, Refused
from hjemmebesok.eligibility.income import IncomeLines
from hjemmebesok.eligibility.kinds import Amount, Choice, Kind, Text, Whole, YesNo

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Fact(Generic[T]):
    """One thing that can be known. `ask` is the question that gets it, in words for caseworker and family alike."""

    name: str
    kind: Kind[T]
    label: str
    ask: str
    unit: str = ""


class Facts:
    """What is known about one household. Cannot be changed, and cannot hold a value out of bounds."""

    __slots__ = ("known",)
    known: Mapping[Fact[Any], Any]

    def __init__(self, **values: Any) -> None:
        """Take values by fact name; None and empty text are not known. Raises Refused, naming the fact."""
        given = ((fact_named(name), value) for name, value in values.items() if value is not None)
        checked = ((fact, fact.kind.check(fact.name, value)) for fact, value in given)
        self.known = MappingProxyType({fact: value for fact, value in checked if value != ""})

    def get(self, fact: Fact[T]) -> T | None:
        """The value, or None where it is not known."""
        return self.known.get(fact)

    def but(self, **changes: Any) -> "Facts":
        """The same household with some facts changed; None takes one away."""
        return Facts(**{**{fact.name: value for fact, value in self.known.items()}, **changes})

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Facts) and self.known == other.known

    def __hash__(self) -> int:
        return hash(frozenset(self.known.items()))

    def __repr__(self) -> str:
        return f"Facts({', '.join(f'{fact.name}={value!r}' for fact, value in self.known.items())})"


def fact_named(name: str) -> Fact[Any]:
    """The fact with this name. Raises Refused where there is none."""
    if name not in FACTS:
        raise Refused(Phrase("Opplysningen «{name}» finnes ikke.", name=name[:40]))
    return FACTS[name]


class BankAnswer(StrEnum):
    """What an ordinary bank has said to a loan for this household."""

    REFUSED = "refused"
    TOO_LITTLE = "too_little"
    OFFERED = "offered"


class LivsoppholdBasis(StrEnum):
    """What the livsopphold is worked out from."""

    ACTUAL = "actual"  # what the bank statements show; the basis Husbanken prefers
    SIFO = "sifo"
    GJELDSORDNING = "gjeldsordning"


FACTS: dict[str, Fact[Any]] = {}  # by name, in the order declared below


def _fact(name: str, kind: Kind[T], label: str, ask: str, unit: str = "") -> Fact[T]:
    fact = Fact(name, kind, label, ask, unit)
    FACTS[name] = fact
    return fact


_MONTHLY, _ONCE = N_("kroner i måneden"), N_("kroner")

MUNICIPAL_TENANT = _fact("municipal_tenant", YesNo(), N_("Leier av kommunen"), N_("Er boligen leid av kommunen?"))
WISHES_TO_OWN = _fact("wishes_to_own", YesNo(), N_("Ønsker å eie"), N_("Er det et ønske om å eie egen bolig?"))
BANK_ANSWER = _fact("bank_answer", Choice(BankAnswer), N_("Svar fra banken"), N_("Hva har banken svart?"))

INCOME = _fact("income", IncomeLines(), N_("Inntekter"), N_("Hva kommer inn på konto hver måned?"), _MONTHLY)
LIVSOPPHOLD = _fact(
    "livsopphold", Amount(), N_("Livsopphold"), N_("Hvor mye går til mat, klær, reise og fritid i måneden?"), _MONTHLY
)
LIVSOPPHOLD_BASIS = _fact(
    "livsopphold_basis",
    Choice(LivsoppholdBasis),
    N_("Livsopphold er regnet ut fra"),
    N_("Hva er livsoppholdet regnet ut fra?"),
)
LIVSOPPHOLD_FACTOR = _fact(
    "livsopphold_factor",
    Whole(30, 150),
    N_("Del av SIFO"),
    N_("Hvor stor del av SIFO-budsjettet er regnet med?"),
    N_("prosent"),
)
LIVSOPPHOLD_REASON = _fact(
    "livsopphold_reason", Text(), N_("Begrunnelse for livsopphold"), N_("Hvorfor er dette nok til livsopphold?")
)
OTHER_EXPENSES = _fact(
    "other_expenses",
    Amount(),
    N_("Andre faste utgifter"),
    N_("Hva går til barnehage, SFO, lån og andre faste utgifter i måneden?"),
    _MONTHLY,
)
HOUSING_COSTS = _fact(
    "housing_costs",
    Amount(),
    N_("Boutgifter i ny bolig"),
    N_("Hva koster felleskostnader, strøm og forsikring i den nye boligen?"),
    _MONTHLY,
)

PRICE = _fact("price", Amount(), N_("Pris på boligen"), N_("Hva koster boligen det gjelder?"), _ONCE)
JOINT_DEBT = _fact("joint_debt", Amount(), N_("Fellesgjeld"), N_("Hvor stor fellesgjeld følger med boligen?"), _ONCE)
COSTS = _fact("costs", Amount(), N_("Omkostninger"), N_("Hva koster tinglysing og gebyrer?"), _ONCE)
REPAIRS = _fact("repairs", Amount(), N_("Nødvendig utbedring"), N_("Hva koster det som må utbedres i boligen?"), _ONCE)
EQUITY = _fact("equity", Amount(), N_("Egne penger til kjøpet"), N_("Hvor mye egne penger kan gå til kjøpet?"), _ONCE)
TERM_YEARS = _fact(
    "term_years", Whole(1, 60), N_("Nedbetalingstid"), N_("Hvor mange år skal lånet betales ned over?"), N_("år")
)
FIXED_RATE = _fact("fixed_rate", YesNo(), N_("Fast rente"), N_("Er det et ønske om fast rente?"))
GRANT_REASON = _fact(
    "grant_reason", Text(), N_("Begrunnelse for høyere tilskudd"), N_("Hvorfor kan tilskuddet være mer enn vanlig?")
)

RENT_TODAY = _fact("rent_today", Amount(), N_("Husleie i dag"), N_("Hva er husleien i måneden?"), _MONTHLY)
POWER_TODAY = _fact("power_today", Amount(), N_("Strøm i dag"), N_("Hva koster strømmen i måneden?"), _MONTHLY)
