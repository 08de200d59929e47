"""Every stored noun, imported once so that the whole schema is known."""

from __future__ import annotations

from desk.models.alert import Alert
from desk.models.conversation import Arrival, Delivery, Log, Message, Quarantine, Raw
from desk.models.deal import Deal
from desk.models.duplicate import Duplicate, Merge
from desk.models.history import History, PlaybookVersion, Setting
from desk.models.kept import Attachment, Replaced
from desk.models.knowledge import Knowledge, KnowledgeRequest
from desk.models.lead import Lead, Wanted
from desk.models.person import Address, Block, Consent, Customer
from desk.models.saved_view import SavedView
from desk.models.scrub import ListedNumber, NumberAnswer, NumberList, ScrubbedArea
from desk.models.seal import Seal
from desk.models.staff import Staff
from desk.models.task import Appointment, Task, Timer
from desk.models.template import Template
from desk.models.training import Training
from desk.models.vehicle import Vehicle

__all__ = [
    "Address", "Alert", "Appointment", "Arrival", "Attachment", "Block", "Consent", "Customer", "Deal", "Delivery", "Duplicate", "History",
    "Knowledge", "KnowledgeRequest", "Lead", "ListedNumber", "Log", "Merge", "Message", "NumberAnswer", "NumberList",
    "PlaybookVersion", "Quarantine", "Raw", "Replaced", "SavedView", "ScrubbedArea", "Seal", "Setting", "Staff", "Task", "Template", "Timer", "Training", "Vehicle", "Wanted",
]  # fmt: skip
