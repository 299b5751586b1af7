"""The command that runs jobs."""
