"""Every act there is, by its versioned name, and how stored bytes become acts again."""

from collections.abc import Mapping
from typing import Any

from certwright.core.acts import (
    accreditation,
    agreement,
    application,
    assignment,
    attestation,
    body,
    certification,
    certification_life,
    client,
    committee,
    decision,
    determination,
    document,
    enquiry,
    finding,
    internal_audit,
    labels,
    matter,
    pack,
    person,
    provider,
    record,
    relation,
    sample,
    taking_over,
    threat,
    use,
    visit,
)
from certwright.core.acts.act import Act, Lift

_MODULES = (
    body,
    pack,
    client,
    person,
    relation,
    threat,
    internal_audit,
    committee,
    matter,
    document,
    record,
    enquiry,
    application,
    agreement,
    accreditation,
    provider,
    certification,
    decision,
    attestation,
    labels,
    use,
    certification_life,
    assignment,
    determination,
    visit,
    sample,
    finding,
    taking_over,
)

ACTS: dict[str, type[Act]] = {
    model.spec.name: model
    for module in _MODULES
    for model in vars(module).values()
    if isinstance(model, type) and issubclass(model, Act) and model.__module__ == module.__name__
}
"""The acts that can be proposed, by name, each in its newest version."""

LIFTS: dict[str, Lift] = {}
"""Stored name and version → the function that lifts its fields to the next version, e.g. ``client.register@1``."""


class UnknownAct(ValueError):
    """A name or version no release up to this one knows: the record was written by a later release."""


def read_act(versioned_name: str, fields: Mapping[str, Any]) -> Act:
    """The act that was stored under ``versioned_name`` with ``fields``, lifted to its newest version.

    Raises:
        UnknownAct: this release does not know the name or version.
        pydantic.ValidationError: the fields are not those of the act.
    """
    name, _, number = versioned_name.partition("@")
    model = ACTS.get(name)
    if model is None or not number.isdigit() or not 1 <= int(number) <= model.spec.version:
        raise UnknownAct(versioned_name)
    lifted: Mapping[str, Any] = fields
    for version in range(int(number), model.spec.version):
        lifted = LIFTS[f"{name}@{version}"](lifted)
    return model.model_validate(lifted)


__all__ = ["ACTS", "LIFTS", "Act", "UnknownAct", "read_act"]
