"""Numbers for Prometheus: counts and times by route and outcome, never by person, case or municipality.

They are shown on a port of their own, on this machine only. Several workers put theirs into files of one folder, which
prometheus_client takes from the environment of each when it is imported there.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from prometheus_client import REGISTRY, CollectorRegistry, Counter, Histogram, start_http_server
from prometheus_client.multiprocess import MultiProcessCollector

REQUESTS = Counter("hjemmebesok_requests", "Requests answered.", ["route", "status"])
SECONDS = Histogram("hjemmebesok_request_seconds", "Time from a request's head to its answer.", ["route"])
REFUSALS = Counter("hjemmebesok_refusals", "Requests refused, by the code of the problem.", ["code"])
CHANGES = Counter("hjemmebesok_changes", "Changes pushed, by what became of them.", ["outcome"])
RECORDS = Counter("hjemmebesok_records_given", "Records given to laptops.")
BYTES = Counter("hjemmebesok_sync_bytes", "Bytes of sync requests and answers, compressed.", ["direction"])

_FOLDER = "PROMETHEUS_MULTIPROC_DIR"


@contextmanager
def shared_by_workers() -> Iterator[None]:
    """Let the processes that are started meanwhile count together."""
    with tempfile.TemporaryDirectory(prefix="hjemmebesok-metrics-") as folder:
        os.environ[_FOLDER] = folder
        try:
            yield
        finally:
            del os.environ[_FOLDER]


def show(port: int) -> None:
    """Answer Prometheus on this port of this machine, from a thread, until the process ends."""
    registry = REGISTRY
    if _FOLDER in os.environ:
        registry = CollectorRegistry()
        MultiProcessCollector(registry)  # type: ignore[no-untyped-call] # from outside
    start_http_server(port, "127.0.0.1", registry)
