"""hjemmebesok demo: a fictitious programme to try, or its whole day without a person at the keyboard."""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from hjemmebesok.cli.terminal import _, language_option, terminal
from hjemmebesok.domain.phrase import Phrase


@click.command(help=_("Prøv programmet med oppdiktede leietakere. Alt skrives i mappen DIR."))
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, metavar="DIR",
              help=_("Mappen til lager, bilder, brev og server."))  # fmt: skip
@click.option("--headless", is_flag=True, help=_("Gå gjennom hele dagen uten skjerm, og ta bilder av den."))
@language_option
def demo(out: Path, headless: bool) -> None:
    """The app on the demo store; with --headless the day in order, and what happened in a few lines."""
    from hjemmebesok.demo.folder import claim

    claim(out, terminal.language)
    if headless:
        _whole_day(out)
    else:
        sys.exit(_open(out / "store"))


def _open(store: Path) -> int:
    from hjemmebesok import app

    if not store.exists():
        terminal.say(Phrase("Lager en demo med oppdiktede leietakere …"))
        _build(store)
    return app.main(["--store", str(store)])


def _build(store: Path) -> None:
    """Make the store beside its place first, so that one half made is never opened."""
    from hjemmebesok.demo import programme
    from hjemmebesok.demo.folder import remove
    from hjemmebesok.demo.town_server import town_server

    half_made = store.with_name("half-made")
    remove(half_made)
    with (
        TemporaryDirectory() as elsewhere,
        town_server(Path(elsewhere) / "server.db", programme.MUNICIPALITY) as server,
    ):
        desk = programme.build_programme(half_made, server)
        family = programme.household_id(desk, programme.YILMAZ)
        colleague = programme.join(Path(elsewhere) / "colleague", server, family)
        programme.write_at_once(desk, colleague, family)
        colleague.close()
        desk.close()
    half_made.rename(store)


def _whole_day(out: Path) -> None:
    from hjemmebesok.demo.folder import clear_day

    clear_day(out)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from hjemmebesok.demo.day import run_day

    run_day(QApplication(["hjemmebesok"]), out, terminal.say)
