"""The parts of a product certification scheme, one theme to a module (ISO/IEC 17065:2012 7.1; ISO/IEC 17067)."""
