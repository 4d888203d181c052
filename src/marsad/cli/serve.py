"""`marsad serve`: the workbench in the browser."""

from __future__ import annotations

import getpass
import socket
from pathlib import Path

import click

from marsad.case.case import open_case
from marsad.cli import options
from marsad.cli.listing import case_file
from marsad.ingest.extras import needed

LOOPBACK = "127.0.0.1"


@click.command()
@case_file
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port. Without it one that is free.")
@click.option("--host", default=LOOPBACK, show_default=True, help="The address to listen on; another needs --password.")
@click.option("--password", is_flag=True, help="Ask for a password that the browser then asks for.")
@click.option("--by", "who", envvar="MARSAD_REVIEWER", default=lambda: getpass.getuser(), show_default="your login",
              help="Whose decisions are made here. Also: MARSAD_REVIEWER.")  # fmt: skip
@click.option("--lang", type=click.Choice(["ar", "en"]), default="ar", show_default=True, help="Language to begin in.")
@options.lexicons
def serve(case: Path, port: int, host: str, password: bool, who: str, lang: str, lexicons: Path | None) -> None:
    """Open the workbench on a case: look, compare, check, add.

    Prints one address, to be opened in a browser on this machine. It holds a token: who does not have it sees
    nothing. Ctrl-C ends it. Nothing is loaded from the network.

    \b
    marsad serve hamrin.marsad
    marsad serve hamrin.marsad --port 8040 --lang en --by samar

    For other machines name an address of this one and have a password asked for (or give it by MARSAD_PASSWORD).
    What is sent is not encrypted: put a proxy with TLS before it, or use a network that you trust.

    \b
    marsad serve hamrin.marsad --host 192.168.1.20 --password
    """
    for module in ("starlette", "uvicorn", "jinja2", "python_multipart"):
        needed(module, "workbench")
    secret = _password() if password else None
    if host not in (LOOPBACK, "localhost", "::1") and secret is None:
        raise click.UsageError(f"--host {host} can be reached from other machines: that needs --password too")
    open_case(case).close()
    _run(case, _listening(host, port), host, secret, who, lang, lexicons)


def _password() -> str:
    import os

    given = os.environ.get("MARSAD_PASSWORD") or click.prompt("Password", hide_input=True, confirmation_prompt=True)
    return str(given)


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens. A browser that comes at once waits until the workbench is ready."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(100)
    except OSError as error:
        listening.close()
        raise click.ClickException(
            f"can't listen on {host}, port {port}: {error.strerror}: try another --port"
        ) from None
    return listening


def _run(
    case: Path, listening: socket.socket, host: str, password: str | None, who: str, lang: str, lexicons: Path | None
) -> None:
    from marsad.serve.server import Server
    from marsad.serve.settings import Settings

    port = listening.getsockname()[1]
    named = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    hosts = frozenset({named, f"{LOOPBACK}:{port}", f"localhost:{port}", f"[::1]:{port}"})
    settings = Settings(case=case.absolute(), hosts=hosts, password=password, who=who, lang=lang,
                        lexicons=lexicons, own=lexicons or options.own_folder())  # fmt: skip
    server = Server(settings)
    # click.echo flushes: who waits for the address in a pipe gets it at once.
    click.echo(f"http://{named}/?token={settings.token}")
    try:
        server.run(listening)
    except KeyboardInterrupt:
        # How a person ends it: no error.
        return
