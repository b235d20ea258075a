"""The terminal: which language it speaks, what it says, and what it may ask."""

import gettext
import json
import os
import sys
from collections.abc import Callable
from typing import Any

import click

from hjemmebesok.assets import translations
from hjemmebesok.domain.phrase import N_, Phrase, Refused, Words
from hjemmebesok.language import LANGUAGES, Language, language


def system_language() -> str:
    """The language of this computer where we speak it, else bokmål."""
    names = (os.environ.get(name, "") for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
    code = next((name for name in names if name), "")[:2]
    return code if code in LANGUAGES else "nb"


class Terminal:
    """Speaks to the person at the terminal, in her language."""

    def __init__(self, code: str) -> None:
        self.language: Language = language(code)

    def choose(self, code: str) -> None:
        """Speak this language from now on."""
        self.language = language(code)

    def say(self, words: Words) -> None:
        """A text on the standard output."""
        click.echo(self.language.say(words))

    def say_json(self, plain: object) -> None:
        """Plain data on the standard output, as JSON for other programs."""
        click.echo(json.dumps(plain, ensure_ascii=False, indent=2))

    def complain(self, words: Words) -> None:
        """A text on the error stream."""
        click.echo(self.language.say(words), err=True)

    def ask_secret(self, question: str, variable: str) -> str:
        """A secret from the environment variable or, where there is a person to ask, from a prompt.

        Never from an argument: every user of the computer can read those. Raises Refused where there is nobody to ask.
        """
        if secret := os.environ.get(variable):
            return secret
        if not sys.stdin.isatty():
            raise Refused(Phrase("Sett miljøvariabelen {variable}, eller kjør fra en terminal.", variable=variable))
        return str(click.prompt(self.language.say(question), hide_input=True, err=True))

    def ask_passphrase(self) -> str:
        """The passphrase of the store."""
        return self.ask_secret(N_("Passfrase"), "HJEMMEBESOK_PASSPHRASE")


terminal = Terminal(system_language())
_ = terminal.language.say  # help texts are made once, when the commands are

# Click looks its own words up with gettext, in the language that the environment names.
os.environ["LANGUAGE"] = terminal.language.code
gettext.bindtextdomain("click", str(translations()))
gettext.textdomain("click")


def _choose(context: click.Context, parameter: click.Parameter, code: str | None) -> None:
    if code:
        terminal.choose(code)


def language_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the option that chooses the language of its answer."""
    option = click.option(
        "--language",
        type=click.Choice(LANGUAGES),
        is_eager=True,
        expose_value=False,
        callback=_choose,
        help=_("Språket i svaret; ellers datamaskinens, ellers bokmål."),
    )
    return option(command)
