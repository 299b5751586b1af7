"""Unsubmitted work: what somebody began to type. Private, mutable, erasable; never part of the record (DESIGN 5.9)."""
