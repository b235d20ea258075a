"""The server as a process: TLS off loopback, a quick end, and a log without anybody's data."""

import json
import ssl
import subprocess
import sys
from pathlib import Path

import httpx2
import pytest
import trustme
from cryptography.hazmat.primitives import serialization
from talking import Laptop, Town, new_id

from hjemmebesok.domain.phrase import Refused
from hjemmebesok.server import log
from hjemmebesok.server.run import Tls, serve

SERVE = (
    "import sys; from hjemmebesok.server.run import Tls, serve; serve(sys.argv[1], 'localhost', 0, Tls(*sys.argv[2:]))"
)


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "server.example", ""])
def test_it_does_not_listen_off_loopback_without_tls(tmp_path: Path, host: str) -> None:
    with pytest.raises(Refused, match="TLS"):
        serve(f"sqlite:///{tmp_path / 'server.db'}", host)


def test_a_port_in_use_is_refused_in_one_sentence(tmp_path: Path, address: str) -> None:
    with pytest.raises(Refused, match="i bruk"):
        serve(f"sqlite:///{tmp_path / 'server.db'}", port=int(address.rpartition(":")[2]))


def test_a_certificate_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="sertifikat"):
        serve(f"sqlite:///{tmp_path / 'server.db'}", port=0, tls=Tls("no.pem", "no.pem"))


def test_a_key_that_wants_a_passphrase_is_refused_and_nobody_is_asked(tmp_path: Path) -> None:
    key, issued = tmp_path / "server.key", trustme.CA().issue_cert("localhost")
    issued.cert_chain_pems[0].write_to_path(tmp_path / "server.pem")
    plain = serialization.load_pem_private_key(issued.private_key_pem.bytes(), None)
    locked = serialization.BestAvailableEncryption(b"fjell")
    key.write_bytes(
        plain.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, locked),
    )
    with pytest.raises(Refused, match="sertifikat"):
        serve(f"sqlite:///{tmp_path / 'server.db'}", port=0, tls=Tls(str(tmp_path / "server.pem"), str(key)))


def test_it_speaks_tls_and_ends_at_once_though_a_laptop_is_connected(tmp_path: Path) -> None:
    authority = trustme.CA()
    certificate, key = tmp_path / "server.pem", tmp_path / "server.key"
    issued = authority.issue_cert("localhost")
    issued.cert_chain_pems[0].write_to_path(certificate)
    issued.private_key_pem.write_to_path(key)
    trusts = ssl.create_default_context()
    authority.configure_trust(trusts)
    command = [sys.executable, "-c", SERVE, f"sqlite:///{tmp_path / 'server.db'}", str(certificate), str(key)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        assert process.stdout
        address = process.stdout.readline().strip()
        assert address.startswith("https://localhost:")
        with httpx2.Client(base_url=address, verify=trusts, trust_env=False) as http:
            assert http.get("/health/ready").json() == {"status": "ok"}
            process.terminate()
            process.communicate(timeout=10)
    assert process.returncode is not None


def test_a_fault_is_logged_by_its_kind_and_place_and_not_by_its_message(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "hjemmebesok.server")
    try:
        raise ValueError("Kanarifugl")
    except ValueError as error:
        log.fault(error)
    (said,) = [json.loads(record.message) for record in caplog.records]
    assert (said["event"], said["kind"]) == ("fault", "ValueError")
    assert said["where"].startswith("test_server_run.py:")
    assert "Kanarifugl" not in caplog.text


def test_the_log_tells_ids_and_counts_and_nothing_anybody_wrote(
    town: Town, kari: Laptop, ola: Laptop, server_log: Path
) -> None:
    case = new_id()
    kari.sync(kari.change(case, "household", case, name="Kanarifugl", safety_note="Kanarifugl"))
    ola.sync(ola.change(case, "household", case, name="Kanarifugl"))
    kari.http.post("/v1/sync", content=b"Kanarifugl")
    kari.http.post("/v1/sync?Kanarifugl=1", content=b"Kanarifugl", headers={"authorization": "Bearer Kanarifugl"})
    lines = [json.loads(line) for line in server_log.read_text().splitlines()]
    (mine,) = [line for line in lines if line.get("device") == kari.device and line["event"] == "sync"]
    assert (mine["municipality"], mine["changes"], mine["refused"]) == (town.id, 1, 0)
    everything = server_log.read_text()
    for secret in ("Kanarifugl", "Eksempel", kari.token):
        assert secret not in everything
