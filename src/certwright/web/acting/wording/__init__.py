"""What acts and their fields are called on a page: in people's words, in the language of the page."""
