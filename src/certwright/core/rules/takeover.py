"""What a statement about another record must say, so that one can rely on it (17065 7.12.1; 17021-1 9.9.1).

Few rules, because nothing is judged here: days must run forward, sites must be known, and what is told must belong to a
certification that came from another record.
"""

from collections.abc import Iterator

from certwright.core.acts.taking_over import TakeOverCertification, TakeOverEvent, TakeOverFinding
from certwright.core.dossiers import Certification, Client
from certwright.core.dossiers.certification import TAKEN_OVER
from certwright.core.known import Known
from certwright.core.rules.assignment import unlike
from certwright.core.rules.rule import RECORD, Refusal, refusal, rule

RECORDS_KEPT = ("17065:2012 7.12.1", "17021-1:2015 9.9.1")

_BEFORE_KNOWN: dict[type, tuple[str, ...]] = {
    TakeOverCertification: ("granted_on", "suspended_from", "withdrawn_from"),
    TakeOverFinding: ("raised_on", "told_on"),
}
"""Days that another record tells as past: it cannot have known of them before they came."""


@rule("takeover.days-run-forward", asks=RECORDS_KEPT, force=RECORD)
def days_run_forward(act: TakeOverCertification | TakeOverEvent) -> Iterator[Refusal]:
    """A certification ends no earlier than it begins, and rests or ends only after it began."""
    first = act.from_day if isinstance(act, TakeOverEvent) else act.valid_from
    if act.last_day is not None and act.last_day < first:
        yield refusal("ends-before-it-begins", first=first, last_day=act.last_day)
    if isinstance(act, TakeOverEvent):
        return
    granted = act.granted_on or first
    if granted > first:
        yield refusal("granted-after-it-is-valid", granted=granted, first=first)
    for day in (act.suspended_from, act.withdrawn_from):
        if day is not None and day < granted:
            yield refusal("ends-before-it-begins", first=granted, last_day=day)


@rule("takeover.nothing-before-it-was-known", asks=RECORDS_KEPT, force=RECORD)
def nothing_before_it_was_known(act: TakeOverCertification | TakeOverFinding) -> Iterator[Refusal]:
    """What the other record tells to have happened had happened by the day on which it was known there."""
    told = ((name, getattr(act, name)) for name in _BEFORE_KNOWN[type(act)])
    for name, day in told:
        if day is not None and day > act.known_on:
            yield refusal("told-before-known", what=name.replace("_", " "), day=day, known_on=act.known_on)


@rule("takeover.sites-are-the-clients", asks=RECORDS_KEPT, force=RECORD)
def sites_are_the_clients(act: TakeOverCertification, known: Known) -> Iterator[Refusal]:
    """The sites of a certification taken over are sites of its client."""
    client = known.one(Client, act.client)
    registered = {site.code for site in client.sites} if client else set()
    for site in sorted(set(act.sites) - registered):
        yield refusal("site-unknown", site=site, client=act.client)


@rule("takeover.event-of-something-taken-over", asks=RECORDS_KEPT, force=RECORD)
def event_of_something_taken_over(act: TakeOverEvent, dossier: Certification) -> Iterator[Refusal]:
    """Another record is heard only about what came from it, and only until the body decides by itself."""
    if not dossier.taken_over:
        yield refusal("not-taken-over", dossier=dossier.id)
    own = next((made for made in dossier.decisions if made.kind != TAKEN_OVER), None)
    if own is not None:
        yield refusal("decided-here-since", dossier=dossier.id, day=own.on)


@rule("takeover.event-says-what-it-must", asks=RECORDS_KEPT, force=RECORD)
def event_says_what_it_must(act: TakeOverEvent) -> Iterator[Refusal]:
    """A new scope comes with its words, a word for the state with that word; only a renewal has a last day."""
    if act.event == "scope-changed" and act.scope is None:
        yield refusal("event-lacks", event=act.event, what="scope")
    if act.event == "said" and act.said is None:
        yield refusal("event-lacks", event=act.event, what="said")
    if act.event != "renewed" and act.last_day is not None:
        yield refusal("event-has-no-last-day", event=act.event)


@rule("takeover.finding-of-its-certification", asks=RECORDS_KEPT, force=RECORD)
def finding_of_its_certification(act: TakeOverFinding, known: Known) -> Iterator[Refusal]:
    """A nonconformity taken over belongs to a certification taken over, of the same client and text."""
    certification = known.one(Certification, act.certification)
    if certification is None or certification.pin is None:
        return
    if not certification.taken_over:
        yield refusal("not-taken-over", dossier=certification.id)
    pin = certification.pin
    yield from unlike(
        certification,
        {
            "client": act.client,
            "standard": act.standard,
            "pack": act.pack,
            "edition": act.edition,
            "text": act.text,
        },
        {
            "client": certification.client,
            "standard": certification.standard,
            "pack": pin.pack,
            "edition": pin.edition,
            "text": pin.text,
        },
    )


@rule("takeover.source-is-named-alike", asks=RECORDS_KEPT, force=RECORD)
def source_is_named_alike(act: TakeOverEvent, dossier: Certification) -> Iterator[Refusal]:
    """What is told of a certification comes from the record it came from, and no earlier than what is told already."""
    if not dossier.taken_over:
        return
    last = dossier.taken_over[-1]
    if act.source != last.source:
        yield refusal("told-by-another", source=act.source, meant=last.source, dossier=dossier.id)
    if act.known_on < last.known_on:
        yield refusal("told-out-of-turn", known_on=act.known_on, last=last.known_on)
