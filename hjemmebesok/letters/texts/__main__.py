"""For whoever edits the letter texts.

python -m hjemmebesok.letters.texts                     say what is wrong with them
python -m hjemmebesok.letters.texts mark KIND LANGUAGE  this translation now follows the Norwegian text
"""

import sys
from pathlib import Path

from hjemmebesok.assets import resource
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.language import LANGUAGES
from hjemmebesok.letters.kinds import KINDS
from hjemmebesok.letters.texts import ORIGINAL, Texts, found_problems
from hjemmebesok.letters.texts.marking import marked_current


def mark_translated(kind: str, language: str, folder: Path | None = None) -> None:
    """Note in a translation that each of its blocks follows the Norwegian one as that is now."""
    folder = folder or resource("letters")
    texts = Texts(folder=folder)
    marked = marked_current(texts.source(kind, ORIGINAL), texts.source(kind, language))
    (folder / kind / f"{language}.md").write_text(marked, encoding="utf-8", newline="\n")


def complaints() -> list[str]:
    """What is wrong with all the texts, one sentence each."""
    kinds = sorted(path.name for path in resource("letters").iterdir() if path.is_dir())
    return [str(problem) for kind in kinds for code in _languages(kind) for problem in found_problems(kind, code)]


def _languages(kind: str) -> tuple[str, ...]:
    return KINDS[kind].languages if kind in KINDS else LANGUAGES  # the letterhead is no kind


def main(arguments: list[str]) -> str:
    """Do what the command line asks; returns what went wrong, "" where nothing did."""
    match arguments:
        case []:
            return "\n".join(complaints())
        case ["mark", kind, language] if language != ORIGINAL:
            try:
                mark_translated(kind, language)
            except Refused as refused:
                return str(refused)
            return ""
        case _:
            return (__doc__ or "").strip()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) or None)
