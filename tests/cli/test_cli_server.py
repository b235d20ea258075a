"""hjemmebesok serve, server, enrol and sync: a real server, a real laptop, from a terminal."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import trustme
from cli_run import PROGRAM, Run, environment, run_in

from hjemmebesok.casework.desk import create_desk
from hjemmebesok.store.keys import LOWEST_COST

PASSPHRASE = "fjell om høsten"
ABSENT = "postgresql://kari:hemmelig@127.0.0.1:1/x"
UNREADABLE = "Databaseadressen kan ikke leses. Skriv sqlite:///fil eller postgresql://…"
NO_ADDRESS = "Adressen til innloggingen må begynne med https://, ikke «{}»."
NEEDS_TLS = "Serveren må ha sertifikat og nøkkel (TLS) for å lytte på 0.0.0.0."


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the server's database lies."""
    return tmp_path_factory.mktemp("server")


@pytest.fixture(scope="module")
def run(folder: Path) -> Run:
    """Commands on the server's machine."""
    return run_in(folder)


@pytest.fixture(scope="module")
def user(run: Run) -> str:
    """The id of the server's only caseworker."""
    assert run("server", "municipality", "9999", "Eksempel kommune").stderr == ""
    return run("server", "user", "9999", "Kari Nordmann").stdout.strip()


@pytest.fixture
def address(folder: Path, user: str) -> Iterator[str]:
    """Where the server listens."""
    command = [*PROGRAM, "serve", "--port", "0"]
    with subprocess.Popen(command, cwd=folder, env=environment(), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().split()[-1]
        process.terminate()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A laptop's new store."""
    create_desk(tmp_path / "store", PASSPHRASE, "Kari", "Eksempel kommune", cost=LOWEST_COST).close()
    return tmp_path / "store"


def test_a_laptop_enrols_with_a_one_time_code_and_comes_into_step(
    run: Run, user: str, address: str, store: Path
) -> None:
    code = run("server", "code", "9999", user).stdout.strip()
    given = {"HJEMMEBESOK_PASSPHRASE": PASSPHRASE, "HJEMMEBESOK_CODE": code}
    enrolled = run("enrol", "--store", store, "--server", address, **given)
    assert (enrolled.returncode, enrolled.stdout) == (0, "Koblet til Eksempel kommune som Kari Nordmann.\n")
    again = run("enrol", "--store", store, "--server", address, **given)
    assert (again.returncode, again.stderr) == (1, "Engangskoden er feil, brukt eller for gammel. Be om en ny.\n")
    synced = run("sync", "--store", store, **given)
    assert (synced.returncode, synced.stdout.splitlines()[-1]) == (0, "0 ikke sendt, 0 trenger deg.")
    shown = run("server", "devices", "9999").stdout.rstrip("\n").split("\t")
    assert shown[1] == user
    assert shown[5] == shown[4][:10], "the day it was enrolled is the day it was last here"
    assert "9999" not in run("server", "audit", "9999").stderr


@pytest.fixture
def protected(folder: Path, user: str) -> Iterator[str]:
    """Where a server listens whose certificate the municipality alone vouches for, by `ca.pem` in the same folder."""
    authority = trustme.CA()
    authority.cert_pem.write_to_path(folder / "ca.pem")
    authority.issue_cert("127.0.0.1").private_key_and_cert_chain_pem.write_to_path(folder / "server.pem")
    command = [*PROGRAM, "serve", "--port", "0", "--cert", "server.pem", "--key", "server.pem"]
    with subprocess.Popen(command, cwd=folder, env=environment(), stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield process.stdout.readline().split()[-1]
        process.terminate()


def test_the_municipalitys_own_certificate_is_needed_once_and_from_anywhere(
    run: Run, user: str, protected: str, store: Path, folder: Path, tmp_path: Path
) -> None:
    code = run("server", "code", "9999", user).stdout.strip()
    given = {"HJEMMEBESOK_PASSPHRASE": PASSPHRASE, "HJEMMEBESOK_CODE": code}
    enrol = ("enrol", "--store", store, "--server", protected)
    for wrong in ((), ("--ca", "ingen.pem"), ("--ca", "hjemmebesok-server.sqlite")):
        refused = run(*enrol, *wrong, **given)
        assert (refused.returncode, len(refused.stderr.splitlines())) == (1, 1)
    assert run(*enrol, "--ca", "ca.pem", **given).stderr == ""
    (folder / "ca.pem").unlink()
    synced = run_in(tmp_path)("sync", "--store", store, **given)
    assert (synced.returncode, synced.stderr) == (0, "")


def test_a_server_that_is_not_there_is_one_sentence(run: Run, store: Path) -> None:
    given = {"HJEMMEBESOK_PASSPHRASE": PASSPHRASE, "HJEMMEBESOK_CODE": "9999-0000-0000-0000-0000"}
    done = run("enrol", "--store", store, "--server", "http://127.0.0.1:1", **given)
    assert done.returncode == 1
    assert done.stderr == "Får ikke kontakt med serveren. Alt er lagret her og sendes senere.\n"


def test_a_laptop_that_is_not_enrolled_does_not_sync(run: Run, store: Path) -> None:
    done = run("sync", "--store", store, HJEMMEBESOK_PASSPHRASE=PASSPHRASE)
    assert (done.returncode, done.stderr) == (1, "Denne PC-en er ikke koblet til en server ennå.\n")


def test_the_lists_are_lines_with_tabs(run: Run, user: str) -> None:
    assert run("server", "users", "9999").stdout == f"{user}\tKari Nordmann\tcaseworker\t\t\n"
    assert run("server", "grants", "9999").stdout == ""


def test_teams_roles_and_caseloads_are_handled_from_a_terminal(tmp_path: Path) -> None:
    run = run_in(tmp_path)
    run("server", "municipality", "3301", "Eksempel kommune")
    kari = run("server", "user", "3301", "Kari Nordmann", "--id", "kari").stdout.strip()
    leads = ("--role", "team_leader", "--subject", "lene@entra")
    lene = run("server", "user", "3301", "Lene Nordmann", *leads).stdout.strip()
    assert kari == "kari"
    team = run("server", "team", "3301", "Vest").stdout.strip()
    for one in (kari, lene):
        assert run("server", "join", "3301", team, one).stderr == ""
    assert run("server", "leave", "3301", team, kari).stderr == ""
    assert run("server", "teams", "3301").stdout == f"{team}\tVest\t{lene}\n"
    assert run("server", "role", "3301", kari, "reader").stderr == ""
    assert run("server", "subject", "3301", kari, "kari@entra").stderr == ""
    assert run("server", "provider", "3301", "https://login.example", "klient", "--claim", "oid").stderr == ""
    assert {line.partition("\t")[2] for line in run("server", "users", "3301").stdout.splitlines()} == {
        "Kari Nordmann\treader\tkari@entra\t",
        "Lene Nordmann\tteam_leader\tlene@entra\t",
    }
    assert run("server", "hand-over", "3301", kari, lene).stdout == "0 saker er overført.\n"
    assert run("server", "close", "3301", kari).stdout == ""
    assert run("server", "code", "3301", kari).stderr == f"Brukeren «{kari}» er stengt ute.\n"
    assert run("server", "open", "3301", kari).stderr == ""
    assert run("server", "code", "3301", kari).stderr == ""
    assert run("server", "restrict", "3301", "ingen").stderr == "«ingen» finnes ikke i kommunen «3301».\n"


def test_a_backup_from_a_terminal_becomes_a_server_again(run: Run, user: str, folder: Path, tmp_path: Path) -> None:
    words = {"HJEMMEBESOK_BACKUP_PASSPHRASE": PASSPHRASE}
    file, new = tmp_path / "kopi", f"sqlite:///{tmp_path / 'ny.db'}"
    assert run("server", "backup", file, **words).returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == ["kopi"]
    again = run("server", "backup", file, **words)
    assert (again.returncode, again.stderr) == (1, f"{file} finnes fra før.\n")
    wrong = run("server", "restore", file, "--database", new, HJEMMEBESOK_BACKUP_PASSPHRASE="feil")
    assert wrong.stderr == "Passfrasen er feil, eller sikkerhetskopien er skadet.\n"
    assert run("server", "restore", file, "--database", new, **words).returncode == 0
    assert run("server", "users", "9999", "--database", new).stdout == run("server", "users", "9999").stdout


def test_a_backup_leaves_alone_what_another_has_begun(run: Run, user: str, tmp_path: Path) -> None:
    (tmp_path / "kopi.part").write_bytes(b"begynt")
    done = run("server", "backup", tmp_path / "kopi", HJEMMEBESOK_BACKUP_PASSPHRASE=PASSPHRASE)
    assert (done.returncode, len(done.stderr.splitlines())) == (1, 1)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("kopi.part", b"begynt")]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("server", "municipality", "9999", "En gang til"), "Kommunen «9999» finnes fra før."),
        (("server", "user", "8888", "Kari"), "Kommunen «8888» finnes ikke."),
        (("server", "code", "9999", "ingen"), "«ingen» finnes ikke i kommunen «9999»."),
        (("server", "code", "8888", "ingen"), "Kommunen «8888» finnes ikke."),
        (("server", "grant", "9999", "sak", "ingen"), "«ingen» finnes ikke i kommunen «9999»."),
        (("server", "suspend", "9999", "ingen"), "«ingen» finnes ikke i kommunen «9999»."),
        (("server", "audit", "8888"), "Kommunen «8888» finnes ikke."),
        (("server", "users", "8888"), "Kommunen «8888» finnes ikke."),
        (("server", "teams", "8888"), "Kommunen «8888» finnes ikke."),
        (("server", "quarantine", "8888"), "Kommunen «8888» finnes ikke."),
        (("server", "municipality", "8888", " \t"), "Skriv et navn som kan leses."),
        (("server", "user", "9999", "\x07"), "Skriv et navn som kan leses."),
        (("server", "user", "9999", b"\xff"), "Skriv et navn som kan leses."),
        (("server", "team", "9999", ""), "Skriv et navn som kan leses."),
        (("server", "provider", "9999", "login", "klient"), NO_ADDRESS.format("login")),
        (("server", "provider", "9999", "http://login.example", "klient"), NO_ADDRESS.format("http://login.example")),
        (("server", "users", "9999", "--database", "sqlite:///her.db"), "Databasen sqlite:///her.db finnes ikke."),
        (("server", "backup", "kopi", "--database", "sqlite:///her.db"), "Databasen sqlite:///her.db finnes ikke."),
        (("server", "users", "9999", "--database", "postgresql://kari@x:hemmelig/y"), UNREADABLE),
        (("serve", "--host", "0.0.0.0"), NEEDS_TLS),
        (("serve", "--cert", "a.pem"), "--cert og --key må stå sammen."),
        (("serve", "--cert", "a.pem", "--key", "b.pem"), "Serverens sertifikat eller nøkkel kan ikke leses."),
        (("serve", "--database", "her.db"), UNREADABLE),
        (("serve", "--database", ABSENT), "Databasen postgresql://kari:***@127.0.0.1:1/x kan ikke åpnes."),
    ],
)  # fmt: skip
def test_what_the_server_refuses_is_one_sentence(
    run: Run, user: str, arguments: tuple[str | bytes, ...], sentence: str
) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", f"{sentence}\n")


def test_what_names_no_database_makes_none(run: Run, folder: Path) -> None:
    before = set(folder.iterdir())
    run("server", "users", "9999", "--database", "sqlite:///nei.db")
    assert set(folder.iterdir()) == before


def test_a_user_is_not_given_the_sign_in_of_another(run: Run, user: str) -> None:
    other = run("server", "user", "9999", "Ola  \t Nordmann", "--subject", "ola@entra").stdout.strip()
    taken = run("server", "subject", "9999", user, "ola@entra")
    assert (taken.returncode, taken.stderr) == (1, "En annen bruker er «ola@entra» hos innloggingen.\n")
    assert run("server", "subject", "9999", other, "ola@entra").stderr == ""
    assert f"{other}\tOla Nordmann\tcaseworker\tola@entra\t" in run("server", "users", "9999").stdout.splitlines()


def test_a_municipality_that_is_there_does_not_lose_sight_of_what_it_has(tmp_path: Path) -> None:
    run, other = run_in(tmp_path), f"sqlite:///{tmp_path / 'ny.db'}"
    words = {"HJEMMEBESOK_BACKUP_PASSPHRASE": PASSPHRASE}
    run("server", "municipality", "3301", "Eksempel kommune")
    kari = run("server", "user", "3301", "Kari Nordmann").stdout
    moved = run("server", "municipality", "3301", "Eksempel kommune", "--at", other)
    assert (moved.returncode, moved.stderr) == (1, "Kommunen «3301» finnes fra før, i en annen database.\n")
    for wrong in ("her.db", ABSENT):
        assert run("server", "municipality", "4601", "Eksempel kommune", "--at", wrong).returncode == 1
    assert run("server", "municipality", "4601", "Eksempel kommune", "--at", other).stderr == ""
    assert run("server", "users", "4601").returncode == 0
    assert run("server", "users", "3301").stdout.startswith(kari.strip())
    run("server", "backup", "kopi", **words)
    restored = f"sqlite:///{tmp_path / 'gjenopprettet.db'}"
    told = run("server", "restore", "kopi", "--database", restored, **words).stdout.splitlines()
    assert told[1:] == [f"Kommunen «4601» er ikke i kopien. Det som gjøres med den her, gjøres i {other}."]
    assert run("server", "municipality", "3301", "Eksempel kommune", "--at", restored).stderr == ""
    assert run("server", "users", "3301").stdout.startswith(kari.strip())


def test_a_port_that_cannot_be_is_wrong_usage(run: Run) -> None:
    done = run("serve", "--port", "70000")
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == "Feil: Ugyldig verdi for '--port': 70000 er ikke i området 0<=x<=65535."
