"""Signing in: the sheet over a locked desk, the fields that ask, and what locks the desk by itself (R22)."""
