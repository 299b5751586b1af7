"""Bytes and text: canonical JSON, strict JSON, strict base64, base58, multibase, multihash."""
