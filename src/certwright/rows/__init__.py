"""The tables lists and searches read. Every row is derived from one dossier and can be made again at any time."""
