"""Inputs that nobody would send on purpose: what the long proofs and the properties throw at the intake."""
