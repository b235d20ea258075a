"""For whoever edits the letter texts.

python -m hjemmebesok.letters.texts                     say what is wrong with them
python -m hjemmebesok.letters.texts mark KIND LANGUAGE  this translation now follows the Norwegian text
"""

import re
import sys
from pathlib import Path

from hjemmebesok.assets import resource
from hjemmebesok.domain.phrase import Refused
from hjemmebesok.language import LANGUAGES
from hjemmebesok.letters.texts import ORIGINAL, found_problems, read
from hjemmebesok.letters.texts.source import FENCE


def mark_translated(kind: str, language: str, folder: Path | None = None) -> None:
    """Note in a translation that each of its blocks follows the Norwegian one as that is now."""
    original, _, source = read(kind, language, folder)
    stamps = "".join(
        f'{block_id} = "{block.fingerprint}"\n'
        for block_id, block in original.blocks.items()
        if block_id in source.blocks
    )
    path = (folder or resource("letters")) / kind / f"{language}.md"
    _, front, body = path.read_text(encoding="utf-8").split(f"{FENCE}\n", 2)
    kept = re.sub(r"\n*\[of\]\n.*", "\n", front, flags=re.DOTALL).strip("\n")
    kept = f"{kept}\n\n" if kept else ""
    path.write_text(f"{FENCE}\n{kept}[of]\n{stamps}{FENCE}\n{body}", encoding="utf-8", newline="\n")


def complaints() -> list[str]:
    """What is wrong with all the texts, one sentence each."""
    kinds = sorted(path.name for path in resource("letters").iterdir() if path.is_dir())
    return [str(problem) for kind in kinds for code in LANGUAGES for problem in found_problems(kind, code)]


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
