"""One invented lead in full, and the assistant's seven states, for the gallery."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from desk.models.snapshots import (
    AlertView,
    AssistantView,
    AuditLine,
    ConsentTile,
    LeadView,
    NextSend,
    PersonView,
    QuarantineView,
    TaskView,
    TimelineItem,
    TimerView,
    VehicleView,
)
from desk.views.gallery import samples
from desk.views.gallery.samples import NOW, running
from desk.views.text import ai_line, ai_words

AISHA = next(card for card in samples.CARDS if card.name == "Aisha Karim")
_FIRST = "All automatic texts and emails to Aisha stop now. That includes the next text Today 9:20 AM."
_FIRM = " Re-enabling later will not resume proactive outreach. The assistant would only answer if Aisha writes again."


def _at(day: int, hour: int, minute: int) -> datetime:
    """A moment of that week in the store's zone, six hours behind UTC."""
    return datetime(2025, 10, day, tzinfo=UTC) + timedelta(hours=hour + 6, minutes=minute)


_STATES = {
    "on": ("Nothing. It sends on schedule and answers when she writes.", "Not needed.", True, ""),
    "handed_off": (
        "Its own messages. It only tells her that Tom is asked and in until 5.",
        "A message or call by a person that really went out. Then 24 h rest.",
        True,
        "",
    ),
    "paused_by_status": (
        "All sends and answers. Replies ring the owner.",
        "Leaving the status. Nothing that fell due is sent late.",
        False,
        "Locked by the status",
    ),
    "backed_off": (
        "All outreach. It answers nothing until Tom confirms.",
        "When Tom says he is not helping, or a manager decides.",
        False,
        "",
    ),
    "reactive": (
        "Outreach of its own, for good on this lead. Queued drafts were dropped.",
        "Nothing. It answers when she writes first, under the same rules.",
        True,
        "",
    ),
    "off": (
        "Everything, also answers. Staff do all follow-up.",
        "Turned on later it only answers: proactive outreach does not resume.",
        False,
        "",
    ),
    "opted_out": (
        "The assistant everywhere; texts and calls for everyone. Confirmed to her once.",
        "Only Kerry, by asking again in writing.",
        False,
        "Locked: Kerry said stop",
    ),
}
_BY = {
    "on": ("", ""),
    "handed_off": ("the assistant", "Asked for a person"),
    "paused_by_status": ("the desk", "Status Deposit taken"),
    "backed_off": ("the desk", "Said “already talking with Tom”"),
    "reactive": ("Lena Fischer", ""),
    "off": ("Tom Becker", "has bought"),
    "opted_out": ("the customer", "Said stop by text"),
}
STATES = tuple(_STATES)


def assistant(state: str) -> AssistantView:
    stops, resumes, on, locked = _STATES[state]
    by, reason = _BY[state]
    return AssistantView(
        state=state,
        title=ai_words(state),
        one_line=ai_line(state),
        since=_at(9, 10, 40),
        by=by,
        reason=reason,
        stops=stops,
        resumes=resumes,
        switch_on=on,
        switch_enabled=not locked,
        locked_words=locked,
        next_send_words="Next text 9:20 AM" if state == "on" else "",
        off_consequence=_FIRST + _FIRM,
    )


def _said(n: int, author: str, at: datetime, channel: str, text: str, **more: object) -> TimelineItem:
    names = {"customer": "Aisha", "assistant": "Assistant", "staff": "Marcus Oyelaran", "system": "the desk"}
    values: dict[str, object] = {
        "kind": "message",
        "direction": "in" if author == "customer" else "out",
    } | more
    return TimelineItem(
        id=f"m{n}", at=at, author=author, author_name=names[author], channel=channel, text=text, **values
    )  # type: ignore[arg-type]  # named fields


def conversation() -> tuple[TimelineItem, ...]:
    """Aisha's two days."""
    mail = (
        "It does have second-row captain’s chairs. Stock U3401 is on our lot and ready to see.\n\nYour CR-V can come along: we look at it "
        "while you drive.\n\nSales AI for Cedar Ridge Motors"
    )
    return (
        TimelineItem("r", "system", _at(13, 19, 42), "customer", "Website", text="Lead received: “Does the Highlander have captain’s chairs? We have a 2018 CR-V to trade.”"),
        _said(1, "assistant", _at(13, 19, 43), "email", mail.split("\n", maxsplit=1)[0], subject="Your Highlander question, Aisha", full_text=mail,
              status="delivered", purpose="first_response", why=("First response: website form, 1st party", "Answers what was asked: seats"), facts=("stock row U3401", "window sticker")),
        _said(2, "customer", _at(13, 20, 5), "text", "Great. What’s the price out the door with our CR-V?", evidence=True),
        _said(3, "assistant", _at(13, 20, 6), "text", "Good question. Marcus can go through numbers with you in person or by phone. Is tomorrow after 4 or Wednesday morning easier?",
              status="delivered", purpose="reply", why=("Price asked: no quotes in writing, offers a person",)),
        TimelineItem("s1", "system", _at(13, 21, 0), "system", "the desk", text="Quiet hours 9:00 PM – 8:00 AM", why=("One text moved from 9:30 PM to 9:20 AM",)),
        _said(4, "staff", _at(14, 8, 31), "call", "No answer, voicemail left. Left a message about the chairs", kind="call", status_words="1 min"),
        _said(5, "customer", _at(14, 8, 58), "text", "I’d rather talk to a person. Can someone call me after 9:30?", evidence=True),
        TimelineItem("h", "handoff", _at(14, 8, 58), "system", "the assistant", text="Handoff: asked for a person", why=("Marcus alerted by desktop and text, seen 8:59",)),
        _said(6, "assistant", _at(14, 9, 2), "text", "Of course, Aisha. Marcus from Cedar Ridge will call you at 9:35. Is this number best?",
              status="pending_approval", due=NOW + timedelta(minutes=8), purpose="handoff_notice", why=("She asked for a time",)),
    )  # fmt: skip


def lead(state: str = "on", handed_off: bool = False) -> LeadView:
    """Aisha as the wide lead shows her; with a hand-off as the pane does."""
    return LeadView(
        card=replace(AISHA, ai_state=state),
        customer_id="aisha",
        first="Aisha",
        last="Karim",
        language="en",
        received=_at(13, 19, 42),
        source_words="1st party · Website form",
        order_kind="live",
        marks=("Live order", "Price question asked"),
        tiles=(
            ConsentTile("text", "+12085550142", "(208) 555-0142", "cellphone", True, True, "Text OK"),
            ConsentTile("email", "aisha.k@example.com", "aisha.k@example.com", "", False, True, "Email OK"),
            ConsentTile("call", "+12085550178", "(208) 555-0178", "home", False, False, "No calls: asked for none"),
        ),
        channels=("text", "email"),
        blocked_channels=(("call", "No calls: asked for none Oct 13"),),
        preferred_channel="text",
        customer_zone=samples.ZONE,
        text_hours_words="Texts allowed until 9:00 PM",
        text_open=True,
        text_opens=None,
        temperature_reasons=(("asked for a person", 18), ("replied within an hour", 12), ("named a trade-in", 9), ("asked for price first", -3)),
        temperature_note="Above 85: Dana alerted at 8:58 AM",
        assistant=assistant(state),
        handoff_words="Asked for a person" if handed_off else "",
        handoff_quote="I’d rather talk to a person. Can someone call me after 9:30?" if handed_off else "",
        handoff_timer=running(46, 900) if handed_off else TimerView(),
        vehicles=(
            VehicleView("2023 Toyota Highlander XLE", "U3401", "", "used", 28940, "available", "On lot, row B4", "buy"),
        ),
        trade_in="2018 Honda CR-V EX, about 71,000 mi",
        needs=(("Vehicles", "Highlander, Pilot"), ("Must have", "Captain’s chairs, tow hitch"), ("Years", "2022 – 2024"), ("Timeline", "This month")),
        tasks=(
            TaskView("t1", "call", "Call Aisha", NOW + timedelta(minutes=23), "Marcus Oyelaran", False, ("Asked for a call after 9:30, on her mobile",)),
            TaskView("t2", "text", "Text 3 to 5 similar vehicles", NOW + timedelta(minutes=38), "Marcus Oyelaran", False, ("If the call is not answered",)),
            TaskView("t3", "photos", "Get trade-in photos", NOW + timedelta(hours=4), "Marcus Oyelaran", False, ("2018 Honda CR-V EX",)),
            TaskView("t4", "call", "Call 1, voicemail left", None, "Marcus", True),
        ),
        next_sends=(
            NextSend("m6", "text", "confirm the call", NOW + timedelta(minutes=8), "pending_approval", ""),
            NextSend("m7", "email", "what to bring for a trade", NOW + timedelta(days=1), "queued", ""),
        ),
        timeline=conversation(),
        audit=(
            AuditLine(_at(14, 8, 59), "Marcus", "Marcus saw the handoff alert", ()),
            AuditLine(_at(14, 8, 58), "the desk", "Temperature 70 to 88", ("asked for a person",)),
            AuditLine(_at(14, 8, 58), "the desk", "Handoff raised, AI held its 9:20 text", ()),
            AuditLine(_at(14, 8, 31), "Marcus", "Call logged by Marcus, AI stayed on", ()),
            AuditLine(_at(13, 19, 42), "the desk", "Lead created from website form", ()),
        ),
        position=3,
        of=11,
        coverage_words="Marcus is covered until Tue Oct 21, 8:58 AM",
        coverage_rows=(
            ("shield-check", "Two-way contact within 7 days", "until Tue Oct 21, 8:58 AM", "Covered"),
            ("shield-x", "First contact with an appointment", "No appointment stands", "Not covered"),
            ("message-square", "Aisha replied by text", "Today 8:58 AM", "Counts"),
            ("message-square", "Aisha replied by text", "Mon 8:05 PM", "Counts"),
            ("phone-outgoing", "Marcus called, left VM", "Today 8:31 AM", "Follow-up"),
        ),
    )  # fmt: skip


def alerts() -> tuple[AlertView, ...]:
    """The notification centre of that morning (alerts.png)."""
    base = AlertView(
        "a1",
        "escalation",
        "lead-1",
        "",
        "",
        "",
        "",
        NOW,
        TimerView(),
        None,
        "",
        claimable=True,
        callable=True,
        phone="+12085550110",
    )
    return (
        replace(base, title="Overdue, step 3: BDC group", name="Curtis Adeyemi", temperature=61, band="warm", timer=running(-228, 900), level=3,
                body="F-150 Lariat, U3390, CarGurus. Marcus and Priya have not answered.", next="Dana is next at 9:18."),
        replace(base, id="a2", kind="handoff", lead_id="lead-12", title="Handoff: asked for a person", name="Aisha Karim", temperature=88, band="hot",
                timer=running(46, 900), claimable=False, body="“Can someone call me after 9:30?” Prefers text. The AI is holding its next message."),
        replace(base, id="a3", kind="doorbell", title="Doorbell: new lead", name="Hannah Voss", temperature=74, band="hot", timer=running(372, 600), callable=False,
                body="RAV4 XLE, N24118, your website. The AI answered in 52 s.", next="Introduce yourself by 9:13."),
        replace(base, id="a4", kind="appointment", title="Appointment set by the AI", name="Dmitri Valen", claimable=False, callable=False,
                raised=NOW - timedelta(minutes=20), body="Today 3:15 PM, Sienna XSE, N25019. On the lot, row C1."),
    )  # fmt: skip


_MAIL = """Hello CEDAR RIDGE,

A shopper on Treasure Valley Cars wants to hear from you.

 * Shopper ........ Linden, Cora
 * Reach her at ... 208.555.0163 or
                    cora.linden@example.net
 * Looking at ..... 2020 4Runner SR5, stk U3398
 * Seen on ........ tvcars.example/listing/88213
 * Best time ...... after 5 pm
 * In her words:
   "Is the third row in it? I have a 2014
    Forester I would want to trade."

You are receiving this because your store has an
active listing. Reply to this mail goes nowhere.
--
Treasure Valley Cars, Boise ID
"""


def quarantine() -> tuple[QuarantineView, ...]:
    first = QuarantineView(
        "q1", NOW - timedelta(minutes=8), "Treasure Valley Cars <notify@tvcars.example>", "leads@cedarridge.example", "Interested buyer #88213",
        "mail", "No label matched for name, phone or vehicle. The mail is kept whole.", _MAIL, 2150,
    )  # fmt: skip
    broken = replace(
        first,
        id="q2",
        sender="leads@autofeed.example",
        subject="ADF lead",
        reason="The XML ends in the middle of a tag.",
        text="<?xml version='1.0'?>\n<adf><prospect>\n",
    )
    return first, broken


PEOPLE = (
    samples.DANA,
    PersonView("mo", "Marcus Oyelaran", "MO", "bdc", "BDC rep", "bdc", True),
    PersonView("tb", "Tom Becker", "TB", "sales", "Sales", "floor", False),
)

SETTINGS = {
    "store.name": "Cedar Ridge Motors",
    "store.zone": samples.ZONE,
    "store.region": "ID",
    "store.address": "1 Example Way, Meridian, ID 83642",
    "store.phone": "(208) 555-0100",
    "store.email": "leads@cedarridge.example",
    "store.website": "cedarridge.example",
    "store.hours": {"mon": "09:00-20:00", "tue": "09:00-20:00", "wed": "09:00-20:00", "thu": "09:00-20:00", "fri": "09:00-20:00", "sat": "09:00-18:00"},
    "mail.user": "leads@cedarridge.example",
    "mail.imap_host": "imap.cedarridge.example",
    "mail.imap_port": 993,
    "mail.imap_security": "tls",
    "mail.smtp_host": "smtp.cedarridge.example",
    "mail.smtp_port": 587,
    "mail.smtp_security": "starttls",
    "mail.per_day": 1800,
    "setup.done": ["store"],
}  # fmt: skip
