"""The page of a dossier: who, what, state, clock; its phases, its facts with their reckoning, its acts in sentences."""
