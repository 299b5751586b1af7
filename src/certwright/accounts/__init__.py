"""Who may sign in: accounts, and nothing else. What somebody may *do* follows from the record alone."""
