"""Agreed next steps: a fixed list of phrases with typed fields, so that each reader gets it in their own language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hjemmebesok.domain.phrase import N_, Phrase


@dataclass(frozen=True, slots=True)
class Step:
    """One phrase of the list. `fields` names the places in the text that the caseworker fills, with their type."""

    code: str
    text: str
    fields: tuple[tuple[str, str], ...] = ()  # (place, "amount" | "count" | "day")
    by_municipality: bool = False  # who does it, unless somebody says otherwise

    def phrase(self, values: Mapping[str, Any]) -> Phrase:
        """The sentence with its values; a place without a value stays visibly open."""
        return Phrase(self.text, **{place: values.get(place, "…") for place, _ in self.fields})


STEPS = (
    Step("bank_answer", N_("Vise kommunen svaret fra banken.")),
    Step("two_banks", N_("Spørre to banker om lån og ta vare på svarene.")),
    Step("pay_slips", N_("Finne lønnsslipper for de siste {months} månedene."), (("months", "count"),)),
    Step("tax_papers", N_("Finne skattemelding og skatteoppgjør for de to siste årene.")),
    Step("lease", N_("Finne leiekontrakten.")),
    Step("debt_overview", N_("Skrive opp all gjeld: hvem, hvor mye og rente.")),
    Step("save_monthly", N_("Spare {amount} i måneden."), (("amount", "amount"),)),
    Step("pay_debt", N_("Betale ned {amount} av gjelden."), (("amount", "amount"),)),
    Step("cooperative_rules", N_("Sjekke reglene i borettslaget."), by_municipality=True),
    Step("office_talk", N_("Samtale på kontoret."), by_municipality=True),
    Step("home_talk", N_("Nytt hjemmebesøk."), by_municipality=True),
    Step("new_meeting", N_("Nytt fellesmøte."), by_municipality=True),
    Step("phone_call", N_("Kommunen ringer."), by_municipality=True),
    Step("viewing", N_("Gå på visning sammen.")),
    Step("apply", N_("Fylle ut søknaden om startlån sammen.")),
)

_BY_CODE = {step.code: step for step in STEPS}


def step(code: str) -> Step | None:
    """The step with this code; None where a newer version made it and this one does not know it."""
    return _BY_CODE.get(code)
