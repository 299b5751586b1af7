"""The palette: anywhere, and anything that is allowed, by a few letters. Without script it is a page."""
