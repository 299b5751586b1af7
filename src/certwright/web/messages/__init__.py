"""Letters and notices: what is to look at, to send, failed and sent; each with its preview and what can be done."""
