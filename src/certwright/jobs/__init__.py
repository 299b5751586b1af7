"""The front door of the clock: what happens by itself, and work that others put into the queue."""
