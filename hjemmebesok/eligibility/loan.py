"""The loan: what the purchase needs, how much of it the loan covers, what is left over, and what it costs a month."""

from dataclasses import dataclass
from decimal import Decimal

from hjemmebesok.domain.money import ZERO, Money
from hjemmebesok.domain.phrase import N_, Phrase
from hjemmebesok.eligibility.annuity import monthly_payment
from hjemmebesok.eligibility.betjeningsevne import Betjeningsevne, betjeningsevne, require_needs
from hjemmebesok.eligibility.case import Case, Missing
from hjemmebesok.eligibility.facts import EQUITY, PRICE, REPAIRS
from hjemmebesok.eligibility.saksomkostninger import saksomkostninger
from hjemmebesok.eligibility.step import Step


@dataclass(frozen=True, slots=True)
class Loan:
    """Need = price + costs + repairs − equity. Amount = the smaller of need and largest loan. Gap = need − amount."""

    capacity: Betjeningsevne
    price: Money  # kjøpesum; a share's fellesgjeld is no part of it, it is paid through felleskostnader
    costs: Money
    repairs: Money
    equity: Money
    need: Money
    amount: Money
    gap: Money

    @property
    def payment(self) -> Money:
        """What the loan costs a month, to the nearest øre; worked out when it is asked for, since few of them are."""
        return monthly_payment(self.amount, self.capacity.rate, self.capacity.years)

    @property
    def gap_percent(self) -> Decimal:
        """The gap in per cent of the price, to two decimals; for showing only."""
        return Decimal((self.gap.ore * 20_000 + self.price.ore) // (2 * self.price.ore)) / 100

    @property
    def total_price(self) -> Money:
        """The price with what it costs to buy and to put right."""
        return self.price + self.costs + self.repairs

    @property
    def new_housing_cost(self) -> Money:
        """What living there costs a month: the payment and the other housing costs."""
        return self.payment + self.capacity.housing_costs

    @property
    def steps(self) -> tuple[Step, ...]:
        """The arithmetic, line by line."""
        return (
            Step(N_("Pris på boligen"), self.price),
            Step(N_("Omkostninger"), self.costs),
            Step(N_("Nødvendig utbedring"), self.repairs),
            Step(N_("Egne penger til kjøpet"), -self.equity),
            Step(N_("Det trengs"), self.need),
            Step(N_("Lån"), self.amount),
            Step(N_("Resten"), self.gap),
            Step(N_("Resten i prosent av prisen"), self.gap_percent),
            Step(N_("Renter og avdrag hver måned"), self.payment),
            Step(N_("Boutgifter i egen bolig hver måned"), self.new_housing_cost),
        )


def loan(case: Case) -> Loan:
    """Work out the loan. A price of 0 is a price that nobody has filled in yet."""
    require_needs(case, PRICE)
    capacity, price, costs = case.work_out(betjeningsevne), case[PRICE], case.work_out(saksomkostninger)
    if not price:
        raise Missing(PRICE)
    repairs, equity = case.assume(REPAIRS, ZERO, _NO_REPAIRS), case.assume(EQUITY, ZERO, _NO_EQUITY)
    need = max(price + costs + repairs - equity, ZERO)
    amount = min(need, capacity.largest_loan)
    return Loan(capacity, price, costs, repairs, equity, need, amount, need - amount)


_NO_REPAIRS = Phrase("Utbedring er ikke oppgitt og er regnet som 0 kroner.")
_NO_EQUITY = Phrase("Egne penger er ikke oppgitt og er regnet som 0 kroner.")
