"""The sections of the settings: how they are named, what stands in each, and the words one may look for it by."""

from __future__ import annotations

from typing import NamedTuple

from desk.views.text import say


class Section(NamedTuple):
    """``finds`` are further words that lead here, beside name and line."""

    key: str
    icon: str
    words: str
    line: str
    finds: str = ""


def sections() -> tuple[Section, ...]:
    return (
        Section("store", "store", say("Store"), say("name and place, in every message"), say("address phone email web site time zone state")),
        Section("hours", "clock", say("Hours and holidays"), say("response clocks run in these hours"), say("open closed days week")),
        Section("people", "users", say("People and shifts"), say("who is on, what they may do"), say("team role rep manager leaves away staff")),
        Section("sign_in", "lock", say("Sign-in"), say("who may sit down, when the desk locks, what left the store"), say("pin password code second factor two authenticator account lock export views log security")),
        Section("mail", "mail", say("Mailboxes"), say("where leads arrive and where the store writes from"), say("email imap smtp password sign-in server sender folder")),
        Section("text", "message-square", say("Texting"), say("the number customers can text"), say("sms account token test")),
        Section("lead_file", "upload", say("Leads from a file"), say("moving from another desk, or a list kept elsewhere"), say("import csv table history columns upload move")),
        Section("stock", "car", say("Inventory feed"), say("what is on the lot"), say("vehicles columns csv feed stock lot status")),
        Section("vehicles", "car", say("Vehicles"), say("found, entered and changed by hand"), say("stock number vin price status add lot history photos")),
        Section("alerts", "bell-ring", say("Alerts"), say("which reach whom, and how"), say("text email desktop sounds ring bell mute")),
        Section("templates", "file-text", say("Templates and scripts"), say("the store's own words, approved in versions"), say("wording email text letter call voicemail preview approve")),
        Section("answers", "book-open", say("Answers"), say("what the store says when it is asked"), say("knowledge bank question answer faq tags administrator")),
        Section("assistant", "sparkles", say("Assistant"), say("how it calls itself, and whether it writes"), say("go live label name history sales ai approval queue pace often strategy slower faster")),
        Section("language", "languages", say("Language endpoint"), say("an option: other words, checked"), say("model openai ai llm key budget redact")),
        Section("mystery", "eye", say("Test customers"), say("how the assistant did last night"), say("mystery shop grade transcript failure night traps")),
        Section("consent", "file-text", say("Consent"), say("what sources' own forms ask their customers"), say("wording written texts tcpa agree form source")),
        Section("states", "map-pin", say("State rules"), say("when people may be called and texted, by state"), say("law hours halt holiday emergency calling window consent cap strict default")),
        Section("lists", "ban", say("Number lists"), say("do-not-call and reassigned numbers, with their age"), say("dnc registry import scrub reassigned phone list")),
        Section("erase", "trash-2", say("Forget a customer"), say("on their request; the law keeps its proof"), say("erase erasure delete privacy gdpr ccpa data request remove person")),
        Section("reader", "mail-open", say("What the reader learned"), say("layouts of lead mails that people taught"), say("teach quarantine layout could not read")),
        Section("backup", "hard-drive", say("Backup and keys"), say("copies that are proven before they count"), say("restore copy recovery key folder")),
        Section("computer", "monitor", say("This computer"), say("start, theme, text size, sounds"), say("start with the computer tray dark light demo")),
    )  # fmt: skip


def fits(section: Section, words: str) -> bool:
    """Whether every typed word begins a word of the section."""
    told = f"{section.words} {section.line} {section.finds}".casefold().replace(",", " ").split()
    return all(any(each.startswith(word) for each in told) for word in words.casefold().split())
