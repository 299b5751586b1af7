"""Certificates that prove themselves: credential, status list, log, sealed document, and the check of all of them.

Pure: keys, time and randomness come in as arguments; nothing here opens an address, reads a clock or a database.
``docs/explanation/certificates.md`` tells how the parts hold together.
"""
