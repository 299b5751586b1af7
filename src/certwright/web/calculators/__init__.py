"""Calculators anyone can use without a dossier: every number comes with its steps, its document and its clause.

Facts stand in the address, so a reckoning can be sent to somebody, who sees the same (issue: pages of the reckoning).
"""
