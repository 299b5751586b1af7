"""Files that acts name, downloaded by whoever may read the act that names them."""
