"""Facts: everything that can be known about a household and the home it has in mind, each declared once.

A fact that nobody has answered is absent. Nothing has a silent default: where a calculation goes on without one, it
says so as an assumption (see case.py).
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from hjemmebesok.domain.phrase import N_, Phrase, Refused
from hjemmebesok.eligibility.choices import (
    BankAnswer,
    BoardApproval,
    Car,
    CoBuyer,
    ConsumerDebt,
    DebtSettlement,
    LivsoppholdBasis,
    Membership,
    Ownership,
    Residence,
)
from hjemmebesok.eligibility.fact import FACTS as FACTS  # both are read from here, beside the facts themselves
from hjemmebesok.eligibility.fact import Fact as Fact
from hjemmebesok.eligibility.income import IncomeLines
from hjemmebesok.eligibility.kinds import Amount, Choice, Day, Text, Whole, YesNo
from hjemmebesok.eligibility.members import Members

T = TypeVar("T")


class Facts:
    """What is known about one household. Cannot be changed, and cannot hold a value out of bounds."""

    __slots__ = ("known",)
    known: Mapping[Fact[Any], Any]

    def __init__(self, **values: Any) -> None:
        """Take values by fact name; None and empty text are not known. Raises Refused, naming the fact."""
        known: dict[Fact[Any], Any] = {}
        for name, value in values.items():
            if value is not None:
                fact = fact_named(name)
                checked = fact.kind.check(name, value)
                if checked is not None:
                    known[fact] = checked
        self.known = MappingProxyType(known)

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


def _reason(name: str, ask: str) -> Fact[str]:
    """Where the caseworker writes why, for an outcome that rests on skjønn."""
    return Fact(name, Text(), N_("Begrunnelse"), ask)


_MONTHLY, _ONCE = N_("kroner i måneden"), N_("kroner")

MUNICIPAL_TENANT = Fact("municipal_tenant", YesNo(), N_("Leier av kommunen"), N_("Er boligen leid av kommunen?"))
WISHES_TO_OWN = Fact("wishes_to_own", YesNo(), N_("Ønsker å eie"), N_("Er det et ønske om å eie egen bolig?"))
BANK_ANSWER = Fact("bank_answer", Choice(BankAnswer), N_("Svar fra banken"), N_("Hva har banken svart?"))

INCOME = Fact("income", IncomeLines(), N_("Inntekter"), N_("Hva kommer inn på konto hver måned?"), _MONTHLY)
LIVSOPPHOLD = Fact(
    "livsopphold", Amount(), N_("Livsopphold"), N_("Hvor mye går til mat, klær, reise og fritid i måneden?"), _MONTHLY
)
LIVSOPPHOLD_BASIS = Fact(
    "livsopphold_basis",
    Choice(LivsoppholdBasis),
    N_("Livsopphold er regnet ut fra"),
    N_("Hva er livsoppholdet regnet ut fra?"),
)
LIVSOPPHOLD_FACTOR = Fact(
    "livsopphold_factor",
    Whole(30, 150),
    N_("Del av SIFO"),
    N_("Hvor stor del av SIFO-budsjettet er regnet med?"),
    N_("prosent"),
)
LIVSOPPHOLD_REASON = _reason("livsopphold_reason", N_("Hvorfor er dette nok til livsopphold?"))
OTHER_EXPENSES = Fact(
    "other_expenses",
    Amount(),
    N_("Andre faste utgifter"),
    N_("Hva går til barnehage, SFO, lån og andre faste utgifter i måneden?"),
    _MONTHLY,
)
HOUSING_COSTS = Fact(
    "housing_costs",
    Amount(),
    N_("Boutgifter i ny bolig"),
    N_("Hva koster felleskostnader, strøm og forsikring i den nye boligen?"),
    _MONTHLY,
)

PRICE = Fact("price", Amount(), N_("Pris på boligen"), N_("Hva koster boligen det gjelder?"), _ONCE)
JOINT_DEBT = Fact("joint_debt", Amount(), N_("Fellesgjeld"), N_("Hvor stor fellesgjeld følger med boligen?"), _ONCE)
COSTS = Fact("costs", Amount(), N_("Omkostninger"), N_("Hva koster tinglysing og gebyrer?"), _ONCE)
REPAIRS = Fact("repairs", Amount(), N_("Nødvendig utbedring"), N_("Hva koster det som må utbedres i boligen?"), _ONCE)
EQUITY = Fact("equity", Amount(), N_("Egne penger til kjøpet"), N_("Hvor mye egne penger kan gå til kjøpet?"), _ONCE)
TERM_YEARS = Fact(
    "term_years", Whole(1, 60), N_("Nedbetalingstid"), N_("Hvor mange år skal lånet betales ned over?"), N_("år")
)
FIXED_RATE = Fact("fixed_rate", YesNo(), N_("Fast rente"), N_("Er det et ønske om fast rente?"))
GRANT_REASON = _reason("grant_reason", N_("Hvorfor kan tilskuddet være mer enn vanlig?"))

RENT_TODAY = Fact("rent_today", Amount(), N_("Husleie i dag"), N_("Hva er husleien i måneden?"), _MONTHLY)
POWER_TODAY = Fact("power_today", Amount(), N_("Strøm i dag"), N_("Hva koster strømmen i måneden?"), _MONTHLY)

# who they are
MEMBERS = Fact("members", Members(), N_("Husstanden"), N_("Hvem bor sammen, og hvor gamle er de?"))
APPLICANT_AGE = Fact("applicant_age", Whole(0, 120), N_("Alder"), N_("Hvor gammel er den yngste som søker?"), N_("år"))
UNDER_AGE_REASON = _reason("under_age_reason", N_("Hvorfor kan en som er under 18 år få lån?"))
LEGAL_PERSON = Fact("legal_person", YesNo(), N_("Firma eller organisasjon"), N_("Er det et firma som søker?"))
RESIDENCE = Fact("residence", Choice(Residence), N_("Opphold"), N_("Hva slags oppholdstillatelse har de?"))
RESIDENCE_REASON = _reason("residence_reason", N_("Hvorfor er oppholdet varig nok for et lån?"))
MONTHS_IN_MUNICIPALITY = Fact(
    "months_in_municipality", Whole(0, 1_200), N_("Botid"), N_("Hvor lenge har de bodd i kommunen?"), N_("måneder")
)
BOTID_REASON = _reason("botid_reason", N_("Hvorfor kan kravet om botid fravikes?"))

# why no bank, and why now
YEARS_WITHOUT_BANK = Fact(
    "years_without_bank",
    Whole(0, 60),
    N_("Uten lån i bank"),
    N_("Hvor lenge vil det vare før en bank gir lån?"),
    N_("år"),
)
SAVING_USED = Fact("saving_used", YesNo(), N_("Har spart det de kan"), N_("Har de spart det de kan?"))
SPECIAL_NEEDS = Fact(
    "special_needs", YesNo(), N_("Særlige behov"), N_("Er det særlige behov av helsemessig eller sosial art?")
)
NEEDS_STABLE_HOME = Fact(
    "needs_stable_home", YesNo(), N_("Trenger trygg bolig snart"), N_("Trenger de en trygg og stabil bolig snart?")
)
RISKS_LOSING_HOME = Fact(
    "risks_losing_home", YesNo(), N_("Kan miste boligen"), N_("Er lånet til refinansiering for å beholde boligen?")
)
NEEDED_FOR_WORK = Fact(
    "needed_for_work", YesNo(), N_("Trenger bolig for arbeid"), N_("Trenger de boligen for å ta eller beholde arbeid?")
)

# economy
CAR = Fact("car", Choice(Car), N_("Bil"), N_("Har de bil, og hva går den på?"))
GROSS_INCOME_YEAR = Fact(
    "gross_income_year",
    Amount(),
    N_("Inntekt før skatt i året"),
    N_("Hva er inntekten før skatt i året?"),
    N_("kroner i året"),
)
INCOME_CAP_REASON = _reason("income_cap_reason", N_("Hvorfor kan inntektsgrensen fravikes?"))
LATER_INCOME = Fact(
    "later_income",
    IncomeLines(),
    N_("Inntekter senere"),
    N_("Hva kommer inn når den midlertidige inntekten er slutt?"),
    _MONTHLY,
)
TEMPORARY_INCOME_REASON = _reason("temporary_income_reason", N_("Hvorfor er inntekten sikker nok videre?"))
SAVINGS = Fact("savings", Amount(), N_("Oppsparte penger"), N_("Hvor mye penger har de spart?"), _ONCE)
DEBT_SETTLEMENT = Fact(
    "debt_settlement", Choice(DebtSettlement), N_("Gjeldsordning"), N_("Har de eller søker de gjeldsordning?")
)
CONSUMER_DEBT = Fact(
    "consumer_debt", Choice(ConsumerDebt), N_("Forbruksgjeld"), N_("Har de forbruksgjeld, og blir den betalt?")
)
DEBT_REGISTER_CHECKED = Fact(
    "debt_register_checked", YesNo(), N_("Gjeldsregisteret"), N_("Er det sjekket i gjeldsregisteret, med grunnlag?")
)
DEBT_REASON = _reason("debt_reason", N_("Hvorfor kan lån gis med denne gjelden?"))

# the home and the loan
DWELLING_APPROVED = Fact(
    "dwelling_approved", YesNo(), N_("Boligen er godkjent"), N_("Har kommunen godkjent boligen som egnet og rimelig?")
)
DWELLING_REASON = _reason("dwelling_reason", N_("Hvorfor kan denne boligen likevel kjøpes?"))
LOAN_WANTED = Fact("loan_wanted", Amount(), N_("Omsøkt startlån"), N_("Hvor mye startlån er det søkt om?"), _ONCE)
LOAN_REASON = _reason("loan_reason", N_("Hvordan skal resten av kjøpet betales?"))
INTEREST_ONLY_YEARS = Fact(
    "interest_only_years", Whole(0, 60), N_("Avdragsfrie år"), N_("Hvor mange år skal være uten avdrag?"), N_("år")
)
LASTING_LOW_INCOME = Fact(
    "lasting_low_income", YesNo(), N_("Varig lav inntekt"), N_("Vil inntekten være lav i mange år?")
)
PREDICTABLE_INCOME = Fact("predictable_income", YesNo(), N_("Forutsigbar inntekt"), N_("Er inntekten forutsigbar?"))
SUITS_LONG_TERM = Fact(
    "suits_long_term", YesNo(), N_("Passer i mange år"), N_("Passer boligen for dem i mange år framover?")
)
RENTALS_UNSUITABLE = Fact(
    "rentals_unsuitable",
    YesNo(),
    N_("Leie passer ikke"),
    N_("Er boliger til leie uegnet eller mye dyrere enn å eie?"),
)
TERM_REASON = _reason("term_reason", N_("Hvorfor kan lånet betales ned over mer enn 30 år?"))
STRESS_REASON = _reason("stress_reason", N_("Hvorfor tåler de en høyere rente?"))
RENT_REASON = _reason("rent_reason", N_("Hva sier dagens husleie om evnen til å betale?"))
BEST_INTERESTS = Fact(
    "best_interests", Text(), N_("Barnets beste"), N_("Hva er best for barna, og hvordan er det vurdert?")
)
EXPLAINED_ON = Fact(
    "explained_on", Day(), N_("Forklart muntlig"), N_("Når ble lånet forklart muntlig, alle fem temaene?")
)

# the grant
LONG_TERM_REASON = _reason("long_term_reason", N_("Hvorfor brukes ikke lang nedbetalingstid og fast rente først?"))
PRIORITY_REASON = _reason("priority_reason", N_("Hvorfor skal husstanden gå foran?"))
HAD_GRANT = Fact("had_grant", YesNo(), N_("Har fått tilskudd før"), N_("Har noen av dem fått tilskudd før?"))
GRANT_AGAIN_REASON = _reason("grant_again_reason", N_("Hvorfor kan tilskudd gis en gang til?"))

# the borettslag
OWNERSHIP = Fact("ownership", Choice(Ownership), N_("Eierform"), N_("Er det en andel, en selveier eller en aksje?"))
PREEMPTION_IN_ARTICLES = Fact(
    "preemption_in_articles", YesNo(), N_("Forkjøpsrett i vedtektene"), N_("Gir vedtektene forkjøpsrett?")
)
PUBLIC_SELLER = Fact(
    "public_seller", YesNo(), N_("Offentlig selger"), N_("Selger kommunen eller en annen eier etter § 4-2?")
)
TENANT_OF_DWELLING = Fact(
    "tenant_of_dwelling", YesNo(), N_("Leier denne boligen"), N_("Er kjøperen leier av nettopp denne boligen?")
)
CO_BUYER = Fact("co_buyer", Choice(CoBuyer), N_("Medkjøper"), N_("Kjøper noen sammen med leieren?"))
CO_BUYER_REASON = _reason("co_buyer_reason", N_("Hvorfor kan medkjøperen være med?"))
NOTICE_ON = Fact("notice_on", Day(), N_("Skriftlig melding"), N_("Når fikk borettslaget skriftlig melding om salget?"))
PRIOR_NOTICE_ON = Fact("prior_notice_on", Day(), N_("Forhåndsvarsel"), N_("Når fikk borettslaget forhåndsvarsel?"))
PREEMPTION_USED = Fact("preemption_used", YesNo(), N_("Forkjøpsretten er brukt"), N_("Har noen brukt forkjøpsretten?"))
OTHER_SHARE = Fact("other_share", YesNo(), N_("Eier annen andel"), N_("Eier kjøperen en annen andel i borettslaget?"))
BOARD_APPROVAL = Fact(
    "board_approval", Choice(BoardApproval), N_("Styrets godkjenning"), N_("Må styret godkjenne, og har det gjort det?")
)
BOARD_ASKED_ON = Fact("board_asked_on", Day(), N_("Styret er spurt"), N_("Når fikk styret spørsmålet?"))
MEMBERSHIP = Fact(
    "membership", Choice(Membership), N_("Medlemskap"), N_("Er kjøperen medlem av boligbyggelaget, om det trengs?")
)

# What the municipality looks into itself, once a home has been found; no family can be asked for it.
LOOKED_UP: frozenset[Fact[Any]] = frozenset(
    {
        OWNERSHIP,
        PREEMPTION_IN_ARTICLES,
        PUBLIC_SELLER,
        TENANT_OF_DWELLING,
        NOTICE_ON,
        PRIOR_NOTICE_ON,
        PREEMPTION_USED,
        BOARD_APPROVAL,
        BOARD_ASKED_ON,
        DEBT_REGISTER_CHECKED,
        DWELLING_APPROVED,
    }
)
