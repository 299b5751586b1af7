"""The append-only record: envelopes, contents, per-dossier chain, attachments by digest, signed root."""
