"""Take over a real register and replay its history, in a record of its own, and print what came of it as JSON.

``make real`` runs it. The data is not part of the repository; where it is absent, nothing is done and said so.
"""

import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

DATA = Path(__file__).parents[2] / "shared" / "data"
FIRST, LATER = "kzr_inig_2022-04-11.csv.gz", ("kzr_inig_2022-09-12.csv.gz", "kzr_inig_2022-11-25.csv.gz")
LOG = "kzr_inig_event_log_2022-03_2022-11.csv.gz"
SCHEME, MAPPING, BY = "biomass-sustainability", "kzr-inig-register", "person:p-003"


def main() -> int:
    """Run all of it; the status is 0 if everything was done, or there is nothing to do it with."""
    if not (DATA / FIRST).is_file():
        print("SKIPPED: the data is not beside the checkout.")
        return 0
    with TemporaryDirectory() as folder:
        environment = {**os.environ, "CERTWRIGHT_DATA": folder}
        certwright(environment, "init", "--demo")
        adopt(environment)
        bring = ("--mapping", MAPPING, "--pack", SCHEME, "--known-on", "2022-04-11", "--as", BY, "--json")
        told = {
            "look": certwright(environment, "intake", "register", DATA / FIRST, *bring),
            "state": certwright(environment, "intake", "register", DATA / FIRST, *bring, "--state"),
            "again": certwright(environment, "intake", "register", DATA / FIRST, *bring, "--state"),
        }
        later = [word for name in LATER for word in ("--later", DATA / name)]
        days = [f"{DATA / name}:{name[9:19]}" for name in LATER]
        compare = [word for day in days for word in ("--compare", day)]
        replay = ("intake", "replay", DATA / LOG, DATA / FIRST, *bring, *later, *compare)
        told["replay until asked"] = certwright(environment, *replay)
        told["replay"] = certwright(environment, *replay, "--looked-at", "blanked:body")
    print(json.dumps({name: _short(one) for name, one in told.items()}, indent=2))
    return 0


def adopt(environment: dict[str, str]) -> None:
    """Adopt the scheme with the values it suggests: the refusal lists them."""
    refused = certwright(environment, "packs", "adopt", SCHEME, "--as", BY, "--basis", "Trial", "--json")
    names = [each["evidence"] for each in refused["refusals"]]
    values = [f"{one['name']}={one['remedy'].removeprefix('The pack suggests ').rstrip('.')}" for one in names]
    words = [word for value in values for word in ("--set", value)]
    certwright(environment, "packs", "adopt", SCHEME, "--as", BY, "--basis", "Trial", *words, "--json")


def certwright(environment: dict[str, str], *words: Any) -> dict[str, Any]:
    """Run a command; what it answers, with its seconds and the memory of the largest process so far."""
    began = time.monotonic()
    program = Path(sys.executable).with_name("certwright")
    done = subprocess.run([program, *map(str, words)], env=environment, capture_output=True, text=True, check=False)
    if done.returncode not in {0, 1, 3}:
        raise SystemExit(done.stderr or done.stdout)
    told: dict[str, Any] = json.loads(done.stdout) if "--json" in words else {}
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    return {**told, "seconds": round(time.monotonic() - began, 1), "megabytes": megabytes}


def _short(told: dict[str, Any]) -> dict[str, Any]:
    """Lists as their lengths: rows of the data are nobody's to print."""
    return {
        name: len(value) if isinstance(value, list) and name != "compared" else value for name, value in told.items()
    }


if __name__ == "__main__":
    sys.exit(main())
