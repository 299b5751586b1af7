"""A form as it stands on a page: what was typed, what followed from the case, and what the person had seen of it.

The same content goes into the page, into a draft and back. Nothing here judges.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Annotated, Any

from django.http import QueryDict
from pydantic import BaseModel, ConfigDict, Field

from certwright.answers.viewer import Viewer
from certwright.core.acts import ACTS
from certwright.core.acts.act import Act
from certwright.core.acts.record import PutRight
from certwright.core.dossiers import Dossier
from certwright.core.words import ClientId, LongText, PastDay, PersonId, Reason, RuleId
from certwright.office.means import new_act_id
from certwright.web.acting.questions import Question, questions, questions_of_act
from certwright.web.acting.typed import Typed, read, without_blank_rows
from certwright.web.acting.understood import day as understood_day


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class DeviationPart(_Part):
    """A rule of the body's or scheme's choice that is departed from, why, and who approved it."""

    rule: RuleId
    reason: Reason
    approver: PersonId


class Around(_Part):
    """What every act says beside its own fields: since when, for whom, departing from which rules."""

    day: PastDay
    whom: ClientId | PersonId | None = None
    shows: LongText | None = None
    deviations: Annotated[tuple[DeviationPart, ...], Field(max_length=20)] = ()


ABOUT: Mapping[str, Mapping[str, frozenset[str]]] = {
    "assignment.record-results": {"lines": frozenset({"requirement", "limit", "sample"})},
}
"""Act → list → the columns that stand in its lines before anybody types: a line without more says nothing yet."""


@dataclass(frozen=True, slots=True)
class Form:
    """What stands in a form.

    ``act`` and ``around`` are what was typed. ``follows`` is what followed from the case when it was shown: as long as
    it stands unchanged it is not the person's word, and follows anew. ``seen`` is how far the dossier went when the
    person began; ``act_id`` makes asking twice harmless.
    ``memory`` holds what was read of the record for this page.
    """

    name: str
    dossier: str
    viewer: Viewer
    act: Typed
    around: Typed
    act_id: str
    seen: int
    follows: Mapping[str, Any]
    memory: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def model(self) -> type[Act]:
        """The kind of act."""
        return ACTS[self.name]

    @property
    def questions(self) -> tuple[Question, ...]:
        """What the act asks."""
        return questions_of_act(self.model, self.corrected)

    @property
    def corrected(self) -> type[Act] | None:
        """The kind of act that is put right, where that is what the form is for."""
        return ACTS.get(str(self.act.get("form", "")).partition("@")[0]) if self.model is PutRight else None

    @property
    def day(self) -> date:
        """The day the act takes effect; today where that cannot be told."""
        return understood_day(str(self.around.get("day", ""))) or self.viewer.today

    @property
    def said(self) -> Typed:
        """What the person typed or changed: without what merely followed and still stands as it was shown."""
        return {
            name: value for name, value in self.act.items() if name not in self.follows or self.follows[name] != value
        }

    def content(self) -> dict[str, Any]:
        """What is kept in a draft."""
        return {
            "act": self.act,
            "around": self.around,
            "act_id": self.act_id,
            "seen": self.seen,
            "follows": dict(self.follows),
        }

    def tidied(self) -> "Form":
        """The same without rows into which nothing was typed."""
        about = ABOUT.get(self.name, {})
        return replace(self, act=without_blank_rows(self.act, about), around=without_blank_rows(self.around))

    def departing_from(self, rule: str) -> "Form":
        """The same with a deviation more, from this rule."""
        given = list(self.around.get("deviations") or [])
        return replace(self, around={**self.around, "deviations": [*given, {"rule": rule}]})

    def knowing(self, *dossiers: Dossier) -> "Form":
        """The same; these dossiers, which were just read, are not read again."""
        return replace(self, memory={**self.memory, **{one.id: one for one in dossiers}})

    def having(self, act: Typed) -> "Form":
        """The same with something else typed."""
        return replace(self, act=act)


def begun(name: str, dossier: str, viewer: Viewer, seen: int, given: Typed) -> Form:
    """A form nobody typed into yet; ``given`` is what the link to it brings along."""
    around = {"day": viewer.today.isoformat()}
    return Form(name, dossier, viewer, dict(given), around, new_act_id(), seen, {})


def submitted(name: str, dossier: str, viewer: Viewer, data: QueryDict) -> Form:
    """The form as it was sent in."""
    empty = Form(name, dossier, viewer, {"form": data.get("act.form", "")}, {}, "", 0, {})
    return replace(
        empty,
        act=read(empty.questions, data, "act"),
        around=read(questions(Around), data, "around"),
        act_id=data.get("act_id") or new_act_id(),
        seen=int(seen) if (seen := data.get("seen", "")).isdigit() else 0,
        follows=_mapping(data.get("follows", "")),
    )


def kept(name: str, dossier: str, viewer: Viewer, content: Mapping[str, Any]) -> Form:
    """The form as it was kept in a draft."""
    return Form(
        name,
        dossier,
        viewer,
        dict(content.get("act", {})),
        dict(content.get("around", {})),
        str(content.get("act_id") or new_act_id()),
        int(content.get("seen", 0)),
        dict(content.get("follows", {})),
    )


def _mapping(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}
