"""Look the locked packages up in the public list of security advisories.

    python scripts/advisories.py requirements/dev.txt

A finding fails. A list that cannot be reached, or that knows none of the packages (a mirror without advisories), does
not fail: then it says plainly that the look-up was NOT DONE.
"""

import json
import subprocess
import sys
from typing import Any

AWAY = ("ConnectionError", "Timeout", "Max retries exceeded", "ServiceError", "timed out")
"""What pip-audit's errors contain when the list could not be reached."""


def audit(lock_file: str) -> "subprocess.CompletedProcess[str]":
    """Run pip-audit over a lock file, with its report as JSON on standard output."""
    command = (
        *(sys.executable, "-m", "pip_audit", "--disable-pip", "--require-hashes", "--requirement", lock_file),
        *("--format", "json", "--progress-spinner", "off", "--timeout", "20"),
    )
    return subprocess.run(command, capture_output=True, text=True, check=False)


def findings(packages: list[dict[str, Any]]) -> list[str]:
    """One line per advisory that concerns a locked package."""
    return [
        f"{package['name']} {package['version']}: {advisory['id']}, mended in {', '.join(advisory['fix_versions'])}"
        for package in packages
        for advisory in package.get("vulns", ())
    ]


def main(lock_file: str) -> int:
    """Say what the list knows of the locked packages. Returns 1 if there is a finding or the audit itself broke."""
    done = audit(lock_file)
    if not done.stdout.strip():
        last = (done.stderr.strip().splitlines() or ["no reason given"])[-1]
        if not any(sign in done.stderr for sign in AWAY):
            print(f"pip-audit did not work: {last}")
            return 1
        print(f"NOT DONE: the list of security advisories cannot be reached ({last[:120]}).")
        return 0
    packages = json.loads(done.stdout)["dependencies"]
    looked_up = [package for package in packages if "skip_reason" not in package]
    found = findings(looked_up)
    if not looked_up:
        print(f"NOT DONE: the list in reach knows none of the {len(packages)} packages.")
    else:
        print(f"{len(looked_up)} of {len(packages)} packages looked up, {len(found)} findings.")
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
