"""The calendar part of a visit's confirmation (APPT-01), built with icalendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desk.models.rules.names import car_name
from desk.models.task import Appointment
from desk.services.handlers.sending import Claimed
from desk.services.ports import CalendarInvite

if TYPE_CHECKING:  # five megabytes that only a confirmed visit needs
    from icalendar import Event


def invite_for(claimed: Claimed) -> CalendarInvite | None:
    """An invitation for a confirmation by e-mail of a visit that stands; None for every other message."""
    visit = claimed.visit
    if (
        visit is None
        or claimed.message.channel != "email"
        or claimed.message.purpose != "appointment_confirmation"
    ):
        return None
    method = "CANCEL" if visit.status == "cancelled" else "REQUEST"
    return CalendarInvite(method=method, ics=_calendar(claimed, visit, method))  # type: ignore[arg-type]  # one of two words


def _calendar(claimed: Claimed, visit: Appointment, method: str) -> str:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Sales Desk//EN")
    calendar.add("version", "2.0")
    calendar.add("method", method)
    calendar.add_component(_event(claimed, visit))
    return str(calendar.to_ical(), "utf-8")


def _event(claimed: Claimed, visit: Appointment) -> Event:
    from icalendar import Event, vCalAddress, vText

    store, event = claimed.store, Event()
    event.add("uid", f"{visit.id}@{store.email.rpartition('@')[2] or 'desk.invalid'}")
    event.add("dtstamp", claimed.message.at)
    event.add("dtstart", visit.starts_at)
    event.add("dtend", visit.ends_at)
    event.add("sequence", visit.sequence)
    vehicle = car_name(visit.vehicle)
    event.add("summary", f"Visit to {store.name}" + (f": {vehicle}" if vehicle else ""))
    event.add("location", vText(store.address))
    event.add("status", "CANCELLED" if visit.status == "cancelled" else "CONFIRMED")
    event["organizer"] = vCalAddress(f"MAILTO:{store.email}")
    event.add("attendee", vCalAddress(f"MAILTO:{claimed.message.to_address}"))
    return event
