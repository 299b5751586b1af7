"""The accounts of others: inviting, and closing."""
