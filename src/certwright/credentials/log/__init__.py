"""The transparency log: what was attested, suspended or withdrawn, in an order nobody can change unseen.

C2SP tlog-tiles, tlog-checkpoint, signed-note, tlog-cosignature, tlog-proof and tlog-witness over the Merkle tree of
RFC 6962 with SHA-256. Everything here is a function of bytes; where tiles lie and who serves them is decided elsewhere.
"""
