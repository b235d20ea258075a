"""Oppsummering (summary): what was agreed, by whom and when."""

from hjemmebesok.domain.followup import OWNER_WORDS
from hjemmebesok.domain.kartlegging.fields import Amount, Choice, Day, Lines, Number, Section, Text
from hjemmebesok.domain.phrase import N_
from hjemmebesok.domain.steps import STEPS

AGREED = Lines(
    id="summary.steps",
    label=N_("Avtalt neste steg"),
    help=N_("Kommer på familiens språk i oppsummeringen."),
    columns=(
        Choice(id="step", label=N_("Hva"), options=tuple((step.code, step.text) for step in STEPS)),
        Amount(id="amount", label=N_("Beløp"), monthly=False),
        Number(id="months", label=N_("Måneder"), largest=60),
        Choice(
            id="owner", label=N_("Hvem"), options=tuple((str(owner), words) for owner, words in OWNER_WORDS.items())
        ),
        Day(id="due", label=N_("Frist")),
    ),
)

SECTION = Section(
    id="summary",
    title=N_("Oppsummering"),
    fields=(
        AGREED,
        Choice(
            id="summary.outcome",
            label=N_("Hva ble dere enige om?"),
            options=(
                ("own", N_("Vil eie egen bolig")),
                ("rent", N_("Vil leie privat")),
                ("stay", N_("Vil bli boende")),
                ("not_now", N_("Ikke nå")),
            ),
        ),
        Text(
            id="summary.note",
            label=N_("Notat fra besøket"),
            long=True,
            help=N_("Familien får se dette. Skriv det dere snakket om."),
        ),
    ),
)
