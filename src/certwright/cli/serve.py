"""Serve the pages, and run the jobs beside them, until somebody stops it (Ctrl+C, SIGTERM).

Nothing is started where the record is not as this release needs it; it says what to do. It answers once every process
has read what it needs. If the pages or the jobs end by themselves, all of it ends (status 4), so that a service manager
starts it anew.
"""

import http.client
import os
import socket
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from tempfile import TemporaryDirectory

from django.conf import settings
from django.core.checks import Tags, run_checks

from certwright.cli import pages_process
from certwright.cli.commands import find
from certwright.cli.outcome import BadInput, Outcome, Problem, Unavailable
from certwright.cli.process_tree import Child, ChildEnded, running
from certwright.cli.ready import must_be_ready
from certwright.cli.service_manager import tell
from certwright.cli.static_files import lay_out

JSON = {"address": "where the pages were served"}

PAGES_PATIENCE, JOBS_PATIENCE = pages_process.PATIENCE + 5, 60
"""Seconds in which requests are answered, and jobs done, that were begun before we were told to stop."""


def add_arguments(parser: ArgumentParser) -> None:
    """Where to answer and with how much; each takes the place of a setting."""
    parser.add_argument("--address", metavar="ADDRESS", help="instead of CERTWRIGHT_ADDRESS")
    parser.add_argument("--port", metavar="NUMBER", type=int, help="instead of CERTWRIGHT_PORT")
    parser.add_argument("--workers", metavar="NUMBER", type=int, help="instead of CERTWRIGHT_WORKERS")
    parser.add_argument("--threads", metavar="NUMBER", type=int, help="instead of CERTWRIGHT_THREADS")
    parser.add_argument("--only", choices=("pages", "jobs"), help="serve the pages alone, or run the jobs alone")


def run(options: Namespace) -> Outcome:
    """Look, start, say so, wait, stop."""
    address, port = _place(options)
    must_be_ready()
    _must_be_in_order()
    with TemporaryDirectory(prefix="certwright-") as folder:
        where = Path(folder)
        lay_out(where / "static")
        (where / "figures").mkdir()
        environment = {
            **os.environ,
            "CERTWRIGHT_STATIC": str(where / "static"),
            "PROMETHEUS_MULTIPROC_DIR": str(where / "figures"),
        }
        children = list(_children(options, address, port))
        with running(children, environment) as tree:
            try:
                if tree.wait_until(lambda: options.only == "jobs" or _answers(address, port)):
                    _say(options, address, port)
                    tree.wait()
            except ChildEnded as ended:
                raise Unavailable(f"{ended} Everything is stopped.") from ended
            tell("STOPPING=1")
    return Outcome({"address": f"http://{_written(address)}:{port}"}, "Stopped.")


def _place(options: Namespace) -> tuple[str, int]:
    address = options.address or settings.CERTWRIGHT_ADDRESS
    port = settings.CERTWRIGHT_PORT if options.port is None else options.port
    problems = list(_wrong(options, address, port))
    if problems:
        raise BadInput(*problems)
    if options.only != "jobs":
        _must_be_free(address, port)
    return address, port


def _wrong(options: Namespace, address: str, port: int) -> Iterator[Problem]:
    try:
        ip_address(address)
    except ValueError:
        yield Problem(f"“{address}” is no IP address.", "Take 127.0.0.1 for this machine alone.", field="--address")
    if not 1 <= port <= 65_535:
        yield Problem(f"There is no port {port}.", "Take one from 1 to 65,535.", field="--port")
    for name in ("workers", "threads"):
        if getattr(options, name) is not None and not 1 <= getattr(options, name) <= 64:
            yield Problem("Take a number from 1 to 64.", field=f"--{name}")


def _must_be_free(address: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            tried.bind((address, port))
        except OSError as error:
            remedy = "Stop what answers there, or choose another with --port."
            raise Unavailable(f"Port {port} of {address} cannot be had: {error.strerror}. {remedy}") from error


def _must_be_in_order() -> None:
    """The checks a web server makes at its start, once, before there are several processes to fail."""
    faults = [found for found in run_checks(tags=[Tags.database], databases=["default"]) if found.is_serious()]
    if faults and settings.CERTWRIGHT_MODE == "production":
        raise Unavailable("\n".join(f"{fault.msg} {fault.hint}" for fault in faults))


def _children(options: Namespace, address: str, port: int) -> Iterator[Child]:
    if options.only != "jobs":
        workers, threads = (
            str(getattr(settings, f"CERTWRIGHT_{name.upper()}") if given is None else given)
            for name, given in (("workers", options.workers), ("threads", options.threads))
        )
        command = (sys.executable, "-m", pages_process.__name__, address, str(port), workers, threads)
        yield Child("the pages", command, PAGES_PATIENCE)
    if options.only != "pages" and find(["jobs"]):
        yield Child("the jobs", (sys.executable, "-m", "certwright", "jobs"), JOBS_PATIENCE)


def _answers(address: str, port: int) -> bool:
    """Whether somebody answers there; that the record is in order was looked at before."""
    reached = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(address, address)
    connection = http.client.HTTPConnection(reached, port, timeout=5)
    try:
        connection.request("GET", "/health/live")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _say(options: Namespace, address: str, port: int) -> None:
    tell("READY=1")
    if options.only == "jobs":
        print("Certwright runs its jobs (Ctrl+C stops it)", file=sys.stderr, flush=True)
    else:
        says = f"Certwright answers on http://{_written(address)}:{port} (Ctrl+C stops it)"
        print(says, file=sys.stderr, flush=True)


def _written(address: str) -> str:
    return f"[{address}]" if ":" in address else address
