"""What the rules say about several acts none of which is proposed yet: to choose one of them.

From one reading of the record, without locks: whatever is chosen is judged again when it is recorded.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from certwright.core.dossiers import BODY, Body, Dossier
from certwright.core.entry import Proposal
from certwright.core.judge import Judgement
from certwright.office.gathering import looked_at, pack_texts, tied
from certwright.office.judging import judge_proposal
from certwright.office.means import Means, local_day

Look = Callable[[Iterable[str]], Mapping[str, Dossier]]
"""How dossiers are read, those that were read already from memory."""


def weighed(proposals: Sequence[Proposal], look: Look, means: Means) -> Mapping[str, Judgement]:
    """By id of each proposal: what every rule says about it, as if it alone were recorded now."""
    using = means.using
    seen = {one.id: looked_at(one) | tied([one], using)[one.id] for one in proposals}
    standing = look({BODY}.union(*seen.values()))
    body = standing[BODY]
    if not isinstance(body, Body):
        return {}
    today = local_day(means.clock(), body.time_zone)
    texts = pack_texts(using)
    return {
        one.id: judge_proposal(one, today, {name: standing[name] for name in seen[one.id]}, texts, lambda: ())[0]
        for one in proposals
    }
