"""Letters and notices to send. Not part of the record: mutable, and erasable with the people they name (DESIGN 3)."""
