"""Names of languages, as registers write them, to BCP 47 codes. Names and codes are CLDR's; some more are ours."""

from functools import cache

from babel import Locale
from babel.core import get_global

from hjemmebesok.domain.phrase import Phrase, Refused
from hjemmebesok.exchange.register.cells import shown

_ALSO = {
    "norsk": "nb",
    "norwegian": "nb",
    "no": "nb",
    "bokmål": "nb",
    "nynorsk": "nn",
    "farsi": "fa",
    "sorani": "ckb",
    "kurdisk sorani": "ckb",
    "kurmanji": "ku",
    "kurdisk kurmanji": "ku",
    "somalisk": "so",
    "tigrinsk": "ti",
    "mandarin": "zh",
}


def language_code(cell: str) -> str:
    """'tyrkisk', 'Turkish', 'Türkçe', 'tur', 'tr' and 'tr-TR' are all 'tr'. Raises Refused for an unknown one."""
    word = " ".join(cell.casefold().replace("(", " ").replace(")", " ").replace("_", "-").split())
    known = _codes()
    code = known.get(word) or known.get(word.partition("-")[0])
    if code is None:
        raise Refused(Phrase("Språket «{cell}» er ukjent.", cell=shown(cell)))
    return code


@cache
def _codes() -> dict[str, str]:
    """Each name and code, in small letters, with the code we use for it. Where a word is both, it is the code."""
    names = [item for reader in ("tr", "en", "nb") for item in Locale.parse(reader).languages.items()]
    current = Locale.parse("en").languages
    older = [(word, code) for word, code in get_global("language_aliases").items() if code in current]
    words = [(name, code) for code, name in names] + [(code, code) for code in current] + older
    tidy = {str(word).casefold().replace("_", "-"): str(code).replace("_", "-") for word, code in words}
    return tidy | _ALSO
