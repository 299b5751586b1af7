"""My work: for each function what waits for it, derived from rows and today. Nothing is assigned by hand."""
