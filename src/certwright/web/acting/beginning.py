"""Beginning a new dossier: where it is done, and which dossiers the functions of somebody begin."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from certwright.answers.viewer import Viewer
from certwright.core.acts import ACTS
from certwright.core.acts.act import Act
from certwright.core.rules.record import OPENING
from certwright.web.acting.next_act import Next
from certwright.web.acting.remedies import act_url
from certwright.web.acting.wording.acts import doing


@dataclass(frozen=True, slots=True)
class Beginning:
    """A dossier that can be begun: by which act, what that is called, where."""

    act: str
    label: str
    url: str


def beginnings(viewer: Viewer) -> tuple[Beginning, ...]:
    """The dossiers that the viewer's functions begin: for lists and for the palette."""
    if not viewer.of_the_body or viewer.assessor:
        return ()
    opening = sorted(OPENING - {"body.found"})
    return tuple(Beginning(act, doing(act), new_url(act)) for act in opening if is_for(ACTS[act], viewer))


def is_for(act: type[Act], viewer: Viewer) -> bool:
    """Whether an act is for one of the functions the viewer holds; acts that name none are for everybody."""
    return not act.spec.by or bool(act.spec.by & viewer.functions)


def new_url(act: str, brings: Iterable[tuple[str, str]] = ()) -> str:
    """The address that begins a new dossier with an act, some of its fields filled in."""
    query = urlencode(tuple(brings))
    return reverse("acting-new", args=(act,)) + (f"?{query}" if query else "")


def next_url(one: Next) -> str:
    """The address where a next act is done: in the dossier it names, or in a new one."""
    if not one.dossier:
        return new_url(one.act, one.brings)
    query = urlencode(one.brings)
    return act_url(one.dossier, one.act) + (f"?{query}" if query else "")
