"""Planning a visit: what is due at a client, which assignments can be done together, who is engaged on the days."""
