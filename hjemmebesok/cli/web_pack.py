"""hjemmebesok web-pack: the programme's texts as pages for the municipality's own website."""

from pathlib import Path

import click

from hjemmebesok.cli.terminal import _, language_option, terminal
from hjemmebesok.domain.phrase import Plural


@click.command("web-pack", help=_("Lag nettsider om programmet på norsk, engelsk og tyrkisk."))
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path),
    required=True,
    help=_("Mappen sidene skrives i; slutter navnet på .zip, blir det én fil."),
)
@click.option("--municipality", metavar="NAME", default="", help=_("Navnet på kommunen, slik det skal stå."))
@click.option("--phone", metavar="NUMBER", default="", help=_("Telefonnummeret til boligkontoret."))
@click.option("--email", metavar="ADDRESS", default="", help=_("E-postadressen til boligkontoret."))
@click.option("--office", metavar="ADDRESS", default="", help=_("Besøksadressen til boligkontoret."))
@language_option
def web_pack(out: Path, municipality: str, phone: str, email: str, office: str) -> None:
    """Nothing of any household is in it, so no store is opened."""
    from hjemmebesok.casework.web_pack import PublicContact, web_pack
    from hjemmebesok.exchange.package import zipped

    contact = PublicContact(municipality=municipality, phone=phone, email=email, office=office)
    pages = web_pack(contact)
    if out.suffix == ".zip":
        out.write_bytes(zipped(pages))
    else:
        out.mkdir(parents=True, exist_ok=True)
        for name, page in pages.items():
            (out / name).write_bytes(page)
    terminal.say(Plural("{file}: {n} side", "{file}: {n} sider", len(pages), file=str(out)))
