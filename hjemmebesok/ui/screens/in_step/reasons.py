"""Why the server set a change aside, and what one can do about it. The codes are those of the wire."""

from types import MappingProxyType

from hjemmebesok.domain.phrase import N_, Phrase, Words

REASON_WORDS = MappingProxyType(
    {
        "no_access": N_("Saken er ikke lenger din. Spør lederen din hvis du trenger tilgang til den."),
        "read_only": N_("Du kan lese saken, men ikke skrive i den. Spør lederen din hvis du skal kunne skrive."),
        "not_your_role": N_("Dette gjelder hele kommunen, og kan bare endres av dem som har den rollen."),
        "not_author": N_("Endringen er skrevet av en annen enn deg, så den kan ikke sendes herfra. Si fra til IT."),
        "erased": N_("Saken er slettet etter loven, så det som skrives i den, blir ikke tatt vare på."),
        "closed": N_("Notatet ble låst før endringen kom fram. Åpne besøket og lag en rettelse."),
        "elsewhere": N_("På serveren hører dette til en annen sak. Si fra til IT."),
        "too_large": N_("Teksten er for lang til å sendes. Gjør den kortere og lagre på nytt."),
        "malformed": N_("Serveren kan ikke lese endringen. Si fra til IT."),
        "id_taken": N_("Serveren har en annen endring med samme nummer. Si fra til IT."),
    }
)


UNSAVED = N_(
    "Saken er ikke lenger din, men dette er ikke lagret. Åpne besøket og rett det. Da blir det sendt før saken tas bort"
    " fra denne PC-en."
)
UNSAVED_LOCKED = N_(
    "Saken er ikke lenger din, og notatet ble låst før dette var lagret. Åpne besøket og lag en rettelse hvis det skal "
    "med, og legg dette til side."
)


def reason_words(code: str) -> Words:
    """The sentence for a reason; one that a newer server gives and this version does not know is told by its code."""
    return REASON_WORDS.get(code) or Phrase("Serveren tok ikke imot endringen ({code}). Si fra til IT.", code=code)
