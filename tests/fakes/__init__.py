"""Fakes of the outside world, each written once. Never of our own code."""
