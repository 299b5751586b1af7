"""Type tests of helmets that a laboratory does for the body, to judge assignments, orders and results with."""

from datetime import timedelta
from typing import Any

import application_cases as cases
from application_cases import HELMETS, OBJECT_OF, STANDARD_OF
from certification_cases import CASE, CLIENT, EVA, PAUL, opening, volume
from certwright.core.acts.act import Act
from certwright.core.acts.assignment import CreateAssignment
from certwright.core.dossiers import Dossier, Provider
from certwright.core.judge import Judgement
from certwright.packs.model.product import ProductScheme
from provider_cases import LAB, METHOD, approve, register, state
from small_body import TOMORROW, dossier, judged

TEST = "assignment:test"
FIRST, LAST = TOMORROW, TOMORROW + timedelta(days=2)
TESTS = "shock-crown"


def requirement(task: str) -> str:
    """A requirement of the helmets scheme that a task determines."""
    scheme = volume(HELMETS).pack
    assert isinstance(scheme, ProductScheme)
    return next(each.id for each in scheme.requirements if each.task == task)


def create(pack: str = HELMETS, **changes: Any) -> CreateAssignment:
    """An assignment of type tests to the laboratory, tomorrow and the two days after."""
    fields = {
        "certification": CASE,
        "client": CLIENT,
        "standard": STANDARD_OF[pack],
        "pack": pack,
        "edition": volume(pack).pack.edition,
        "text": volume(pack).digest,
        "kind": "test",
        "requirements": [TESTS],
        "sites": ["1"],
        "areas": ["helmets-type-1"],
        "from_day": FIRST,
        "to_day": LAST,
        "provider": LAB,
        "method": METHOD,
        "objectives": "To see whether the shells hold.",
    }
    return CreateAssignment.model_validate({**fields, **changes})


def lab(*acts: Act, **changes: Any) -> Provider:
    """The laboratory, accredited to the end of 2029 and approved since January unless ``acts`` say otherwise."""
    plain = (state(), approve(valid_from="2026-01-01"))
    found = dossier(LAB, register(**changes), *(acts or plain))
    assert isinstance(found, Provider)
    return found


def judging(said_: Act, about: Dossier | str, by: str = PAUL, /, **more: Dossier) -> Judgement:
    certification = dossier(CASE, opening(HELMETS, STANDARD_OF[HELMETS], OBJECT_OF[HELMETS]))
    gathered = cases.world(**{"lab": lab(), "case": certification, **more})
    return judged(said_, about, by=by, gathered=gathered, packs=cases.texts())


def refused(said_: Act, about: Dossier | str = TEST, **more: Dossier) -> list[tuple[str, str]]:
    """What this theme refuses."""
    found = judging(said_, about, **more).refusals
    return [(item.rule, item.says) for item in found if item.rule.startswith("resources.")]


def breaches(said_: Act, about: Dossier | str, **more: Dossier) -> list[tuple[str, str]]:
    """What this theme records as a breach; nothing of it is refused."""
    found = judging(said_, about, EVA, **more)
    assert not [item for item in found.refusals if item.rule.startswith("resources.")]
    return [(item.rule, item.says) for item in found.breaches if item.rule.startswith("resources.")]


__all__ = ["FIRST", "LAST", "TEST", "TESTS", "breaches", "create", "judging", "lab", "refused", "requirement"]
