"""What people may do and when: authorisations as bars over time, and who holds which function on a day."""
