"""hjemmebesok serve: the sync server."""

import click

from hjemmebesok.cli.database import database_option
from hjemmebesok.cli.terminal import _, language_option, terminal
from hjemmebesok.domain.phrase import Phrase, Refused


@click.command(help=_("Start serveren. Utenfor denne maskinen må den ha sertifikat og nøkkel (TLS)."))
@database_option
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help=_("Adressen den lytter på."))
@click.option(
    "--port",
    metavar="PORT",
    type=click.IntRange(0, 65535),
    default=8443,
    show_default=True,
    help=_("Porten; 0 er en som er ledig."),
)
@click.option("--cert", metavar="FILE", help=_("Sertifikatet (PEM)."))
@click.option("--key", metavar="FILE", help=_("Nøkkelen til sertifikatet (PEM)."))
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(1, 64),
    default=1,
    show_default=True,
    help=_("Antall prosesser som svarer samtidig."),
)
@click.option(
    "--metrics",
    metavar="PORT",
    type=click.IntRange(0, 65535),
    default=0,
    help=_("Port for Prometheus, bare for denne maskinen."),
)
@language_option
def serve(url: str, host: str, port: int, cert: str | None, key: str | None, workers: int, metrics: int) -> None:
    """Until the process is told to stop."""
    from hjemmebesok.server.run import Tls
    from hjemmebesok.server.run import serve as run

    if bool(cert) != bool(key):
        raise Refused(Phrase("--cert og --key må stå sammen."))

    def tell(address: str) -> None:
        terminal.say(Phrase("Serveren lytter på {address}", address=address))

    tls = Tls(cert, key) if cert and key else None
    run(url, host, port, tls, on_listening=tell, workers=workers, metrics_port=metrics)
