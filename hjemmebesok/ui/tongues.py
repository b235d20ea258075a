"""The languages one can choose among, for a meeting or an interpreter: those most spoken by tenants first."""

from hjemmebesok.domain.phrase import Words
from hjemmebesok.ui.spoken import Capital, Tongue, shown

TONGUES = (
    "nb", "en", "tr", "ar", "so", "ti", "uk", "pl", "fa", "fa_AF", "ps", "ur", "ku", "ckb", "am", "om", "sw", "fr",
    "es", "ru", "ro", "lt", "sq", "bs", "vi", "th", "ta", "my",
)  # fmt: skip
"""BCP 47 codes."""


def tongue_options() -> list[tuple[str, Words]]:
    """Code and name, as a ChoiceBox takes them."""
    return [(code, shown(Capital(Tongue(code)))) for code in TONGUES]
