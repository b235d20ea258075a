"""JSON and TOML files at the terminal: read as a whole, or refused in one sentence."""

import json
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

from hjemmebesok.domain.phrase import Phrase, Refused


def read_json(file: Path) -> Any:
    """What the file says. Raises Refused for anything but UTF-8 JSON, and for a name that stands there twice."""
    try:
        return json.loads(file.read_text("utf-8-sig"), object_pairs_hook=_each_name_once)
    except UnicodeDecodeError:
        raise Refused(Phrase("{file} er ikke lagret som UTF-8.", file=file.name)) from None
    except json.JSONDecodeError as error:
        wrong = Phrase(
            "{file} er ikke JSON: feil i linje {line}, tegn {column}.",
            file=file.name,
            line=error.lineno,
            column=error.colno,
        )
        raise Refused(wrong) from None
    except RecursionError:
        raise Refused(Phrase("{file} er ikke JSON som kan leses.", file=file.name)) from None


def _each_name_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise Refused(Phrase("«{name}» står to ganger.", name=name[:40]))
        found[name] = value
    return found


def read_settings(file: Path) -> Any:
    """What a file of settings says, JSON or TOML by its name. Raises Refused for one that cannot be read."""
    if file.suffix.lower() == ".json":
        return read_json(file)
    try:
        return tomllib.loads(file.read_text("utf-8-sig"), parse_float=Decimal)
    except UnicodeDecodeError:
        raise Refused(Phrase("{file} er ikke lagret som UTF-8.", file=file.name)) from None
    except tomllib.TOMLDecodeError as error:
        raise Refused(Phrase("{file} er ikke TOML: {error}", file=file.name, error=str(error))) from None
