"""The counts beside the navigation. They come after the page and are kept for a minute: no page waits for them."""
