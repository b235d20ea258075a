"""The same actions from a terminal, for IT staff and for tests: `hjemmebesok --help`.

An entrance: it may open every room, and does so inside the command that needs it, so that `--help` is there at once.
The decision that shaped it: what a command says is said as on the screen, in bokmål, English or Turkish, and whatever
cannot be done ends in one sentence on the error stream and an exit code (1 refused, 2 wrong usage), never a traceback.
"""

import io
import sys

import click

from hjemmebesok import __version__
from hjemmebesok.cli import backup, caseload, closing, teams  # noqa: F401 - their commands hang on `server`
from hjemmebesok.cli.access import access
from hjemmebesok.cli.archive import archive
from hjemmebesok.cli.calendar import calendar
from hjemmebesok.cli.check import check
from hjemmebesok.cli.demo import demo
from hjemmebesok.cli.letter import letter
from hjemmebesok.cli.paper import paper
from hjemmebesok.cli.register import import_register
from hjemmebesok.cli.rules import rates, settings
from hjemmebesok.cli.serve import serve
from hjemmebesok.cli.server import server
from hjemmebesok.cli.sync import enrol, sync
from hjemmebesok.cli.terminal import _
from hjemmebesok.cli.texts import texts
from hjemmebesok.cli.trouble import one_sentence
from hjemmebesok.cli.web_pack import web_pack
from hjemmebesok.cli.whatif import what_if


@click.group(help=_("Hjemmebesøk, fellesmøter og veiledning for boligkontoret, kryptert og uten nett."))
@click.version_option(__version__, prog_name="hjemmebesok")
def commands() -> None:
    """Every command of the terminal."""


_OUT = (letter, paper, archive, calendar, access, web_pack, texts)

for command in (demo, check, what_if, import_register, rates, settings, *_OUT, enrol, sync, serve, server):
    commands.add_command(command)


def main() -> None:
    """Run the command on the command line, and leave with its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")  # ğ and ş arrive whole, also in a file on Windows
    with one_sentence():
        sys.exit(commands(prog_name="hjemmebesok", standalone_mode=False))
