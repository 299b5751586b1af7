"""Run a command on a private PostgreSQL cluster that exists only as long as the command.

    python scripts/postgres_cluster.py COMMAND [ARGUMENT ...]

The cluster lives in a temporary folder and listens on a Unix socket in it, on no network address. The command finds
its address in ``CERTWRIGHT_TEST_DATABASE``. Whatever happens to the command, the cluster is stopped and its folder
removed. PostgreSQL refuses to run as root; called as root, the cluster runs as ``postgres`` or ``nobody``.

Exit status: the command's; 2 if there is no PostgreSQL or the cluster does not start.
"""

import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

USER = "certwright"
SERVER_OPTIONS = {
    "listen_addresses": "",
    "max_connections": "60",
    "shared_buffers": "64MB",
    "timezone": "UTC",
}


class NoCluster(Exception):
    """There is no PostgreSQL on this machine, or it does not start."""


def programs() -> Path:
    """The folder with ``initdb`` and ``postgres``: Debian's newest, else the one on the path."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda found: int(found.parts[-3]))
    if debian:
        return debian[-1].parent
    found = shutil.which("initdb")
    if not found:
        raise NoCluster("There is no PostgreSQL here. On Debian: apt-get install postgresql")
    return Path(found).resolve().parent


def unprivileged() -> pwd.struct_passwd | None:
    """The account the cluster runs under, or ``None`` for the caller's own."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise NoCluster("Called as root, and there is neither a user postgres nor a user nobody to run the cluster.")


def called(account: pwd.struct_passwd | None, *command: str) -> None:
    """Run a PostgreSQL program under the account, silently unless it fails."""
    uid, gid = (account.pw_uid, account.pw_gid) if account else (None, None)
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        user=uid,
        group=gid,
        extra_groups=[] if account else None,
    )
    if done.returncode:
        raise NoCluster(f"{Path(command[0]).name} failed:\n{done.stdout}{done.stderr}")


@contextmanager
def cluster() -> Iterator[str]:
    """A running cluster; gives the address of its database. Stopped and removed on leaving."""
    folder, account, found = Path(tempfile.mkdtemp(prefix="certwright-pg-", dir="/tmp")), unprivileged(), programs()
    if account:
        os.chown(folder, account.pw_uid, account.pw_gid)
    data, log = folder / "data", folder / "server.log"
    control = (str(found / "pg_ctl"), "--pgdata", str(data), "--wait", "--timeout", "60")
    options = " ".join(f"-c {name}='{value}'" for name, value in SERVER_OPTIONS.items())
    try:
        called(
            account, str(found / "initdb"), "--pgdata", str(data), "--username", USER, "--auth", "trust",
            "--encoding", "UTF8", "--locale", "C", "--no-instructions",
        )  # fmt: skip
        try:
            called(account, *control, "--log", str(log), "--options", f"-k {folder} {options}", "start")
        except NoCluster as error:
            raise NoCluster(f"{error}\n{log.read_text() if log.exists() else ''}") from None
        try:
            yield f"postgresql://{USER}@/postgres?host={folder}"
        finally:
            called(account, *control, "--mode", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def stop_on_signal(number: int, _frame: FrameType | None) -> None:
    """Turn a signal into an exit, so that the cluster is stopped and removed on the way out."""
    raise SystemExit(128 + number)


def main(command: list[str]) -> int:
    """Run the command on a cluster of its own. Returns its exit status."""
    if not command:
        print(__doc__, file=sys.stderr)
        return 2
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop_on_signal)
    try:
        with cluster() as address:
            return subprocess.run(
                command, env=os.environ | {"CERTWRIGHT_TEST_DATABASE": address}, check=False
            ).returncode
    except NoCluster as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
