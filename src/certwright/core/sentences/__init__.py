"""What refusals say to a person: what is wrong, and what would lift it. One module per theme of rules.

A refusal carries a sentence id and references; names and language are added when it is shown. The sentences are
English message ids, so that translations can hang on them.
"""

from collections.abc import Mapping
from types import MappingProxyType

from certwright.core.sentences import (
    acceptance,
    accreditation,
    affiliation,
    agreement,
    application,
    assignment,
    attestation,
    audit,
    change,
    client,
    committee,
    competence,
    conduct,
    decision,
    declaration,
    enquiry,
    finding,
    impartiality,
    marks,
    matter,
    nonconformity,
    objects,
    opening,
    packs,
    planning,
    prior,
    provider,
    record,
    report,
    resources,
    response,
    results,
    retention,
    retest,
    review,
    sampling,
    surveillance,
    suspension,
    team,
    transfer,
    validity,
    visit,
)
from certwright.core.sentences.sentence import Sentence

_THEMES = (
    acceptance,
    accreditation,
    affiliation,
    agreement,
    application,
    assignment,
    attestation,
    audit,
    change,
    client,
    committee,
    competence,
    conduct,
    decision,
    declaration,
    enquiry,
    finding,
    impartiality,
    marks,
    matter,
    nonconformity,
    objects,
    opening,
    packs,
    planning,
    prior,
    provider,
    record,
    report,
    resources,
    response,
    results,
    retention,
    retest,
    review,
    sampling,
    surveillance,
    suspension,
    team,
    transfer,
    validity,
    visit,
)

SENTENCES: Mapping[str, Sentence] = MappingProxyType(
    {name: sentence for theme in _THEMES for name, sentence in theme.SENTENCES.items()}
)
"""Every sentence, by the id that refusals carry."""

__all__ = ["SENTENCES", "Sentence"]
