"""The clause matrix as pages: what of each clause is enforced, by which rules, and which documents answer it."""
