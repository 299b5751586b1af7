"""What the dossier of an enquiry says: what was asked, what was answered, how it was settled."""

from dataclasses import dataclass
from datetime import date

from certwright.core.acts.enquiry import AnswerQuestions, DeclineEnquiry, InformationSent, OpenEnquiry, SettleEnquiry
from certwright.core.dossiers.dossier import Dossier, dossier_kind, moves
from certwright.core.dossiers.replacing import replace
from certwright.core.entry import Entry


@dossier_kind("enquiry")
@dataclass(frozen=True, slots=True, kw_only=True)
class Enquiry(Dossier):
    """An enquiry, settled or not."""

    received_on: date | None = None
    client: str | None = None
    answers: AnswerQuestions | None = None
    settled: SettleEnquiry | None = None
    declined: bool = False
    information_sent_on: date | None = None

    @property
    def is_open(self) -> bool:
        """Whether the enquiry is on record."""
        return self.received_on is not None


@moves(Enquiry, OpenEnquiry)
def _opened(enquiry: Enquiry, act: OpenEnquiry, entry: Entry) -> Enquiry:
    return replace(enquiry, received_on=act.received_on, client=act.client)


@moves(Enquiry, AnswerQuestions)
def _answered(enquiry: Enquiry, act: AnswerQuestions, entry: Entry) -> Enquiry:
    return replace(enquiry, answers=act)


@moves(Enquiry, SettleEnquiry)
def _settled(enquiry: Enquiry, act: SettleEnquiry, entry: Entry) -> Enquiry:
    return replace(enquiry, settled=act)


@moves(Enquiry, DeclineEnquiry)
def _declined(enquiry: Enquiry, act: DeclineEnquiry, entry: Entry) -> Enquiry:
    return replace(enquiry, declined=True)


@moves(Enquiry, InformationSent)
def _informed(enquiry: Enquiry, act: InformationSent, entry: Entry) -> Enquiry:
    return replace(enquiry, information_sent_on=act.sent_on)
