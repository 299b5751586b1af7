"""Keys and signatures: what a key is for, who signs with it, until when it counts."""
