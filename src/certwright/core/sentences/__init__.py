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
    attestation,
    change,
    client,
    committee,
    competence,
    decision,
    declaration,
    enquiry,
    impartiality,
    marks,
    nonconformity,
    objects,
    opening,
    packs,
    planning,
    prior,
    provider,
    record,
    resources,
    retention,
    review,
    surveillance,
    suspension,
    transfer,
    validity,
)
from certwright.core.sentences.sentence import Sentence

_THEMES = (
    acceptance,
    accreditation,
    affiliation,
    agreement,
    application,
    attestation,
    change,
    client,
    committee,
    competence,
    decision,
    declaration,
    enquiry,
    impartiality,
    marks,
    nonconformity,
    objects,
    opening,
    packs,
    planning,
    prior,
    provider,
    record,
    resources,
    retention,
    review,
    surveillance,
    suspension,
    transfer,
    validity,
)

SENTENCES: Mapping[str, Sentence] = MappingProxyType(
    {name: sentence for theme in _THEMES for name, sentence in theme.SENTENCES.items()}
)
"""Every sentence, by the id that refusals carry."""

__all__ = ["SENTENCES", "Sentence"]
