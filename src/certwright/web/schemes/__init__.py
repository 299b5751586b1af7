"""The scheme reader: a standard or scheme as text to be read, adopted or only shipped."""
