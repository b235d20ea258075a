"""hjemmebesok demo: a fictitious programme to try, or its whole day without a person at the keyboard."""

import os
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from hjemmebesok.cli.terminal import _, language_option, terminal
from hjemmebesok.domain.phrase import Phrase, Refused

_MADE_HERE = ("laptop", "colleague", "letters", "pictures", "server.db", "server.db-wal", "server.db-shm", "server.log")


@click.command(help=_("Prøv programmet med oppdiktede leietakere. Alt skrives i mappen DIR."))
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True, metavar="DIR",
              help=_("Mappen til lager, bilder, brev og server."))  # fmt: skip
@click.option("--headless", is_flag=True, help=_("Gå gjennom hele dagen uten skjerm, og ta bilder av den."))
@language_option
def demo(out: Path, headless: bool) -> None:
    """The app on the demo store; with --headless the day in order, and what happened in a few lines."""
    if headless:
        _whole_day(out)
    else:
        sys.exit(_open(out / "store"))


def _open(store: Path) -> int:
    from hjemmebesok import app
    from hjemmebesok.store.header import read_header

    if read_header(store) is None:
        terminal.say(Phrase("Lager en demo med oppdiktede leietakere …"))
        _build(store)
    return app.main(["--store", str(store)])


def _build(store: Path) -> None:
    from hjemmebesok.demo import programme
    from hjemmebesok.demo.town_server import town_server

    store.parent.mkdir(parents=True, exist_ok=True)
    with (
        TemporaryDirectory() as elsewhere,
        town_server(Path(elsewhere) / "server.db", programme.MUNICIPALITY) as server,
    ):
        desk = programme.build_programme(store, server)
        family = programme.household_id(desk, programme.YILMAZ)
        colleague = programme.join(Path(elsewhere) / "colleague", server, family)
        programme.write_at_once(desk, colleague, family)
        colleague.close()
        desk.close()


def _whole_day(out: Path) -> None:
    _clear(out)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from hjemmebesok.demo.day import run_day

    report = run_day(QApplication(["hjemmebesok"]), out)
    for line in report.lines:
        terminal.say(line)


def _clear(out: Path) -> None:
    """Make room for a new day where an earlier one lies. Raises Refused for a folder in use by anything else."""
    if not out.exists() or not any(out.iterdir()):
        return
    from hjemmebesok.store.header import read_header

    header = read_header(out / "laptop")
    if not (header and header.demo_passphrase) and not _only_the_store(out):
        raise Refused(Phrase("Mappen {folder} er i bruk til noe annet. Velg en tom mappe.", folder=out))
    for name in _MADE_HERE:
        path = out / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)


def _only_the_store(out: Path) -> bool:
    return {path.name for path in out.iterdir()} <= {"store"}
