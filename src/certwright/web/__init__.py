"""The pages for the people of the body. A front door: it shows, asks and passes on; no rule lives here."""
