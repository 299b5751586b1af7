"""The lists: one small description each, one engine for all (:mod:`.page`)."""
