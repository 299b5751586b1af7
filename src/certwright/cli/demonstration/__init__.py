"""The demonstration body: invented people and clients, whose certifications live through the stories the tests tell.

Everything is recorded through the same door as in every other installation, on the days of the stories moved to the
last three years. What would lie in the future has not happened yet, so there is always work to do.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from certwright.accounts import demonstration as accounts
from certwright.cli.demonstration.script import Script, read_script
from certwright.cli.outcome import BadInput, Outcome, Problem
from certwright.cli.progress import Tell
from certwright.cli.story_playing import Player
from certwright.core.functions import Function
from certwright.office.means import Means
from certwright.outbox.moving import post_earlier

STILL_HERE = timedelta(days=21)
"""How long letters wait to be looked at."""
MEMBER = "member of a committee"
FOUNDER = "founder: top management, competence evaluation"


def demonstration(means: Means, tell: Tell) -> Outcome:
    """Found the body and let its clients' stories happen up to yesterday; ``tell`` hears how far they have come.

    Raises:
        BadInput: a step turned out otherwise than its story tells.
    """
    script = read_script(means.clock().date() - timedelta(days=1))
    player = Player(means.attachments, means.using)
    player.found(script.setting)
    acts = 0
    for done, scene in enumerate(script.scenes):
        tell(f"{scene.step.when:%B %Y}", done, len(script.scenes))
        for played in player.step(scene.chapter, scene.at, scene.step):
            if played.wrong:
                says = f"{scene.step.does} in {played.dossier} on {scene.step.when}: {' '.join(played.wrong)}"
                raise BadInput(Problem(says, file=played.file, line=played.line))
            acts += 1
    _letters(script, means.clock().date())
    signing_in = _accounts(script) if accounts.is_demonstration() else ()
    says = f"{script.clients} clients, whose stories took {acts:,} acts."
    lines = [f"  {shown.email:<40} {shown.does}" for shown in signing_in]
    if lines:
        lines = [f"Sign in with the password “{accounts.PASSWORD}” as:", *lines]
    return Outcome({"clients": script.clients}, "\n".join([says, *lines]))


def _letters(script: Script, today: date) -> None:
    """What was written before the last weeks went out by post on its day; the rest waits to be looked at."""
    office = (key for key, someone in script.setting.people.items() if Function.CLIENT_ADMINISTRATION in someone.may)
    post_earlier(today - STILL_HERE, f"person:{next(office)}")


def _accounts(script: Script) -> Iterable[accounts.Shown]:
    """One account for each person who may do something, one for a client, one for the machine."""
    founder = next(iter(script.setting.people))
    for key, someone in script.setting.people.items():
        does = ", ".join(function.label for function in someone.may) or (FOUNDER if key == founder else MEMBER)
        accounts.make(_first_name(someone.name or key), does, person=f"person:{key}")
    accounts.make("client", "a client of the body", client="client:001")
    accounts.make("machine", "administrator of the machine", administrator=True)
    return accounts.listed()


def _first_name(name: str) -> str:
    return name.split()[0].casefold()
