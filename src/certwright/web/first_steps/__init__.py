"""The way from a founded body to one that takes in its first enquiry."""
