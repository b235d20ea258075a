"""Where the shipped files lie: in a checkout, in an installed wheel and in a desktop bundle alike."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    # A wheel and a bundle carry the folder inside the package; a checkout has it beside the package.
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def resource(*parts: str) -> Path:
    """The path of a file or folder under resources/."""
    return _folder("resources").joinpath(*parts)


def translations() -> Path:
    """The folder with one sub-folder for each language."""
    return _folder("translations")


def package_folder(*parts: str) -> Path:
    """The path of a folder inside the package, such as a room's migrations."""
    return _PACKAGE.joinpath(*parts)
