"""What monitors ask: whether this process serves, and figures for Prometheus. Neither tells anything of a client."""
