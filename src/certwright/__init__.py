"""Certwright runs a certification body under ISO/IEC 17065 and ISO/IEC 17021-1."""

__version__ = "0.1.0"
