"""Telling the service manager how it stands, where one asked to be told (sd_notify of systemd)."""

import os
import socket


def tell(state: str) -> None:
    """Send ``state`` (``READY=1``, ``STOPPING=1``) to the socket that ``NOTIFY_SOCKET`` names; else do nothing."""
    name = os.environ.get("NOTIFY_SOCKET", "")
    if not name:
        return
    address = "\0" + name[1:] if name.startswith("@") else name  # @ is how systemd writes an abstract socket
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.connect(address)
        manager.sendall(state.encode())
