"""How one installation is set up: settings from the environment, addresses of pages, the WSGI application."""
