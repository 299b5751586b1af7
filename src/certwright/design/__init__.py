"""The look: one style sheet and the frame of a page, shared by all front doors. It knows no dossier and no rule."""
