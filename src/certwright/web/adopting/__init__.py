"""Adopting a standard or scheme in one go, with the texts it rests on and what their unsure values are set to."""
