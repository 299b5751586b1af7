"""Days as this language writes them."""
