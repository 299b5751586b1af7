"""Putting a team together: who could be appointed and why not, what the team covers, who is engaged on which days."""
