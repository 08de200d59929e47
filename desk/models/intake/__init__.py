"""Intake reading: bytes become leads, purely and leniently (LEAD-01, LEAD-02, LEAD-03)."""
