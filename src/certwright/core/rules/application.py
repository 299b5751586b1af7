"""The application: it follows a settled enquiry and says what it must (ISO/IEC 17065 7.2; ISO/IEC 17021-1 9.1.1).

An application may come in incomplete; that is a fact. What it lacks is asked for and bars its acceptance, see
:mod:`.acceptance`.
"""

from collections import Counter
from collections.abc import Iterator

from certwright.core.acts.application import SubmitApplication, Supplement
from certwright.core.application_checks import unasked
from certwright.core.dossiers import Application, Client, Enquiry
from certwright.core.known import Known
from certwright.core.rules.rule import HARD, RECORD, Refusal, refusal, rule
from certwright.packs.model.base import Pack

APPLICATION = ("17065:2012 7.2", "17021-1:2015 9.1.1")


def adopted_packs(names: tuple[str, ...], known: Known) -> dict[str, Pack]:
    """The packs of these names that can be read, each by the text adopted last."""
    return {name: pack for name in names if (pack := known.adopted(name)) is not None}


@rule("application.follows-a-settled-enquiry", asks=APPLICATION, force=RECORD, answers=("T1", "T01"))
def follows_a_settled_enquiry(act: SubmitApplication, known: Known) -> Iterator[Refusal]:
    """Nothing is applied for before its enquiry is settled, and only what was settled is."""
    enquiry = known.one(Enquiry, act.enquiry)
    settled = enquiry.settled if enquiry and not enquiry.declined else None
    if enquiry is None or settled is None:
        yield refusal("enquiry-not-settled", enquiry=act.enquiry)
        return
    if enquiry.client not in (None, act.client):
        yield refusal("client-of-another", named=act.client, dossier=enquiry.id, client=enquiry.client)
    differences = {
        "object": (settled.object, act.object_kind),
        "standard": (settled.standard, act.standard),
        "accreditation": (settled.accredited, act.accredited),
    }
    for what, (was, given) in differences.items():
        if was != given:
            yield refusal("settled-otherwise", enquiry=enquiry.id, what=what, settled=was, given=given)
    for name in sorted(set(act.packs) - set(settled.packs)):
        yield refusal(
            "settled-otherwise", enquiry=enquiry.id, what="pack", settled=", ".join(settled.packs), given=name
        )


@rule(
    "application.client-was-informed",
    asks=("17065:2012 4.6 a", "17065:2012 4.6 c", "17021-1:2015 8.5.1"),
    force=HARD,
    answers=("T01",),
)
def client_was_informed(act: SubmitApplication, known: Known) -> Iterator[Refusal]:
    """Whoever applies was informed of process, fees, rights and duties no later than the day of signing."""
    enquiry = known.one(Enquiry, act.enquiry)
    sent = enquiry.information_sent_on if enquiry else None
    if sent is None or sent > act.signed_on:
        yield refusal("information-not-sent", signed_on=act.signed_on, sent=sent or "never")


@rule("application.consultancy-is-told", asks=APPLICATION, force=RECORD, answers=("T02",))
def consultancy_is_told(act: SubmitApplication) -> Iterator[Refusal]:
    """Whoever received consultancy says from whom; whoever says none names none."""
    if (act.consultancy_answer == "received") != bool(act.consultancy):
        yield refusal("consultancy-not-told", answer=act.consultancy_answer)


@rule("application.sites-are-the-clients", asks=APPLICATION, force=RECORD)
def sites_are_the_clients(act: SubmitApplication, known: Known) -> Iterator[Refusal]:
    """The sites applied for are registered sites of the client, each named once."""
    client = known.one(Client, act.client)
    registered = {site.code for site in client.sites} if client else set()
    for site, times in sorted(Counter(act.sites).items()):
        if site not in registered:
            yield refusal("site-unknown", site=site, client=act.client)
        if times > 1:
            yield refusal("site-code-repeated", code=site, times=times)


@rule("application.answers-what-is-asked", asks=APPLICATION, force=RECORD)
def answers_what_is_asked(act: SubmitApplication | Supplement, dossier: Application, known: Known) -> Iterator[Refusal]:
    """Answers to a pack's own questions name a pack applied for and a question it asks."""
    submitted = act if isinstance(act, SubmitApplication) else dossier.submitted
    packs = submitted.packs if submitted else ()
    for answer in act.fields:
        if answer.pack not in packs:
            yield refusal("pack-not-applied-for", pack=answer.pack)
    for answer in unasked(act.fields, adopted_packs(packs, known)):
        yield refusal("field-not-asked", field=answer.field, pack=answer.pack)
