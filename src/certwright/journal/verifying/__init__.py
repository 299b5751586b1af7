"""Verifying the journal: everything that can be recomputed is, and whatever does not fit is named."""

from certwright.journal.verifying.fault import Fault, Place, What
from certwright.journal.verifying.one_pass import Verification, verify

__all__ = ["Fault", "Place", "Verification", "What", "verify"]
