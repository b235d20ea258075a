"""How strong a passphrase is, in words. Long beats strange: several words are easier to keep than odd signs."""

from dataclasses import dataclass

from hjemmebesok.domain.phrase import N_, Plural, Words

SHORTEST = 12  # characters, as the store demands


@dataclass(frozen=True, slots=True)
class Strength:
    """`words` to show, with their `tone` and icon; `enough` where it can be used."""

    words: Words
    tone: str
    icon: str
    enough: bool


def strength_of(passphrase: str, *known: str) -> Strength:
    """Judge a passphrase; `known` are texts that anyone could guess, such as the caseworker's own name."""
    missing = SHORTEST - len(passphrase)
    if missing > 0:
        return _weak(Plural("Minst 12 tegn. Ett igjen.", "Minst 12 tegn. {n} igjen.", missing))
    if len(set(passphrase.casefold())) < 6:
        return _weak(N_("For få ulike tegn. Bruk flere ord."))
    if any(text and _covers(text, passphrase) for text in known):
        return _weak(N_("For lett å gjette. Bruk ikke navnet ditt eller kommunen."))
    if len(passphrase) >= 20 and len(passphrase.split()) >= 4:
        return Strength(N_("Sterk passfrase."), "ok", "circle-check", True)
    return Strength(N_("God nok. Fire ord eller flere er enda bedre."), "ok", "circle-check", True)


def _weak(words: Words) -> Strength:
    return Strength(words, "warn", "circle-alert", False)


def _covers(text: str, passphrase: str) -> bool:
    """Whether the passphrase is little more than the text."""
    left = passphrase.casefold().replace(text.strip().casefold(), "")
    return len(passphrase) - len(left) > 3 and len(left.strip()) < SHORTEST // 2
