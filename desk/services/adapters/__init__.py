"""The outside world behind ``desk.services.ports``: one file per protocol, nothing above knows a library."""
