"""Writes docs/reference/access.md from the tables of who reads what: ``python scripts/write_access.py``."""

from collections.abc import Iterator
from pathlib import Path

import django
import yaml

from certwright.answers.access_table import KINDS, TABLE, Reach
from certwright.answers.readers import READERS, WHOLE
from certwright.core.functions import Function

REFERENCE = Path(__file__).resolve().parents[1] / "docs" / "reference"
SIGNS = {Reach.NONE: "–", Reach.PART: "part", Reach.NEED: "need", Reach.ALL: "all"}

HEAD = """\
# Access

Who may read which dossier, which part of it, and which page. Written by `scripts/write_access.py` from the program's
own tables; `tests/web/test_access.py` opens every address as every kind of person and compares.

Access follows from the functions a person is authorised for, from the part they have in the work, from the client they
sign in for, and from need. Nobody can sign in as somebody else. An administrator of the machine reads no dossier and
records no act. Whoever's tie to the body ended opens nothing, from their next page on. The standards ask for
confidentiality (ISO/IEC 17065 4.5, ISO/IEC 17021-1 8.4); which function reads what is this program's choice (POLICY),
the same for every body: there is no setting that widens or narrows it.

What this table does not do, said openly:

- Client administration, application review, planning, review and decision read the kinds marked *all* without being
  asked why, also cases of colleagues: it is their daily work, and a question that is clicked away fifty times a day
  protects nobody. Such readings are not recorded.
- Lists, their exports, the search and the palette show names, states and days of every dossier within reach, *need*
  included. The reason is asked where a case is opened, and where one of its files is downloaded.
- A reason is believed. It is recorded with name and day and stays; whether it was a good one is for people to judge.
- Whoever holds the server holds its database and files. Against them stand the chain of the journal and its signed
  daily root, which show what was altered; this table does not.

## Dossiers

- *all*: every dossier of the kind, as the function's daily work.
- *need*: every dossier of the kind; a case they have no part in only for a reason, which is asked for once, holds for
  {days} days for that case, and is recorded with each reading and shown to top management, quality management, client
  administration and assessors.
- *part*: where they have a part in the work: assigned and not released, reviewer or decider of that certification,
  handler of that matter, member of that committee; of application, agreement and client where they have a part in any
  work for the client. A client's people: what belongs to their client and was told to it (a visit that is not
  announced never before it began, a finding or a complaint once it was put to them).
- –: none. Whoever has several functions has the widest reach of them.
"""


def page() -> str:
    """The page as Markdown. Django has to be set up."""
    from certwright.accounts.readings import A_REASON_HOLDS

    parts = ([HEAD.format(days=A_REASON_HOLDS)], _dossiers(), [""], _fields(), [""], _fresh(), [""], _pages())
    return "\n".join(line for part in parts for line in part) + "\n"


def _dossiers() -> Iterator[str]:
    yield "| | " + " | ".join(KINDS) + " |"
    yield "|---|" + "---|" * len(KINDS)
    for who, reaches in TABLE.items():
        name = who.label if isinstance(who, Function) else who
        yield f"| {name} | " + " | ".join(SIGNS[reaches[kind]] for kind in KINDS) + " |"


def _fields() -> Iterator[str]:
    yield "## Parts of a dossier with readers of their own\n"
    yield "Everything else is open to whoever reads the dossier. Breaches and proofs are never shown to a client.\n"
    yield "| Act | Field | Read by |\n|---|---|---|"
    for act, fields in READERS.items():
        for field, circle in fields.items():
            yield f"| `{act}` | {'the whole act' if field == WHOLE else f'`{field}`'} | {circle.value} |"


def _fresh() -> Iterator[str]:
    from certwright.accounts.fresh import FRESH_ACTS

    yield "## Acts that ask for signing in again\n"
    yield "| Act | Why |\n|---|---|"
    for act, why in FRESH_ACTS.items():
        yield f"| `{act}` | {why} |"


def _pages() -> Iterator[str]:
    yield "## Pages\n"
    yield "What an address answers: 200 shown, 302 leads on, 403 refused with a reason, 404 not there, 405 takes only"
    yield "what is sent in. The table is `access-pages.yaml` beside this page.\n"
    yield "| Page | Anonymous | Signed in | Otherwise |\n|---|---|---|---|"
    table = yaml.safe_load((REFERENCE / "access-pages.yaml").read_text(encoding="utf-8"))
    for name, line in table.items():
        if line.get("by") == "dossier":
            yield f"| `{name}` | sign-in | as its dossier is read | |"
            continue
        rest = {who: said for who, said in line.items() if who not in {"with", "anonymous", "others"}}
        told = "; ".join(f"{who}: {said}" for who, said in rest.items())
        yield f"| `{name}` | {line['anonymous']} | {line['others']} | {told} |"


if __name__ == "__main__":
    django.setup()
    (REFERENCE / "access.md").write_text(page(), encoding="utf-8")
