"""A second, optional proof inside the document: W3C Data Integrity with JCS (eddsa-jcs-2022, ecdsa-jcs-2019)."""
