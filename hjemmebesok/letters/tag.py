"""Language tags, as screen readers choose a voice by them."""

_WITH_COUNTRY = {"nb": "nb-NO", "en": "en-GB", "tr": "tr-TR"}


def tag(code: str) -> str:
    """The BCP 47 tag of a language code; one that is not ours stays as it is."""
    return _WITH_COUNTRY.get(code, code)


NORWEGIAN = tag("nb")
