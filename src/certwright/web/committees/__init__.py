"""A committee at work: its agenda with who has to leave which item, the session item by item, the minutes of a day."""
