"""What schemes and sector documents choose among the time limits of their accreditation standard.

The answer goes into :class:`~.limits.Limits` as ``chosen``, together with the body's own choices.
"""

from collections.abc import Mapping

from certwright.core.reckoning.limits import Choice
from certwright.core.reckoning.settle import settled_period
from certwright.packs.adoption import Value
from certwright.packs.model.management import ManagementStandard
from certwright.packs.model.product import ProductScheme
from certwright.packs.model.uncertain import NoneBecause


def choices_of_standard(pack: ManagementStandard, settled: Mapping[str, Value]) -> dict[str, Choice]:
    """The limits of ISO/IEC 17021-1 that a standard's sector document changes, with the values the body settled."""
    return {each.limit: Choice(settled_period(each.period, settled), each.source) for each in pack.limit_changes}


def choices_of_scheme(scheme: ProductScheme, settled: Mapping[str, Value]) -> dict[str, Choice]:
    """The limits of ISO/IEC 17065 that a scheme sets: longest suspension (R-62), keeping of records (R-55).

    Validity and surveillance are the scheme's own reckoning (:mod:`~.product_dates`).
    """
    source = scheme.sources[0].model_copy(update={"document": f"{scheme.title['en']}, version {scheme.edition}"})
    found = {}
    for measure in scheme.measures:
        if measure.measure == "suspend" and not isinstance(measure.longest, NoneBecause):
            found["suspension"] = Choice(settled_period(measure.longest, settled), source)
    if scheme.retention is not None and scheme.retention.period is not None:
        found["retention"] = Choice(settled_period(scheme.retention.period, settled), source)
    return found
