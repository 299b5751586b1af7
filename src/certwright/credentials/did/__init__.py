"""Who the body is to a program: ``did:web`` on its own domain, with every key it ever had."""
