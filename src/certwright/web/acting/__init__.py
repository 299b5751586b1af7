"""Doing an act in the browser: one form engine for every act of the vocabulary, drafts, refusals, conflicts."""
