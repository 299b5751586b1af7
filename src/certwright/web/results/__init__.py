"""Entering results: requirements by samples with their limits, or the checklist of an audit. The act's own form."""
