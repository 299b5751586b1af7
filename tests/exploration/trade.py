"""The moves both standards share: from the enquiry to the plan, and from the review to the certificate."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

import certification_cases as cases
from certwright.core.agreement_duties import ENFORCEABLE, TOLD
from certwright.core.application_checks import CHECKS, demanded_fields
from certwright.packs.model.product import ProductScheme
from exploration.cast import (
    AGREEMENT,
    APPLICATION,
    CASE,
    CLIENT,
    ENQUIRY,
    REPRESENTATIVE,
    TEMPLATE,
    VERA,
    name_of,
    step,
)
from exploration.moves import Move, Step, move
from small_body import act


@dataclass(frozen=True)
class Trade:
    """What is certified, under which standard and pack, by which pieces of determination.

    ``pieces`` are the assignments there may be, each with its kind and what it looks at. ``applied``, ``accepted`` and
    ``decided`` are what these acts say under this standard alone.
    """

    standard: str
    pack: str
    object_kind: str
    area: str
    pieces: Mapping[str, tuple[str, Sequence[str]]]
    applied: Mapping[str, Any]
    accepted: Mapping[str, Any]
    decided: Mapping[str, Any]

    @property
    def pinned(self) -> dict[str, str]:
        """Pack, edition and text as acts name them."""
        volume = cases.volume(self.pack)
        return {"pack": self.pack, "edition": volume.pack.edition, "text": volume.digest}

    @cached_property
    def answers(self) -> list[dict[str, str]]:
        """The review's questions, answered with yes."""
        pack = cases.volume(self.pack).pack
        asked = [question.id for question in pack.review] if isinstance(pack, ProductScheme) else ["complete"]
        return [{"question": question, "answer": "yes"} for question in asked]

    @property
    def _opened(self) -> dict[str, Any]:
        return {
            "client": CLIENT,
            "standard": self.standard,
            "object_kind": self.object_kind,
            "accredited": "non-accredited",
            "scope": "Everything the works makes.",
            "sites": ["1"],
        }

    def enquiry(self, by: str) -> Move:
        """Asked, answered, informed and settled."""
        answered = {"wants_mark_on_product": "no", "demanded_by": "customer", "needs_accredited": "no"}
        settled = {"standard": self.standard, "packs": [self.pack], "accredited": "non-accredited"}
        return move(
            "the-enquiry",
            step(ENQUIRY, by, "enquiry.open", received_on="today", channel="e-mail", wants="ISO, please."),
            step(ENQUIRY, by, "enquiry.answer", object=self.object_kind, **answered),
            step(ENQUIRY, by, "enquiry.information-sent", version="3", sent_on="today"),
            step(ENQUIRY, by, "enquiry.settle", object=self.object_kind, why="So.", is_not="The other.", **settled),
        )

    def application(self, by: str) -> Move:
        """The client applied; nothing is missing."""
        asked = demanded_fields(cases.volume(self.pack).pack)
        said = {
            **self._opened,
            "enquiry": ENQUIRY,
            "packs": [self.pack],
            "outsourced": "none",
            "legal_obligations": "none",
            "fields": [{"pack": self.pack, "field": field, "says": "As in the file."} for field, _ in asked],
            "consultancy_answer": "none",
            "representative": REPRESENTATIVE,
            "signed_on": "today",
            **self.applied,
        }
        return move("the-application", step(APPLICATION, by, "application.submit", **said))

    def acceptance(self, by: str) -> Move:
        """The application is reviewed and accepted."""
        said = {
            "client": CLIENT,
            **self.pinned,
            "answers": [{"question": check, "answer": "yes"} for check in CHECKS[self.standard]],
            "areas": [self.area],
            "conflict_screen": "clear",
            **self.accepted,
        }
        return move("the-acceptance", step(APPLICATION, by, "application.accept", **said))

    def opening(self, by: str) -> Move:
        """The certification is opened."""
        said = {**self._opened, **self.pinned, "application": APPLICATION, "areas": [self.area]}
        return move("the-opening", step(CASE, by, "certification.open", **said))

    def agreement(self, by: str, *, signed_after: int = 0, begins_after: int = 0, pack: str | None = None) -> Move:
        """The agreement, signed and valid from the day, or some days after it; for another pack, perhaps."""
        clauses = (*ENFORCEABLE[self.standard], *TOLD[self.standard])
        fixed = {
            "client": CLIENT,
            "template": TEMPLATE,
            "template_version": "4",
            "duties": [{"clause": clause, "paragraph": "3"} for clause in clauses],
            "packs": [pack or self.pack],
            "sites": ["1"],
            "signatory": VERA,
        }

        def said(day: date) -> Any:
            begins = day + timedelta(days=begins_after)
            signed = dict.fromkeys(("signed_by_client_on", "signed_by_body_on"), day)
            return act("agreement.conclude", **fixed, **signed, valid_from=begins - timedelta(days=signed_after))

        return move("the-agreement", Step(AGREEMENT, by, said))

    def agreements(self, by: str, other_pack: str) -> Iterator[Move]:
        """One that covers the day, one that begins late, one signed late, one for another pack; and an end."""
        yield self.agreement(by)
        yield self.agreement(by, begins_after=7)
        yield self.agreement(by, signed_after=1)
        yield self.agreement(by, pack=other_pack)
        end = {"by_whom": "client", "last_day": "today", "reason": "They sell the works."}
        yield move("agreement-ended", step(AGREEMENT, by, "agreement.end", **end))

    def piece(self, name: str, **changes: Any) -> dict[str, Any]:
        """An assignment as a plan foresees it, some day of March."""
        kind, looks_at = self.pieces[name]
        days = {"from_day": "2026-03-02", "to_day": "2026-03-31"}
        return {"assignment": name, "kind": kind, "requirements": looks_at, "sites": ["1"], **days, **changes}

    def plan(self, name: str, by: str, *pieces: dict[str, Any], purpose: str = "initial") -> Move:
        """A plan of some pieces."""
        return move(name, step(CASE, by, "certification.plan", pack=self.pack, purpose=purpose, assignments=pieces))

    def create(self, name: str, by: str, **more: Any) -> Step:
        """The assignment is opened as planned."""
        planned = {key: value for key, value in self.piece(name).items() if key != "assignment"}
        case = {"certification": CASE, "client": CLIENT, "standard": self.standard, "areas": [self.area]}
        return step(name, by, "assignment.create", objectives="To see.", **{**planned, **self.pinned, **case, **more})

    def appoint(self, name: str, by: str, who: str, role: str) -> Step:
        """Somebody is put on the team."""
        return step(name, by, "assignment.appoint", person=who, client=CLIENT, role=role, areas=[self.area])

    def review(self, basis: str, by: str, rests_on: Sequence[str], findings: Sequence[str] = ()) -> Move:
        """A review that recommends to grant."""
        said = {"pack": self.pack, "recommendation": "grant", "rests_on": rests_on, "findings": findings}
        made = step(CASE, by, "certification.review", reviewer=by, answers=self.answers, **said)
        return move(f"review-{basis}-{name_of(by)}", made)

    def grant(self, by: str, rests_on: Sequence[str], findings: Sequence[str] = (), **more: Any) -> Move:
        """The decision to grant, by one person; ``more`` names the review, or answers its questions at once."""
        said = {
            "pack": self.pack,
            "kind": "grant",
            "deciders": [by],
            "application": APPLICATION,
            "client": CLIENT,
            "agreement": AGREEMENT,
            "rests_on": rests_on,
            "findings": findings,
            "reasons": "Everything is fulfilled.",
            **self.decided,
            **more,
        }
        return move("the-grant", step(CASE, by, "certification.decide", **said))

    def certificate(self, by: str, findings: Sequence[str] = ()) -> Move:
        """The certificate of the grant."""
        said = {"pack": self.pack, "client": CLIENT, "agreement": AGREEMENT, "languages": ["en"], "signed_by": "We"}
        which = {"decision": "the-grant", "number": "C-1", "version": 1, "findings": findings}
        return move("the-certificate", step(CASE, by, "certification.issue", **said, **which))
