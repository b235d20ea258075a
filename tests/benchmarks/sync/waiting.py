"""Waiting until a server listens."""

import socket
import time


def wait_for(port: int, seconds: float = 20.0) -> None:
    """Return when something listens on this port of the loopback address. Raises TimeoutError."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), 0.2).close()
        except OSError:
            time.sleep(0.03)
        else:
            return
    raise TimeoutError(f"nothing listens on port {port}")
