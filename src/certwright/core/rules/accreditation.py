"""The body's own accreditations, as their accreditation bodies state them (S11, S12; corrections, 22)."""

from collections.abc import Iterator

from certwright.core.acts.accreditation import ChangeAccreditation, RecordAccreditation, SetScope, TellClients
from certwright.core.dossiers import Certification, OwnAccreditation
from certwright.core.known import Known
from certwright.core.objects import object_of, standard_for
from certwright.core.rules.rule import RECORD, Refusal, refusal, rule

CLAIMS = ("17065:2012 4.1.3.1", "17021-1:2015 8.1.3")


@rule("accreditation.runs-forward", asks=CLAIMS, force=RECORD)
def runs_forward(act: RecordAccreditation) -> Iterator[Refusal]:
    """An accreditation does not end before it begins."""
    if act.valid_until is not None and act.valid_until < act.valid_from:
        yield refusal("approval-ends-before-it-begins", valid_until=act.valid_until, valid_from=act.valid_from)


@rule("accreditation.scope-is-of-its-standard", asks=CLAIMS, force=RECORD)
def scope_is_of_its_standard(act: SetScope, dossier: OwnAccreditation, known: Known) -> Iterator[Refusal]:
    """The scope holds standards and schemes certified under the standard we are accredited to, and no others."""
    for name in sorted({line.pack for line in act.lines}):
        certified = object_of(known.adopted(name))
        if certified is None or standard_for(certified) != dossier.standard:
            yield refusal("scope-of-other-standard", pack=name, standard=dossier.standard)


@rule("accreditation.changes-follow-each-other", asks=CLAIMS, force=RECORD)
def changes_follow_each_other(act: ChangeAccreditation, dossier: OwnAccreditation) -> Iterator[Refusal]:
    """Only what runs is suspended, only what is suspended is restored, and nothing follows an end."""
    before = dossier.last_change(act.from_day)
    ended = any(change == "ended" for _, change in dossier.changes)
    possible = before == "suspended" if act.change == "restored" else before != act.change
    if ended or not possible:
        yield refusal("change-out-of-turn", change=act.change, before="ended" if ended else before or "in force")


@rule("accreditation.told-are-those-who-carry-it", asks=CLAIMS, force=RECORD)
def told_are_those_who_carry_it(act: TellClients, dossier: OwnAccreditation, known: Known) -> Iterator[Refusal]:
    """The clients told are those whose certificates carry the symbol."""
    for certification in known.of(Certification, act.certifications):
        if all(issued.accreditation != dossier.id for issued in certification.attestations):
            yield refusal("symbol-not-carried", certification=certification.id, accreditation=dossier.id)
