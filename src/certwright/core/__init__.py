"""What a certification body does, purely: acts, dossiers, rules and reckoning. No clock, no I/O, no randomness."""
