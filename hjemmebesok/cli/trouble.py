"""When a command cannot do what it was asked: one sentence on the error stream, and an exit code."""

import os
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from hjemmebesok.cli.terminal import terminal
from hjemmebesok.domain.phrase import Phrase, Refused

REFUSED, INTERRUPTED = 1, 130  # wrong usage is 2, from click


@contextmanager
def one_sentence() -> Iterator[None]:
    """Run a command; whatever stops it is told in one sentence, and leaves with an exit code."""
    try:
        yield
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(wrong.exit_code)
    except Refused as refused:
        terminal.complain(refused.phrase)
        sys.exit(REFUSED)
    except BrokenPipeError:
        # Whoever read our output has left: let Python's last flush go nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(REFUSED)
    except OSError as error:
        terminal.complain(about(error))
        sys.exit(REFUSED)
    except (KeyboardInterrupt, click.Abort):
        sys.exit(INTERRUPTED)
    except Exception as error:
        terminal.complain(Phrase("Det gikk ikke ({what}).", what=_kind_and_place(error)))
        sys.exit(REFUSED)


def about(error: OSError) -> Phrase:
    """What went wrong with a file or a connection."""
    name, reason = error.filename, error.strerror or str(error)
    if not name:
        return Phrase("Det gikk ikke: {reason}", reason=reason)
    if isinstance(error, FileNotFoundError):
        return Phrase("Det finnes ingen fil eller mappe som heter {name}.", name=name)
    if isinstance(error, PermissionError):
        return Phrase("Du har ikke tilgang til {name}.", name=name)
    if isinstance(error, IsADirectoryError):
        return Phrase("{name} er en mappe, ikke en fil.", name=name)
    return Phrase("Det gikk ikke å lese eller skrive {name}: {reason}", name=name, reason=reason)


def _kind_and_place(error: Exception) -> str:
    """A fault of ours, for whoever is to mend it. Its own words are left out, for they may hold data or a password."""
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
    return " ".join((type(error).__name__, *places[-8:]))
