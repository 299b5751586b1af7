"""Findings and their loop: one finding read at a glance, those of an audit on one sheet, several raised in one go."""
