"""The first page of whoever signed in: what waits for them."""
