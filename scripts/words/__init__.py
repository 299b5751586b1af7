"""The words of the program: found in its source, kept in catalogues, one for each language. ``make words`` runs it."""
