"""What desk doctor sees, in the window."""

from __future__ import annotations

from desk.views.doctor.page import DoctorPage

__all__ = ["DoctorPage"]
