"""A real provider of identities (oidc-provider, on Node.js), and what a browser does there."""

import re
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urljoin

import httpx2
import pytest

CLIENT = "hjemmebesok"
BUILD = Path(__file__).parents[1] / "build" / "oidc-provider"  # installed the first time, in a folder of its own


@contextmanager
def running_provider() -> Iterator[str]:
    """Its address. Skips the test where there is no Node.js, or no network the first time."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm):
        pytest.skip("there is no Node.js here to run oidc-provider with")
    if not (BUILD / "node_modules" / "oidc-provider").exists():
        install(npm)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [node, str(Path(__file__).with_suffix(".mjs")), str(port), str(BUILD)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ready"
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def install(npm: str) -> None:
    """Beside its place first, since several tests may want it at the same time."""
    BUILD.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=BUILD.parent, ignore_cleanup_errors=True) as folder:
        (Path(folder) / "package.json").write_text('{"private": true}')
        command = [npm, "install", "--silent", "--no-audit", "--no-fund", "oidc-provider@9"]
        if subprocess.run(command, cwd=folder, check=False, timeout=120).returncode:
            pytest.skip("oidc-provider could not be installed: is there a network?")
        try:
            Path(folder).rename(BUILD)
        except OSError:
            assert BUILD.exists()  # another test was faster
        else:
            Path(folder).mkdir()  # for what cleans up


def signed_in_as(name: str, address: str, back: str) -> str:
    """Where the provider sends somebody of this name who signs in at `address`: an address that begins with `back`."""
    with httpx2.Client(trust_env=False, timeout=30) as browser:
        page = browser.get(address)
        while not page.headers.get("location", "").startswith(back):
            page = onward(browser, page, name)
        return str(page.headers["location"])


def onward(browser: httpx2.Client, page: httpx2.Response, name: str) -> httpx2.Response:
    """The next page: where we are sent, or what the form on this one leads to."""
    if page.is_redirect:
        return browser.get(urljoin(str(page.url), page.headers["location"]))
    form = re.search(r'<form[^>]*action="([^"]+)"', page.text)
    assert form, page.text
    hidden = dict(re.findall(r'type="hidden"[^>]*name="([^"]+)"[^>]*value="([^"]*)"', page.text))
    return browser.post(urljoin(str(page.url), form[1]), data=hidden | {"login": name, "password": "any"})
