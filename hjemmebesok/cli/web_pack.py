"""hjemmebesok web-pack: the programme's texts as pages for the municipality's own website."""

from pathlib import Path

import click

from hjemmebesok.cli.desk import unlocked
from hjemmebesok.cli.terminal import _, language_option, terminal
from hjemmebesok.domain.phrase import N_, Plural


@click.command("web-pack", help=_("Lag nettsider om Leie til eie på norsk, engelsk og tyrkisk."))
@click.option(
    "--out",
    metavar="DIR",
    type=click.Path(path_type=Path),
    required=True,
    help=_("Mappen sidene skrives i; slutter navnet på .zip, blir det én fil."),
)
@click.option("--store", metavar="PATH", type=click.Path(path_type=Path), help=_("Lageret med kommunens egne tekster."))
@click.option("--municipality", metavar="NAME", default="", help=_("Navnet på kommunen, slik det skal stå."))
@click.option("--phone", metavar="NUMBER", default="", help=_("Telefonnummeret til boligkontoret."))
@click.option("--email", metavar="ADDRESS", default="", help=_("E-postadressen til boligkontoret."))
@click.option("--office", metavar="ADDRESS", default="", help=_("Besøksadressen til boligkontoret."))
@language_option
def web_pack(out: Path, store: Path | None, municipality: str, phone: str, email: str, office: str) -> None:
    """Nothing of any household is in it, so a store is opened for its texts alone."""
    from hjemmebesok.casework.web_pack import PublicContact, web_pack, web_pack_in_force

    contact = PublicContact(municipality=municipality, phone=phone, email=email, office=office)
    if store is None:
        pages = web_pack(contact)
    else:
        with unlocked(store) as desk:
            pages, approved = web_pack_in_force(desk, contact)
        if not approved:
            terminal.complain(N_("Noen av tekstene er ikke godkjent ennå."))
    _write(pages, out)
    terminal.say(Plural("{file}: {n} side", "{file}: {n} sider", len(pages), file=str(out)))


def _write(pages: dict[str, bytes], out: Path) -> None:
    if out.suffix == ".zip":
        from hjemmebesok.exchange.package import zipped

        out.write_bytes(zipped(pages))
        return
    out.mkdir(parents=True, exist_ok=True)
    for name, page in pages.items():
        (out / name).write_bytes(page)
