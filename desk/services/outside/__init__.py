"""A small outside world on this computer: carrier, mail server and customers, for the demo and the tests."""
