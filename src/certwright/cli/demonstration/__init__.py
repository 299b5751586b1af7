"""The demonstration body: invented people and clients, whose certifications live through the stories the tests tell.

Everything is recorded through the same door as in every other installation, on the days of the stories moved to the
last three years. What would lie in the future has not happened yet, so there is always work to do.
"""

from datetime import timedelta

from certwright.cli.demonstration.script import read_script
from certwright.cli.outcome import BadInput, Outcome, Problem
from certwright.cli.progress import Tell
from certwright.cli.story_playing import Player
from certwright.office.means import Means


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
    says = f"{script.clients} clients, whose stories took {acts:,} acts."
    return Outcome({"clients": script.clients}, says)
