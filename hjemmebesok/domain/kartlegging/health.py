"""Helse og hverdag (health and everyday life): only what the housing question needs (GDPR art. 9)."""

from hjemmebesok.domain.kartlegging.fields import Given, Section, Text, YesNo
from hjemmebesok.domain.phrase import N_

SECTION = Section(
    id="health",
    title=N_("Helse og hverdag"),
    help=N_("Skriv bare det som betyr noe for hvilken bolig som passer."),
    fields=(
        YesNo(id="health.matters", label=N_("Er det noe ved helsen som betyr noe for boligen?")),
        Text(
            id="health.needs",
            label=N_("Hva trenger boligen å ha?"),
            long=True,
            only_if=Given("health.matters", (True,)),
            help=N_("For eksempel: trappefritt, bad på samme plan."),
        ),
        YesNo(
            id="health.special_needs",
            label=N_("Er det særlige behov av helsemessig eller sosial art?"),
            help=N_("Bare ja eller nei. Skriv ikke hvilke."),
            fact="special_needs",
            rare=True,
        ),
        YesNo(
            id="health.stable_home",
            label=N_("Trenger de en trygg og stabil bolig snart?"),
            fact="needs_stable_home",
            rare=True,
        ),
        Text(id="health.everyday", label=N_("Skole, arbeid og nettverk i nærheten"), long=True),
    ),
)
