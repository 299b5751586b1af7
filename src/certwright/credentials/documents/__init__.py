"""The certificate as a sealed PDF: set, sealed, and read back."""
