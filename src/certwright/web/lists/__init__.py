"""The list page: one for all lists. What a list is stands in :mod:`certwright.answers.lists`."""
