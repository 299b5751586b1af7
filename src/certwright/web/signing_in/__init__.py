"""Signing in and out, and what somebody keeps about their own account."""
