<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en_US">
<context>
<name>desk</name>
<message>
<source>
Known of it: {in_words}</source>
<translation type="unfinished" />
</message>
<message>
<source> (in force)</source>
<translation type="unfinished" />
</message>
<message>
<source> by {who}</source>
<translation type="unfinished" />
</message>
<message>
<source> · {n} of {of}</source>
<translation type="unfinished" />
</message>
<message>
<source>"aebe" AND "cibe"</source>
<translation type="unfinished" />
</message>
<message>
<source>"{cells}" holds no number of ten digits</source>
<translation type="unfinished" />
</message>
<message>
<source>"{cells}" is not a number of ten digits</source>
<translation type="unfinished" />
</message>
<message>
<source>"{get}" is not a model year</source>
<translation type="unfinished" />
</message>
<message>
<source>% answered by a person</source>
<translation type="unfinished" />
</message>
<message>
<source>% answered in 90 s</source>
<translation type="unfinished" />
</message>
<message>
<source>% of test customers</source>
<translation type="unfinished" />
</message>
<message>
<source>, {n} of them overdue</source>
<translation type="unfinished" />
</message>
<message>
<source>, {n} over</source>
<translation type="unfinished" />
</message>
<message>
<source>-//Sales Desk//EN</source>
<translation type="unfinished" />
</message>
<message>
<source>09:00-17:00; empty for the store's hours</source>
<translation type="unfinished" />
</message>
<message>
<source>09:00-20:00, or closed</source>
<translation type="unfinished" />
</message>
<message>
<source>1 alert needs you</source>
<translation type="unfinished" />
</message>
<message>
<source>1 day</source>
<translation type="unfinished" />
</message>
<message>
<source>1 entry</source>
<translation type="unfinished" />
</message>
<message>
<source>1 hour</source>
<translation type="unfinished" />
</message>
<message>
<source>1 lead</source>
<translation type="unfinished" />
</message>
<message>
<source>1 mail</source>
<translation type="unfinished" />
</message>
<message>
<source>1 message</source>
<translation type="unfinished" />
</message>
<message>
<source>1 message waits</source>
<translation type="unfinished" />
</message>
<message>
<source>1 minute</source>
<translation type="unfinished" />
</message>
<message>
<source>1 needs you</source>
<translation type="unfinished" />
</message>
<message>
<source>1 person so far</source>
<translation type="unfinished" />
</message>
<message>
<source>1 result</source>
<translation type="unfinished" />
</message>
<message>
<source>1 row refused</source>
<translation type="unfinished" />
</message>
<message>
<source>1 second</source>
<translation type="unfinished" />
</message>
<message>
<source>1 segment</source>
<translation type="unfinished" />
</message>
<message>
<source>1. Answer who waits, top of the call list.</source>
<translation type="unfinished" />
</message>
<message>
<source>1st</source>
<translation type="unfinished" />
</message>
<message>
<source>2. Write the true time next to each line.</source>
<translation type="unfinished" />
</message>
<message>
<source>201 CMR 12.02(2)</source>
<translation type="unfinished" />
</message>
<message>
<source>2023 Toyota Highlander XLE</source>
<translation type="unfinished" />
</message>
<message>
<source>2nd</source>
<translation type="unfinished" />
</message>
<message>
<source>3. No price quotes.</source>
<translation type="unfinished" />
</message>
<message>
<source>3rd</source>
<translation type="unfinished" />
</message>
<message>
<source>4. Give this page to {who}.</source>
<translation type="unfinished" />
</message>
<message>
<source>47 CFR 64.1200(c)(1)</source>
<translation type="unfinished" />
</message>
<message>
<source>5 min</source>
<translation type="unfinished" />
</message>
<message>
<source>A CSV file is imported with `desk import leads`</source>
<translation type="unfinished" />
</message>
<message>
<source>A CSV of leads from another desk. Old ones come in as history: nobody is written to.</source>
<translation type="unfinished" />
</message>
<message>
<source>A CSV with stock numbers or VINs; prices are never said to customers.</source>
<translation type="unfinished" />
</message>
<message>
<source>A PIN has {shortest} to {longest} digits</source>
<translation type="unfinished" />
</message>
<message>
<source>A backup was brought back: look at what was sent since, then let the assistant go on</source>
<translation type="unfinished" />
</message>
<message>
<source>A backup was brought back; this may have left since it was made</source>
<translation type="unfinished" />
</message>
<message>
<source>A band must be left and entered by this much before its acts are taken again (TEMP-03</source>
<translation type="unfinished" />
</message>
<message>
<source>A bare number up to this means thousands</source>
<translation type="unfinished" />
</message>
<message>
<source>A call needs its outcome</source>
<translation type="unfinished" />
</message>
<message>
<source>A call to {name} is due at once, and the managers are told until somebody has talked with them</source>
<translation type="unfinished" />
</message>
<message>
<source>A call to {name} to find a new time is due at once. Where the time is known already, move the visit instead</source>
<translation type="unfinished" />
</message>
<message>
<source>A call was logged</source>
<translation type="unfinished" />
</message>
<message>
<source>A claimed lead nobody contacted is escalated this long before the store closes that day (FLOW-02</source>
<translation type="unfinished" />
</message>
<message>
<source>A closed lead is compared for this long after it was closed</source>
<translation type="unfinished" />
</message>
<message>
<source>A code is asked beside the PIN</source>
<translation type="unfinished" />
</message>
<message>
<source>A confirmation of an opt-out carries no advertising</source>
<translation type="unfinished" />
</message>
<message>
<source>A customer</source>
<translation type="unfinished" />
</message>
<message>
<source>A customer about whom nothing happens is forgotten after this (R22</source>
<translation type="unfinished" />
</message>
<message>
<source>A customer asked for a person</source>
<translation type="unfinished" />
</message>
<message>
<source>A customer who answered before and went quiet is asked after this long</source>
<translation type="unfinished" />
</message>
<message>
<source>A customer who says not now twice without a date is left in peace for this long</source>
<translation type="unfinished" />
</message>
<message>
<source>A customer without a name</source>
<translation type="unfinished" />
</message>
<message>
<source>A day the store is closed</source>
<translation type="unfinished" />
</message>
<message>
<source>A deal has one full credit or two halves</source>
<translation type="unfinished" />
</message>
<message>
<source>A decision needs its reason.</source>
<translation type="unfinished" />
</message>
<message>
<source>A decision on credit names people and a reason</source>
<translation type="unfinished" />
</message>
<message>
<source>A delivery report: {action}</source>
<translation type="unfinished" />
</message>
<message>
<source>A delivery, hold or deadline that nobody agreed to (AI-24</source>
<translation type="unfinished" />
</message>
<message>
<source>A desk manager may change these times.</source>
<translation type="unfinished" />
</message>
<message>
<source>A feed that lost more than such a part of the vehicles at once waits for a person's word</source>
<translation type="unfinished" />
</message>
<message>
<source>A file</source>
<translation type="unfinished" />
</message>
<message>
<source>A file of a text came too slowly</source>
<translation type="unfinished" />
</message>
<message>
<source>A file of a text cannot be fetched now</source>
<translation type="unfinished" />
</message>
<message>
<source>A file of a text lies at an address that is not encrypted</source>
<translation type="unfinished" />
</message>
<message>
<source>A file of a text was answered with {status_code}</source>
<translation type="unfinished" />
</message>
<message>
<source>A first message that could not leave for this long is decided anew</source>
<translation type="unfinished" />
</message>
<message>
<source>A fresh list is imported</source>
<translation type="unfinished" />
</message>
<message>
<source>A further mailbox</source>
<translation type="unfinished" />
</message>
<message>
<source>A further one instead</source>
<translation type="unfinished" />
</message>
<message>
<source>A halt: no calls or texts</source>
<translation type="unfinished" />
</message>
<message>
<source>A hold asks for a call or email attempt made within this time (FLOW-03</source>
<translation type="unfinished" />
</message>
<message>
<source>A holiday</source>
<translation type="unfinished" />
</message>
<message>
<source>A hot lead is looked at within this much of store hours (TEMP-03</source>
<translation type="unfinished" />
</message>
<message>
<source>A language endpoint's address (OpenAI-compatible); empty: none (AI-20</source>
<translation type="unfinished" />
</message>
<message>
<source>A lead cannot be merged with itself</source>
<translation type="unfinished" />
</message>
<message>
<source>A lead could not be read</source>
<translation type="unfinished" />
</message>
<message>
<source>A lead nobody took goes to whoever is on shift after this much of store hours (FLOW-02</source>
<translation type="unfinished" />
</message>
<message>
<source>A lead that answered once and then not for this long is put before its owner</source>
<translation type="unfinished" />
</message>
<message>
<source>A lead that backed off without a next step is stuck after this much of store hours (LEAD-07</source>
<translation type="unfinished" />
</message>
<message>
<source>A lead that came in earlier than this is told of in the morning's list only</source>
<translation type="unfinished" />
</message>
<message>
<source>A lead that may not be closed yet stays, and says why.</source>
<translation type="unfinished" />
</message>
<message>
<source>A lead that reached the desk this long after it was sent waited for it and stands first (DESK-13</source>
<translation type="unfinished" />
</message>
<message>
<source>A line needs you</source>
<translation type="unfinished" />
</message>
<message>
<source>A longer message says more than that it nods</source>
<translation type="unfinished" />
</message>
<message>
<source>A longer message says more than that somebody is late, there, or was not</source>
<translation type="unfinished" />
</message>
<message>
<source>A lost lead needs its reason</source>
<translation type="unfinished" />
</message>
<message>
<source>A mail may be a lead and could not be read</source>
<translation type="unfinished" />
</message>
<message>
<source>A mail or file that is not understood waits here.</source>
<translation type="unfinished" />
</message>
<message>
<source>A mail that is no lead: {kind}</source>
<translation type="unfinished" />
</message>
<message>
<source>A mailbox needs a name, its sign-in name and the server it is read from.</source>
<translation type="unfinished" />
</message>
<message>
<source>A manager</source>
<translation type="unfinished" />
</message>
<message>
<source>A manager is rung at once. It counts as a contact of both of you, and the lead stays yours.</source>
<translation type="unfinished" />
</message>
<message>
<source>A manager keeps it</source>
<translation type="unfinished" />
</message>
<message>
<source>A manager resumes sending; what falls due is decided anew</source>
<translation type="unfinished" />
</message>
<message>
<source>A marketing email tells how to stop when one of these is in it (R13</source>
<translation type="unfinished" />
</message>
<message>
<source>A matter for a specialist</source>
<translation type="unfinished" />
</message>
<message>
<source>A merge moves nobody's credit; the tower page shows each policy</source>
<translation type="unfinished" />
</message>
<message>
<source>A message or call by a person that really went out. Then it rests before it writes again</source>
<translation type="unfinished" />
</message>
<message>
<source>A message says what its author is when all words of one of these rows are in it (R16</source>
<translation type="unfinished" />
</message>
<message>
<source>A message that was not understood waits this long for a second reading</source>
<translation type="unfinished" />
</message>
<message>
<source>A message waits this long for a language endpoint's words, then goes with the desk's own (AI-20</source>
<translation type="unfinished" />
</message>
<message>
<source>A message waits to leave</source>
<translation type="unfinished" />
</message>
<message>
<source>A model year lies between {first_car} and {value}</source>
<translation type="unfinished" />
</message>
<message>
<source>A name and a phone or email are enough. It rings like any other lead.</source>
<translation type="unfinished" />
</message>
<message>
<source>A name that is a sentence</source>
<translation type="unfinished" />
</message>
<message>
<source>A new lead came in</source>
<translation type="unfinished" />
</message>
<message>
<source>A new lead waits for a person</source>
<translation type="unfinished" />
</message>
<message>
<source>A new {source_kind} lead is answered at once by {channel}</source>
<translation type="unfinished" />
</message>
<message>
<source>A newer Sales Desk made this backup (version {version}</source>
<translation type="unfinished" />
</message>
<message>
<source>A newer Sales Desk wrote this store (version {stored}; this program knows {head}</source>
<translation type="unfinished" />
</message>
<message>
<source>A nickname with the same or almost the same last name</source>
<translation type="unfinished" />
</message>
<message>
<source>A note for the store; the customer never sees it</source>
<translation type="unfinished" />
</message>
<message>
<source>A notice on a locked desk</source>
<translation type="unfinished" />
</message>
<message>
<source>A number that is the customer's own</source>
<translation type="unfinished" />
</message>
<message>
<source>A password</source>
<translation type="unfinished" />
</message>
<message>
<source>A pause needs its reason.</source>
<translation type="unfinished" />
</message>
<message>
<source>A pause stops every automatic message of what you choose at once. Timers and alerts go on, and people can write.</source>
<translation type="unfinished" />
</message>
<message>
<source>A person</source>
<translation type="unfinished" />
</message>
<message>
<source>A person answered: {proof}</source>
<translation type="unfinished" />
</message>
<message>
<source>A person answers for it: {approved_by}</source>
<translation type="unfinished" />
</message>
<message>
<source>A person booked it</source>
<translation type="unfinished" />
</message>
<message>
<source>A person cancelled it</source>
<translation type="unfinished" />
</message>
<message>
<source>A person closes as no response after this many attempts (FLOW-17</source>
<translation type="unfinished" />
</message>
<message>
<source>A person decides which desk speaks, or goes live</source>
<translation type="unfinished" />
</message>
<message>
<source>A person has no {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>A person is warned this long before their cover ends</source>
<translation type="unfinished" />
</message>
<message>
<source>A person moved it</source>
<translation type="unfinished" />
</message>
<message>
<source>A person names the desk that speaks</source>
<translation type="unfinished" />
</message>
<message>
<source>A person needs a name.</source>
<translation type="unfinished" />
</message>
<message>
<source>A person turns the assistant on</source>
<translation type="unfinished" />
</message>
<message>
<source>A person was in touch</source>
<translation type="unfinished" />
</message>
<message>
<source>A person was in touch: {proof}</source>
<translation type="unfinished" />
</message>
<message>
<source>A person who dials</source>
<translation type="unfinished" />
</message>
<message>
<source>A person who writes is told of the assistant's own message when it left or leaves within this time (FLOW-15</source>
<translation type="unfinished" />
</message>
<message>
<source>A person writes instead</source>
<translation type="unfinished" />
</message>
<message>
<source>A person writes it</source>
<translation type="unfinished" />
</message>
<message>
<source>A person's message or call to the customer</source>
<translation type="unfinished" />
</message>
<message>
<source>A person's views of one lead within this time are one line of the record</source>
<translation type="unfinished" />
</message>
<message>
<source>A picture smaller than this in a customer's email is part of a signature, not a file</source>
<translation type="unfinished" />
</message>
<message>
<source>A playbook change needs its reason</source>
<translation type="unfinished" />
</message>
<message>
<source>A quarter as often</source>
<translation type="unfinished" />
</message>
<message>
<source>A reason for calling all the same</source>
<translation type="unfinished" />
</message>
<message>
<source>A reason from the person who goes past the budget</source>
<translation type="unfinished" />
</message>
<message>
<source>A reminder later than this is left out</source>
<translation type="unfinished" />
</message>
<message>
<source>A reply this soon counts as quick</source>
<translation type="unfinished" />
</message>
<message>
<source>A row from {source} that does not say when they asked</source>
<translation type="unfinished" />
</message>
<message>
<source>A row has {known}</source>
<translation type="unfinished" />
</message>
<message>
<source>A second Sales Desk on this mailbox reads this note and stays silent until a person names the one that speaks.
Nobody was sent this mail, and it may be deleted.
</source>
<translation type="unfinished" />
</message>
<message>
<source>A second answer came from {sender}: “{subject}”. A customer would get two first answers</source>
<translation type="unfinished" />
</message>
<message>
<source>A secret in the system keyring is not complete</source>
<translation type="unfinished" />
</message>
<message>
<source>A short reminder goes this long before</source>
<translation type="unfinished" />
</message>
<message>
<source>A shorter message is no proof that somebody writes English</source>
<translation type="unfinished" />
</message>
<message>
<source>A sign of so many points is called medium</source>
<translation type="unfinished" />
</message>
<message>
<source>A sign of so many points is called strong</source>
<translation type="unfinished" />
</message>
<message>
<source>A smaller amount is a payment and no price</source>
<translation type="unfinished" />
</message>
<message>
<source>A snoozed alert rings again after this long (ALERT-03</source>
<translation type="unfinished" />
</message>
<message>
<source>A status such as Deposit Taken stops it</source>
<translation type="unfinished" />
</message>
<message>
<source>A status that does not stop it</source>
<translation type="unfinished" />
</message>
<message>
<source>A step later than this is not made up; the next one comes in its time</source>
<translation type="unfinished" />
</message>
<message>
<source>A step that could not leave for this long is decided anew</source>
<translation type="unfinished" />
</message>
<message>
<source>A store number customers can text</source>
<translation type="unfinished" />
</message>
<message>
<source>A stricter value is free. One that allows more than the law's row needs a manager who works here, and the reason.</source>
<translation type="unfinished" />
</message>
<message>
<source>A subject may not claim a price or an approval (R13</source>
<translation type="unfinished" />
</message>
<message>
<source>A subject may not claim a thread that is none (R13</source>
<translation type="unfinished" />
</message>
<message>
<source>A task is overdue this long after it was due</source>
<translation type="unfinished" />
</message>
<message>
<source>A temperature is 0 to 100 and needs a reason</source>
<translation type="unfinished" />
</message>
<message>
<source>A template has at most {longest} characters</source>
<translation type="unfinished" />
</message>
<message>
<source>A template holds words and fields</source>
<translation type="unfinished" />
</message>
<message>
<source>A template needs a name and its words</source>
<translation type="unfinished" />
</message>
<message>
<source>A test lead is on its way; answers are waited for, most of a minute …</source>
<translation type="unfinished" />
</message>
<message>
<source>A test lead of our own, or an answer to it</source>
<translation type="unfinished" />
</message>
<message>
<source>A text</source>
<translation type="unfinished" />
</message>
<message>
<source>A text carries the opt-out line at least this often (R26</source>
<translation type="unfinished" />
</message>
<message>
<source>A text from a number that fits no lead</source>
<translation type="unfinished" />
</message>
<message>
<source>A text of one of these words alone is answered by the texting provider itself (R5</source>
<translation type="unfinished" />
</message>
<message>
<source>A text tells how to stop when one of these is in it (R26</source>
<translation type="unfinished" />
</message>
<message>
<source>A texting account of the store. Skip this step to answer by email only.</source>
<translation type="unfinished" />
</message>
<message>
<source>A trade-in</source>
<translation type="unfinished" />
</message>
<message>
<source>A trade-in has {fields}</source>
<translation type="unfinished" />
</message>
<message>
<source>A turn goes to a manager of this store</source>
<translation type="unfinished" />
</message>
<message>
<source>A turn needs a summary for the manager</source>
<translation type="unfinished" />
</message>
<message>
<source>A vacation reply or another system at this mailbox would give a customer two first answers. A test lead shows it.</source>
<translation type="unfinished" />
</message>
<message>
<source>A vehicle</source>
<translation type="unfinished" />
</message>
<message>
<source>A vehicle at or above this price is a high-value opportunity (AI-10</source>
<translation type="unfinished" />
</message>
<message>
<source>A vehicle has no {unknown}</source>
<translation type="unfinished" />
</message>
<message>
<source>A vehicle needs its stock number</source>
<translation type="unfinished" />
</message>
<message>
<source>A view belongs to a person</source>
<translation type="unfinished" />
</message>
<message>
<source>A view needs a name</source>
<translation type="unfinished" />
</message>
<message>
<source>A visit is booked</source>
<translation type="unfinished" />
</message>
<message>
<source>A visit is spoken of as missed for so long after it began</source>
<translation type="unfinished" />
</message>
<message>
<source>A visit lies in the future</source>
<translation type="unfinished" />
</message>
<message>
<source>A visit stands already; it moves to this time. The assistant tells the customer.</source>
<translation type="unfinished" />
</message>
<message>
<source>A visit took place</source>
<translation type="unfinished" />
</message>
<message>
<source>A visit was set, changed or cancelled</source>
<translation type="unfinished" />
</message>
<message>
<source>A visit without an outcome is asked about this long after</source>
<translation type="unfinished" />
</message>
<message>
<source>A web page that takes one-click unsubscribes, with {token}; empty: by email (R14</source>
<translation type="unfinished" />
</message>
<message>
<source>A working address from the customer</source>
<translation type="unfinished" />
</message>
<message>
<source>AI</source>
<translation type="unfinished" />
</message>
<message>
<source>AI assistant</source>
<translation type="unfinished" />
</message>
<message>
<source>AI assistant (T)</source>
<translation type="unfinished" />
</message>
<message>
<source>AI assistant: {state}</source>
<translation type="unfinished" />
</message>
<message>
<source>AI draft to approve</source>
<translation type="unfinished" />
</message>
<message>
<source>AI draft, not sent</source>
<translation type="unfinished" />
</message>
<message>
<source>AI draft, not sent. {text}</source>
<translation type="unfinished" />
</message>
<message>
<source>AI has not written</source>
<translation type="unfinished" />
</message>
<message>
<source>AI messages to approve</source>
<translation type="unfinished" />
</message>
<message>
<source>AI on</source>
<translation type="unfinished" />
</message>
<message>
<source>AI paused</source>
<translation type="unfinished" />
</message>
<message>
<source>AI schedule</source>
<translation type="unfinished" />
</message>
<message>
<source>AI {channel}</source>
<translation type="unfinished" />
</message>
<message>
<source>AI {state}</source>
<translation type="unfinished" />
</message>
<message>
<source>AI: {state}</source>
<translation type="unfinished" />
</message>
<message>
<source>About {n} mi</source>
<translation type="unfinished" />
</message>
<message>
<source>About {title}</source>
<translation type="unfinished" />
</message>
<message>
<source>Above this a lead is listed as hot</source>
<translation type="unfinished" />
</message>
<message>
<source>Above this the manager is told (TEMP-04</source>
<translation type="unfinished" />
</message>
<message>
<source>Accepted by the server</source>
<translation type="unfinished" />
</message>
<message>
<source>Account id</source>
<translation type="unfinished" />
</message>
<message>
<source>Account token</source>
<translation type="unfinished" />
</message>
<message>
<source>Account {done} by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Acts for the selected leads</source>
<translation type="unfinished" />
</message>
<message>
<source>Add</source>
<translation type="unfinished" />
</message>
<message>
<source>Add a mailbox</source>
<translation type="unfinished" />
</message>
<message>
<source>Add at least one person; leads need somebody to ring.</source>
<translation type="unfinished" />
</message>
<message>
<source>Add lead</source>
<translation type="unfinished" />
</message>
<message>
<source>Add one first</source>
<translation type="unfinished" />
</message>
<message>
<source>Add the address to the footer</source>
<translation type="unfinished" />
</message>
<message>
<source>Add the disclosure</source>
<translation type="unfinished" />
</message>
<message>
<source>Add the name</source>
<translation type="unfinished" />
</message>
<message>
<source>Add the offset, such as -07:00</source>
<translation type="unfinished" />
</message>
<message>
<source>Add the opt-out line</source>
<translation type="unfinished" />
</message>
<message>
<source>Add this day</source>
<translation type="unfinished" />
</message>
<message>
<source>Add this person</source>
<translation type="unfinished" />
</message>
<message>
<source>Add this to the authenticator on your phone, then type the six digits it shows. It is shown this once.</source>
<translation type="unfinished" />
</message>
<message>
<source>Address</source>
<translation type="unfinished" />
</message>
<message>
<source>Address and hours</source>
<translation type="unfinished" />
</message>
<message>
<source>Address, such as https://host/v1</source>
<translation type="unfinished" />
</message>
<message>
<source>After a call that was not answered</source>
<translation type="unfinished" />
</message>
<message>
<source>After an unanswered call the ladder starts over, once, with this much staffed time (ILM-10</source>
<translation type="unfinished" />
</message>
<message>
<source>After so much silence</source>
<translation type="unfinished" />
</message>
<message>
<source>After the merge</source>
<translation type="unfinished" />
</message>
<message>
<source>After {most} days no cold call or text leaves on it: take in a newer one.</source>
<translation type="unfinished" />
</message>
<message>
<source>Again, until answered</source>
<translation type="unfinished" />
</message>
<message>
<source>Agree who goes on</source>
<translation type="unfinished" />
</message>
<message>
<source>Agree with the owner who calls, and offer a visit within the day</source>
<translation type="unfinished" />
</message>
<message>
<source>Aisha</source>
<translation type="unfinished" />
</message>
<message>
<source>Alabama</source>
<translation type="unfinished" />
</message>
<message>
<source>Alabama telephone solicitation law, read for texts too</source>
<translation type="unfinished" />
</message>
<message>
<source>Alert</source>
<translation type="unfinished" />
</message>
<message>
<source>Alert and ladder</source>
<translation type="unfinished" />
</message>
<message>
<source>Alerts</source>
<translation type="unfinished" />
</message>
<message>
<source>Alerts chosen by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Alerts for</source>
<translation type="unfinished" />
</message>
<message>
<source>Alerts ring in this store, each class with its own sound</source>
<translation type="unfinished" />
</message>
<message>
<source>Alerts: {new} new, {open} open</source>
<translation type="unfinished" />
</message>
<message>
<source>All</source>
<translation type="unfinished" />
</message>
<message>
<source>All as declared</source>
<translation type="unfinished" />
</message>
<message>
<source>All automatic texts and emails to {customer} stop now.{also} Re-enabling later will not resume proactive outreach. The assistant would only answer if {customer2} writes again</source>
<translation type="unfinished" />
</message>
<message>
<source>All channels OK</source>
<translation type="unfinished" />
</message>
<message>
<source>All outreach. It answers nothing until {owner} confirms</source>
<translation type="unfinished" />
</message>
<message>
<source>All sends and answers. Replies ring the owner</source>
<translation type="unfinished" />
</message>
<message>
<source>All sends are stopped</source>
<translation type="unfinished" />
</message>
<message>
<source>All sources</source>
<translation type="unfinished" />
</message>
<message>
<source>Allowed by {words}; this store is kept beside it</source>
<translation type="unfinished" />
</message>
<message>
<source>Always, in the demo too</source>
<translation type="unfinished" />
</message>
<message>
<source>An answer is overdue, or a lead needs somebody senior</source>
<translation type="unfinished" />
</message>
<message>
<source>An answer not sent within this time is decided anew</source>
<translation type="unfinished" />
</message>
<message>
<source>An answer that fits no lead</source>
<translation type="unfinished" />
</message>
<message>
<source>An attachment</source>
<translation type="unfinished" />
</message>
<message>
<source>An attempt without an answer starts it over, once; next in {span_words}</source>
<translation type="unfinished" />
</message>
<message>
<source>An automatic answer that fits no lead</source>
<translation type="unfinished" />
</message>
<message>
<source>An email</source>
<translation type="unfinished" />
</message>
<message>
<source>An email and a text this close together are one touch</source>
<translation type="unfinished" />
</message>
<message>
<source>An entry needs a question and an answer</source>
<translation type="unfinished" />
</message>
<message>
<source>An erasure needs its reason</source>
<translation type="unfinished" />
</message>
<message>
<source>An erasure needs its reason; it is kept in the record.</source>
<translation type="unfinished" />
</message>
<message>
<source>An inquiry or consent from the customer</source>
<translation type="unfinished" />
</message>
<message>
<source>An invented store with customers and a week of leads. Nothing is sent to anyone.</source>
<translation type="unfinished" />
</message>
<message>
<source>An inventory is in</source>
<translation type="unfinished" />
</message>
<message>
<source>An opt-in needs its evidence</source>
<translation type="unfinished" />
</message>
<message>
<source>An organic order may rest with a reason, a date and a note. A live order is worked or closed.</source>
<translation type="unfinished" />
</message>
<message>
<source>And the reason</source>
<translation type="unfinished" />
</message>
<message>
<source>Another</source>
<translation type="unfinished" />
</message>
<message>
<source>Another Sales Desk has this store open</source>
<translation type="unfinished" />
</message>
<message>
<source>Another address is needed (R28</source>
<translation type="unfinished" />
</message>
<message>
<source>Another column is taken as this too</source>
<translation type="unfinished" />
</message>
<message>
<source>Another desk ({other}) sends from the same account</source>
<translation type="unfinished" />
</message>
<message>
<source>Another desk seen on the same line, until a person decides (DESK-12</source>
<translation type="unfinished" />
</message>
<message>
<source>Another desk speaks for this store</source>
<translation type="unfinished" />
</message>
<message>
<source>Another desk was seen on the same line. Name the one that speaks, then automatic messages go on</source>
<translation type="unfinished" />
</message>
<message>
<source>Another desk works on the mailbox</source>
<translation type="unfinished" />
</message>
<message>
<source>Another desk works on {mailbox}: its mark {marks} was seen. Nothing automatic goes out from here until someone names the desk that speaks. Leads are still taken in, people can still write.</source>
<translation type="unfinished" />
</message>
<message>
<source>Another desk writes from the same mailbox or number; nothing automatic leaves</source>
<translation type="unfinished" />
</message>
<message>
<source>Another email</source>
<translation type="unfinished" />
</message>
<message>
<source>Another file</source>
<translation type="unfinished" />
</message>
<message>
<source>Another number is needed (R8</source>
<translation type="unfinished" />
</message>
<message>
<source>Another person's customer is in this pair</source>
<translation type="unfinished" />
</message>
<message>
<source>Another person's customer is in this pair, so a manager decides.</source>
<translation type="unfinished" />
</message>
<message>
<source>Another phone</source>
<translation type="unfinished" />
</message>
<message>
<source>Another program is writing to this store</source>
<translation type="unfinished" />
</message>
<message>
<source>Another reason</source>
<translation type="unfinished" />
</message>
<message>
<source>Another sale stands by now</source>
<translation type="unfinished" />
</message>
<message>
<source>Another trade-in was named: {trade}</source>
<translation type="unfinished" />
</message>
<message>
<source>Another value</source>
<translation type="unfinished" />
</message>
<message>
<source>Another visit is booked by now</source>
<translation type="unfinished" />
</message>
<message>
<source>Answer</source>
<translation type="unfinished" />
</message>
<message>
<source>Answer every doorbell.
Lose track of no one.</source>
<translation type="unfinished" />
</message>
<message>
<source>Answer one of {asked}</source>
<translation type="unfinished" />
</message>
<message>
<source>Answer or call</source>
<translation type="unfinished" />
</message>
<message>
<source>Answer the financing question</source>
<translation type="unfinished" />
</message>
<message>
<source>Answered</source>
<translation type="unfinished" />
</message>
<message>
<source>Answered in {span}: {proof}.</source>
<translation type="unfinished" />
</message>
<message>
<source>Answered once, silent since</source>
<translation type="unfinished" />
</message>
<message>
<source>Answered today</source>
<translation type="unfinished" />
</message>
<message>
<source>Answered within the hour</source>
<translation type="unfinished" />
</message>
<message>
<source>Answered: {proof}</source>
<translation type="unfinished" />
</message>
<message>
<source>Answers</source>
<translation type="unfinished" />
</message>
<message>
<source>Answers by stock number, checks visits</source>
<translation type="unfinished" />
</message>
<message>
<source>Any lead</source>
<translation type="unfinished" />
</message>
<message>
<source>Appointment Set</source>
<translation type="unfinished" />
</message>
<message>
<source>Appointment today</source>
<translation type="unfinished" />
</message>
<message>
<source>Appointment vehicles here</source>
<translation type="unfinished" />
</message>
<message>
<source>Appointments</source>
<translation type="unfinished" />
</message>
<message>
<source>Appointments of the week ahead</source>
<translation type="unfinished" />
</message>
<message>
<source>Appointments today</source>
<translation type="unfinished" />
</message>
<message>
<source>Appointments tomorrow</source>
<translation type="unfinished" />
</message>
<message>
<source>Appraise in the store. Ask for photos and the payoff letter now.</source>
<translation type="unfinished" />
</message>
<message>
<source>Appraise in the store; no values by text or phone. What you write stands against later messages.</source>
<translation type="unfinished" />
</message>
<message>
<source>Approvals</source>
<translation type="unfinished" />
</message>
<message>
<source>Approve</source>
<translation type="unfinished" />
</message>
<message>
<source>Approve as written</source>
<translation type="unfinished" />
</message>
<message>
<source>Approve the draft</source>
<translation type="unfinished" />
</message>
<message>
<source>Approve version {n}</source>
<translation type="unfinished" />
</message>
<message>
<source>Approve, edit or skip it</source>
<translation type="unfinished" />
</message>
<message>
<source>Approve, edit, skip the draft</source>
<translation type="unfinished" />
</message>
<message>
<source>Approved by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Appt</source>
<translation type="unfinished" />
</message>
<message>
<source>Apr</source>
<translation type="unfinished" />
</message>
<message>
<source>Are these the same customer?</source>
<translation type="unfinished" />
</message>
<message>
<source>As soon as somebody has a PIN</source>
<translation type="unfinished" />
</message>
<message>
<source>As the store does it</source>
<translation type="unfinished" />
</message>
<message>
<source>As the store does it: a text while the store is open, an email after hours. The desktop always shows it.</source>
<translation type="unfinished" />
</message>
<message>
<source>As the system</source>
<translation type="unfinished" />
</message>
<message>
<source>As they told it</source>
<translation type="unfinished" />
</message>
<message>
<source>Ask</source>
<translation type="unfinished" />
</message>
<message>
<source>Ask a desk manager</source>
<translation type="unfinished" />
</message>
<message>
<source>Ask a {may}</source>
<translation type="unfinished" />
</message>
<message>
<source>Ask about needs</source>
<translation type="unfinished" />
</message>
<message>
<source>Ask about needs, trade-in</source>
<translation type="unfinished" />
</message>
<message>
<source>Ask as a customer would</source>
<translation type="unfinished" />
</message>
<message>
<source>Ask for photos</source>
<translation type="unfinished" />
</message>
<message>
<source>Ask for such a page before the store writes more</source>
<translation type="unfinished" />
</message>
<message>
<source>Ask its owner or a manager</source>
<translation type="unfinished" />
</message>
<message>
<source>Ask the mail administrator before you sign in</source>
<translation type="unfinished" />
</message>
<message>
<source>Ask to be relieved of {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>Ask to be relieved of {name}?</source>
<translation type="unfinished" />
</message>
<message>
<source>Ask whether all is well and offer two new times</source>
<translation type="unfinished" />
</message>
<message>
<source>Ask whoever looks after this computer</source>
<translation type="unfinished" />
</message>
<message>
<source>Ask whoever sold it, or a manager</source>
<translation type="unfinished" />
</message>
<message>
<source>Asked about financing or documents</source>
<translation type="unfinished" />
</message>
<message>
<source>Asked about: {money}</source>
<translation type="unfinished" />
</message>
<message>
<source>Asked again</source>
<translation type="unfinished" />
</message>
<message>
<source>Asked by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Asked for a person</source>
<translation type="unfinished" />
</message>
<message>
<source>Asked for a test drive</source>
<translation type="unfinished" />
</message>
<message>
<source>Asked for the price first</source>
<translation type="unfinished" />
</message>
<message>
<source>Asked once</source>
<translation type="unfinished" />
</message>
<message>
<source>Asked the price.</source>
<translation type="unfinished" />
</message>
<message>
<source>Asked to be left alone while the two records were one</source>
<translation type="unfinished" />
</message>
<message>
<source>Asked us to stop</source>
<translation type="unfinished" />
</message>
<message>
<source>Asked when {name} sits down: at the start, on a locked desk, and after somebody else.</source>
<translation type="unfinished" />
</message>
<message>
<source>Asked whether it is there</source>
<translation type="unfinished" />
</message>
<message>
<source>Asked {times} times</source>
<translation type="unfinished" />
</message>
<message>
<source>Asks about a high-value vehicle</source>
<translation type="unfinished" />
</message>
<message>
<source>Asks about price or payment</source>
<translation type="unfinished" />
</message>
<message>
<source>Asks for a car nobody has</source>
<translation type="unfinished" />
</message>
<message>
<source>Asks for a car that is here</source>
<translation type="unfinished" />
</message>
<message>
<source>Asks for a detail that the list does not hold</source>
<translation type="unfinished" />
</message>
<message>
<source>Asks for a monthly payment</source>
<translation type="unfinished" />
</message>
<message>
<source>Asks for a sold car</source>
<translation type="unfinished" />
</message>
<message>
<source>Asks for another customer's number</source>
<translation type="unfinished" />
</message>
<message>
<source>Asks for it in another color</source>
<translation type="unfinished" />
</message>
<message>
<source>Asks for the history report</source>
<translation type="unfinished" />
</message>
<message>
<source>Asks for the history report of a new car</source>
<translation type="unfinished" />
</message>
<message>
<source>Asks for the price at once</source>
<translation type="unfinished" />
</message>
<message>
<source>Asks for the price first</source>
<translation type="unfinished" />
</message>
<message>
<source>Asks for the price in the inquiry</source>
<translation type="unfinished" />
</message>
<message>
<source>Asks four things in a list</source>
<translation type="unfinished" />
</message>
<message>
<source>Asks something about the vehicle that the list does not say</source>
<translation type="unfinished" />
</message>
<message>
<source>Asks something the assistant does not know</source>
<translation type="unfinished" />
</message>
<message>
<source>Asks to be called</source>
<translation type="unfinished" />
</message>
<message>
<source>Asks two things at once</source>
<translation type="unfinished" />
</message>
<message>
<source>Asks what the bank answers with a promise</source>
<translation type="unfinished" />
</message>
<message>
<source>Asks what the bank does not know</source>
<translation type="unfinished" />
</message>
<message>
<source>Asks what the bank knows</source>
<translation type="unfinished" />
</message>
<message>
<source>Asks whether a person writes</source>
<translation type="unfinished" />
</message>
<message>
<source>Assign</source>
<translation type="unfinished" />
</message>
<message>
<source>Assign it</source>
<translation type="unfinished" />
</message>
<message>
<source>Assign it to somebody who is at work</source>
<translation type="unfinished" />
</message>
<message>
<source>Assign owner</source>
<translation type="unfinished" />
</message>
<message>
<source>Assigned by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Assistant</source>
<translation type="unfinished" />
</message>
<message>
<source>Assistant on or off</source>
<translation type="unfinished" />
</message>
<message>
<source>Assistant: {state_title}</source>
<translation type="unfinished" />
</message>
<message>
<source>At</source>
<translation type="unfinished" />
</message>
<message>
<source>At most so many pairs are shown for one entry</source>
<translation type="unfinished" />
</message>
<message>
<source>Attach</source>
<translation type="unfinished" />
</message>
<message>
<source>Attach files</source>
<translation type="unfinished" />
</message>
<message>
<source>Attribute the lead or the visit</source>
<translation type="unfinished" />
</message>
<message>
<source>Attributed by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Audit</source>
<translation type="unfinished" />
</message>
<message>
<source>Aug</source>
<translation type="unfinished" />
</message>
<message>
<source>Authorization</source>
<translation type="unfinished" />
</message>
<message>
<source>AutoList</source>
<translation type="unfinished" />
</message>
<message>
<source>Autobytel</source>
<translation type="unfinished" />
</message>
<message>
<source>Automated sending stops when the channel was last read longer ago than this (R24</source>
<translation type="unfinished" />
</message>
<message>
<source>Autotrader</source>
<translation type="unfinished" />
</message>
<message>
<source>Availability said as a fact without the moment it was read (AI-24</source>
<translation type="unfinished" />
</message>
<message>
<source>Available</source>
<translation type="unfinished" />
</message>
<message>
<source>Away</source>
<translation type="unfinished" />
</message>
<message>
<source>Away for a week</source>
<translation type="unfinished" />
</message>
<message>
<source>Away for the rest of today</source>
<translation type="unfinished" />
</message>
<message>
<source>Away for two weeks</source>
<translation type="unfinished" />
</message>
<message>
<source>Away today and tomorrow</source>
<translation type="unfinished" />
</message>
<message>
<source>Away until {at}</source>
<translation type="unfinished" />
</message>
<message>
<source>BDC rep</source>
<translation type="unfinished" />
</message>
<message>
<source>BEGIN IMMEDIATE</source>
<translation type="unfinished" />
</message>
<message>
<source>Back</source>
<translation type="unfinished" />
</message>
<message>
<source>Back from hold</source>
<translation type="unfinished" />
</message>
<message>
<source>Back from hold: {hold_reason}</source>
<translation type="unfinished" />
</message>
<message>
<source>Back now</source>
<translation type="unfinished" />
</message>
<message>
<source>Back to the board</source>
<translation type="unfinished" />
</message>
<message>
<source>Back up now</source>
<translation type="unfinished" />
</message>
<message>
<source>Backed off</source>
<translation type="unfinished" />
</message>
<message>
<source>Backing up …</source>
<translation type="unfinished" />
</message>
<message>
<source>Backup</source>
<translation type="unfinished" />
</message>
<message>
<source>Backup and keys</source>
<translation type="unfinished" />
</message>
<message>
<source>Backups (*.db*);;All files (*)</source>
<translation type="unfinished" />
</message>
<message>
<source>Backups in this folder</source>
<translation type="unfinished" />
</message>
<message>
<source>Bad email</source>
<translation type="unfinished" />
</message>
<message>
<source>Bands that are written to less often (TEMP-03</source>
<translation type="unfinished" />
</message>
<message>
<source>Bands that read the owner's direct line (TEMP-03</source>
<translation type="unfinished" />
</message>
<message>
<source>Be ready for them</source>
<translation type="unfinished" />
</message>
<message>
<source>Bearer {key}</source>
<translation type="unfinished" />
</message>
<message>
<source>Being late or there is said of a visit that begins or began within this</source>
<translation type="unfinished" />
</message>
<message>
<source>Bench</source>
<translation type="unfinished" />
</message>
<message>
<source>Beside the board</source>
<translation type="unfinished" />
</message>
<message>
<source>Beside the store</source>
<translation type="unfinished" />
</message>
<message>
<source>Bind this account</source>
<translation type="unfinished" />
</message>
<message>
<source>Board</source>
<translation type="unfinished" />
</message>
<message>
<source>Body</source>
<translation type="unfinished" />
</message>
<message>
<source>Book</source>
<translation type="unfinished" />
</message>
<message>
<source>Book a visit</source>
<translation type="unfinished" />
</message>
<message>
<source>Book a visit for {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>Book a visit, how it went</source>
<translation type="unfinished" />
</message>
<message>
<source>Book appraisal</source>
<translation type="unfinished" />
</message>
<message>
<source>Booked by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Both</source>
<translation type="unfinished" />
</message>
<message>
<source>Both originals with their proof. Un-merge puts them back at any later time, with what was added since</source>
<translation type="unfinished" />
</message>
<message>
<source>Both people see the decision and its reason, and what the rule had said.</source>
<translation type="unfinished" />
</message>
<message>
<source>Both stand beside each other in the inbox, under Possible duplicates.</source>
<translation type="unfinished" />
</message>
<message>
<source>Bought already</source>
<translation type="unfinished" />
</message>
<message>
<source>Bought elsewhere</source>
<translation type="unfinished" />
</message>
<message>
<source>Bought here before</source>
<translation type="unfinished" />
</message>
<message>
<source>Bounced</source>
<translation type="unfinished" />
</message>
<message>
<source>Bring back {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>Bring the last backup back: desk restore FILE</source>
<translation type="unfinished" />
</message>
<message>
<source>Bring the latest one back: desk restore {kept}. To begin a new store, move the backups away first</source>
<translation type="unfinished" />
</message>
<message>
<source>Bringing back a backup asks for a PIN, and you have none yet</source>
<translation type="unfinished" />
</message>
<message>
<source>Brought back from {backup}{since}</source>
<translation type="unfinished" />
</message>
<message>
<source>Brought for service, so not a wanted vehicle: {vehicle}</source>
<translation type="unfinished" />
</message>
<message>
<source>Brought for service, so not a wanted vehicle: {wanted}</source>
<translation type="unfinished" />
</message>
<message>
<source>Bruno</source>
<translation type="unfinished" />
</message>
<message>
<source>By kind of lead</source>
<translation type="unfinished" />
</message>
<message>
<source>By when it must be read</source>
<translation type="unfinished" />
</message>
<message>
<source>By {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>CARFAX</source>
<translation type="unfinished" />
</message>
<message>
<source>CRTC Unsolicited Telecommunications Rules; CASL</source>
<translation type="unfinished" />
</message>
<message>
<source>CX-5 Touring</source>
<translation type="unfinished" />
</message>
<message>
<source>Cadence and re-engagement</source>
<translation type="unfinished" />
</message>
<message>
<source>Call</source>
<translation type="unfinished" />
</message>
<message>
<source>Call again at another time of day</source>
<translation type="unfinished" />
</message>
<message>
<source>Call and offer a new time</source>
<translation type="unfinished" />
</message>
<message>
<source>Call back</source>
<translation type="unfinished" />
</message>
<message>
<source>Call before the visit</source>
<translation type="unfinished" />
</message>
<message>
<source>Call list</source>
<translation type="unfinished" />
</message>
<message>
<source>Call script</source>
<translation type="unfinished" />
</message>
<message>
<source>Call them</source>
<translation type="unfinished" />
</message>
<message>
<source>Call today</source>
<translation type="unfinished" />
</message>
<message>
<source>Call when calling hours allow</source>
<translation type="unfinished" />
</message>
<message>
<source>Call {called} about the missed visit</source>
<translation type="unfinished" />
</message>
<message>
<source>Call {full}</source>
<translation type="unfinished" />
</message>
<message>
<source>Call, not recorded</source>
<translation type="unfinished" />
</message>
<message>
<source>Call, text or email; a note does not stop the clock</source>
<translation type="unfinished" />
</message>
<message>
<source>Callable[[], AbstractContextManager[Reader]]</source>
<translation type="unfinished" />
</message>
<message>
<source>Called all the same: {why}</source>
<translation type="unfinished" />
</message>
<message>
<source>Called the store</source>
<translation type="unfinished" />
</message>
<message>
<source>Calling list · {n} of {all}</source>
<translation type="unfinished" />
</message>
<message>
<source>Calls</source>
<translation type="unfinished" />
</message>
<message>
<source>Calls OK</source>
<translation type="unfinished" />
</message>
<message>
<source>Calls and notes</source>
<translation type="unfinished" />
</message>
<message>
<source>Calls and notes ({n}): what was said</source>
<translation type="unfinished" />
</message>
<message>
<source>Calls and steps due</source>
<translation type="unfinished" />
</message>
<message>
<source>Calls and texts in 24 hours</source>
<translation type="unfinished" />
</message>
<message>
<source>Calls and texts to one person in any 24 hours, people and assistant together (R10</source>
<translation type="unfinished" />
</message>
<message>
<source>Calls and texts without written consent end this long after the last inquiry (R7</source>
<translation type="unfinished" />
</message>
<message>
<source>Calls are placed by people only</source>
<translation type="unfinished" />
</message>
<message>
<source>Came in within a day</source>
<translation type="unfinished" />
</message>
<message>
<source>Came outside the shift; the clock starts {local}</source>
<translation type="unfinished" />
</message>
<message>
<source>Came through people we know</source>
<translation type="unfinished" />
</message>
<message>
<source>Came to a visit</source>
<translation type="unfinished" />
</message>
<message>
<source>Canada</source>
<translation type="unfinished" />
</message>
<message>
<source>Cancel</source>
<translation type="unfinished" />
</message>
<message>
<source>Cancelled</source>
<translation type="unfinished" />
</message>
<message>
<source>Cancelled the visit</source>
<translation type="unfinished" />
</message>
<message>
<source>Cancels a visit, not the conversation</source>
<translation type="unfinished" />
</message>
<message>
<source>Capital One Auto Navigator</source>
<translation type="unfinished" />
</message>
<message>
<source>Caps, quiet hours and consent hold at every pace. What waits for approval is in the inbox, for today and tomorrow.</source>
<translation type="unfinished" />
</message>
<message>
<source>CarCostCanada</source>
<translation type="unfinished" />
</message>
<message>
<source>CarGurus</source>
<translation type="unfinished" />
</message>
<message>
<source>CarSoup</source>
<translation type="unfinished" />
</message>
<message>
<source>Carmen</source>
<translation type="unfinished" />
</message>
<message>
<source>Cars.com</source>
<translation type="unfinished" />
</message>
<message>
<source>CarsDirect</source>
<translation type="unfinished" />
</message>
<message>
<source>Carvana</source>
<translation type="unfinished" />
</message>
<message>
<source>Cash, your own bank, or a lender through us?</source>
<translation type="unfinished" />
</message>
<message>
<source>Cc</source>
<translation type="unfinished" />
</message>
<message>
<source>Cell phone</source>
<translation type="unfinished" />
</message>
<message>
<source>Certified</source>
<translation type="unfinished" />
</message>
<message>
<source>Change</source>
<translation type="unfinished" />
</message>
<message>
<source>Change it</source>
<translation type="unfinished" />
</message>
<message>
<source>Change it by hand instead</source>
<translation type="unfinished" />
</message>
<message>
<source>Change one of them</source>
<translation type="unfinished" />
</message>
<message>
<source>Change this row</source>
<translation type="unfinished" />
</message>
<message>
<source>Change {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>Changed: {fields}</source>
<translation type="unfinished" />
</message>
<message>
<source>Changes are kept in History.</source>
<translation type="unfinished" />
</message>
<message>
<source>Channel</source>
<translation type="unfinished" />
</message>
<message>
<source>Chat</source>
<translation type="unfinished" />
</message>
<message>
<source>Check address, model and key; the desk writes its own words meanwhile</source>
<translation type="unfinished" />
</message>
<message>
<source>Check again</source>
<translation type="unfinished" />
</message>
<message>
<source>Check it against the feed</source>
<translation type="unfinished" />
</message>
<message>
<source>Check it against the vehicle</source>
<translation type="unfinished" />
</message>
<message>
<source>Check that it is still here and not sold, clean it, fuel it, and put it in front</source>
<translation type="unfinished" />
</message>
<message>
<source>Check that it is there, clean it and put it in front; a hot lead may come today</source>
<translation type="unfinished" />
</message>
<message>
<source>Check the digits or the spelling</source>
<translation type="unfinished" />
</message>
<message>
<source>Check the disk and its permissions</source>
<translation type="unfinished" />
</message>
<message>
<source>Check the disk: {strerror}</source>
<translation type="unfinished" />
</message>
<message>
<source>Check the disk; the desk keeps trying</source>
<translation type="unfinished" />
</message>
<message>
<source>Check the entries in Settings</source>
<translation type="unfinished" />
</message>
<message>
<source>Check the feed; import it again with the shrink allowed if it is right</source>
<translation type="unfinished" />
</message>
<message>
<source>Check the folder in Settings</source>
<translation type="unfinished" />
</message>
<message>
<source>Check the path</source>
<translation type="unfinished" />
</message>
<message>
<source>Check the phone's clock and type the next one</source>
<translation type="unfinished" />
</message>
<message>
<source>Check the user name, and use an app password or sign in again, in Settings</source>
<translation type="unfinished" />
</message>
<message>
<source>Check, outcome</source>
<translation type="unfinished" />
</message>
<message>
<source>Checking …</source>
<translation type="unfinished" />
</message>
<message>
<source>Choose TLS or STARTTLS for this server</source>
<translation type="unfinished" />
</message>
<message>
<source>Choose a CSV file</source>
<translation type="unfinished" />
</message>
<message>
<source>Choose a file</source>
<translation type="unfinished" />
</message>
<message>
<source>Choose a file to read a newer one.</source>
<translation type="unfinished" />
</message>
<message>
<source>Choose a folder</source>
<translation type="unfinished" />
</message>
<message>
<source>Choose a folder in Settings</source>
<translation type="unfinished" />
</message>
<message>
<source>Choose a later time</source>
<translation type="unfinished" />
</message>
<message>
<source>Choose a manager of the list</source>
<translation type="unfinished" />
</message>
<message>
<source>Choose a passphrase for this desk instead</source>
<translation type="unfinished" />
</message>
<message>
<source>Choose a passphrase for this store</source>
<translation type="unfinished" />
</message>
<message>
<source>Choose an inventory file first, or skip this step.</source>
<translation type="unfinished" />
</message>
<message>
<source>Choose another lead and look again</source>
<translation type="unfinished" />
</message>
<message>
<source>Choose another one in Settings</source>
<translation type="unfinished" />
</message>
<message>
<source>Choose how it ended</source>
<translation type="unfinished" />
</message>
<message>
<source>Choose how the call ended: keys 1 to 6.</source>
<translation type="unfinished" />
</message>
<message>
<source>Choose one of the list</source>
<translation type="unfinished" />
</message>
<message>
<source>Choose somebody of the list</source>
<translation type="unfinished" />
</message>
<message>
<source>Choose the recording's file</source>
<translation type="unfinished" />
</message>
<message>
<source>Choose the source that is paused.</source>
<translation type="unfinished" />
</message>
<message>
<source>Choose two leads</source>
<translation type="unfinished" />
</message>
<message>
<source>Choose {allowed}</source>
<translation type="unfinished" />
</message>
<message>
<source>Choose {choices}</source>
<translation type="unfinished" />
</message>
<message>
<source>Chosen</source>
<translation type="unfinished" />
</message>
<message>
<source>Chosen for {conditions}{beside}</source>
<translation type="unfinished" />
</message>
<message>
<source>City</source>
<translation type="unfinished" />
</message>
<message>
<source>Claim</source>
<translation type="unfinished" />
</message>
<message>
<source>Claimed and not contacted the same day</source>
<translation type="unfinished" />
</message>
<message>
<source>Claimed by {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>Claimed by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Clear</source>
<translation type="unfinished" />
</message>
<message>
<source>Clear the filter</source>
<translation type="unfinished" />
</message>
<message>
<source>Cleared by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Click the leads you want</source>
<translation type="unfinished" />
</message>
<message>
<source>Client id, for a sign-in page</source>
<translation type="unfinished" />
</message>
<message>
<source>Client secret, for Google</source>
<translation type="unfinished" />
</message>
<message>
<source>Clock</source>
<translation type="unfinished" />
</message>
<message>
<source>Close</source>
<translation type="unfinished" />
</message>
<message>
<source>Close as lost</source>
<translation type="unfinished" />
</message>
<message>
<source>Close email too</source>
<translation type="unfinished" />
</message>
<message>
<source>Close it, then start again</source>
<translation type="unfinished" />
</message>
<message>
<source>Close it; the desk goes on by itself</source>
<translation type="unfinished" />
</message>
<message>
<source>Close the lead</source>
<translation type="unfinished" />
</message>
<message>
<source>Close the window and remove it</source>
<translation type="unfinished" />
</message>
<message>
<source>Close, hold or keep this lead?</source>
<translation type="unfinished" />
</message>
<message>
<source>Closed all day: clocks stand still, and what is due waits for the next open hour.</source>
<translation type="unfinished" />
</message>
<message>
<source>Closed by a person after the customer said stop</source>
<translation type="unfinished" />
</message>
<message>
<source>Closed by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Closed for everyone: {channels}</source>
<translation type="unfinished" />
</message>
<message>
<source>Closed without a reason</source>
<translation type="unfinished" />
</message>
<message>
<source>Closing leaves the desk at work, answering. To end it, press Ctrl+Q.</source>
<translation type="unfinished" />
</message>
<message>
<source>Code from your phone, or a recovery code</source>
<translation type="unfinished" />
</message>
<message>
<source>Code of your phone</source>
<translation type="unfinished" />
</message>
<message>
<source>Code that the phone shows</source>
<translation type="unfinished" />
</message>
<message>
<source>Codes of {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>Codes set up by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Codes taken away by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Cold</source>
<translation type="unfinished" />
</message>
<message>
<source>Color</source>
<translation type="unfinished" />
</message>
<message>
<source>Colors</source>
<translation type="unfinished" />
</message>
<message>
<source>Column</source>
<translation type="unfinished" />
</message>
<message>
<source>Column beside</source>
<translation type="unfinished" />
</message>
<message>
<source>Columns</source>
<translation type="unfinished" />
</message>
<message>
<source>Comes back on</source>
<translation type="unfinished" />
</message>
<message>
<source>Commands</source>
<translation type="unfinished" />
</message>
<message>
<source>Comments</source>
<translation type="unfinished" />
</message>
<message>
<source>Communication both ways at least every 7 days</source>
<translation type="unfinished" />
</message>
<message>
<source>Compare it with the printed one, group by group, and type it again</source>
<translation type="unfinished" />
</message>
<message>
<source>Complains and names a lawyer</source>
<translation type="unfinished" />
</message>
<message>
<source>Complains, or speaks of the law</source>
<translation type="unfinished" />
</message>
<message>
<source>Complaint</source>
<translation type="unfinished" />
</message>
<message>
<source>Complaints</source>
<translation type="unfinished" />
</message>
<message>
<source>Complete the store's details in Settings</source>
<translation type="unfinished" />
</message>
<message>
<source>Compliance flags</source>
<translation type="unfinished" />
</message>
<message>
<source>Condition</source>
<translation type="unfinished" />
</message>
<message>
<source>Confirm</source>
<translation type="unfinished" />
</message>
<message>
<source>Confirm the visit with {called}</source>
<translation type="unfinished" />
</message>
<message>
<source>Confirm visit</source>
<translation type="unfinished" />
</message>
<message>
<source>Confirm who helps</source>
<translation type="unfinished" />
</message>
<message>
<source>Confirmed</source>
<translation type="unfinished" />
</message>
<message>
<source>Conn. Gen. Stat. 42-288a</source>
<translation type="unfinished" />
</message>
<message>
<source>Connected, follow up</source>
<translation type="unfinished" />
</message>
<message>
<source>Connected, follow-up required</source>
<translation type="unfinished" />
</message>
<message>
<source>Connected, needs assessment done</source>
<translation type="unfinished" />
</message>
<message>
<source>Connected, needs known</source>
<translation type="unfinished" />
</message>
<message>
<source>Connecticut</source>
<translation type="unfinished" />
</message>
<message>
<source>Consent</source>
<translation type="unfinished" />
</message>
<message>
<source>Consent recorded: {channel}</source>
<translation type="unfinished" />
</message>
<message>
<source>Consent taken back: {channel}</source>
<translation type="unfinished" />
</message>
<message>
<source>Consent to be contacted</source>
<translation type="unfinished" />
</message>
<message>
<source>Consents ({n}), as long as the law asks for their proof</source>
<translation type="unfinished" />
</message>
<message>
<source>Consents are kept this long as proof; opt-outs for good (R22</source>
<translation type="unfinished" />
</message>
<message>
<source>Contact card and filing</source>
<translation type="unfinished" />
</message>
<message>
<source>Contacted</source>
<translation type="unfinished" />
</message>
<message>
<source>Continue assessment</source>
<translation type="unfinished" />
</message>
<message>
<source>Conversation</source>
<translation type="unfinished" />
</message>
<message>
<source>Cool</source>
<translation type="unfinished" />
</message>
<message>
<source>Copy the link</source>
<translation type="unfinished" />
</message>
<message>
<source>Copy the number</source>
<translation type="unfinished" />
</message>
<message>
<source>Correct it</source>
<translation type="unfinished" />
</message>
<message>
<source>Costco Auto Program</source>
<translation type="unfinished" />
</message>
<message>
<source>Could not read</source>
<translation type="unfinished" />
</message>
<message>
<source>Counted from the start, by night as well.</source>
<translation type="unfinished" />
</message>
<message>
<source>Counted from the start, in staffed time only.</source>
<translation type="unfinished" />
</message>
<message>
<source>Country</source>
<translation type="unfinished" />
</message>
<message>
<source>Counts</source>
<translation type="unfinished" />
</message>
<message>
<source>Cover on {called} ends {when}</source>
<translation type="unfinished" />
</message>
<message>
<source>Coverage</source>
<translation type="unfinished" />
</message>
<message>
<source>Coverage about to lapse</source>
<translation type="unfinished" />
</message>
<message>
<source>Coverage and credit</source>
<translation type="unfinished" />
</message>
<message>
<source>Coverage that lapses within this time stands on the list (COVER-04</source>
<translation type="unfinished" />
</message>
<message>
<source>Covered</source>
<translation type="unfinished" />
</message>
<message>
<source>Craigslist</source>
<translation type="unfinished" />
</message>
<message>
<source>Credit taken back</source>
<translation type="unfinished" />
</message>
<message>
<source>Credit: half to {names}, half to {names2}</source>
<translation type="unfinished" />
</message>
<message>
<source>Credit: {names}</source>
<translation type="unfinished" />
</message>
<message>
<source>Credit: {parts}</source>
<translation type="unfinished" />
</message>
<message>
<source>CreditKarma Auto</source>
<translation type="unfinished" />
</message>
<message>
<source>Credited</source>
<translation type="unfinished" />
</message>
<message>
<source>Credited by hand</source>
<translation type="unfinished" />
</message>
<message>
<source>Customer</source>
<translation type="unfinished" />
</message>
<message>
<source>Customer agreed to be contacted</source>
<translation type="unfinished" />
</message>
<message>
<source>Customer asked for no contact at all</source>
<translation type="unfinished" />
</message>
<message>
<source>Customer asked for no texts or calls</source>
<translation type="unfinished" />
</message>
<message>
<source>Customer is already working with someone</source>
<translation type="unfinished" />
</message>
<message>
<source>Customer said stop. The assistant is silent</source>
<translation type="unfinished" />
</message>
<message>
<source>Customer, kind of order, pace</source>
<translation type="unfinished" />
</message>
<message>
<source>Customers</source>
<translation type="unfinished" />
</message>
<message>
<source>Customers leave by email</source>
<translation type="unfinished" />
</message>
<message>
<source>Customers need an address to write to.</source>
<translation type="unfinished" />
</message>
<message>
<source>Customers who asked for a person</source>
<translation type="unfinished" />
</message>
<message>
<source>Customers who did not come</source>
<translation type="unfinished" />
</message>
<message>
<source>Customers whose data may leave before the law wants a report, should it get into wrong hands</source>
<translation type="unfinished" />
</message>
<message>
<source>Cycle Trader</source>
<translation type="unfinished" />
</message>
<message>
<source>DESK-12: another desk was seen on the same line</source>
<translation type="unfinished" />
</message>
<message>
<source>Dark</source>
<translation type="unfinished" />
</message>
<message>
<source>Dark theme</source>
<translation type="unfinished" />
</message>
<message>
<source>Data of {days n} customers left in the last {days} days, of {month n} this month, each export counted anew.</source>
<translation type="unfinished" />
</message>
<message>
<source>Data of {in_days} customers left in {days} days, of {this_month} this month</source>
<translation type="unfinished" />
</message>
<message>
<source>Date</source>
<translation type="unfinished" />
</message>
<message>
<source>Date it came</source>
<translation type="unfinished" />
</message>
<message>
<source>Day</source>
<translation type="unfinished" />
</message>
<message>
<source>Day and time, the store's</source>
<translation type="unfinished" />
</message>
<message>
<source>Day sheet</source>
<translation type="unfinished" />
</message>
<message>
<source>Day sheet read</source>
<translation type="unfinished" />
</message>
<message>
<source>Day {days}</source>
<translation type="unfinished" />
</message>
<message>
<source>Days in stock</source>
<translation type="unfinished" />
</message>
<message>
<source>Days the store is closed, ISO dates</source>
<translation type="unfinished" />
</message>
<message>
<source>Dec</source>
<translation type="unfinished" />
</message>
<message>
<source>Decide</source>
<translation type="unfinished" />
</message>
<message>
<source>Decide as manager</source>
<translation type="unfinished" />
</message>
<message>
<source>Decided by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Decided by {words}: {reason}</source>
<translation type="unfinished" />
</message>
<message>
<source>Decided {at}</source>
<translation type="unfinished" />
</message>
<message>
<source>Declare it</source>
<translation type="unfinished" />
</message>
<message>
<source>Declared emergencies: no call or text to people of a state on these days (R9</source>
<translation type="unfinished" />
</message>
<message>
<source>Declined the call</source>
<translation type="unfinished" />
</message>
<message>
<source>Declined the call, the assistant goes on</source>
<translation type="unfinished" />
</message>
<message>
<source>Delivered</source>
<translation type="unfinished" />
</message>
<message>
<source>Demands to be told that it is human</source>
<translation type="unfinished" />
</message>
<message>
<source>Description</source>
<translation type="unfinished" />
</message>
<message>
<source>Desk manager</source>
<translation type="unfinished" />
</message>
<message>
<source>Desktop and email</source>
<translation type="unfinished" />
</message>
<message>
<source>Desktop and text</source>
<translation type="unfinished" />
</message>
<message>
<source>Desktop only</source>
<translation type="unfinished" />
</message>
<message>
<source>Desktop, text and email</source>
<translation type="unfinished" />
</message>
<message>
<source>Detail page link</source>
<translation type="unfinished" />
</message>
<message>
<source>Devon</source>
<translation type="unfinished" />
</message>
<message>
<source>Did not come to the visit</source>
<translation type="unfinished" />
</message>
<message>
<source>Did not work</source>
<translation type="unfinished" />
</message>
<message>
<source>Did you mean {near}?</source>
<translation type="unfinished" />
</message>
<message>
<source>Direct contact proven, then follow-up at least every 7 days</source>
<translation type="unfinished" />
</message>
<message>
<source>Disk</source>
<translation type="unfinished" />
</message>
<message>
<source>Do not contact</source>
<translation type="unfinished" />
</message>
<message>
<source>Do the task or move its date</source>
<translation type="unfinished" />
</message>
<message>
<source>Do-not-call</source>
<translation type="unfinished" />
</message>
<message>
<source>Do-not-call list</source>
<translation type="unfinished" />
</message>
<message>
<source>Does not work</source>
<translation type="unfinished" />
</message>
<message>
<source>Done</source>
<translation type="unfinished" />
</message>
<message>
<source>Done at, by</source>
<translation type="unfinished" />
</message>
<message>
<source>Done by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Done, nothing needed</source>
<translation type="unfinished" />
</message>
<message>
<source>Done: {title}</source>
<translation type="unfinished" />
</message>
<message>
<source>Doorbell</source>
<translation type="unfinished" />
</message>
<message>
<source>Doors beside the desktop after hours, for people who chose nothing (ALERT-02</source>
<translation type="unfinished" />
</message>
<message>
<source>Doors beside the desktop while the store is open, for people who chose nothing (ALERT-02</source>
<translation type="unfinished" />
</message>
<message>
<source>Doors that this step uses beside the desktop, whatever the person chose</source>
<translation type="unfinished" />
</message>
<message>
<source>Draft to approve</source>
<translation type="unfinished" />
</message>
<message>
<source>Drafts that wait for approval are written this long ahead</source>
<translation type="unfinished" />
</message>
<message>
<source>Drafts, replies and hand-offs come here.</source>
<translation type="unfinished" />
</message>
<message>
<source>Drivetrain</source>
<translation type="unfinished" />
</message>
<message>
<source>Drop</source>
<translation type="unfinished" />
</message>
<message>
<source>Drop folder</source>
<translation type="unfinished" />
</message>
<message>
<source>Dropped</source>
<translation type="unfinished" />
</message>
<message>
<source>Dropped by a merge</source>
<translation type="unfinished" />
</message>
<message>
<source>Due soon</source>
<translation type="unfinished" />
</message>
<message>
<source>Due, store time</source>
<translation type="unfinished" />
</message>
<message>
<source>Duplicates and the skate radar</source>
<translation type="unfinished" />
</message>
<message>
<source>Each mail names its person; they leave {how}. {sent} mails in the last 24 hours</source>
<translation type="unfinished" />
</message>
<message>
<source>Each must be an organic order with a fresh attempt. The others stay, and say why.</source>
<translation type="unfinished" />
</message>
<message>
<source>Earlier</source>
<translation type="unfinished" />
</message>
<message>
<source>Edit</source>
<translation type="unfinished" />
</message>
<message>
<source>Edit rule</source>
<translation type="unfinished" />
</message>
<message>
<source>Edit the draft to {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>Edited</source>
<translation type="unfinished" />
</message>
<message>
<source>Edited by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Edmunds</source>
<translation type="unfinished" />
</message>
<message>
<source>Elif</source>
<translation type="unfinished" />
</message>
<message>
<source>Email</source>
<translation type="unfinished" />
</message>
<message>
<source>Email "{get}" is not an address</source>
<translation type="unfinished" />
</message>
<message>
<source>Email "{text}" is not an address</source>
<translation type="unfinished" />
</message>
<message>
<source>Email OK</source>
<translation type="unfinished" />
</message>
<message>
<source>Email addresses that are almost the same</source>
<translation type="unfinished" />
</message>
<message>
<source>Email almost the same</source>
<translation type="unfinished" />
</message>
<message>
<source>Email customers write to</source>
<translation type="unfinished" />
</message>
<message>
<source>Email for alerts</source>
<translation type="unfinished" />
</message>
<message>
<source>Email or phone</source>
<translation type="unfinished" />
</message>
<message>
<source>Emails</source>
<translation type="unfinished" />
</message>
<message>
<source>Emails a day at most</source>
<translation type="unfinished" />
</message>
<message>
<source>Emails a day at most (R27</source>
<translation type="unfinished" />
</message>
<message>
<source>Emails a minute at most</source>
<translation type="unfinished" />
</message>
<message>
<source>Emails a minute at most (R27</source>
<translation type="unfinished" />
</message>
<message>
<source>Encryption</source>
<translation type="unfinished" />
</message>
<message>
<source>End of day</source>
<translation type="unfinished" />
</message>
<message>
<source>End the calling list</source>
<translation type="unfinished" />
</message>
<message>
<source>Engaged</source>
<translation type="unfinished" />
</message>
<message>
<source>Engine</source>
<translation type="unfinished" />
</message>
<message>
<source>English</source>
<translation type="unfinished" />
</message>
<message>
<source>Enter it in Settings when you need it</source>
<translation type="unfinished" />
</message>
<message>
<source>Enter it in Settings, Mailbox. It is found under: {where}</source>
<translation type="unfinished" />
</message>
<message>
<source>Enter one in Settings</source>
<translation type="unfinished" />
</message>
<message>
<source>Enter the client id of the store's own registration.</source>
<translation type="unfinished" />
</message>
<message>
<source>Enter this wording</source>
<translation type="unfinished" />
</message>
<message>
<source>Entered again by {name}, owned by {name2}</source>
<translation type="unfinished" />
</message>
<message>
<source>Entered by hand, {at}</source>
<translation type="unfinished" />
</message>
<message>
<source>Entered by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Entered with</source>
<translation type="unfinished" />
</message>
<message>
<source>Erased</source>
<translation type="unfinished" />
</message>
<message>
<source>Escalation</source>
<translation type="unfinished" />
</message>
<message>
<source>Escalation ladder</source>
<translation type="unfinished" />
</message>
<message>
<source>Every check holds.</source>
<translation type="unfinished" />
</message>
<message>
<source>Every email must show a postal address.</source>
<translation type="unfinished" />
</message>
<message>
<source>Every lead has an owner and a next step.</source>
<translation type="unfinished" />
</message>
<message>
<source>Every lead has an owner.</source>
<translation type="unfinished" />
</message>
<message>
<source>Every message names the store; response clocks run in its hours.</source>
<translation type="unfinished" />
</message>
<message>
<source>Every new lead is called; the assistant never calls</source>
<translation type="unfinished" />
</message>
<message>
<source>Every reply was read.</source>
<translation type="unfinished" />
</message>
<message>
<source>Everyone</source>
<translation type="unfinished" />
</message>
<message>
<source>Everything could be read</source>
<translation type="unfinished" />
</message>
<message>
<source>Everything left as it should.</source>
<translation type="unfinished" />
</message>
<message>
<source>Everything works</source>
<translation type="unfinished" />
</message>
<message>
<source>Everything, also answers. Staff do all follow-up</source>
<translation type="unfinished" />
</message>
<message>
<source>Everywhere</source>
<translation type="unfinished" />
</message>
<message>
<source>Evidence</source>
<translation type="unfinished" />
</message>
<message>
<source>Evidence {n}</source>
<translation type="unfinished" />
</message>
<message>
<source>Excel sheet</source>
<translation type="unfinished" />
</message>
<message>
<source>Export</source>
<translation type="unfinished" />
</message>
<message>
<source>Export leads</source>
<translation type="unfinished" />
</message>
<message>
<source>Exported by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Exports</source>
<translation type="unfinished" />
</message>
<message>
<source>Express consent, with evidence</source>
<translation type="unfinished" />
</message>
<message>
<source>Exterior color</source>
<translation type="unfinished" />
</message>
<message>
<source>Extremely hot</source>
<translation type="unfinished" />
</message>
<message>
<source>F-150 Lariat</source>
<translation type="unfinished" />
</message>
<message>
<source>Facebook</source>
<translation type="unfinished" />
</message>
<message>
<source>Failed</source>
<translation type="unfinished" />
</message>
<message>
<source>Failed sends dealt with</source>
<translation type="unfinished" />
</message>
<message>
<source>Farid</source>
<translation type="unfinished" />
</message>
<message>
<source>Faster</source>
<translation type="unfinished" />
</message>
<message>
<source>Features</source>
<translation type="unfinished" />
</message>
<message>
<source>Feb</source>
<translation type="unfinished" />
</message>
<message>
<source>Feed columns by the desk's names, where not found by themselves</source>
<translation type="unfinished" />
</message>
<message>
<source>Fetched from the texting provider</source>
<translation type="unfinished" />
</message>
<message>
<source>Fields</source>
<translation type="unfinished" />
</message>
<message>
<source>Figures are a person's to give (AI-12</source>
<translation type="unfinished" />
</message>
<message>
<source>File of leads</source>
<translation type="unfinished" />
</message>
<message>
<source>File opened</source>
<translation type="unfinished" />
</message>
<message>
<source>File saved outside the store</source>
<translation type="unfinished" />
</message>
<message>
<source>File {number}</source>
<translation type="unfinished" />
</message>
<message>
<source>Files came with a text; the assistant cannot see them</source>
<translation type="unfinished" />
</message>
<message>
<source>Files came with it</source>
<translation type="unfinished" />
</message>
<message>
<source>Files go with an email only</source>
<translation type="unfinished" />
</message>
<message>
<source>Files of the conversation</source>
<translation type="unfinished" />
</message>
<message>
<source>Files that are sent along</source>
<translation type="unfinished" />
</message>
<message>
<source>Files that go along</source>
<translation type="unfinished" />
</message>
<message>
<source>Files: open, save</source>
<translation type="unfinished" />
</message>
<message>
<source>Files: {names}</source>
<translation type="unfinished" />
</message>
<message>
<source>Filter</source>
<translation type="unfinished" />
</message>
<message>
<source>Filter · {n}</source>
<translation type="unfinished" />
</message>
<message>
<source>Find</source>
<translation type="unfinished" />
</message>
<message>
<source>Find a customer, stock number or command</source>
<translation type="unfinished" />
</message>
<message>
<source>Find a new time with {called}</source>
<translation type="unfinished" />
</message>
<message>
<source>Find a setting</source>
<translation type="unfinished" />
</message>
<message>
<source>Find a state</source>
<translation type="unfinished" />
</message>
<message>
<source>Find a template</source>
<translation type="unfinished" />
</message>
<message>
<source>Find a vehicle</source>
<translation type="unfinished" />
</message>
<message>
<source>Find an answer</source>
<translation type="unfinished" />
</message>
<message>
<source>Find another way to reach them</source>
<translation type="unfinished" />
</message>
<message>
<source>Find or command</source>
<translation type="unfinished" />
</message>
<message>
<source>Find or command (Ctrl+K or /)</source>
<translation type="unfinished" />
</message>
<message>
<source>Find the person who asked to be forgotten.</source>
<translation type="unfinished" />
</message>
<message>
<source>Fine</source>
<translation type="unfinished" />
</message>
<message>
<source>Finish</source>
<translation type="unfinished" />
</message>
<message>
<source>Finish later</source>
<translation type="unfinished" />
</message>
<message>
<source>Finish the set-up in Settings</source>
<translation type="unfinished" />
</message>
<message>
<source>First answer</source>
<translation type="unfinished" />
</message>
<message>
<source>First call.</source>
<translation type="unfinished" />
</message>
<message>
<source>First cell</source>
<translation type="unfinished" />
</message>
<message>
<source>First day</source>
<translation type="unfinished" />
</message>
<message>
<source>First name</source>
<translation type="unfinished" />
</message>
<message>
<source>First names that stand for one another, one row each</source>
<translation type="unfinished" />
</message>
<message>
<source>First names, by which a stranger is known at a sentence's beginning: such a draft waits for a person (AI-24</source>
<translation type="unfinished" />
</message>
<message>
<source>First outreach left by {channel}</source>
<translation type="unfinished" />
</message>
<message>
<source>First outreach was logged</source>
<translation type="unfinished" />
</message>
<message>
<source>Fla. Stat. 501.616(6)</source>
<translation type="unfinished" />
</message>
<message>
<source>Flag</source>
<translation type="unfinished" />
</message>
<message>
<source>Flag {name} to the manager</source>
<translation type="unfinished" />
</message>
<message>
<source>Flag {name} to the manager?</source>
<translation type="unfinished" />
</message>
<message>
<source>Flagged by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Florida</source>
<translation type="unfinished" />
</message>
<message>
<source>Folder for backups</source>
<translation type="unfinished" />
</message>
<message>
<source>Folder for backups, best on another disk</source>
<translation type="unfinished" />
</message>
<message>
<source>Folders that are read</source>
<translation type="unfinished" />
</message>
<message>
<source>Folders, with commas</source>
<translation type="unfinished" />
</message>
<message>
<source>Follow up the visit</source>
<translation type="unfinished" />
</message>
<message>
<source>Follow-up</source>
<translation type="unfinished" />
</message>
<message>
<source>Follow-up for this order stops. No answer starts the re-engagement campaign.</source>
<translation type="unfinished" />
</message>
<message>
<source>Follow-ups that are late</source>
<translation type="unfinished" />
</message>
<message>
<source>For example 09:00-18:00, or 09:00-12:00,13:00-17:00; empty means closed.</source>
<translation type="unfinished" />
</message>
<message>
<source>For {waited}. {height}. {whose}</source>
<translation type="unfinished" />
</message>
<message>
<source>Forget</source>
<translation type="unfinished" />
</message>
<message>
<source>Forget a customer</source>
<translation type="unfinished" />
</message>
<message>
<source>Forget a view</source>
<translation type="unfinished" />
</message>
<message>
<source>Forget the layout of {sender}</source>
<translation type="unfinished" />
</message>
<message>
<source>Forget them</source>
<translation type="unfinished" />
</message>
<message>
<source>Forget {name} for good</source>
<translation type="unfinished" />
</message>
<message>
<source>Forgiven by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Forgotten by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Found</source>
<translation type="unfinished" />
</message>
<message>
<source>Found at the provider after its answer was lost</source>
<translation type="unfinished" />
</message>
<message>
<source>Found by itself</source>
<translation type="unfinished" />
</message>
<message>
<source>Free are: {free}</source>
<translation type="unfinished" />
</message>
<message>
<source>Free some space</source>
<translation type="unfinished" />
</message>
<message>
<source>Free some space now</source>
<translation type="unfinished" />
</message>
<message>
<source>Free some space on the disk and try again. The store is as it was</source>
<translation type="unfinished" />
</message>
<message>
<source>Free some space on the disk, then start again. Nothing was changed</source>
<translation type="unfinished" />
</message>
<message>
<source>Free some space, or check the disk, then start again. Nothing was changed</source>
<translation type="unfinished" />
</message>
<message>
<source>Free some space; backups need as much as the store</source>
<translation type="unfinished" />
</message>
<message>
<source>Free some space; the desk goes on by itself</source>
<translation type="unfinished" />
</message>
<message>
<source>Fri</source>
<translation type="unfinished" />
</message>
<message>
<source>Friday</source>
<translation type="unfinished" />
</message>
<message>
<source>From</source>
<translation type="unfinished" />
</message>
<message>
<source>From a manufacturer or partner</source>
<translation type="unfinished" />
</message>
<message>
<source>From here on Today shows midday</source>
<translation type="unfinished" />
</message>
<message>
<source>From here on Today shows the end of the day</source>
<translation type="unfinished" />
</message>
<message>
<source>From here on a lead is hot (TEMP-03</source>
<translation type="unfinished" />
</message>
<message>
<source>From the feed, {at}</source>
<translation type="unfinished" />
</message>
<message>
<source>From the store's own source</source>
<translation type="unfinished" />
</message>
<message>
<source>From this sum on it is called likely</source>
<translation type="unfinished" />
</message>
<message>
<source>From this sum on it is called very likely</source>
<translation type="unfinished" />
</message>
<message>
<source>From {line} on the law wants a report within 30 days, should it get into wrong hands (16 CFR 314.4</source>
<translation type="unfinished" />
</message>
<message>
<source>From {line} on the law wants a report within 30 days, should it get into wrong hands.</source>
<translation type="unfinished" />
</message>
<message>
<source>From {sender}
To {to}
Received {at} · {size}</source>
<translation type="unfinished" />
</message>
<message>
<source>From: {facts}</source>
<translation type="unfinished" />
</message>
<message>
<source>Fuel</source>
<translation type="unfinished" />
</message>
<message>
<source>Full</source>
<translation type="unfinished" />
</message>
<message>
<source>Full name</source>
<translation type="unfinished" />
</message>
<message>
<source>Further mailboxes: name, user, how it is entered, servers that are read and sent through, folders</source>
<translation type="unfinished" />
</message>
<message>
<source>General manager</source>
<translation type="unfinished" />
</message>
<message>
<source>Give "text" or "email"</source>
<translation type="unfinished" />
</message>
<message>
<source>Give "{name}" as a string</source>
<translation type="unfinished" />
</message>
<message>
<source>Give a day before {lost}</source>
<translation type="unfinished" />
</message>
<message>
<source>Give a day from {lost} on</source>
<translation type="unfinished" />
</message>
<message>
<source>Give a name, a phone or an email</source>
<translation type="unfinished" />
</message>
<message>
<source>Give a value of that kind</source>
<translation type="unfinished" />
</message>
<message>
<source>Give a whole number</source>
<translation type="unfinished" />
</message>
<message>
<source>Give an IANA name such as America/Phoenix</source>
<translation type="unfinished" />
</message>
<message>
<source>Give an ISO date-time with its offset from UTC</source>
<translation type="unfinished" />
</message>
<message>
<source>Give an email, +1 and ten digits, or an id</source>
<translation type="unfinished" />
</message>
<message>
<source>Give each row a wording of its own</source>
<translation type="unfinished" />
</message>
<message>
<source>Give it a key of its own</source>
<translation type="unfinished" />
</message>
<message>
<source>Give it one</source>
<translation type="unfinished" />
</message>
<message>
<source>Give it one; it is shown as the reason</source>
<translation type="unfinished" />
</message>
<message>
<source>Give its IANA name, such as America/Chicago</source>
<translation type="unfinished" />
</message>
<message>
<source>Give its address, so that it can be shown</source>
<translation type="unfinished" />
</message>
<message>
<source>Give key and ask</source>
<translation type="unfinished" />
</message>
<message>
<source>Give name, when and to</source>
<translation type="unfinished" />
</message>
<message>
<source>Give one JSON object a line</source>
<translation type="unfinished" />
</message>
<message>
<source>Give words</source>
<translation type="unfinished" />
</message>
<message>
<source>Give words, or a list of them where several count</source>
<translation type="unfinished" />
</message>
<message>
<source>Give {takes}</source>
<translation type="unfinished" />
</message>
<message>
<source>Gives instructions in the inquiry</source>
<translation type="unfinished" />
</message>
<message>
<source>Gives instructions instead of asking</source>
<translation type="unfinished" />
</message>
<message>
<source>Gmail</source>
<translation type="unfinished" />
</message>
<message>
<source>Go live</source>
<translation type="unfinished" />
</message>
<message>
<source>Go on in the page that has opened in your browser …</source>
<translation type="unfinished" />
</message>
<message>
<source>Go on with the pile</source>
<translation type="unfinished" />
</message>
<message>
<source>Go through it and save it</source>
<translation type="unfinished" />
</message>
<message>
<source>Go through set-up</source>
<translation type="unfinished" />
</message>
<message>
<source>Go to {screen}</source>
<translation type="unfinished" />
</message>
<message>
<source>Goals</source>
<translation type="unfinished" />
</message>
<message>
<source>Goes on after the hold</source>
<translation type="unfinished" />
</message>
<message>
<source>Gone</source>
<translation type="unfinished" />
</message>
<message>
<source>Gone from the feed</source>
<translation type="unfinished" />
</message>
<message>
<source>Good afternoon</source>
<translation type="unfinished" />
</message>
<message>
<source>Good evening</source>
<translation type="unfinished" />
</message>
<message>
<source>Good morning</source>
<translation type="unfinished" />
</message>
<message>
<source>Good question</source>
<translation type="unfinished" />
</message>
<message>
<source>Google</source>
<translation type="unfinished" />
</message>
<message>
<source>Google's page</source>
<translation type="unfinished" />
</message>
<message>
<source>Greta</source>
<translation type="unfinished" />
</message>
<message>
<source>Group by</source>
<translation type="unfinished" />
</message>
<message>
<source>Groups of words with one meaning</source>
<translation type="unfinished" />
</message>
<message>
<source>Half</source>
<translation type="unfinished" />
</message>
<message>
<source>Half as often</source>
<translation type="unfinished" />
</message>
<message>
<source>Hand over their leads</source>
<translation type="unfinished" />
</message>
<message>
<source>Hand-off</source>
<translation type="unfinished" />
</message>
<message>
<source>Hand-off note</source>
<translation type="unfinished" />
</message>
<message>
<source>Hand-offs</source>
<translation type="unfinished" />
</message>
<message>
<source>Handed off</source>
<translation type="unfinished" />
</message>
<message>
<source>Handoff</source>
<translation type="unfinished" />
</message>
<message>
<source>Has a complaint</source>
<translation type="unfinished" />
</message>
<message>
<source>Has a financing question for a specialist</source>
<translation type="unfinished" />
</message>
<message>
<source>Has a trade-in</source>
<translation type="unfinished" />
</message>
<message>
<source>Has a visit booked</source>
<translation type="unfinished" />
</message>
<message>
<source>Hashes of people's PINs, by person (DESK-04</source>
<translation type="unfinished" />
</message>
<message>
<source>Hear it</source>
<translation type="unfinished" />
</message>
<message>
<source>Hear the sound of {kind}</source>
<translation type="unfinished" />
</message>
<message>
<source>Held</source>
<translation type="unfinished" />
</message>
<message>
<source>Held for a stop until you say: nobody can write there. The same words will be read your way from now on.</source>
<translation type="unfinished" />
</message>
<message>
<source>Held or pending</source>
<translation type="unfinished" />
</message>
<message>
<source>Held to {date}</source>
<translation type="unfinished" />
</message>
<message>
<source>Held · {hold_reason}</source>
<translation type="unfinished" />
</message>
<message>
<source>Here now</source>
<translation type="unfinished" />
</message>
<message>
<source>High contrast</source>
<translation type="unfinished" />
</message>
<message>
<source>High contrast on</source>
<translation type="unfinished" />
</message>
<message>
<source>High interest</source>
<translation type="unfinished" />
</message>
<message>
<source>High priority: this customer already spoke with the store</source>
<translation type="unfinished" />
</message>
<message>
<source>Highlander XLE</source>
<translation type="unfinished" />
</message>
<message>
<source>History</source>
<translation type="unfinished" />
</message>
<message>
<source>History report</source>
<translation type="unfinished" />
</message>
<message>
<source>History: undo what I did</source>
<translation type="unfinished" />
</message>
<message>
<source>History; outreach starts by hand</source>
<translation type="unfinished" />
</message>
<message>
<source>Hold</source>
<translation type="unfinished" />
</message>
<message>
<source>Hold it</source>
<translation type="unfinished" />
</message>
<message>
<source>Holds customer data. Keep it at the desk; shred it after it is typed in.</source>
<translation type="unfinished" />
</message>
<message>
<source>Holds have reason and date</source>
<translation type="unfinished" />
</message>
<message>
<source>Holidays</source>
<translation type="unfinished" />
</message>
<message>
<source>Home phone</source>
<translation type="unfinished" />
</message>
<message>
<source>Hot</source>
<translation type="unfinished" />
</message>
<message>
<source>Hot lead</source>
<translation type="unfinished" />
</message>
<message>
<source>Hot leads over 80</source>
<translation type="unfinished" />
</message>
<message>
<source>Hot leads, over 80</source>
<translation type="unfinished" />
</message>
<message>
<source>Hour at which the part of the day that begins then ends</source>
<translation type="unfinished" />
</message>
<message>
<source>Hours and holidays</source>
<translation type="unfinished" />
</message>
<message>
<source>Hours of the day offered first to a hot lead (TEMP-03</source>
<translation type="unfinished" />
</message>
<message>
<source>Hours of the day offered first when the customer named none, best first</source>
<translation type="unfinished" />
</message>
<message>
<source>How alike a question must be to be answered from knowledge</source>
<translation type="unfinished" />
</message>
<message>
<source>How alike two open questions must be to be one request (AI-13</source>
<translation type="unfinished" />
</message>
<message>
<source>How did it go</source>
<translation type="unfinished" />
</message>
<message>
<source>How did the visit of {called} go?</source>
<translation type="unfinished" />
</message>
<message>
<source>How did the visit of {name} go?</source>
<translation type="unfinished" />
</message>
<message>
<source>How far ahead visits are booked</source>
<translation type="unfinished" />
</message>
<message>
<source>How far each folder was read</source>
<translation type="unfinished" />
</message>
<message>
<source>How far the computer's clock may be off before hours can no longer be judged (R29</source>
<translation type="unfinished" />
</message>
<message>
<source>How it came</source>
<translation type="unfinished" />
</message>
<message>
<source>How large all files of one email may be together</source>
<translation type="unfinished" />
</message>
<message>
<source>How large one file may be</source>
<translation type="unfinished" />
</message>
<message>
<source>How long a lead counts as fresh (TEMP-04</source>
<translation type="unfinished" />
</message>
<message>
<source>How long a part of a day is whose end was not told</source>
<translation type="unfinished" />
</message>
<message>
<source>How long a person's own estimate of the temperature holds (TEMP-05</source>
<translation type="unfinished" />
</message>
<message>
<source>How long a visit is</source>
<translation type="unfinished" />
</message>
<message>
<source>How long after all open leads were compared with the store it begins again</source>
<translation type="unfinished" />
</message>
<message>
<source>How long an answer to the customer counts as a direct reply and not as a touch</source>
<translation type="unfinished" />
</message>
<message>
<source>How long before its time a call task is put on the list</source>
<translation type="unfinished" />
</message>
<message>
<source>How long one waits after each further wrong one; the last wait stays</source>
<translation type="unfinished" />
</message>
<message>
<source>How long the sounds stay off when they are muted</source>
<translation type="unfinished" />
</message>
<message>
<source>How many files one email carries</source>
<translation type="unfinished" />
</message>
<message>
<source>How many free times are offered at once</source>
<translation type="unfinished" />
</message>
<message>
<source>How many half minutes the clock of a person's phone may be off (RFC 6238</source>
<translation type="unfinished" />
</message>
<message>
<source>How many miles at most?</source>
<translation type="unfinished" />
</message>
<message>
<source>How many of them fit into a text</source>
<translation type="unfinished" />
</message>
<message>
<source>How many photos an appraiser wants to see</source>
<translation type="unfinished" />
</message>
<message>
<source>How many vehicles are proposed at least</source>
<translation type="unfinished" />
</message>
<message>
<source>How many vehicles are proposed at most</source>
<translation type="unfinished" />
</message>
<message>
<source>How much alike two email addresses must be</source>
<translation type="unfinished" />
</message>
<message>
<source>How much alike two names must be</source>
<translation type="unfinished" />
</message>
<message>
<source>How much alike two names must be for an equal phone number to thread an inquiry by itself (LEAD-04</source>
<translation type="unfinished" />
</message>
<message>
<source>How much alike two streets must be</source>
<translation type="unfinished" />
</message>
<message>
<source>How much longer its sentence may be</source>
<translation type="unfinished" />
</message>
<message>
<source>How much staffed time after the start the step is taken</source>
<translation type="unfinished" />
</message>
<message>
<source>How often it comes again</source>
<translation type="unfinished" />
</message>
<message>
<source>How often its owner goes through the playbook</source>
<translation type="unfinished" />
</message>
<message>
<source>How often the assistant writes</source>
<translation type="unfinished" />
</message>
<message>
<source>How often the feed's file is looked at</source>
<translation type="unfinished" />
</message>
<message>
<source>How often the last step is repeated in a row, before it comes once each working day</source>
<translation type="unfinished" />
</message>
<message>
<source>How often the last step is repeated until somebody answers</source>
<translation type="unfinished" />
</message>
<message>
<source>How often {kind} leads are written to</source>
<translation type="unfinished" />
</message>
<message>
<source>How old the list may be for a vehicle to be told as here without being asked</source>
<translation type="unfinished" />
</message>
<message>
<source>How old the newest backup may be before another is made</source>
<translation type="unfinished" />
</message>
<message>
<source>How soon a message is asked about again that waits for no certain moment (R24</source>
<translation type="unfinished" />
</message>
<message>
<source>How the assistant calls itself; no human surname (R16</source>
<translation type="unfinished" />
</message>
<message>
<source>How the desk is doing</source>
<translation type="unfinished" />
</message>
<message>
<source>How the mailbox is entered: microsoft, google, or empty for a password (R27</source>
<translation type="unfinished" />
</message>
<message>
<source>How the papers of a trade-in may stand</source>
<translation type="unfinished" />
</message>
<message>
<source>How the visit went</source>
<translation type="unfinished" />
</message>
<message>
<source>How they agreed</source>
<translation type="unfinished" />
</message>
<message>
<source>How they came</source>
<translation type="unfinished" />
</message>
<message>
<source>How warm is {name}?</source>
<translation type="unfinished" />
</message>
<message>
<source>Hugo</source>
<translation type="unfinished" />
</message>
<message>
<source>I am helping</source>
<translation type="unfinished" />
</message>
<message>
<source>I am working with this customer</source>
<translation type="unfinished" />
</message>
<message>
<source>I take it</source>
<translation type="unfinished" />
</message>
<message>
<source>IDLE refused</source>
<translation type="unfinished" />
</message>
<message>
<source>INSERT INTO {tablename} ({quoted}) VALUES ({places}</source>
<translation type="unfinished" />
</message>
<message>
<source>INSERT INTO {table}(rowid, words) VALUES (?, ?</source>
<translation type="unfinished" />
</message>
<message>
<source>INSERT INTO {table}({table2}, rank) VALUES ('merge', {merge_pages}</source>
<translation type="unfinished" />
</message>
<message>
<source>If someone else sells today, the deal is half {name}, half the seller</source>
<translation type="unfinished" />
</message>
<message>
<source>Imani</source>
<translation type="unfinished" />
</message>
<message>
<source>Implied consent after a purchase or lease (CASL</source>
<translation type="unfinished" />
</message>
<message>
<source>Implied consent after an inquiry (CASL</source>
<translation type="unfinished" />
</message>
<message>
<source>Import a newer one: desk import dnc FILE</source>
<translation type="unfinished" />
</message>
<message>
<source>Import one: desk import inventory FILE</source>
<translation type="unfinished" />
</message>
<message>
<source>In Sales Desk</source>
<translation type="unfinished" />
</message>
<message>
<source>In a few words</source>
<translation type="unfinished" />
</message>
<message>
<source>In doubt, it is held for a stop</source>
<translation type="unfinished" />
</message>
<message>
<source>In force</source>
<translation type="unfinished" />
</message>
<message>
<source>In stock</source>
<translation type="unfinished" />
</message>
<message>
<source>In stock since</source>
<translation type="unfinished" />
</message>
<message>
<source>In the backup</source>
<translation type="unfinished" />
</message>
<message>
<source>In the file</source>
<translation type="unfinished" />
</message>
<message>
<source>In the notification centre</source>
<translation type="unfinished" />
</message>
<message>
<source>In the store now</source>
<translation type="unfinished" />
</message>
<message>
<source>In their own writing it is their opt-in: a channel that they had stopped opens again. A spoken yes is kept, and opens nothing.</source>
<translation type="unfinished" />
</message>
<message>
<source>In which order several questions of one message are answered</source>
<translation type="unfinished" />
</message>
<message>
<source>In writing</source>
<translation type="unfinished" />
</message>
<message>
<source>In {span}</source>
<translation type="unfinished" />
</message>
<message>
<source>Inbox</source>
<translation type="unfinished" />
</message>
<message>
<source>Incoming mail port</source>
<translation type="unfinished" />
</message>
<message>
<source>Incoming mail server</source>
<translation type="unfinished" />
</message>
<message>
<source>Incoming messages are read again</source>
<translation type="unfinished" />
</message>
<message>
<source>Incoming {names} could not be read {since}; a stop may be waiting</source>
<translation type="unfinished" />
</message>
<message>
<source>Inquiry</source>
<translation type="unfinished" />
</message>
<message>
<source>Inquiry through {source}</source>
<translation type="unfinished" />
</message>
<message>
<source>Inquiry through {source}, {isoformat}</source>
<translation type="unfinished" />
</message>
<message>
<source>Inquiry: {vehicle}. {wrote}
Refer to it and offer a visit. No answer: leave a voicemail, then send a text that refers to it</source>
<translation type="unfinished" />
</message>
<message>
<source>Insert</source>
<translation type="unfinished" />
</message>
<message>
<source>Insert a field</source>
<translation type="unfinished" />
</message>
<message>
<source>Inside the hours of every place the person may be in</source>
<translation type="unfinished" />
</message>
<message>
<source>Inside the rest it answers only when no person has within this much staffed time (AI-25</source>
<translation type="unfinished" />
</message>
<message>
<source>Instagram</source>
<translation type="unfinished" />
</message>
<message>
<source>Install or unlock one if you wish</source>
<translation type="unfinished" />
</message>
<message>
<source>Install sqlcipher3 0.6.4 or newer</source>
<translation type="unfinished" />
</message>
<message>
<source>Instead</source>
<translation type="unfinished" />
</message>
<message>
<source>Interest</source>
<translation type="unfinished" />
</message>
<message>
<source>Interest "{field}" is not one of ADF's</source>
<translation type="unfinished" />
</message>
<message>
<source>Interest: {interest}. Confirm what was said and offer a visit; the assistant confirms times in writing</source>
<translation type="unfinished" />
</message>
<message>
<source>Interior color</source>
<translation type="unfinished" />
</message>
<message>
<source>Internet price</source>
<translation type="unfinished" />
</message>
<message>
<source>Intervals × {times}</source>
<translation type="unfinished" />
</message>
<message>
<source>Intro call</source>
<translation type="unfinished" />
</message>
<message>
<source>Introduce yourself</source>
<translation type="unfinished" />
</message>
<message>
<source>Inventory</source>
<translation type="unfinished" />
</message>
<message>
<source>Inventory feed</source>
<translation type="unfinished" />
</message>
<message>
<source>Inventory feed read</source>
<translation type="unfinished" />
</message>
<message>
<source>Inventory file</source>
<translation type="unfinished" />
</message>
<message>
<source>Invite to a visit</source>
<translation type="unfinished" />
</message>
<message>
<source>Is in a hurry</source>
<translation type="unfinished" />
</message>
<message>
<source>Is not interested or bought elsewhere</source>
<translation type="unfinished" />
</message>
<message>
<source>Is there a brand you prefer?</source>
<translation type="unfinished" />
</message>
<message>
<source>Is with somebody here already</source>
<translation type="unfinished" />
</message>
<message>
<source>It came back</source>
<translation type="unfinished" />
</message>
<message>
<source>It came back: the address does not work</source>
<translation type="unfinished" />
</message>
<message>
<source>It did not leave</source>
<translation type="unfinished" />
</message>
<message>
<source>It does not say how to stop messages</source>
<translation type="unfinished" />
</message>
<message>
<source>It does not say that the store's automated assistant writes</source>
<translation type="unfinished" />
</message>
<message>
<source>It ends before it begins</source>
<translation type="unfinished" />
</message>
<message>
<source>It has an owner and no next step</source>
<translation type="unfinished" />
</message>
<message>
<source>It is decided anew</source>
<translation type="unfinished" />
</message>
<message>
<source>It is held until another date by now</source>
<translation type="unfinished" />
</message>
<message>
<source>It is not known where the customer is; the hours must hold wherever that may be</source>
<translation type="unfinished" />
</message>
<message>
<source>It is planned for {clock}</source>
<translation type="unfinished" />
</message>
<message>
<source>It is too early to close this lead as no response</source>
<translation type="unfinished" />
</message>
<message>
<source>It is written anew</source>
<translation type="unfinished" />
</message>
<message>
<source>It is written in the log; try again</source>
<translation type="unfinished" />
</message>
<message>
<source>It is yours</source>
<translation type="unfinished" />
</message>
<message>
<source>It is {at} in {name}, {why}</source>
<translation type="unfinished" />
</message>
<message>
<source>It keeps whose leads are shown, the filter and the order, for you.</source>
<translation type="unfinished" />
</message>
<message>
<source>It lies in the folder not-read</source>
<translation type="unfinished" />
</message>
<message>
<source>It may belong to another store; look for its own code</source>
<translation type="unfinished" />
</message>
<message>
<source>It may have been merged; search for the customer</source>
<translation type="unfinished" />
</message>
<message>
<source>It names a vehicle without its total price</source>
<translation type="unfinished" />
</message>
<message>
<source>It opens this store and its backups where the key on this computer is lost. Print it, and keep it where neither of them is.</source>
<translation type="unfinished" />
</message>
<message>
<source>It says that a vehicle is in stock that the list no longer has</source>
<translation type="unfinished" />
</message>
<message>
<source>It stays yours, and the managers hear of it until somebody else has it.</source>
<translation type="unfinished" />
</message>
<message>
<source>It was never printed. Should the key on this computer be lost, nothing opens the store or its backups</source>
<translation type="unfinished" />
</message>
<message>
<source>It was not at work yet</source>
<translation type="unfinished" />
</message>
<message>
<source>It was not looked yet whether something else answers leads too</source>
<translation type="unfinished" />
</message>
<message>
<source>It was on hold before that too; give it the earlier date by hand</source>
<translation type="unfinished" />
</message>
<message>
<source>It was sent</source>
<translation type="unfinished" />
</message>
<message>
<source>It was shown on {local}</source>
<translation type="unfinished" />
</message>
<message>
<source>It worded nothing</source>
<translation type="unfinished" />
</message>
<message>
<source>Its customers are invented and nothing leaves this computer. Throwing it away closes the window and removes its folder.</source>
<translation type="unfinished" />
</message>
<message>
<source>Its moment comes</source>
<translation type="unfinished" />
</message>
<message>
<source>Its moment has passed</source>
<translation type="unfinished" />
</message>
<message>
<source>Its moment passed {clock}</source>
<translation type="unfinished" />
</message>
<message>
<source>Its name</source>
<translation type="unfinished" />
</message>
<message>
<source>Its name here</source>
<translation type="unfinished" />
</message>
<message>
<source>Its own messages. It only tells {customer} that {owner} is asked</source>
<translation type="unfinished" />
</message>
<message>
<source>Its owner asks to be relieved</source>
<translation type="unfinished" />
</message>
<message>
<source>Its record was changed: {where}.</source>
<translation type="unfinished" />
</message>
<message>
<source>Its switch is in the lead</source>
<translation type="unfinished" />
</message>
<message>
<source>Its title is one of: {titles}</source>
<translation type="unfinished" />
</message>
<message>
<source>J and K go through the lines.</source>
<translation type="unfinished" />
</message>
<message>
<source>Jan</source>
<translation type="unfinished" />
</message>
<message>
<source>Join a lead</source>
<translation type="unfinished" />
</message>
<message>
<source>Join it</source>
<translation type="unfinished" />
</message>
<message>
<source>Jonah</source>
<translation type="unfinished" />
</message>
<message>
<source>Jul</source>
<translation type="unfinished" />
</message>
<message>
<source>Jun</source>
<translation type="unfinished" />
</message>
<message>
<source>Juniper Test Motors</source>
<translation type="unfinished" />
</message>
<message>
<source>Karim</source>
<translation type="unfinished" />
</message>
<message>
<source>Keep and go on</source>
<translation type="unfinished" />
</message>
<message>
<source>Keep it between {earliest} and {latest}</source>
<translation type="unfinished" />
</message>
<message>
<source>Keep it, I know</source>
<translation type="unfinished" />
</message>
<message>
<source>Keep on</source>
<translation type="unfinished" />
</message>
<message>
<source>Keep the visit; call if another waits</source>
<translation type="unfinished" />
</message>
<message>
<source>Keep the words of one of these rows: {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Keep them</source>
<translation type="unfinished" />
</message>
<message>
<source>Keep this where neither the computer nor its backups are.</source>
<translation type="unfinished" />
</message>
<message>
<source>Keep where it is</source>
<translation type="unfinished" />
</message>
<message>
<source>Keep within the row, or name the manager who answers for it and the reason</source>
<translation type="unfinished" />
</message>
<message>
<source>Keep working</source>
<translation type="unfinished" />
</message>
<message>
<source>Kelley Blue Book</source>
<translation type="unfinished" />
</message>
<message>
<source>Kentucky</source>
<translation type="unfinished" />
</message>
<message>
<source>Key</source>
<translation type="unfinished" />
</message>
<message>
<source>Key {key}</source>
<translation type="unfinished" />
</message>
<message>
<source>Keyboard map</source>
<translation type="unfinished" />
</message>
<message>
<source>Keyring</source>
<translation type="unfinished" />
</message>
<message>
<source>Kim</source>
<translation type="unfinished" />
</message>
<message>
<source>Kind</source>
<translation type="unfinished" />
</message>
<message>
<source>Kind of order</source>
<translation type="unfinished" />
</message>
<message>
<source>Kind of record</source>
<translation type="unfinished" />
</message>
<message>
<source>Kinds of alert that leave the building; the others stay on the desktop</source>
<translation type="unfinished" />
</message>
<message>
<source>Kinds of files that may be sent, told by their own bytes</source>
<translation type="unfinished" />
</message>
<message>
<source>Kinds of source that get no first message by themselves: a person calls first (AI-04</source>
<translation type="unfinished" />
</message>
<message>
<source>Kinds of source whose customers are handed to a person at their first answer (AI-10</source>
<translation type="unfinished" />
</message>
<message>
<source>Kinds of source whose visits are booked as a personal consultation (APPT-01</source>
<translation type="unfinished" />
</message>
<message>
<source>Kit Test</source>
<translation type="unfinished" />
</message>
<message>
<source>Knowledge administrator</source>
<translation type="unfinished" />
</message>
<message>
<source>Knowledge requests</source>
<translation type="unfinished" />
</message>
<message>
<source>Kofi</source>
<translation type="unfinished" />
</message>
<message>
<source>Label</source>
<translation type="unfinished" />
</message>
<message>
<source>Label on what it won</source>
<translation type="unfinished" />
</message>
<message>
<source>Laid over every state, the stricter of the law and this counts.</source>
<translation type="unfinished" />
</message>
<message>
<source>Laid over every state: the stricter of the law and the store counts in each.</source>
<translation type="unfinished" />
</message>
<message>
<source>Language</source>
<translation type="unfinished" />
</message>
<message>
<source>Language endpoint</source>
<translation type="unfinished" />
</message>
<message>
<source>Last cleared by {who}, {at}.</source>
<translation type="unfinished" />
</message>
<message>
<source>Last day</source>
<translation type="unfinished" />
</message>
<message>
<source>Last name</source>
<translation type="unfinished" />
</message>
<message>
<source>Last staff action</source>
<translation type="unfinished" />
</message>
<message>
<source>Later</source>
<translation type="unfinished" />
</message>
<message>
<source>Later today</source>
<translation type="unfinished" />
</message>
<message>
<source>Later today brings an item of the pile back after this long (FLOW-14</source>
<translation type="unfinished" />
</message>
<message>
<source>Lay a row over it</source>
<translation type="unfinished" />
</message>
<message>
<source>Layouts of lead mails that people taught, by id (LEAD-02</source>
<translation type="unfinished" />
</message>
<message>
<source>Lead</source>
<translation type="unfinished" />
</message>
<message>
<source>Lead number there</source>
<translation type="unfinished" />
</message>
<message>
<source>Lead received</source>
<translation type="unfinished" />
</message>
<message>
<source>Lead received: “{comments}”</source>
<translation type="unfinished" />
</message>
<message>
<source>Lead taken in: {result}</source>
<translation type="unfinished" />
</message>
<message>
<source>Lead time</source>
<translation type="unfinished" />
</message>
<message>
<source>Lead type</source>
<translation type="unfinished" />
</message>
<message>
<source>Leads</source>
<translation type="unfinished" />
</message>
<message>
<source>Leads and replies are read from it, and the store writes from it.</source>
<translation type="unfinished" />
</message>
<message>
<source>Leads answered by a person</source>
<translation type="unfinished" />
</message>
<message>
<source>Leads answered within 90 seconds</source>
<translation type="unfinished" />
</message>
<message>
<source>Leads are handed to people on shift. Alerts reach them by desktop, text and email.</source>
<translation type="unfinished" />
</message>
<message>
<source>Leads arrive in, folders with commas</source>
<translation type="unfinished" />
</message>
<message>
<source>Leads by urgency</source>
<translation type="unfinished" />
</message>
<message>
<source>Leads claimed and not contacted</source>
<translation type="unfinished" />
</message>
<message>
<source>Leads from a file</source>
<translation type="unfinished" />
</message>
<message>
<source>Leads have an owner</source>
<translation type="unfinished" />
</message>
<message>
<source>Leads in {stage}</source>
<translation type="unfinished" />
</message>
<message>
<source>Leads nobody has answered</source>
<translation type="unfinished" />
</message>
<message>
<source>Leads of a source named here come with this consent. Without one, the assistant's further texts wait for a person.</source>
<translation type="unfinished" />
</message>
<message>
<source>Leads of this stage</source>
<translation type="unfinished" />
</message>
<message>
<source>Leads older than this come in as history (LEAD-01</source>
<translation type="unfinished" />
</message>
<message>
<source>Leads older than this come in as history, hours</source>
<translation type="unfinished" />
</message>
<message>
<source>Leave "{name}" out, or give it as a string</source>
<translation type="unfinished" />
</message>
<message>
<source>Leave as it is</source>
<translation type="unfinished" />
</message>
<message>
<source>Leave at any time: what you entered is kept, and Settings shows what is missing.</source>
<translation type="unfinished" />
</message>
<message>
<source>Leave it</source>
<translation type="unfinished" />
</message>
<message>
<source>Leave the key out, or let the last step only tell people</source>
<translation type="unfinished" />
</message>
<message>
<source>Leave the name out; everybody who asks reads the answer</source>
<translation type="unfinished" />
</message>
<message>
<source>Leaves</source>
<translation type="unfinished" />
</message>
<message>
<source>Leaving the status. Nothing that fell due is sent late</source>
<translation type="unfinished" />
</message>
<message>
<source>Left a voicemail</source>
<translation type="unfinished" />
</message>
<message>
<source>Legal holidays are known through {day}; after it such a state counts as closed.</source>
<translation type="unfinished" />
</message>
<message>
<source>Legal holidays beside the shipped ones, for one state or all (R9</source>
<translation type="unfinished" />
</message>
<message>
<source>Lena</source>
<translation type="unfinished" />
</message>
<message>
<source>Let in again</source>
<translation type="unfinished" />
</message>
<message>
<source>Let them sign in and set them up</source>
<translation type="unfinished" />
</message>
<message>
<source>Letter</source>
<translation type="unfinished" />
</message>
<message>
<source>Library</source>
<translation type="unfinished" />
</message>
<message>
<source>Light</source>
<translation type="unfinished" />
</message>
<message>
<source>Light theme</source>
<translation type="unfinished" />
</message>
<message>
<source>Likely</source>
<translation type="unfinished" />
</message>
<message>
<source>Lindgren</source>
<translation type="unfinished" />
</message>
<message>
<source>Lines of the record</source>
<translation type="unfinished" />
</message>
<message>
<source>Lines of the record ({n}), which hold no name and no words</source>
<translation type="unfinished" />
</message>
<message>
<source>Link for an authenticator</source>
<translation type="unfinished" />
</message>
<message>
<source>Lists (*.csv *.txt);;All files (*)</source>
<translation type="unfinished" />
</message>
<message>
<source>Live</source>
<translation type="unfinished" />
</message>
<message>
<source>Live order</source>
<translation type="unfinished" />
</message>
<message>
<source>Live order: {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Loading</source>
<translation type="unfinished" />
</message>
<message>
<source>Location</source>
<translation type="unfinished" />
</message>
<message>
<source>Lock</source>
<translation type="unfinished" />
</message>
<message>
<source>Lock the desk</source>
<translation type="unfinished" />
</message>
<message>
<source>Locked by the status {status}</source>
<translation type="unfinished" />
</message>
<message>
<source>Locked: {customer} said stop</source>
<translation type="unfinished" />
</message>
<message>
<source>Locks after minutes without key or mouse; 0 for never</source>
<translation type="unfinished" />
</message>
<message>
<source>Log activity</source>
<translation type="unfinished" />
</message>
<message>
<source>Log an activity. Keys 1 to 6 choose the outcome, Ctrl+Enter saves</source>
<translation type="unfinished" />
</message>
<message>
<source>Log call</source>
<translation type="unfinished" />
</message>
<message>
<source>Logged as highly interested</source>
<translation type="unfinished" />
</message>
<message>
<source>Logged as little interested</source>
<translation type="unfinished" />
</message>
<message>
<source>Logged by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Logged with your name</source>
<translation type="unfinished" />
</message>
<message>
<source>Logged, with a note or follow-up at least every 3 days</source>
<translation type="unfinished" />
</message>
<message>
<source>Logged: {outcome}</source>
<translation type="unfinished" />
</message>
<message>
<source>Logging never turns the assistant off.</source>
<translation type="unfinished" />
</message>
<message>
<source>Look</source>
<translation type="unfinished" />
</message>
<message>
<source>Look at both in the inbox and decide</source>
<translation type="unfinished" />
</message>
<message>
<source>Look at it</source>
<translation type="unfinished" />
</message>
<message>
<source>Look at it again, then change it</source>
<translation type="unfinished" />
</message>
<message>
<source>Look at the feed in Settings</source>
<translation type="unfinished" />
</message>
<message>
<source>Look at the message and send it another way</source>
<translation type="unfinished" />
</message>
<message>
<source>Look at the trade-in details</source>
<translation type="unfinished" />
</message>
<message>
<source>Look at this file again every {n} minutes</source>
<translation type="unfinished" />
</message>
<message>
<source>Look at what they sent by text</source>
<translation type="unfinished" />
</message>
<message>
<source>Look for another answer</source>
<translation type="unfinished" />
</message>
<message>
<source>Look into the inbox again</source>
<translation type="unfinished" />
</message>
<message>
<source>Look into the spam folder, and whether the address is that of this mailbox</source>
<translation type="unfinished" />
</message>
<message>
<source>Looked up {when}. Looking changes nothing on the lead.</source>
<translation type="unfinished" />
</message>
<message>
<source>Looking changes nothing on the lead</source>
<translation type="unfinished" />
</message>
<message>
<source>Lost</source>
<translation type="unfinished" />
</message>
<message>
<source>Lost with it, since it was made: {lost}.</source>
<translation type="unfinished" />
</message>
<message>
<source>Lost without an answer; a rare, friendly note</source>
<translation type="unfinished" />
</message>
<message>
<source>Lot</source>
<translation type="unfinished" />
</message>
<message>
<source>Lot position</source>
<translation type="unfinished" />
</message>
<message>
<source>Louisiana</source>
<translation type="unfinished" />
</message>
<message>
<source>Louisiana PSC do-not-call order</source>
<translation type="unfinished" />
</message>
<message>
<source>Low interest</source>
<translation type="unfinished" />
</message>
<message>
<source>Mail</source>
<translation type="unfinished" />
</message>
<message>
<source>Mail and texts from any address of either land here</source>
<translation type="unfinished" />
</message>
<message>
<source>Mail in</source>
<translation type="unfinished" />
</message>
<message>
<source>Mail is not taking messages; what waits stays queued</source>
<translation type="unfinished" />
</message>
<message>
<source>Mail out</source>
<translation type="unfinished" />
</message>
<message>
<source>Mail that could not be read</source>
<translation type="unfinished" />
</message>
<message>
<source>Mailbox</source>
<translation type="unfinished" />
</message>
<message>
<source>Mailbox of {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>Mailbox password</source>
<translation type="unfinished" />
</message>
<message>
<source>Mailbox {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>Mailboxes</source>
<translation type="unfinished" />
</message>
<message>
<source>Mails and files as they came ({n})</source>
<translation type="unfinished" />
</message>
<message>
<source>Mails from {sender} are read by {labels}.</source>
<translation type="unfinished" />
</message>
<message>
<source>Mails of this sender are read by: {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Make</source>
<translation type="unfinished" />
</message>
<message>
<source>Make it a lead</source>
<translation type="unfinished" />
</message>
<message>
<source>Make it the night desk in Settings if no other one is</source>
<translation type="unfinished" />
</message>
<message>
<source>Make or model is missing</source>
<translation type="unfinished" />
</message>
<message>
<source>Make the disk and the folder writable</source>
<translation type="unfinished" />
</message>
<message>
<source>Make the disk and the folder writable, then start again</source>
<translation type="unfinished" />
</message>
<message>
<source>Make the {vehicle_title} ready to show</source>
<translation type="unfinished" />
</message>
<message>
<source>Make the {what} ready for {called}</source>
<translation type="unfinished" />
</message>
<message>
<source>Make this folder one that can be written</source>
<translation type="unfinished" />
</message>
<message>
<source>Manager</source>
<translation type="unfinished" />
</message>
<message>
<source>Manager turn: {summary}</source>
<translation type="unfinished" />
</message>
<message>
<source>Manufacturer</source>
<translation type="unfinished" />
</message>
<message>
<source>Mar</source>
<translation type="unfinished" />
</message>
<message>
<source>Mark as done</source>
<translation type="unfinished" />
</message>
<message>
<source>Marked leads</source>
<translation type="unfinished" />
</message>
<message>
<source>Marked: {card}</source>
<translation type="unfinished" />
</message>
<message>
<source>Marketplace</source>
<translation type="unfinished" />
</message>
<message>
<source>Marsh</source>
<translation type="unfinished" />
</message>
<message>
<source>Maryland</source>
<translation type="unfinished" />
</message>
<message>
<source>Massachusetts</source>
<translation type="unfinished" />
</message>
<message>
<source>Match the columns of your inventory</source>
<translation type="unfinished" />
</message>
<message>
<source>Match the sale</source>
<translation type="unfinished" />
</message>
<message>
<source>Matches {car}, {detail}</source>
<translation type="unfinished" />
</message>
<message>
<source>May</source>
<translation type="unfinished" />
</message>
<message>
<source>May be called now</source>
<translation type="unfinished" />
</message>
<message>
<source>May be the same customer as another record</source>
<translation type="unfinished" />
</message>
<message>
<source>May have said stop: please read</source>
<translation type="unfinished" />
</message>
<message>
<source>May we text? Who took it</source>
<translation type="unfinished" />
</message>
<message>
<source>Md. Com. Law 14-4501 to 14-4502</source>
<translation type="unfinished" />
</message>
<message>
<source>Medium interest</source>
<translation type="unfinished" />
</message>
<message>
<source>Meet them</source>
<translation type="unfinished" />
</message>
<message>
<source>Mend that and try again. The store is as it was</source>
<translation type="unfinished" />
</message>
<message>
<source>Mend that line</source>
<translation type="unfinished" />
</message>
<message>
<source>Mentions legal action</source>
<translation type="unfinished" />
</message>
<message>
<source>Merge</source>
<translation type="unfinished" />
</message>
<message>
<source>Merge the lead it went into, or take that merge apart first</source>
<translation type="unfinished" />
</message>
<message>
<source>Merge, keep {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>Merged by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Merged: one outreach for one customer</source>
<translation type="unfinished" />
</message>
<message>
<source>Merged: the kept lead's clock runs on</source>
<translation type="unfinished" />
</message>
<message>
<source>Merged: the same task stands on the kept lead</source>
<translation type="unfinished" />
</message>
<message>
<source>Message</source>
<translation type="unfinished" />
</message>
<message>
<source>Messages</source>
<translation type="unfinished" />
</message>
<message>
<source>Messages ({n}): their words, subjects and links</source>
<translation type="unfinished" />
</message>
<message>
<source>Messages from us ({n}): that one went, when and to where</source>
<translation type="unfinished" />
</message>
<message>
<source>Messages that could not be sent</source>
<translation type="unfinished" />
</message>
<message>
<source>Messages that did not leave</source>
<translation type="unfinished" />
</message>
<message>
<source>Messages to {kind} leads</source>
<translation type="unfinished" />
</message>
<message>
<source>Messaging service id, if used</source>
<translation type="unfinished" />
</message>
<message>
<source>Met in the store</source>
<translation type="unfinished" />
</message>
<message>
<source>Michigan</source>
<translation type="unfinished" />
</message>
<message>
<source>Microsoft 365</source>
<translation type="unfinished" />
</message>
<message>
<source>Microsoft's page</source>
<translation type="unfinished" />
</message>
<message>
<source>Midday</source>
<translation type="unfinished" />
</message>
<message>
<source>Mileage</source>
<translation type="unfinished" />
</message>
<message>
<source>Miles</source>
<translation type="unfinished" />
</message>
<message>
<source>Mine</source>
<translation type="unfinished" />
</message>
<message>
<source>Minnesota</source>
<translation type="unfinished" />
</message>
<message>
<source>Minutes without key or mouse until the desk locks; 0: never (R22</source>
<translation type="unfinished" />
</message>
<message>
<source>Miss. Code 77-3-723</source>
<translation type="unfinished" />
</message>
<message>
<source>Mississippi</source>
<translation type="unfinished" />
</message>
<message>
<source>Mobile</source>
<translation type="unfinished" />
</message>
<message>
<source>Mobile for alerts</source>
<translation type="unfinished" />
</message>
<message>
<source>Model</source>
<translation type="unfinished" />
</message>
<message>
<source>Models of this kind, by which vehicles like one that never stood on the list are found</source>
<translation type="unfinished" />
</message>
<message>
<source>Mon</source>
<translation type="unfinished" />
</message>
<message>
<source>Monday</source>
<translation type="unfinished" />
</message>
<message>
<source>Monday to Friday</source>
<translation type="unfinished" />
</message>
<message>
<source>Monitor</source>
<translation type="unfinished" />
</message>
<message>
<source>More</source>
<translation type="unfinished" />
</message>
<message>
<source>More about this lead</source>
<translation type="unfinished" />
</message>
<message>
<source>More than {days} without {kept}</source>
<translation type="unfinished" />
</message>
<message>
<source>Morning</source>
<translation type="unfinished" />
</message>
<message>
<source>Move it to another time</source>
<translation type="unfinished" />
</message>
<message>
<source>Move the store to an encrypted one: desk backup, then restore</source>
<translation type="unfinished" />
</message>
<message>
<source>Move to Lost</source>
<translation type="unfinished" />
</message>
<message>
<source>Move to stage New … Lost</source>
<translation type="unfinished" />
</message>
<message>
<source>Move to {stage}</source>
<translation type="unfinished" />
</message>
<message>
<source>Move {name} to {stage}</source>
<translation type="unfinished" />
</message>
<message>
<source>Moved out of Sold by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Moving to the new version would break references in this store</source>
<translation type="unfinished" />
</message>
<message>
<source>Mute for a while</source>
<translation type="unfinished" />
</message>
<message>
<source>Muted to {at}</source>
<translation type="unfinished" />
</message>
<message>
<source>N.Y. GBL 399-z</source>
<translation type="unfinished" />
</message>
<message>
<source>Name</source>
<translation type="unfinished" />
</message>
<message>
<source>Name a backup, such as desk-20261013-093000.db</source>
<translation type="unfinished" />
</message>
<message>
<source>Name and place</source>
<translation type="unfinished" />
</message>
<message>
<source>Name days it is open: {day}</source>
<translation type="unfinished" />
</message>
<message>
<source>Name days, or leave the key out</source>
<translation type="unfinished" />
</message>
<message>
<source>Name of the view</source>
<translation type="unfinished" />
</message>
<message>
<source>Name one of {sorted}</source>
<translation type="unfinished" />
</message>
<message>
<source>Name some of {keys}</source>
<translation type="unfinished" />
</message>
<message>
<source>Name somebody else</source>
<translation type="unfinished" />
</message>
<message>
<source>Name spelled almost the same</source>
<translation type="unfinished" />
</message>
<message>
<source>Name the endpoint's model.</source>
<translation type="unfinished" />
</message>
<message>
<source>Name the one that speaks</source>
<translation type="unfinished" />
</message>
<message>
<source>Name the server that mail is read from.</source>
<translation type="unfinished" />
</message>
<message>
<source>Name the server that mail is sent through.</source>
<translation type="unfinished" />
</message>
<message>
<source>Name the source of the leads</source>
<translation type="unfinished" />
</message>
<message>
<source>Name the store's texting number.</source>
<translation type="unfinished" />
</message>
<message>
<source>Name yourself and the store, say that you just called about the vehicle, and ask when to call back</source>
<translation type="unfinished" />
</message>
<message>
<source>Name {allowed}</source>
<translation type="unfinished" />
</message>
<message>
<source>Name {allowed}; people here: {sorted}</source>
<translation type="unfinished" />
</message>
<message>
<source>Name, phone or email</source>
<translation type="unfinished" />
</message>
<message>
<source>Name, phone or email of the customer</source>
<translation type="unfinished" />
</message>
<message>
<source>Name, phone or email of the lead, then Enter</source>
<translation type="unfinished" />
</message>
<message>
<source>Name, phone or email of the other lead, then Enter</source>
<translation type="unfinished" />
</message>
<message>
<source>Name, place, when you are open</source>
<translation type="unfinished" />
</message>
<message>
<source>Name, store, the vehicle, “reply to our text or call {phone}.” Twice, slowly.</source>
<translation type="unfinished" />
</message>
<message>
<source>Named by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Named or confirmed a time</source>
<translation type="unfinished" />
</message>
<message>
<source>Names differ</source>
<translation type="unfinished" />
</message>
<message>
<source>Names no customer</source>
<translation type="unfinished" />
</message>
<message>
<source>Names spelled almost the same</source>
<translation type="unfinished" />
</message>
<message>
<source>Names that do not fit each other</source>
<translation type="unfinished" />
</message>
<message>
<source>Names two evenings</source>
<translation type="unfinished" />
</message>
<message>
<source>Needs</source>
<translation type="unfinished" />
</message>
<message>
<source>Needs assessed, vehicle and timeline known</source>
<translation type="unfinished" />
</message>
<message>
<source>Needs assessment</source>
<translation type="unfinished" />
</message>
<message>
<source>Nevada</source>
<translation type="unfinished" />
</message>
<message>
<source>Never</source>
<translation type="unfinished" />
</message>
<message>
<source>New</source>
<translation type="unfinished" />
</message>
<message>
<source>New Mexico</source>
<translation type="unfinished" />
</message>
<message>
<source>New PIN, 4 to 12 digits</source>
<translation type="unfinished" />
</message>
<message>
<source>New York</source>
<translation type="unfinished" />
</message>
<message>
<source>New and used</source>
<translation type="unfinished" />
</message>
<message>
<source>New lead</source>
<translation type="unfinished" />
</message>
<message>
<source>New lead: {called}</source>
<translation type="unfinished" />
</message>
<message>
<source>New leads and hand-offs ring here.</source>
<translation type="unfinished" />
</message>
<message>
<source>New leads and hand-offs show here.</source>
<translation type="unfinished" />
</message>
<message>
<source>New mail is reported at once</source>
<translation type="unfinished" />
</message>
<message>
<source>New or used</source>
<translation type="unfinished" />
</message>
<message>
<source>New today, while the desk was down</source>
<translation type="unfinished" />
</message>
<message>
<source>News</source>
<translation type="unfinished" />
</message>
<message>
<source>Next</source>
<translation type="unfinished" />
</message>
<message>
<source>Next mails from {sender} are read by {labels}. It is asked only where the reader finds nothing by itself, so nothing that is read today changes.</source>
<translation type="unfinished" />
</message>
<message>
<source>Next of a calling list</source>
<translation type="unfinished" />
</message>
<message>
<source>Next region</source>
<translation type="unfinished" />
</message>
<message>
<source>Next send {time}</source>
<translation type="unfinished" />
</message>
<message>
<source>Next send {when}</source>
<translation type="unfinished" />
</message>
<message>
<source>Next step</source>
<translation type="unfinished" />
</message>
<message>
<source>Next step of a logged activity</source>
<translation type="unfinished" />
</message>
<message>
<source>Next steps</source>
<translation type="unfinished" />
</message>
<message>
<source>Next {channel}{moment}{waits}</source>
<translation type="unfinished" />
</message>
<message>
<source>Next, previous lead</source>
<translation type="unfinished" />
</message>
<message>
<source>Next: {next_step}</source>
<translation type="unfinished" />
</message>
<message>
<source>Nickname</source>
<translation type="unfinished" />
</message>
<message>
<source>Night desk</source>
<translation type="unfinished" />
</message>
<message>
<source>Night desk: keep this computer awake while Sales Desk runs, and start with it</source>
<translation type="unfinished" />
</message>
<message>
<source>No ADF prospect was found in the document</source>
<translation type="unfinished" />
</message>
<message>
<source>No PIN</source>
<translation type="unfinished" />
</message>
<message>
<source>No VIN</source>
<translation type="unfinished" />
</message>
<message>
<source>No alert was done yet</source>
<translation type="unfinished" />
</message>
<message>
<source>No alerts</source>
<translation type="unfinished" />
</message>
<message>
<source>No answer</source>
<translation type="unfinished" />
</message>
<message>
<source>No answer by day {day}; no hold, visit, deposit or later date stands</source>
<translation type="unfinished" />
</message>
<message>
<source>No answer needed</source>
<translation type="unfinished" />
</message>
<message>
<source>No answer, voicemail</source>
<translation type="unfinished" />
</message>
<message>
<source>No answer, voicemail left</source>
<translation type="unfinished" />
</message>
<message>
<source>No call was logged; the next one takes its place</source>
<translation type="unfinished" />
</message>
<message>
<source>No call: {why} {lifts}</source>
<translation type="unfinished" />
</message>
<message>
<source>No calls</source>
<translation type="unfinished" />
</message>
<message>
<source>No calls or texts, {first} to {last}</source>
<translation type="unfinished" />
</message>
<message>
<source>No channel is open</source>
<translation type="unfinished" />
</message>
<message>
<source>No column has a known heading; the first row must hold the names of the columns</source>
<translation type="unfinished" />
</message>
<message>
<source>No column holds stock numbers or VINs; name one of them in the column mapping</source>
<translation type="unfinished" />
</message>
<message>
<source>No coverage lapses within two days.</source>
<translation type="unfinished" />
</message>
<message>
<source>No customer fits</source>
<translation type="unfinished" />
</message>
<message>
<source>No customer has this address</source>
<translation type="unfinished" />
</message>
<message>
<source>No difference was seen</source>
<translation type="unfinished" />
</message>
<message>
<source>No dispute</source>
<translation type="unfinished" />
</message>
<message>
<source>No do-not-call list is in. A store that writes only to people who asked needs none.</source>
<translation type="unfinished" />
</message>
<message>
<source>No do-not-call list newer than {days} days was imported</source>
<translation type="unfinished" />
</message>
<message>
<source>No email address</source>
<translation type="unfinished" />
</message>
<message>
<source>No email address or mailbox</source>
<translation type="unfinished" />
</message>
<message>
<source>No emails</source>
<translation type="unfinished" />
</message>
<message>
<source>No feed was read yet; the assistant names no vehicle as in stock</source>
<translation type="unfinished" />
</message>
<message>
<source>No file is chosen</source>
<translation type="unfinished" />
</message>
<message>
<source>No files came or went with this lead.</source>
<translation type="unfinished" />
</message>
<message>
<source>No follow-up overdue</source>
<translation type="unfinished" />
</message>
<message>
<source>No heading of it is known. Say which column holds what.</source>
<translation type="unfinished" />
</message>
<message>
<source>No hold ends today.</source>
<translation type="unfinished" />
</message>
<message>
<source>No ladder fits</source>
<translation type="unfinished" />
</message>
<message>
<source>No lead has a field {unknown}</source>
<translation type="unfinished" />
</message>
<message>
<source>No lead has named a source yet.</source>
<translation type="unfinished" />
</message>
<message>
<source>No lead has this phone or email.</source>
<translation type="unfinished" />
</message>
<message>
<source>No lead is found by these words.</source>
<translation type="unfinished" />
</message>
<message>
<source>No lead is selected</source>
<translation type="unfinished" />
</message>
<message>
<source>No lead is stuck</source>
<translation type="unfinished" />
</message>
<message>
<source>No lead waited for the desk.</source>
<translation type="unfinished" />
</message>
<message>
<source>No leads here</source>
<translation type="unfinished" />
</message>
<message>
<source>No live order on hold</source>
<translation type="unfinished" />
</message>
<message>
<source>No longer in the feed</source>
<translation type="unfinished" />
</message>
<message>
<source>No longer sent when this much later than planned</source>
<translation type="unfinished" />
</message>
<message>
<source>No mailbox is set up</source>
<translation type="unfinished" />
</message>
<message>
<source>No manager has a PIN, so anybody can sit down as one</source>
<translation type="unfinished" />
</message>
<message>
<source>No mobile and no email yet: only the desktop reaches them.</source>
<translation type="unfinished" />
</message>
<message>
<source>No number</source>
<translation type="unfinished" />
</message>
<message>
<source>No number for texts</source>
<translation type="unfinished" />
</message>
<message>
<source>No one is waiting</source>
<translation type="unfinished" />
</message>
<message>
<source>No other desk was seen on these lines</source>
<translation type="unfinished" />
</message>
<message>
<source>No other lead is found by these words.</source>
<translation type="unfinished" />
</message>
<message>
<source>No owner</source>
<translation type="unfinished" />
</message>
<message>
<source>No person answers in time</source>
<translation type="unfinished" />
</message>
<message>
<source>No phone number</source>
<translation type="unfinished" />
</message>
<message>
<source>No phone number or texting line</source>
<translation type="unfinished" />
</message>
<message>
<source>No program on this computer opens {name}. Save it, and open it elsewhere.</source>
<translation type="unfinished" />
</message>
<message>
<source>No proof</source>
<translation type="unfinished" />
</message>
<message>
<source>No proven contact</source>
<translation type="unfinished" />
</message>
<message>
<source>No request date</source>
<translation type="unfinished" />
</message>
<message>
<source>No step is planned. Log an activity to set the next one.</source>
<translation type="unfinished" />
</message>
<message>
<source>No step yet</source>
<translation type="unfinished" />
</message>
<message>
<source>No stock number</source>
<translation type="unfinished" />
</message>
<message>
<source>No test customer has written yet</source>
<translation type="unfinished" />
</message>
<message>
<source>No texting number is set up</source>
<translation type="unfinished" />
</message>
<message>
<source>No texts</source>
<translation type="unfinished" />
</message>
<message>
<source>No trade-in is known.</source>
<translation type="unfinished" />
</message>
<message>
<source>No values by text or phone</source>
<translation type="unfinished" />
</message>
<message>
<source>No vehicle named</source>
<translation type="unfinished" />
</message>
<message>
<source>No vehicle on the lot has the stock number {stock}.</source>
<translation type="unfinished" />
</message>
<message>
<source>No visit is booked for the coming week.</source>
<translation type="unfinished" />
</message>
<message>
<source>No visit is booked for today.</source>
<translation type="unfinished" />
</message>
<message>
<source>No visit is booked for tomorrow.</source>
<translation type="unfinished" />
</message>
<message>
<source>No visit starts later than this before closing</source>
<translation type="unfinished" />
</message>
<message>
<source>No way to reach the customer: no email or phone that works</source>
<translation type="unfinished" />
</message>
<message>
<source>No {word}s</source>
<translation type="unfinished" />
</message>
<message>
<source>No, go on</source>
<translation type="unfinished" />
</message>
<message>
<source>No-show</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody asked for this text, and there is no written consent</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody asked to stop since yesterday.</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody else worked it</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody has signed in with {provider} yet</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody has worked this customer. Whoever sells has the whole deal</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody heard from this customer for a long time. Close it with a reason, hold it with a date, or keep it with a next step</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody here signs in yet. Set a PIN in Settings, Sign-in; then the desk can be locked.</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody is asked who they are; whoever sits down sees every customer</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody is covered</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody is found by these words.</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody is listened to for a while.</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody is that hot now.</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody owns it</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody owns it yet; the sweep assigns it</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody owns it, and the sweep found nobody at work</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody owns it; anyone can claim</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody picked up</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody signs in at this store</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody took it; {name} is on shift and next in turn</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody waits for a person</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody waits for a person.</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody waits here: {filter}</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody was forgotten yet.</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody with an open lead has said stop.</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody's credit changes; it can be taken apart at any time</source>
<translation type="unfinished" />
</message>
<message>
<source>Nobody: a full deal</source>
<translation type="unfinished" />
</message>
<message>
<source>None</source>
<translation type="unfinished" />
</message>
<message>
<source>None yet</source>
<translation type="unfinished" />
</message>
<message>
<source>None, on this computer</source>
<translation type="unfinished" />
</message>
<message>
<source>None, this computer only</source>
<translation type="unfinished" />
</message>
<message>
<source>None: {filter}</source>
<translation type="unfinished" />
</message>
<message>
<source>Not a lead</source>
<translation type="unfinished" />
</message>
<message>
<source>Not asked yet</source>
<translation type="unfinished" />
</message>
<message>
<source>Not before summer</source>
<translation type="unfinished" />
</message>
<message>
<source>Not covered</source>
<translation type="unfinished" />
</message>
<message>
<source>Not evidence</source>
<translation type="unfinished" />
</message>
<message>
<source>Not in the feed</source>
<translation type="unfinished" />
</message>
<message>
<source>Not in the inventory feed</source>
<translation type="unfinished" />
</message>
<message>
<source>Not in the store's facts: {open_questions}</source>
<translation type="unfinished" />
</message>
<message>
<source>Not needed</source>
<translation type="unfinished" />
</message>
<message>
<source>Not now</source>
<translation type="unfinished" />
</message>
<message>
<source>Not now: {why} Again {at}, store time.</source>
<translation type="unfinished" />
</message>
<message>
<source>Not read yet</source>
<translation type="unfinished" />
</message>
<message>
<source>Not seen yet</source>
<translation type="unfinished" />
</message>
<message>
<source>Not sent now: {rule}, {fact}</source>
<translation type="unfinished" />
</message>
<message>
<source>Not set up</source>
<translation type="unfinished" />
</message>
<message>
<source>Not so, answer again</source>
<translation type="unfinished" />
</message>
<message>
<source>Not taken</source>
<translation type="unfinished" />
</message>
<message>
<source>Not the same</source>
<translation type="unfinished" />
</message>
<message>
<source>Not the same, tell the manager</source>
<translation type="unfinished" />
</message>
<message>
<source>Not the store's tone (AI-19</source>
<translation type="unfinished" />
</message>
<message>
<source>Not told yet</source>
<translation type="unfinished" />
</message>
<message>
<source>Not understood {int} times in a row</source>
<translation type="unfinished" />
</message>
<message>
<source>Not yet: {without}</source>
<translation type="unfinished" />
</message>
<message>
<source>Note</source>
<translation type="unfinished" />
</message>
<message>
<source>Note to the manager</source>
<translation type="unfinished" />
</message>
<message>
<source>Notes of the visit are asked for by {when}</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing automatic and no call is offered there from the first to the last day, both included.</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing by itself: taken in as an older lead</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing came since it was made.</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing can be done</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing else answered the test lead of {day}</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing else answered within {seconds:g} seconds</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing fits this lead and this channel yet.</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing for {months} months</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing found for “{words}”</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing here waits for that word any more</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing in it may be worded otherwise</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing in the bank about {intent}</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing is due before Monday is over.</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing is due before tonight.</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing is guessed. Mend these in the file and read it again: what is in already stays as it is.</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing is guessed: the assistant will not speak of these. Fix them at the source, the next reading takes them in.</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing is known yet about SPF, DKIM and DMARC</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing is stuck</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing is stuck, by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing is uncertain or unread</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing is waiting to be sent</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing like it. A person would be asked.</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing more goes out by itself; use only a way that is not blocked</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing more to do</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing needs to be done</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing of its own until a person takes over</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing of its own: it only answers</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing of this edit stands any more</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing of your own yet. Until then the shipped wordings are offered.</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing of yours can be taken back now.</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing sends until you say so</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing stands against it</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing to send</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing waits</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing waits for your word.</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing was changed. Go on with the earlier version and report what desk doctor says</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing was logged</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing was logged by anyone.</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing was taught yet</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing will be sent: the assistant backed off</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing will be sent: the assistant is off</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing will be sent: the customer said stop</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing will be sent: the status stops it</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing yet. Until then such questions go to a person.</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing, or thank them yourself</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing. It answers when {customer} writes first, under the same rules</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing. It sends on schedule and answers when {customer} writes</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing; the opt-out itself stands</source>
<translation type="unfinished" />
</message>
<message>
<source>Nothing; there is none to send</source>
<translation type="unfinished" />
</message>
<message>
<source>Nov</source>
<translation type="unfinished" />
</message>
<message>
<source>Nowell</source>
<translation type="unfinished" />
</message>
<message>
<source>Number for a test text</source>
<translation type="unfinished" />
</message>
<message>
<source>Number list</source>
<translation type="unfinished" />
</message>
<message>
<source>Number lists</source>
<translation type="unfinished" />
</message>
<message>
<source>OR IGNORE</source>
<translation type="unfinished" />
</message>
<message>
<source>Objections</source>
<translation type="unfinished" />
</message>
<message>
<source>Objections, if any</source>
<translation type="unfinished" />
</message>
<message>
<source>Objections: {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Oct</source>
<translation type="unfinished" />
</message>
<message>
<source>Odometer {miles} is unlikely</source>
<translation type="unfinished" />
</message>
<message>
<source>Off</source>
<translation type="unfinished" />
</message>
<message>
<source>Offer another vehicle</source>
<translation type="unfinished" />
</message>
<message>
<source>Offer swap</source>
<translation type="unfinished" />
</message>
<message>
<source>Offer the sender address</source>
<translation type="unfinished" />
</message>
<message>
<source>Offer two times of the next days</source>
<translation type="unfinished" />
</message>
<message>
<source>Offer {called} another vehicle: the {vehicle_title} {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>OfferUp</source>
<translation type="unfinished" />
</message>
<message>
<source>Oklahoma</source>
<translation type="unfinished" />
</message>
<message>
<source>Okonjo</source>
<translation type="unfinished" />
</message>
<message>
<source>Older mails come in as history after, hours</source>
<translation type="unfinished" />
</message>
<message>
<source>On</source>
<translation type="unfinished" />
</message>
<message>
<source>On a computer where the window does not open, desk restore brings a file back.</source>
<translation type="unfinished" />
</message>
<message>
<source>On hold</source>
<translation type="unfinished" />
</message>
<message>
<source>On hold until {when}</source>
<translation type="unfinished" />
</message>
<message>
<source>On hold without a reason and a date</source>
<translation type="unfinished" />
</message>
<message>
<source>On leads that were taken in as older ones</source>
<translation type="unfinished" />
</message>
<message>
<source>On lot, {lot}</source>
<translation type="unfinished" />
</message>
<message>
<source>On the lot</source>
<translation type="unfinished" />
</message>
<message>
<source>On this local day after receipt the lead goes to Lost</source>
<translation type="unfinished" />
</message>
<message>
<source>On time</source>
<translation type="unfinished" />
</message>
<message>
<source>On-hold follow-ups due</source>
<translation type="unfinished" />
</message>
<message>
<source>One confirmation of the opt-out</source>
<translation type="unfinished" />
</message>
<message>
<source>One customer with two leads, since a sale keeps its own record. Addresses, consents and stops are shared</source>
<translation type="unfinished" />
</message>
<message>
<source>One customer, two leads</source>
<translation type="unfinished" />
</message>
<message>
<source>One digit apart</source>
<translation type="unfinished" />
</message>
<message>
<source>One is made by itself each day, and read whole before it counts; the newest fourteen are kept.</source>
<translation type="unfinished" />
</message>
<message>
<source>One lead, one timeline, one outreach{value}. {lands}</source>
<translation type="unfinished" />
</message>
<message>
<source>One of the dates is no date</source>
<translation type="unfinished" />
</message>
<message>
<source>One source</source>
<translation type="unfinished" />
</message>
<message>
<source>One word on what was done, then Enter</source>
<translation type="unfinished" />
</message>
<message>
<source>One-click unsubscribe page, with {token}</source>
<translation type="unfinished" />
</message>
<message>
<source>Only a call, text or email by a person does.</source>
<translation type="unfinished" />
</message>
<message>
<source>Only a person can claim a lead</source>
<translation type="unfinished" />
</message>
<message>
<source>Only a phone number was given, outside the hours</source>
<translation type="unfinished" />
</message>
<message>
<source>Only approved answers are given. What you write here is used from the next question on.</source>
<translation type="unfinished" />
</message>
<message>
<source>Only for customers who write this language</source>
<translation type="unfinished" />
</message>
<message>
<source>Only for leads of this class</source>
<translation type="unfinished" />
</message>
<message>
<source>Only for leads of this class: the store's own, the manufacturer's, a third party's</source>
<translation type="unfinished" />
</message>
<message>
<source>Only for leads of this kind of source</source>
<translation type="unfinished" />
</message>
<message>
<source>Only for leads of this source</source>
<translation type="unfinished" />
</message>
<message>
<source>Only for new or for used vehicles</source>
<translation type="unfinished" />
</message>
<message>
<source>Only for this program of the manufacturer</source>
<translation type="unfinished" />
</message>
<message>
<source>Only for vehicles of this make</source>
<translation type="unfinished" />
</message>
<message>
<source>Only for vehicles with this mark, such as certified or demo</source>
<translation type="unfinished" />
</message>
<message>
<source>Only its owner asks to be relieved of a lead</source>
<translation type="unfinished" />
</message>
<message>
<source>Only on these days of the week, by the store's clock</source>
<translation type="unfinished" />
</message>
<message>
<source>Only one column can be taken as: {names}.</source>
<translation type="unfinished" />
</message>
<message>
<source>Only read</source>
<translation type="unfinished" />
</message>
<message>
<source>Only the person whose item it is can acknowledge it</source>
<translation type="unfinished" />
</message>
<message>
<source>Only the window can tell</source>
<translation type="unfinished" />
</message>
<message>
<source>Only while the store is open or closed, or in a range of local time such as 17:00-20:00</source>
<translation type="unfinished" />
</message>
<message>
<source>Only {customer}, by asking again in writing</source>
<translation type="unfinished" />
</message>
<message>
<source>Only {filter} is shown. Not shown: {n} waiting{late}.</source>
<translation type="unfinished" />
</message>
<message>
<source>Open</source>
<translation type="unfinished" />
</message>
<message>
<source>Open Sales Desk</source>
<translation type="unfinished" />
</message>
<message>
<source>Open Sales Desk to see the lead</source>
<translation type="unfinished" />
</message>
<message>
<source>Open Settings. What waits stays queued</source>
<translation type="unfinished" />
</message>
<message>
<source>Open Today</source>
<translation type="unfinished" />
</message>
<message>
<source>Open after all</source>
<translation type="unfinished" />
</message>
<message>
<source>Open after all on {day}</source>
<translation type="unfinished" />
</message>
<message>
<source>Open again: {channels}</source>
<translation type="unfinished" />
</message>
<message>
<source>Open and answer</source>
<translation type="unfinished" />
</message>
<message>
<source>Open demo</source>
<translation type="unfinished" />
</message>
<message>
<source>Open history report</source>
<translation type="unfinished" />
</message>
<message>
<source>Open it and pick the name and phone</source>
<translation type="unfinished" />
</message>
<message>
<source>Open the folder</source>
<translation type="unfinished" />
</message>
<message>
<source>Open the inbox</source>
<translation type="unfinished" />
</message>
<message>
<source>Open the lead</source>
<translation type="unfinished" />
</message>
<message>
<source>Open the lead's history</source>
<translation type="unfinished" />
</message>
<message>
<source>Open the window once</source>
<translation type="unfinished" />
</message>
<message>
<source>Open wide</source>
<translation type="unfinished" />
</message>
<message>
<source>Open {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>Open, for example 09:00-18:00; empty means closed</source>
<translation type="unfinished" />
</message>
<message>
<source>Open: {what}</source>
<translation type="unfinished" />
</message>
<message>
<source>Opening hours by weekday, local time</source>
<translation type="unfinished" />
</message>
<message>
<source>Opt-out</source>
<translation type="unfinished" />
</message>
<message>
<source>Opt-out recorded by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Opt-outs and blocks</source>
<translation type="unfinished" />
</message>
<message>
<source>Opt-outs and blocks ({n}), for good, so that nobody writes to them again</source>
<translation type="unfinished" />
</message>
<message>
<source>Opt-outs honored</source>
<translation type="unfinished" />
</message>
<message>
<source>Opt-outs since are carried over, and who was forgotten since is forgotten again. The present store is kept beside it, and the assistant rests until you let it go on.</source>
<translation type="unfinished" />
</message>
<message>
<source>Opt-outs to honor</source>
<translation type="unfinished" />
</message>
<message>
<source>Opted in again: {evidence}</source>
<translation type="unfinished" />
</message>
<message>
<source>Opted out</source>
<translation type="unfinished" />
</message>
<message>
<source>Organic</source>
<translation type="unfinished" />
</message>
<message>
<source>Organic order</source>
<translation type="unfinished" />
</message>
<message>
<source>Organic order: {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Other answers</source>
<translation type="unfinished" />
</message>
<message>
<source>Other desk</source>
<translation type="unfinished" />
</message>
<message>
<source>Other desks about which a person has decided who speaks (DESK-12</source>
<translation type="unfinished" />
</message>
<message>
<source>Others on this customer</source>
<translation type="unfinished" />
</message>
<message>
<source>Out of rotation at once; open leads go to the others</source>
<translation type="unfinished" />
</message>
<message>
<source>Outback</source>
<translation type="unfinished" />
</message>
<message>
<source>Outcome</source>
<translation type="unfinished" />
</message>
<message>
<source>Outgoing mail port</source>
<translation type="unfinished" />
</message>
<message>
<source>Outgoing mail server</source>
<translation type="unfinished" />
</message>
<message>
<source>Outreach of its own, for good on this lead. Queued drafts were dropped</source>
<translation type="unfinished" />
</message>
<message>
<source>Over the budget</source>
<translation type="unfinished" />
</message>
<message>
<source>Over the budget: {over_budget}</source>
<translation type="unfinished" />
</message>
<message>
<source>Overdue</source>
<translation type="unfinished" />
</message>
<message>
<source>Overdue by</source>
<translation type="unfinished" />
</message>
<message>
<source>Overdue follow-up</source>
<translation type="unfinished" />
</message>
<message>
<source>Overnight</source>
<translation type="unfinished" />
</message>
<message>
<source>Overnight answer</source>
<translation type="unfinished" />
</message>
<message>
<source>Overnight: {said}</source>
<translation type="unfinished" />
</message>
<message>
<source>Own number</source>
<translation type="unfinished" />
</message>
<message>
<source>Owner</source>
<translation type="unfinished" />
</message>
<message>
<source>Owner asks to be relieved</source>
<translation type="unfinished" />
</message>
<message>
<source>Owner: {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>Owners who ask to be relieved</source>
<translation type="unfinished" />
</message>
<message>
<source>PIN</source>
<translation type="unfinished" />
</message>
<message>
<source>PIN and code</source>
<translation type="unfinished" />
</message>
<message>
<source>PIN of {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>PIN set by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>PIN taken away by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>PRAGMA {pragma}</source>
<translation type="unfinished" />
</message>
<message>
<source>Papers and greeting for {called}</source>
<translation type="unfinished" />
</message>
<message>
<source>Part of the day</source>
<translation type="unfinished" />
</message>
<message>
<source>Password, or app password</source>
<translation type="unfinished" />
</message>
<message>
<source>Past the law row: {note}</source>
<translation type="unfinished" />
</message>
<message>
<source>Past the law's row: who answers for it</source>
<translation type="unfinished" />
</message>
<message>
<source>Paste the recording's link, or choose its file.</source>
<translation type="unfinished" />
</message>
<message>
<source>Pause</source>
<translation type="unfinished" />
</message>
<message>
<source>Pause or resume the assistant for the store</source>
<translation type="unfinished" />
</message>
<message>
<source>Paused by status</source>
<translation type="unfinished" />
</message>
<message>
<source>Pauses by scope with their reasons (AI-27</source>
<translation type="unfinished" />
</message>
<message>
<source>Payoff</source>
<translation type="unfinished" />
</message>
<message>
<source>Payoff, $</source>
<translation type="unfinished" />
</message>
<message>
<source>Pennsylvania</source>
<translation type="unfinished" />
</message>
<message>
<source>People and shifts</source>
<translation type="unfinished" />
</message>
<message>
<source>People change their own sign-in</source>
<translation type="unfinished" />
</message>
<message>
<source>People choose their own alerts</source>
<translation type="unfinished" />
</message>
<message>
<source>People set their own PIN</source>
<translation type="unfinished" />
</message>
<message>
<source>People set up their own codes</source>
<translation type="unfinished" />
</message>
<message>
<source>People sign in</source>
<translation type="unfinished" />
</message>
<message>
<source>People's sign-in is no plain setting</source>
<translation type="unfinished" />
</message>
<message>
<source>People: ladders, assignment, tasks, alerts</source>
<translation type="unfinished" />
</message>
<message>
<source>Person</source>
<translation type="unfinished" />
</message>
<message>
<source>Phone</source>
<translation type="unfinished" />
</message>
<message>
<source>Phone customers call</source>
<translation type="unfinished" />
</message>
<message>
<source>Phone numbers and email addresses ({n})</source>
<translation type="unfinished" />
</message>
<message>
<source>Phone numbers one digit apart, or with two digits swapped</source>
<translation type="unfinished" />
</message>
<message>
<source>Phone-up</source>
<translation type="unfinished" />
</message>
<message>
<source>Photo link</source>
<translation type="unfinished" />
</message>
<message>
<source>Photo or file</source>
<translation type="unfinished" />
</message>
<message>
<source>Photos</source>
<translation type="unfinished" />
</message>
<message>
<source>Photos of the trade-in</source>
<translation type="unfinished" />
</message>
<message>
<source>Phrases in which such a word says nothing about the facts</source>
<translation type="unfinished" />
</message>
<message>
<source>Phrases with such a word that name a part of the day</source>
<translation type="unfinished" />
</message>
<message>
<source>Pick a name, a phone or an email with words of its own before it, and the reader can find it again.</source>
<translation type="unfinished" />
</message>
<message>
<source>Pick at least a name, a phone or an email</source>
<translation type="unfinished" />
</message>
<message>
<source>Pick at least a name, a phone or an email.</source>
<translation type="unfinished" />
</message>
<message>
<source>Pick the fields of a mail that could not be read, in the inbox, and the reader learns its layout.</source>
<translation type="unfinished" />
</message>
<message>
<source>Pick values that have words of their own before them</source>
<translation type="unfinished" />
</message>
<message>
<source>Point the customer to the secure application</source>
<translation type="unfinished" />
</message>
<message>
<source>Port</source>
<translation type="unfinished" />
</message>
<message>
<source>Possible duplicates</source>
<translation type="unfinished" />
</message>
<message>
<source>Possibly</source>
<translation type="unfinished" />
</message>
<message>
<source>Postal address, in every email</source>
<translation type="unfinished" />
</message>
<message>
<source>Precedence</source>
<translation type="unfinished" />
</message>
<message>
<source>Preferred contact</source>
<translation type="unfinished" />
</message>
<message>
<source>Preferred: {channel}</source>
<translation type="unfinished" />
</message>
<message>
<source>Prefers</source>
<translation type="unfinished" />
</message>
<message>
<source>Prefers not to talk by phone now</source>
<translation type="unfinished" />
</message>
<message>
<source>Press 1 or 2 on a row to choose a side</source>
<translation type="unfinished" />
</message>
<message>
<source>Press E to take the selected text</source>
<translation type="unfinished" />
</message>
<message>
<source>Press N to take the selected text</source>
<translation type="unfinished" />
</message>
<message>
<source>Press P to take the selected text</source>
<translation type="unfinished" />
</message>
<message>
<source>Press S to take the selected text</source>
<translation type="unfinished" />
</message>
<message>
<source>Press V to take the selected text</source>
<translation type="unfinished" />
</message>
<message>
<source>Press to put it away</source>
<translation type="unfinished" />
</message>
<message>
<source>Preview</source>
<translation type="unfinished" />
</message>
<message>
<source>Price</source>
<translation type="unfinished" />
</message>
<message>
<source>Price "{told}" is not one figure</source>
<translation type="unfinished" />
</message>
<message>
<source>Price and miles weigh at most as much as so many years each</source>
<translation type="unfinished" />
</message>
<message>
<source>Price of {at}</source>
<translation type="unfinished" />
</message>
<message>
<source>Price question asked</source>
<translation type="unfinished" />
</message>
<message>
<source>Price shopper: asked for the price first</source>
<translation type="unfinished" />
</message>
<message>
<source>Price, in dollars</source>
<translation type="unfinished" />
</message>
<message>
<source>Print</source>
<translation type="unfinished" />
</message>
<message>
<source>Print day sheet</source>
<translation type="unfinished" />
</message>
<message>
<source>Print it in Settings, Backup and keys, or by desk recovery-code</source>
<translation type="unfinished" />
</message>
<message>
<source>Printed {at} by {who}.</source>
<translation type="unfinished" />
</message>
<message>
<source>Pritchard</source>
<translation type="unfinished" />
</message>
<message>
<source>Propose another one</source>
<translation type="unfinished" />
</message>
<message>
<source>Propose one like it</source>
<translation type="unfinished" />
</message>
<message>
<source>Provider</source>
<translation type="unfinished" />
</message>
<message>
<source>Provider's address, empty for the usual one</source>
<translation type="unfinished" />
</message>
<message>
<source>Public link shorteners, which a text may not hold (R26</source>
<translation type="unfinished" />
</message>
<message>
<source>Purposes that go out during the rest too</source>
<translation type="unfinished" />
</message>
<message>
<source>Purposes that no touch budget holds back; the 24-hour cap still does</source>
<translation type="unfinished" />
</message>
<message>
<source>Purposes that nobody asked for: by text they need written consent (R6</source>
<translation type="unfinished" />
</message>
<message>
<source>Put first before last</source>
<translation type="unfinished" />
</message>
<message>
<source>Put it in place and open again</source>
<translation type="unfinished" />
</message>
<message>
<source>Put later rows later</source>
<translation type="unfinished" />
</message>
<message>
<source>Put later steps later</source>
<translation type="unfinished" />
</message>
<message>
<source>Put off</source>
<translation type="unfinished" />
</message>
<message>
<source>Put off, no new time</source>
<translation type="unfinished" />
</message>
<message>
<source>Put on hold</source>
<translation type="unfinished" />
</message>
<message>
<source>Put on hold by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Put {name} on hold?</source>
<translation type="unfinished" />
</message>
<message>
<source>Put {n} leads on hold</source>
<translation type="unfinished" />
</message>
<message>
<source>Put {n} on hold</source>
<translation type="unfinished" />
</message>
<message>
<source>Qualified</source>
<translation type="unfinished" />
</message>
<message>
<source>Quarterly review of the procedures</source>
<translation type="unfinished" />
</message>
<message>
<source>Questions a day at most</source>
<translation type="unfinished" />
</message>
<message>
<source>Questions it answers, one a line</source>
<translation type="unfinished" />
</message>
<message>
<source>Questions to the endpoint a day at most</source>
<translation type="unfinished" />
</message>
<message>
<source>Questions to the endpoint today</source>
<translation type="unfinished" />
</message>
<message>
<source>Questions, one a line</source>
<translation type="unfinished" />
</message>
<message>
<source>Queue for today approved</source>
<translation type="unfinished" />
</message>
<message>
<source>Queued</source>
<translation type="unfinished" />
</message>
<message>
<source>Quist</source>
<translation type="unfinished" />
</message>
<message>
<source>Quit Sales Desk</source>
<translation type="unfinished" />
</message>
<message>
<source>Quit; closing the window leaves the desk at work</source>
<translation type="unfinished" />
</message>
<message>
<source>R.I. Gen. Laws 5-61-2(2)</source>
<translation type="unfinished" />
</message>
<message>
<source>RAV4 Hybrid</source>
<translation type="unfinished" />
</message>
<message>
<source>RCW 80.36.390</source>
<translation type="unfinished" />
</message>
<message>
<source>RFC822.SIZE INTERNALDATE</source>
<translation type="unfinished" />
</message>
<message>
<source>Re</source>
<translation type="unfinished" />
</message>
<message>
<source>Re-engage</source>
<translation type="unfinished" />
</message>
<message>
<source>Re-engagement · day {n}</source>
<translation type="unfinished" />
</message>
<message>
<source>Re: {removeprefix}</source>
<translation type="unfinished" />
</message>
<message>
<source>Reach the mail server</source>
<translation type="unfinished" />
</message>
<message>
<source>Reach the mailbox</source>
<translation type="unfinished" />
</message>
<message>
<source>Reactive only</source>
<translation type="unfinished" />
</message>
<message>
<source>Read a newer feed</source>
<translation type="unfinished" />
</message>
<message>
<source>Read all procedures of the store</source>
<translation type="unfinished" />
</message>
<message>
<source>Read by a taught layout</source>
<translation type="unfinished" />
</message>
<message>
<source>Read by the words a person taught for this sender: {taught}</source>
<translation type="unfinished" />
</message>
<message>
<source>Read by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Read it</source>
<translation type="unfinished" />
</message>
<message>
<source>Read it and acknowledge it</source>
<translation type="unfinished" />
</message>
<message>
<source>Read it and call</source>
<translation type="unfinished" />
</message>
<message>
<source>Read it, and say whether they did</source>
<translation type="unfinished" />
</message>
<message>
<source>Read the reason and decide who works it</source>
<translation type="unfinished" />
</message>
<message>
<source>Read what changed in the playbook</source>
<translation type="unfinished" />
</message>
<message>
<source>Read what was said in Settings, Test customers</source>
<translation type="unfinished" />
</message>
<message>
<source>Read whole just now. Its last moment: {last}. The store's: {here}.</source>
<translation type="unfinished" />
</message>
<message>
<source>Reading all of it …</source>
<translation type="unfinished" />
</message>
<message>
<source>Reading {folder} for the first time: {count} mails so far</source>
<translation type="unfinished" />
</message>
<message>
<source>Reading …</source>
<translation type="unfinished" />
</message>
<message>
<source>Reads from</source>
<translation type="unfinished" />
</message>
<message>
<source>Reads leads and replies</source>
<translation type="unfinished" />
</message>
<message>
<source>Reads {folders}</source>
<translation type="unfinished" />
</message>
<message>
<source>Reason</source>
<translation type="unfinished" />
</message>
<message>
<source>Reason for the pause</source>
<translation type="unfinished" />
</message>
<message>
<source>Reason for turning the assistant off</source>
<translation type="unfinished" />
</message>
<message>
<source>Reason, such as who declared it</source>
<translation type="unfinished" />
</message>
<message>
<source>Reason: choose one</source>
<translation type="unfinished" />
</message>
<message>
<source>Reasons a person can give for a lost lead: kept as, read as</source>
<translation type="unfinished" />
</message>
<message>
<source>Reasons of a lost lead for which the re-engagement campaign may still write</source>
<translation type="unfinished" />
</message>
<message>
<source>Reasons that mean no response</source>
<translation type="unfinished" />
</message>
<message>
<source>Reassigned numbers</source>
<translation type="unfinished" />
</message>
<message>
<source>Record</source>
<translation type="unfinished" />
</message>
<message>
<source>Record consent</source>
<translation type="unfinished" />
</message>
<message>
<source>Record read</source>
<translation type="unfinished" />
</message>
<message>
<source>Record shown, no-show, moved, cancelled or sold</source>
<translation type="unfinished" />
</message>
<message>
<source>Recorded as {status}</source>
<translation type="unfinished" />
</message>
<message>
<source>Recorded by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Recorded call</source>
<translation type="unfinished" />
</message>
<message>
<source>Recording: link or file</source>
<translation type="unfinished" />
</message>
<message>
<source>Recording: {place}</source>
<translation type="unfinished" />
</message>
<message>
<source>Recovery code</source>
<translation type="unfinished" />
</message>
<message>
<source>Recovery code of this store</source>
<translation type="unfinished" />
</message>
<message>
<source>Recovery code, as it was printed:</source>
<translation type="unfinished" />
</message>
<message>
<source>Recovery codes that a person is given</source>
<translation type="unfinished" />
</message>
<message>
<source>Recovery codes, each good once, for a day without the phone. Keep them where the phone is not.</source>
<translation type="unfinished" />
</message>
<message>
<source>References</source>
<translation type="unfinished" />
</message>
<message>
<source>Referral</source>
<translation type="unfinished" />
</message>
<message>
<source>Refused rows</source>
<translation type="unfinished" />
</message>
<message>
<source>Refused: {get}</source>
<translation type="unfinished" />
</message>
<message>
<source>Rep</source>
<translation type="unfinished" />
</message>
<message>
<source>Repeats every {span_words} until answered</source>
<translation type="unfinished" />
</message>
<message>
<source>Replies read</source>
<translation type="unfinished" />
</message>
<message>
<source>Replies to read</source>
<translation type="unfinished" />
</message>
<message>
<source>Reply</source>
<translation type="unfinished" />
</message>
<message>
<source>Reply STOP and we will not write to this address again</source>
<translation type="unfinished" />
</message>
<message>
<source>Reply yourself</source>
<translation type="unfinished" />
</message>
<message>
<source>Reply, call</source>
<translation type="unfinished" />
</message>
<message>
<source>Reps, managers, who is on when</source>
<translation type="unfinished" />
</message>
<message>
<source>Request date "{text}" could not be read</source>
<translation type="unfinished" />
</message>
<message>
<source>Request date "{text}" has no time of day</source>
<translation type="unfinished" />
</message>
<message>
<source>Restore the last backup</source>
<translation type="unfinished" />
</message>
<message>
<source>Restore the last backup: desk restore FILE</source>
<translation type="unfinished" />
</message>
<message>
<source>Rests while the lead is on hold</source>
<translation type="unfinished" />
</message>
<message>
<source>Resume</source>
<translation type="unfinished" />
</message>
<message>
<source>Resume: {scope}</source>
<translation type="unfinished" />
</message>
<message>
<source>Resumed by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Resumes</source>
<translation type="unfinished" />
</message>
<message>
<source>Retire it</source>
<translation type="unfinished" />
</message>
<message>
<source>Retired by {words}: {reason}</source>
<translation type="unfinished" />
</message>
<message>
<source>Review this hot lead: {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>Rhode Island</source>
<translation type="unfinished" />
</message>
<message>
<source>Right within {max} s of the providers' clocks</source>
<translation type="unfinished" />
</message>
<message>
<source>Ringing for {span}. {seen}.</source>
<translation type="unfinished" />
</message>
<message>
<source>Robin Test</source>
<translation type="unfinished" />
</message>
<message>
<source>Role</source>
<translation type="unfinished" />
</message>
<message>
<source>Roles that need a code from their phone beside the PIN (R22</source>
<translation type="unfinished" />
</message>
<message>
<source>Room comes back as they grow older; a person's email still goes</source>
<translation type="unfinished" />
</message>
<message>
<source>Rosales</source>
<translation type="unfinished" />
</message>
<message>
<source>Row</source>
<translation type="unfinished" />
</message>
<message>
<source>Rule {rule}</source>
<translation type="unfinished" />
</message>
<message>
<source>Run desk doctor</source>
<translation type="unfinished" />
</message>
<message>
<source>Runs on this computer</source>
<translation type="unfinished" />
</message>
<message>
<source>S.C. Code 37-21</source>
<translation type="unfinished" />
</message>
<message>
<source>SDCL 37-30-28</source>
<translation type="unfinished" />
</message>
<message>
<source>SPF, DKIM and DMARC as last seen on a mail of the store's own</source>
<translation type="unfinished" />
</message>
<message>
<source>STARTTLS</source>
<translation type="unfinished" />
</message>
<message>
<source>Saab</source>
<translation type="unfinished" />
</message>
<message>
<source>Said</source>
<translation type="unfinished" />
</message>
<message>
<source>Said not now</source>
<translation type="unfinished" />
</message>
<message>
<source>Said stop.</source>
<translation type="unfinished" />
</message>
<message>
<source>Said to a person</source>
<translation type="unfinished" />
</message>
<message>
<source>Sale recorded by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Sale taken back by {words}: {reason}</source>
<translation type="unfinished" />
</message>
<message>
<source>Sales</source>
<translation type="unfinished" />
</message>
<message>
<source>Sales AI</source>
<translation type="unfinished" />
</message>
<message>
<source>Sales Desk</source>
<translation type="unfinished" />
</message>
<message>
<source>Sales Desk closes, puts the backup in place and opens again.</source>
<translation type="unfinished" />
</message>
<message>
<source>Sales Desk greets each internet lead in seconds, tells the right person, and keeps every customer on one board until they buy or say no.</source>
<translation type="unfinished" />
</message>
<message>
<source>Sales Desk has an alert for you</source>
<translation type="unfinished" />
</message>
<message>
<source>Sales Desk is at work on this mailbox</source>
<translation type="unfinished" />
</message>
<message>
<source>Sales Desk is locked</source>
<translation type="unfinished" />
</message>
<message>
<source>Sales Desk · {at}</source>
<translation type="unfinished" />
</message>
<message>
<source>Sales Desk, sheet {number}</source>
<translation type="unfinished" />
</message>
<message>
<source>Sales Desk: {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Same customer as another lead</source>
<translation type="unfinished" />
</message>
<message>
<source>Same email</source>
<translation type="unfinished" />
</message>
<message>
<source>Same household</source>
<translation type="unfinished" />
</message>
<message>
<source>Same last name</source>
<translation type="unfinished" />
</message>
<message>
<source>Same name</source>
<translation type="unfinished" />
</message>
<message>
<source>Same phone</source>
<translation type="unfinished" />
</message>
<message>
<source>Same vehicle</source>
<translation type="unfinished" />
</message>
<message>
<source>Sasha Test</source>
<translation type="unfinished" />
</message>
<message>
<source>Sat</source>
<translation type="unfinished" />
</message>
<message>
<source>Saturday</source>
<translation type="unfinished" />
</message>
<message>
<source>Save</source>
<translation type="unfinished" />
</message>
<message>
<source>Save and go on</source>
<translation type="unfinished" />
</message>
<message>
<source>Save as a new version</source>
<translation type="unfinished" />
</message>
<message>
<source>Save file</source>
<translation type="unfinished" />
</message>
<message>
<source>Save note</source>
<translation type="unfinished" />
</message>
<message>
<source>Save the answer</source>
<translation type="unfinished" />
</message>
<message>
<source>Save the card in your phone, and alerts by text show who writes. The assistant's emails come from {mail}: in Outlook choose Rules, Create rule, From; in Gmail choose Filter messages like these. Let the rule put them in a folder of their own and never in spam.</source>
<translation type="unfinished" />
</message>
<message>
<source>Save the contact card</source>
<translation type="unfinished" />
</message>
<message>
<source>Save the list</source>
<translation type="unfinished" />
</message>
<message>
<source>Save the refused rows</source>
<translation type="unfinished" />
</message>
<message>
<source>Save the vehicle</source>
<translation type="unfinished" />
</message>
<message>
<source>Save this mailbox</source>
<translation type="unfinished" />
</message>
<message>
<source>Save this row</source>
<translation type="unfinished" />
</message>
<message>
<source>Save this view</source>
<translation type="unfinished" />
</message>
<message>
<source>Save times</source>
<translation type="unfinished" />
</message>
<message>
<source>Save view</source>
<translation type="unfinished" />
</message>
<message>
<source>Save {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>Save {name} as …</source>
<translation type="unfinished" />
</message>
<message>
<source>Saved</source>
<translation type="unfinished" />
</message>
<message>
<source>Saved by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Saved by {words}: {why}</source>
<translation type="unfinished" />
</message>
<message>
<source>Saved views</source>
<translation type="unfinished" />
</message>
<message>
<source>Saved. Send the file to your phone and open it there.</source>
<translation type="unfinished" />
</message>
<message>
<source>Say it like this</source>
<translation type="unfinished" />
</message>
<message>
<source>Say when it should leave</source>
<translation type="unfinished" />
</message>
<message>
<source>Say where it stands, or what they said and when.</source>
<translation type="unfinished" />
</message>
<message>
<source>Say why in a few words</source>
<translation type="unfinished" />
</message>
<message>
<source>Say why it cannot wait, or send it later</source>
<translation type="unfinished" />
</message>
<message>
<source>Say why it is lost</source>
<translation type="unfinished" />
</message>
<message>
<source>Say why it is no lead; the reason is kept</source>
<translation type="unfinished" />
</message>
<message>
<source>Say why it is no lead; the reason is kept.</source>
<translation type="unfinished" />
</message>
<message>
<source>Say why the answer is retired; the reason is kept</source>
<translation type="unfinished" />
</message>
<message>
<source>Say why the template is retired; the reason is kept</source>
<translation type="unfinished" />
</message>
<message>
<source>Say why you call all the same; it is kept with the call.</source>
<translation type="unfinished" />
</message>
<message>
<source>Say why, in a few words.</source>
<translation type="unfinished" />
</message>
<message>
<source>Says stop by and is answered</source>
<translation type="unfinished" />
</message>
<message>
<source>Says what the alert says</source>
<translation type="unfinished" />
</message>
<message>
<source>Score, 0 to 100</source>
<translation type="unfinished" />
</message>
<message>
<source>Screens</source>
<translation type="unfinished" />
</message>
<message>
<source>Second factors and hashes of recovery codes, by person (R22</source>
<translation type="unfinished" />
</message>
<message>
<source>Secret for your phone</source>
<translation type="unfinished" />
</message>
<message>
<source>Security</source>
<translation type="unfinished" />
</message>
<message>
<source>Security of reading</source>
<translation type="unfinished" />
</message>
<message>
<source>Security of sending</source>
<translation type="unfinished" />
</message>
<message>
<source>See docs/playbook.md</source>
<translation type="unfinished" />
</message>
<message>
<source>See rule</source>
<translation type="unfinished" />
</message>
<message>
<source>See that a person calls now</source>
<translation type="unfinished" />
</message>
<message>
<source>See the list in Settings</source>
<translation type="unfinished" />
</message>
<message>
<source>See the task</source>
<translation type="unfinished" />
</message>
<message>
<source>Seen by {value}</source>
<translation type="unfinished" />
</message>
<message>
<source>Seen by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Seen {seen}</source>
<translation type="unfinished" />
</message>
<message>
<source>Select leads</source>
<translation type="unfinished" />
</message>
<message>
<source>Select the column</source>
<translation type="unfinished" />
</message>
<message>
<source>Select; Shift and arrows go on</source>
<translation type="unfinished" />
</message>
<message>
<source>Selected text is the</source>
<translation type="unfinished" />
</message>
<message>
<source>Seller</source>
<translation type="unfinished" />
</message>
<message>
<source>Send</source>
<translation type="unfinished" />
</message>
<message>
<source>Send a mail from {own}; the desk reads what the mail server says about it</source>
<translation type="unfinished" />
</message>
<message>
<source>Send a test text</source>
<translation type="unfinished" />
</message>
<message>
<source>Send again</source>
<translation type="unfinished" />
</message>
<message>
<source>Send at another time</source>
<translation type="unfinished" />
</message>
<message>
<source>Send at {at}</source>
<translation type="unfinished" />
</message>
<message>
<source>Send both</source>
<translation type="unfinished" />
</message>
<message>
<source>Send now</source>
<translation type="unfinished" />
</message>
<message>
<source>Send or save</source>
<translation type="unfinished" />
</message>
<message>
<source>Send {at}</source>
<translation type="unfinished" />
</message>
<message>
<source>Sender</source>
<translation type="unfinished" />
</message>
<message>
<source>Sender check</source>
<translation type="unfinished" />
</message>
<message>
<source>Sending</source>
<translation type="unfinished" />
</message>
<message>
<source>Sending from {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>Sending mail</source>
<translation type="unfinished" />
</message>
<message>
<source>Sends nothing. Staff do all follow-up</source>
<translation type="unfinished" />
</message>
<message>
<source>Sends on schedule and answers replies</source>
<translation type="unfinished" />
</message>
<message>
<source>Sends through</source>
<translation type="unfinished" />
</message>
<message>
<source>Sends through; empty: only read</source>
<translation type="unfinished" />
</message>
<message>
<source>Senior sales</source>
<translation type="unfinished" />
</message>
<message>
<source>Sent</source>
<translation type="unfinished" />
</message>
<message>
<source>Sent a photo or file</source>
<translation type="unfinished" />
</message>
<message>
<source>Sent again by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Sent by itself</source>
<translation type="unfinished" />
</message>
<message>
<source>Sent mail lies in</source>
<translation type="unfinished" />
</message>
<message>
<source>Sep</source>
<translation type="unfinished" />
</message>
<message>
<source>Set PINs in Settings, Sign-in</source>
<translation type="unfinished" />
</message>
<message>
<source>Set a PIN first</source>
<translation type="unfinished" />
</message>
<message>
<source>Set a manager's PIN in Settings, Sign-in</source>
<translation type="unfinished" />
</message>
<message>
<source>Set by {temperature_note}</source>
<translation type="unfinished" />
</message>
<message>
<source>Set by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Set it</source>
<translation type="unfinished" />
</message>
<message>
<source>Set it up in Settings, Sign-in</source>
<translation type="unfinished" />
</message>
<message>
<source>Set one first: it opens the desk once it is locked</source>
<translation type="unfinished" />
</message>
<message>
<source>Set one in Settings, People and shifts</source>
<translation type="unfinished" />
</message>
<message>
<source>Set one up in Settings</source>
<translation type="unfinished" />
</message>
<message>
<source>Set the clock to follow the internet's time</source>
<translation type="unfinished" />
</message>
<message>
<source>Set the temperature</source>
<translation type="unfinished" />
</message>
<message>
<source>Set up codes</source>
<translation type="unfinished" />
</message>
<message>
<source>Set up my store</source>
<translation type="unfinished" />
</message>
<message>
<source>Set-up</source>
<translation type="unfinished" />
</message>
<message>
<source>Set-up steps that are done</source>
<translation type="unfinished" />
</message>
<message>
<source>Settings</source>
<translation type="unfinished" />
</message>
<message>
<source>Settings, Mailboxes: Look for another answer</source>
<translation type="unfinished" />
</message>
<message>
<source>Several, with commas between</source>
<translation type="unfinished" />
</message>
<message>
<source>Shared with</source>
<translation type="unfinished" />
</message>
<message>
<source>Shift by day; nothing at all means the store's hours</source>
<translation type="unfinished" />
</message>
<message>
<source>Short street words with what they stand for</source>
<translation type="unfinished" />
</message>
<message>
<source>Shorten it</source>
<translation type="unfinished" />
</message>
<message>
<source>Show alerts</source>
<translation type="unfinished" />
</message>
<message>
<source>Show all</source>
<translation type="unfinished" />
</message>
<message>
<source>Show everyone's leads</source>
<translation type="unfinished" />
</message>
<message>
<source>Show history</source>
<translation type="unfinished" />
</message>
<message>
<source>Show less</source>
<translation type="unfinished" />
</message>
<message>
<source>Show my leads</source>
<translation type="unfinished" />
</message>
<message>
<source>Show open</source>
<translation type="unfinished" />
</message>
<message>
<source>Show the recovery code</source>
<translation type="unfinished" />
</message>
<message>
<source>Show unassigned leads</source>
<translation type="unfinished" />
</message>
<message>
<source>Show view {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>Shown as</source>
<translation type="unfinished" />
</message>
<message>
<source>Shown by the computer</source>
<translation type="unfinished" />
</message>
<message>
<source>Sign in</source>
<translation type="unfinished" />
</message>
<message>
<source>Sign in again in Settings</source>
<translation type="unfinished" />
</message>
<message>
<source>Sign in again in Settings, Mailbox</source>
<translation type="unfinished" />
</message>
<message>
<source>Sign in at the provider to see why</source>
<translation type="unfinished" />
</message>
<message>
<source>Sign in in Settings, Mailbox</source>
<translation type="unfinished" />
</message>
<message>
<source>Sign in to see it</source>
<translation type="unfinished" />
</message>
<message>
<source>Sign in with Google</source>
<translation type="unfinished" />
</message>
<message>
<source>Sign in with Microsoft</source>
<translation type="unfinished" />
</message>
<message>
<source>Sign in, then do it again</source>
<translation type="unfinished" />
</message>
<message>
<source>Sign out</source>
<translation type="unfinished" />
</message>
<message>
<source>Sign-in</source>
<translation type="unfinished" />
</message>
<message>
<source>Sign-in name</source>
<translation type="unfinished" />
</message>
<message>
<source>Sign-in page of an own tenant</source>
<translation type="unfinished" />
</message>
<message>
<source>Sign-ins are kept in {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>Signed in as {user}</source>
<translation type="unfinished" />
</message>
<message>
<source>Signed in: {name}, {role}</source>
<translation type="unfinished" />
</message>
<message>
<source>Signing in with {name} needs the client id of the store's own registration</source>
<translation type="unfinished" />
</message>
<message>
<source>Signing in, views and exports</source>
<translation type="unfinished" />
</message>
<message>
<source>Silence alone never cools an unanswered lead below this, so that its cadence keeps its pace</source>
<translation type="unfinished" />
</message>
<message>
<source>Silent for {span_words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Similar vehicles</source>
<translation type="unfinished" />
</message>
<message>
<source>Similar vehicles are at most so many years apart</source>
<translation type="unfinished" />
</message>
<message>
<source>Similar vehicles go this long after the first logged call attempt (AI-05</source>
<translation type="unfinished" />
</message>
<message>
<source>Since closing</source>
<translation type="unfinished" />
</message>
<message>
<source>Since {at}{by}{reason}</source>
<translation type="unfinished" />
</message>
<message>
<source>Single keys work while no text field has the focus.</source>
<translation type="unfinished" />
</message>
<message>
<source>Sit down as that person</source>
<translation type="unfinished" />
</message>
<message>
<source>Skate radar</source>
<translation type="unfinished" />
</message>
<message>
<source>Skip</source>
<translation type="unfinished" />
</message>
<message>
<source>Skip for now</source>
<translation type="unfinished" />
</message>
<message>
<source>Skipped</source>
<translation type="unfinished" />
</message>
<message>
<source>Skipped by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Slower</source>
<translation type="unfinished" />
</message>
<message>
<source>Snooze</source>
<translation type="unfinished" />
</message>
<message>
<source>So few letters of a weekday are understood</source>
<translation type="unfinished" />
</message>
<message>
<source>So few words of no topic may go on about the vehicle</source>
<translation type="unfinished" />
</message>
<message>
<source>So many bare nods in a row get no further question</source>
<translation type="unfinished" />
</message>
<message>
<source>So many messages in a row that were not understood hand the lead to a person (AI-09</source>
<translation type="unfinished" />
</message>
<message>
<source>So many miles apart weigh as much as one year</source>
<translation type="unfinished" />
</message>
<message>
<source>So often who asks nothing new is told that it was passed on</source>
<translation type="unfinished" />
</message>
<message>
<source>So the assistant can say what is on the lot, and check the vehicle before each visit.</source>
<translation type="unfinished" />
</message>
<message>
<source>Social</source>
<translation type="unfinished" />
</message>
<message>
<source>Solberg</source>
<translation type="unfinished" />
</message>
<message>
<source>Sold</source>
<translation type="unfinished" />
</message>
<message>
<source>Sold by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Somebody else</source>
<translation type="unfinished" />
</message>
<message>
<source>Somebody else changed this ladder meanwhile</source>
<translation type="unfinished" />
</message>
<message>
<source>Somebody else changed this row meanwhile</source>
<translation type="unfinished" />
</message>
<message>
<source>Somebody else owns the lead by now</source>
<translation type="unfinished" />
</message>
<message>
<source>Someone else answers at this number</source>
<translation type="unfinished" />
</message>
<message>
<source>Something else answers leads too</source>
<translation type="unfinished" />
</message>
<message>
<source>Something else answers your leads</source>
<translation type="unfinished" />
</message>
<message>
<source>Something waits for a decision</source>
<translation type="unfinished" />
</message>
<message>
<source>Something went wrong in Sales Desk. Nothing was lost</source>
<translation type="unfinished" />
</message>
<message>
<source>Somewhat slower</source>
<translation type="unfinished" />
</message>
<message>
<source>Sort: hottest first</source>
<translation type="unfinished" />
</message>
<message>
<source>Sort: newest first</source>
<translation type="unfinished" />
</message>
<message>
<source>Sort: next step first</source>
<translation type="unfinished" />
</message>
<message>
<source>Sort: timer, then temperature</source>
<translation type="unfinished" />
</message>
<message>
<source>Source</source>
<translation type="unfinished" />
</message>
<message>
<source>Source and type</source>
<translation type="unfinished" />
</message>
<message>
<source>Source to pause</source>
<translation type="unfinished" />
</message>
<message>
<source>Source {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>Source, as leads name it</source>
<translation type="unfinished" />
</message>
<message>
<source>Sources filed by hand: name to kind and class (LEAD-03</source>
<translation type="unfinished" />
</message>
<message>
<source>Sources whose customers are handed to a person at their first answer (AI-10</source>
<translation type="unfinished" />
</message>
<message>
<source>South Carolina</source>
<translation type="unfinished" />
</message>
<message>
<source>South Dakota</source>
<translation type="unfinished" />
</message>
<message>
<source>Spanish</source>
<translation type="unfinished" />
</message>
<message>
<source>Spoke with a person</source>
<translation type="unfinished" />
</message>
<message>
<source>Spoken</source>
<translation type="unfinished" />
</message>
<message>
<source>Stage: {stage}</source>
<translation type="unfinished" />
</message>
<message>
<source>Start</source>
<translation type="unfinished" />
</message>
<message>
<source>Start a fresh demo</source>
<translation type="unfinished" />
</message>
<message>
<source>Start assessment</source>
<translation type="unfinished" />
</message>
<message>
<source>Start assistant</source>
<translation type="unfinished" />
</message>
<message>
<source>Start it again when you are ready</source>
<translation type="unfinished" />
</message>
<message>
<source>Start the assistant on it</source>
<translation type="unfinished" />
</message>
<message>
<source>Start with the computer</source>
<translation type="unfinished" />
</message>
<message>
<source>Started by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Starts at the next opening</source>
<translation type="unfinished" />
</message>
<message>
<source>State</source>
<translation type="unfinished" />
</message>
<message>
<source>State of {at}. Nothing after it is on this page.</source>
<translation type="unfinished" />
</message>
<message>
<source>State rules</source>
<translation type="unfinished" />
</message>
<message>
<source>State rules, taken back</source>
<translation type="unfinished" />
</message>
<message>
<source>State the total price or name no vehicle</source>
<translation type="unfinished" />
</message>
<message>
<source>State, two letters</source>
<translation type="unfinished" />
</message>
<message>
<source>States without a row of their own follow the federal rule; type a name to find one.</source>
<translation type="unfinished" />
</message>
<message>
<source>Status</source>
<translation type="unfinished" />
</message>
<message>
<source>Statuses that stop the assistant by themselves (AI-16</source>
<translation type="unfinished" />
</message>
<message>
<source>Step {level} of {len}{again}</source>
<translation type="unfinished" />
</message>
<message>
<source>Step {n}: {who}</source>
<translation type="unfinished" />
</message>
<message>
<source>Steps of the ladder</source>
<translation type="unfinished" />
</message>
<message>
<source>Steps that say enough without what a temperature adds</source>
<translation type="unfinished" />
</message>
<message>
<source>Sticker price</source>
<translation type="unfinished" />
</message>
<message>
<source>Still looking?</source>
<translation type="unfinished" />
</message>
<message>
<source>Still missing: {missing}</source>
<translation type="unfinished" />
</message>
<message>
<source>Stock</source>
<translation type="unfinished" />
</message>
<message>
<source>Stock number</source>
<translation type="unfinished" />
</message>
<message>
<source>Stock numbers the store counts as high value as well</source>
<translation type="unfinished" />
</message>
<message>
<source>Stop waiting</source>
<translation type="unfinished" />
</message>
<message>
<source>Stopped: {proof}</source>
<translation type="unfinished" />
</message>
<message>
<source>Stopped: {proof}.</source>
<translation type="unfinished" />
</message>
<message>
<source>Stops</source>
<translation type="unfinished" />
</message>
<message>
<source>Stops in Spanish</source>
<translation type="unfinished" />
</message>
<message>
<source>Stops in other words</source>
<translation type="unfinished" />
</message>
<message>
<source>Store</source>
<translation type="unfinished" />
</message>
<message>
<source>Store and hours</source>
<translation type="unfinished" />
</message>
<message>
<source>Store name</source>
<translation type="unfinished" />
</message>
<message>
<source>Store's texting number</source>
<translation type="unfinished" />
</message>
<message>
<source>Strategy {kind}</source>
<translation type="unfinished" />
</message>
<message>
<source>Street</source>
<translation type="unfinished" />
</message>
<message>
<source>Stretches the intervals for the cooler bands (TEMP-03</source>
<translation type="unfinished" />
</message>
<message>
<source>Stretches the intervals of the cadence</source>
<translation type="unfinished" />
</message>
<message>
<source>Stuck leads</source>
<translation type="unfinished" />
</message>
<message>
<source>Subject</source>
<translation type="unfinished" />
</message>
<message>
<source>Such a part of the price apart weighs as much as one year</source>
<translation type="unfinished" />
</message>
<message>
<source>Summaries</source>
<translation type="unfinished" />
</message>
<message>
<source>Summary</source>
<translation type="unfinished" />
</message>
<message>
<source>Sun</source>
<translation type="unfinished" />
</message>
<message>
<source>Sunday</source>
<translation type="unfinished" />
</message>
<message>
<source>Switch it on when you are ready</source>
<translation type="unfinished" />
</message>
<message>
<source>Switch sleep off in the system's power settings</source>
<translation type="unfinished" />
</message>
<message>
<source>Sync</source>
<translation type="unfinished" />
</message>
<message>
<source>TLS</source>
<translation type="unfinished" />
</message>
<message>
<source>Tables (*.csv *.txt);;All files (*)</source>
<translation type="unfinished" />
</message>
<message>
<source>Tables (*.csv)</source>
<translation type="unfinished" />
</message>
<message>
<source>Tacoma SR5</source>
<translation type="unfinished" />
</message>
<message>
<source>Tags</source>
<translation type="unfinished" />
</message>
<message>
<source>Take away</source>
<translation type="unfinished" />
</message>
<message>
<source>Take back</source>
<translation type="unfinished" />
</message>
<message>
<source>Take codes away</source>
<translation type="unfinished" />
</message>
<message>
<source>Take in a newer one</source>
<translation type="unfinished" />
</message>
<message>
<source>Take in {n} leads</source>
<translation type="unfinished" />
</message>
<message>
<source>Take it although it is much smaller</source>
<translation type="unfinished" />
</message>
<message>
<source>Take it away there first, or use an account of their own</source>
<translation type="unfinished" />
</message>
<message>
<source>Take it in</source>
<translation type="unfinished" />
</message>
<message>
<source>Take names, numbers and addresses out before it is asked</source>
<translation type="unfinished" />
</message>
<message>
<source>Take off hold</source>
<translation type="unfinished" />
</message>
<message>
<source>Take over {called}</source>
<translation type="unfinished" />
</message>
<message>
<source>Take part in the first talk, or take it over</source>
<translation type="unfinished" />
</message>
<message>
<source>Take the customer now</source>
<translation type="unfinished" />
</message>
<message>
<source>Take the later merge apart first</source>
<translation type="unfinished" />
</message>
<message>
<source>Take the sale back first</source>
<translation type="unfinished" />
</message>
<message>
<source>Take {name} off</source>
<translation type="unfinished" />
</message>
<message>
<source>Taken apart by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Taken apart. Each stands for itself again.</source>
<translation type="unfinished" />
</message>
<message>
<source>Taken as</source>
<translation type="unfinished" />
</message>
<message>
<source>Taken back by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Taken back: {act}</source>
<translation type="unfinished" />
</message>
<message>
<source>Taken in as an older lead</source>
<translation type="unfinished" />
</message>
<message>
<source>Taken off hold by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Taking a sale back needs a reason</source>
<translation type="unfinished" />
</message>
<message>
<source>Taking in {n} of {all} …</source>
<translation type="unfinished" />
</message>
<message>
<source>Taking it in …</source>
<translation type="unfinished" />
</message>
<message>
<source>Talk with them</source>
<translation type="unfinished" />
</message>
<message>
<source>Task overdue</source>
<translation type="unfinished" />
</message>
<message>
<source>Task: {title}</source>
<translation type="unfinished" />
</message>
<message>
<source>Tasks ({n}): what they were about</source>
<translation type="unfinished" />
</message>
<message>
<source>Taught by {name} {at}, from “{subject}”</source>
<translation type="unfinished" />
</message>
<message>
<source>Teach the reader this layout</source>
<translation type="unfinished" />
</message>
<message>
<source>Teague</source>
<translation type="unfinished" />
</message>
<message>
<source>Team</source>
<translation type="unfinished" />
</message>
<message>
<source>Team and shifts</source>
<translation type="unfinished" />
</message>
<message>
<source>Technical failure</source>
<translation type="unfinished" />
</message>
<message>
<source>Tell the manager</source>
<translation type="unfinished" />
</message>
<message>
<source>Tell the manager, who decides</source>
<translation type="unfinished" />
</message>
<message>
<source>Tell them before they come, and propose one like it</source>
<translation type="unfinished" />
</message>
<message>
<source>Tell {in_turn} why</source>
<translation type="unfinished" />
</message>
<message>
<source>Telluride EX</source>
<translation type="unfinished" />
</message>
<message>
<source>Temp.</source>
<translation type="unfinished" />
</message>
<message>
<source>Temperature</source>
<translation type="unfinished" />
</message>
<message>
<source>Temperature above the manager's mark</source>
<translation type="unfinished" />
</message>
<message>
<source>Temperature left to the facts</source>
<translation type="unfinished" />
</message>
<message>
<source>Temperature set to {score} until {when}</source>
<translation type="unfinished" />
</message>
<message>
<source>Temperature {n}, {band}</source>
<translation type="unfinished" />
</message>
<message>
<source>Temperature {score}</source>
<translation type="unfinished" />
</message>
<message>
<source>Temperature {score}, {band}</source>
<translation type="unfinished" />
</message>
<message>
<source>Templates</source>
<translation type="unfinished" />
</message>
<message>
<source>Templates and scripts</source>
<translation type="unfinished" />
</message>
<message>
<source>Test</source>
<translation type="unfinished" />
</message>
<message>
<source>Test customers</source>
<translation type="unfinished" />
</message>
<message>
<source>Test from your sales desk. No answer is needed</source>
<translation type="unfinished" />
</message>
<message>
<source>Test lead</source>
<translation type="unfinished" />
</message>
<message>
<source>Test the mailbox first</source>
<translation type="unfinished" />
</message>
<message>
<source>Test what is entered</source>
<translation type="unfinished" />
</message>
<message>
<source>Testing what you entered …</source>
<translation type="unfinished" />
</message>
<message>
<source>Tests</source>
<translation type="unfinished" />
</message>
<message>
<source>Tex. Bus. &amp; Com. Code 301.051, SB 140</source>
<translation type="unfinished" />
</message>
<message>
<source>Texas</source>
<translation type="unfinished" />
</message>
<message>
<source>Text</source>
<translation type="unfinished" />
</message>
<message>
<source>Text OK</source>
<translation type="unfinished" />
</message>
<message>
<source>Text of this message</source>
<translation type="unfinished" />
</message>
<message>
<source>Text size</source>
<translation type="unfinished" />
</message>
<message>
<source>Text size in percent</source>
<translation type="unfinished" />
</message>
<message>
<source>Text size {n}%</source>
<translation type="unfinished" />
</message>
<message>
<source>Texting</source>
<translation type="unfinished" />
</message>
<message>
<source>Texting is not taking messages; what waits stays queued</source>
<translation type="unfinished" />
</message>
<message>
<source>Texting needs you</source>
<translation type="unfinished" />
</message>
<message>
<source>Texting number</source>
<translation type="unfinished" />
</message>
<message>
<source>Texts</source>
<translation type="unfinished" />
</message>
<message>
<source>Texts a second at most</source>
<translation type="unfinished" />
</message>
<message>
<source>Texts allowed</source>
<translation type="unfinished" />
</message>
<message>
<source>Texts allowed until {clock}</source>
<translation type="unfinished" />
</message>
<message>
<source>Texts from {clock}</source>
<translation type="unfinished" />
</message>
<message>
<source>Texts out</source>
<translation type="unfinished" />
</message>
<message>
<source>Texts with customers, alerts to the team</source>
<translation type="unfinished" />
</message>
<message>
<source>Thank you for coming in</source>
<translation type="unfinished" />
</message>
<message>
<source>That includes the {waiting}{waiting2}</source>
<translation type="unfinished" />
</message>
<message>
<source>That is not right.</source>
<translation type="unfinished" />
</message>
<message>
<source>That is not the PIN.</source>
<translation type="unfinished" />
</message>
<message>
<source>That is not the code of the new secret</source>
<translation type="unfinished" />
</message>
<message>
<source>That is not the code.</source>
<translation type="unfinished" />
</message>
<message>
<source>That time is full</source>
<translation type="unfinished" />
</message>
<message>
<source>The AI first touch went out {span} after arrival. It does not stop this timer.</source>
<translation type="unfinished" />
</message>
<message>
<source>The AI has not written. Its first touch does not stop this timer.</source>
<translation type="unfinished" />
</message>
<message>
<source>The AI holds its next message for you.</source>
<translation type="unfinished" />
</message>
<message>
<source>The AI's draft waits for approval. Its first touch does not stop this timer.</source>
<translation type="unfinished" />
</message>
<message>
<source>The VIN’s check digit is wrong</source>
<translation type="unfinished" />
</message>
<message>
<source>The account is {get}</source>
<translation type="unfinished" />
</message>
<message>
<source>The address customers write to</source>
<translation type="unfinished" />
</message>
<message>
<source>The address is entered in the settings</source>
<translation type="unfinished" />
</message>
<message>
<source>The answer customers get</source>
<translation type="unfinished" />
</message>
<message>
<source>The answer was lost</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant already works with this lead</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant and its strategies</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant answers new leads by itself</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant backed off</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant backed off and nobody has planned a next step</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant backed off here</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant backed off; the owner takes it up</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant booked the visit</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant calls itself</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant cannot see pictures. A picture without words has no answer yet</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant confirms it to the customer, as far as they may be written to.</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant does not write here: call or write yourself</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant everywhere; closed for everyone: {closed}</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant goes on</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant has not written</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant is in another state by now</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant is not live yet. Switch it on in the last set-up step</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant is off for this lead</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant only answers here</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant reads and writes by itself. An endpoint may word the opening and the question of a message; facts stay as they are, and everything it says is checked. Where it is slow or down, messages leave in the desk's own words. Leave the address empty to go without.</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant reads and writes by itself; nothing leaves this computer for it</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant said something wrong</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant says again what it is after this long without a word (R16</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant sends on schedule and answers replies</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant starts nothing of its own for this long after a person's contact (AI-25</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant stops, and what waits to be sent is dropped</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant tells {name} {what}, {ways}</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant was started on this older lead</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant was turned off by {by}</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant won the visit of {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant won {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant writes</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant writes in {n} minutes: hold it?</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant writes within a minute: hold it?</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant wrote a minute ago.</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant wrote {n} minutes ago.</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant wrote:
{written}</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant {silent}: tell {name} yourself</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant's last grade by its test customers, with each failure (AI-26</source>
<translation type="unfinished" />
</message>
<message>
<source>The assistant's switch is locked: {locked}</source>
<translation type="unfinished" />
</message>
<message>
<source>The backup could not be brought back: {what}</source>
<translation type="unfinished" />
</message>
<message>
<source>The backup could not be made: {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>The backup could not be put in place: {strerror}</source>
<translation type="unfinished" />
</message>
<message>
<source>The board cannot be shown so</source>
<translation type="unfinished" />
</message>
<message>
<source>The budget is free again</source>
<translation type="unfinished" />
</message>
<message>
<source>The call was not answered</source>
<translation type="unfinished" />
</message>
<message>
<source>The car is sold after the first answer</source>
<translation type="unfinished" />
</message>
<message>
<source>The card could not be saved: {reason}</source>
<translation type="unfinished" />
</message>
<message>
<source>The carrier says {status}</source>
<translation type="unfinished" />
</message>
<message>
<source>The certificate of {host} is not valid: {verify_message}</source>
<translation type="unfinished" />
</message>
<message>
<source>The checks</source>
<translation type="unfinished" />
</message>
<message>
<source>The client id is that of the store's own registration: {place}.</source>
<translation type="unfinished" />
</message>
<message>
<source>The clock is set right</source>
<translation type="unfinished" />
</message>
<message>
<source>The commonest words of English</source>
<translation type="unfinished" />
</message>
<message>
<source>The commonest words of Spanish</source>
<translation type="unfinished" />
</message>
<message>
<source>The computer account that signs a person in, by person (R22</source>
<translation type="unfinished" />
</message>
<message>
<source>The computer stays awake while the desk runs</source>
<translation type="unfinished" />
</message>
<message>
<source>The connection to {host} ended before it confirmed; the mail may be out</source>
<translation type="unfinished" />
</message>
<message>
<source>The connection to {host} was lost</source>
<translation type="unfinished" />
</message>
<message>
<source>The connection to {host} would not be encrypted</source>
<translation type="unfinished" />
</message>
<message>
<source>The cover ends this long after the last of it</source>
<translation type="unfinished" />
</message>
<message>
<source>The credit was decided on anew since</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer answered</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer answered and has been quiet since</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer answered the assistant before any person had reached them</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer asked for no automatic messages</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer asked for this way</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer asked not to be contacted this way ({clock}).{said}</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer asked to be written to again on this day</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer asked to be written to again on {isoformat}</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer asked us to stop</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer asked us to stop, by {channel}</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer cancelled</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer cancelled, and asked us to stop</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer confirmed the time</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer did not come</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer ended it</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer has just written; the store answers live texts outside the hours</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer has not answered yet</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer is upset</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer is written to this long before a visit (APPT-02</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer may be in {abroad}</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer may have said stop</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer named this time, and it is free</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer opted out</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer reached out</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer replied</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer said not now, twice</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer stopped our texts to this number</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer told what else would do, or what matters most</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer took back their consent for this channel</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer wants nothing more by {sorted}</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer was told that it is cancelled; book it anew</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer writes</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer writes again</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer writes in this language</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer wrote by {channel}: {sorted}</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer wrote to a lost lead</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer {what}</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer's own opt-in, with evidence</source>
<translation type="unfinished" />
</message>
<message>
<source>The customer: {reason}</source>
<translation type="unfinished" />
</message>
<message>
<source>The database library is SQLite {sqlite_version}, too old to be safe</source>
<translation type="unfinished" />
</message>
<message>
<source>The date of the hold has come</source>
<translation type="unfinished" />
</message>
<message>
<source>The day</source>
<translation type="unfinished" />
</message>
<message>
<source>The day and the week</source>
<translation type="unfinished" />
</message>
<message>
<source>The day: {said}</source>
<translation type="unfinished" />
</message>
<message>
<source>The days of the week as customers write them, from Monday on</source>
<translation type="unfinished" />
</message>
<message>
<source>The demo store is not replaced; its backups can only be looked into.</source>
<translation type="unfinished" />
</message>
<message>
<source>The demo store's key file cannot be read</source>
<translation type="unfinished" />
</message>
<message>
<source>The demo's key lies beside it</source>
<translation type="unfinished" />
</message>
<message>
<source>The desk asks for new mail regularly</source>
<translation type="unfinished" />
</message>
<message>
<source>The desk goes on answering customers. Sign in to see it.</source>
<translation type="unfinished" />
</message>
<message>
<source>The desk is locked, so nothing was done</source>
<translation type="unfinished" />
</message>
<message>
<source>The desk keeps trying</source>
<translation type="unfinished" />
</message>
<message>
<source>The desk lives on in the tray</source>
<translation type="unfinished" />
</message>
<message>
<source>The desk stopped while it was being sent</source>
<translation type="unfinished" />
</message>
<message>
<source>The desk stumbled over this line; it tries again</source>
<translation type="unfinished" />
</message>
<message>
<source>The desk stumbled over this one</source>
<translation type="unfinished" />
</message>
<message>
<source>The desk stumbled while sending; look whether it arrived</source>
<translation type="unfinished" />
</message>
<message>
<source>The disk is full, so nothing can be recorded</source>
<translation type="unfinished" />
</message>
<message>
<source>The disk that holds the store is full, or does not answer</source>
<translation type="unfinished" />
</message>
<message>
<source>The do-not-call list may be at most this old before a cold call or text (R8</source>
<translation type="unfinished" />
</message>
<message>
<source>The document declares entities, which an ADF lead never needs</source>
<translation type="unfinished" />
</message>
<message>
<source>The document ends before the customer is complete</source>
<translation type="unfinished" />
</message>
<message>
<source>The document is cut off after the customer</source>
<translation type="unfinished" />
</message>
<message>
<source>The document is too large to be a lead</source>
<translation type="unfinished" />
</message>
<message>
<source>The drop folder cannot be read: {strerror}</source>
<translation type="unfinished" />
</message>
<message>
<source>The earlier time has passed</source>
<translation type="unfinished" />
</message>
<message>
<source>The email address is not complete.</source>
<translation type="unfinished" />
</message>
<message>
<source>The endpoint's model</source>
<translation type="unfinished" />
</message>
<message>
<source>The entry stands in the same lead: {signs}. Nobody's credit changes</source>
<translation type="unfinished" />
</message>
<message>
<source>The federal rule. </source>
<translation type="unfinished" />
</message>
<message>
<source>The feed lost {gone} of {here} vehicles at once, so nothing was changed</source>
<translation type="unfinished" />
</message>
<message>
<source>The file can be read by anyone</source>
<translation type="unfinished" />
</message>
<message>
<source>The file cannot be read: {strerror}</source>
<translation type="unfinished" />
</message>
<message>
<source>The file is encrypted</source>
<translation type="unfinished" />
</message>
<message>
<source>The file is larger than {value} MB</source>
<translation type="unfinished" />
</message>
<message>
<source>The file is not a mail: it has no sender, subject or message id</source>
<translation type="unfinished" />
</message>
<message>
<source>The file of secrets cannot be opened</source>
<translation type="unfinished" />
</message>
<message>
<source>The file of secrets cannot be read or written: {strerror}</source>
<translation type="unfinished" />
</message>
<message>
<source>The file was not written: {why}. Choose another place.</source>
<translation type="unfinished" />
</message>
<message>
<source>The first answer</source>
<translation type="unfinished" />
</message>
<message>
<source>The first thing asked was the price</source>
<translation type="unfinished" />
</message>
<message>
<source>The form's name is "{form}"</source>
<translation type="unfinished" />
</message>
<message>
<source>The gate and what may leave</source>
<translation type="unfinished" />
</message>
<message>
<source>The groups that take turns under this rule, in order</source>
<translation type="unfinished" />
</message>
<message>
<source>The groups that take turns, in order: the first with somebody on shift takes the lead</source>
<translation type="unfinished" />
</message>
<message>
<source>The hold has ended and nobody has taken it up</source>
<translation type="unfinished" />
</message>
<message>
<source>The inventory feed's file</source>
<translation type="unfinished" />
</message>
<message>
<source>The item's short name; it is kept under it</source>
<translation type="unfinished" />
</message>
<message>
<source>The kept lead went into another one since</source>
<translation type="unfinished" />
</message>
<message>
<source>The key does not open this store</source>
<translation type="unfinished" />
</message>
<message>
<source>The key of this store is not on this computer.</source>
<translation type="unfinished" />
</message>
<message>
<source>The key of this store is not there</source>
<translation type="unfinished" />
</message>
<message>
<source>The key of this store is there but cannot be read. It was left as it is</source>
<translation type="unfinished" />
</message>
<message>
<source>The keys of a row are {sorted}</source>
<translation type="unfinished" />
</message>
<message>
<source>The label on leads and visits the assistant won (LEAD-09</source>
<translation type="unfinished" />
</message>
<message>
<source>The ladder's name, shown wherever it is the reason</source>
<translation type="unfinished" />
</message>
<message>
<source>The language endpoint answered in another shape than asked</source>
<translation type="unfinished" />
</message>
<message>
<source>The language endpoint answered {status_code}</source>
<translation type="unfinished" />
</message>
<message>
<source>The language endpoint cannot be reached</source>
<translation type="unfinished" />
</message>
<message>
<source>The language endpoint did not answer in JSON</source>
<translation type="unfinished" />
</message>
<message>
<source>The language endpoint did not answer within {answer_s} s</source>
<translation type="unfinished" />
</message>
<message>
<source>The language endpoint did not come to an end</source>
<translation type="unfinished" />
</message>
<message>
<source>The language endpoint rests</source>
<translation type="unfinished" />
</message>
<message>
<source>The language endpoint takes no schema</source>
<translation type="unfinished" />
</message>
<message>
<source>The language endpoint's address is no web address</source>
<translation type="unfinished" />
</message>
<message>
<source>The language endpoint's address is not encrypted</source>
<translation type="unfinished" />
</message>
<message>
<source>The language endpoint's words may not be sent</source>
<translation type="unfinished" />
</message>
<message>
<source>The last inquiry ({clock}) is more than {days} days old</source>
<translation type="unfinished" />
</message>
<message>
<source>The last look for another answer to leads: its mark, when, what came (DESK-08</source>
<translation type="unfinished" />
</message>
<message>
<source>The last word about each line</source>
<translation type="unfinished" />
</message>
<message>
<source>The law</source>
<translation type="unfinished" />
</message>
<message>
<source>The lead comes back</source>
<translation type="unfinished" />
</message>
<message>
<source>The lead has moved on to {stage} since</source>
<translation type="unfinished" />
</message>
<message>
<source>The lead is lost</source>
<translation type="unfinished" />
</message>
<message>
<source>The lead is not on hold any more</source>
<translation type="unfinished" />
</message>
<message>
<source>The lead is on hold: {reason}</source>
<translation type="unfinished" />
</message>
<message>
<source>The lead is sold</source>
<translation type="unfinished" />
</message>
<message>
<source>The lead is theirs now</source>
<translation type="unfinished" />
</message>
<message>
<source>The lead names no customer: no name, phone or email</source>
<translation type="unfinished" />
</message>
<message>
<source>The lead was handed to a person</source>
<translation type="unfinished" />
</message>
<message>
<source>The lead's status stops the assistant</source>
<translation type="unfinished" />
</message>
<message>
<source>The least sum at which a pair is shown</source>
<translation type="unfinished" />
</message>
<message>
<source>The line is empty</source>
<translation type="unfinished" />
</message>
<message>
<source>The line is up again</source>
<translation type="unfinished" />
</message>
<message>
<source>The link of {found} hides where it leads</source>
<translation type="unfinished" />
</message>
<message>
<source>The list checks itself. A box closes only when the work behind it is done.</source>
<translation type="unfinished" />
</message>
<message>
<source>The list could not be saved: {why}</source>
<translation type="unfinished" />
</message>
<message>
<source>The lists of the weekly review that begins on this day of the week, in order</source>
<translation type="unfinished" />
</message>
<message>
<source>The lists of the {part} for {words}, in order</source>
<translation type="unfinished" />
</message>
<message>
<source>The local day of a campaign message, counted from receipt</source>
<translation type="unfinished" />
</message>
<message>
<source>The local day of {words}, counted from receipt</source>
<translation type="unfinished" />
</message>
<message>
<source>The longest email the assistant sends by itself</source>
<translation type="unfinished" />
</message>
<message>
<source>The mail as it came. Select words and press N, P, E, V or S</source>
<translation type="unfinished" />
</message>
<message>
<source>The mail is encrypted or signed in a way that hides its text</source>
<translation type="unfinished" />
</message>
<message>
<source>The mail is nested too deeply to be read</source>
<translation type="unfinished" />
</message>
<message>
<source>The mail looks like a lead notice, but no customer was found in it</source>
<translation type="unfinished" />
</message>
<message>
<source>The mail server sent it back: {diagnostic}</source>
<translation type="unfinished" />
</message>
<message>
<source>The mail they came with names {people} people and does not say whose they are</source>
<translation type="unfinished" />
</message>
<message>
<source>The mail's text is packed in a winmail.dat attachment</source>
<translation type="unfinished" />
</message>
<message>
<source>The mailbox has no folder {folder}</source>
<translation type="unfinished" />
</message>
<message>
<source>The mailbox needs its sign-in name.</source>
<translation type="unfinished" />
</message>
<message>
<source>The mailbox needs you</source>
<translation type="unfinished" />
</message>
<message>
<source>The mailbox server refuses the sign-in of {user}</source>
<translation type="unfinished" />
</message>
<message>
<source>The mailbox where leads arrive</source>
<translation type="unfinished" />
</message>
<message>
<source>The mailbox's sign-in name</source>
<translation type="unfinished" />
</message>
<message>
<source>The manager was told</source>
<translation type="unfinished" />
</message>
<message>
<source>The managers are told at once, with what you write here.</source>
<translation type="unfinished" />
</message>
<message>
<source>The managers were asked about a possible duplicate</source>
<translation type="unfinished" />
</message>
<message>
<source>The mark that names this store's key is missing</source>
<translation type="unfinished" />
</message>
<message>
<source>The message has gone another way since</source>
<translation type="unfinished" />
</message>
<message>
<source>The message has left already</source>
<translation type="unfinished" />
</message>
<message>
<source>The message is empty</source>
<translation type="unfinished" />
</message>
<message>
<source>The message reads as: {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>The messaging service id, where one is used</source>
<translation type="unfinished" />
</message>
<message>
<source>The mobile number cannot be dialed.</source>
<translation type="unfinished" />
</message>
<message>
<source>The moment for confirming the opt-out has passed</source>
<translation type="unfinished" />
</message>
<message>
<source>The moment texts were last read</source>
<translation type="unfinished" />
</message>
<message>
<source>The name {host} is not known. The network may be down</source>
<translation type="unfinished" />
</message>
<message>
<source>The nearest is {percent} % alike, which is not enough. A person would be asked.</source>
<translation type="unfinished" />
</message>
<message>
<source>The next step takes its place</source>
<translation type="unfinished" />
</message>
<message>
<source>The night desk may fall asleep</source>
<translation type="unfinished" />
</message>
<message>
<source>The notes are written</source>
<translation type="unfinished" />
</message>
<message>
<source>The notes of a visit are due this long after it</source>
<translation type="unfinished" />
</message>
<message>
<source>The number customers call</source>
<translation type="unfinished" />
</message>
<message>
<source>The number customers can text</source>
<translation type="unfinished" />
</message>
<message>
<source>The number is not the customer's</source>
<translation type="unfinished" />
</message>
<message>
<source>The number is on the do-not-call list</source>
<translation type="unfinished" />
</message>
<message>
<source>The one before</source>
<translation type="unfinished" />
</message>
<message>
<source>The one confirmation goes out within this time after the opt-out, or not at all (R5</source>
<translation type="unfinished" />
</message>
<message>
<source>The one-click page does not name the person or is not encrypted</source>
<translation type="unfinished" />
</message>
<message>
<source>The only answers it takes</source>
<translation type="unfinished" />
</message>
<message>
<source>The opt-out has been confirmed already</source>
<translation type="unfinished" />
</message>
<message>
<source>The other one does</source>
<translation type="unfinished" />
</message>
<message>
<source>The owner of {name} asks to be relieved</source>
<translation type="unfinished" />
</message>
<message>
<source>The parts a text may need on its way (R26</source>
<translation type="unfinished" />
</message>
<message>
<source>The passphrase does not open the file of secrets, or the file is damaged</source>
<translation type="unfinished" />
</message>
<message>
<source>The password is kept in this computer's keyring, not in the store file.</source>
<translation type="unfinished" />
</message>
<message>
<source>The place for secrets does not give back what it was given</source>
<translation type="unfinished" />
</message>
<message>
<source>The playbook cannot be read: {reason}</source>
<translation type="unfinished" />
</message>
<message>
<source>The playbook has no value {key}</source>
<translation type="unfinished" />
</message>
<message>
<source>The playbook is due for its review</source>
<translation type="unfinished" />
</message>
<message>
<source>The playbook is not TOML: {error}</source>
<translation type="unfinished" />
</message>
<message>
<source>The policy in one sentence, as people read it</source>
<translation type="unfinished" />
</message>
<message>
<source>The postal address that every email must show (R13</source>
<translation type="unfinished" />
</message>
<message>
<source>The provider has the text</source>
<translation type="unfinished" />
</message>
<message>
<source>The question before</source>
<translation type="unfinished" />
</message>
<message>
<source>The reader was taught</source>
<translation type="unfinished" />
</message>
<message>
<source>The reader would not find these fields again</source>
<translation type="unfinished" />
</message>
<message>
<source>The reading asks for a person</source>
<translation type="unfinished" />
</message>
<message>
<source>The reassigned-numbers database of {dated} says it belongs to someone else</source>
<translation type="unfinished" />
</message>
<message>
<source>The record cannot be edited.</source>
<translation type="unfinished" />
</message>
<message>
<source>The rest after a person's contact ends</source>
<translation type="unfinished" />
</message>
<message>
<source>The rule's name, shown as the reason</source>
<translation type="unfinished" />
</message>
<message>
<source>The sale was taken back already</source>
<translation type="unfinished" />
</message>
<message>
<source>The same delivery again</source>
<translation type="unfinished" />
</message>
<message>
<source>The same email address</source>
<translation type="unfinished" />
</message>
<message>
<source>The same for a question within a message about something else</source>
<translation type="unfinished" />
</message>
<message>
<source>The same house</source>
<translation type="unfinished" />
</message>
<message>
<source>The same last name with another first name</source>
<translation type="unfinished" />
</message>
<message>
<source>The same name</source>
<translation type="unfinished" />
</message>
<message>
<source>The same phone number</source>
<translation type="unfinished" />
</message>
<message>
<source>The same shift Monday to Saturday</source>
<translation type="unfinished" />
</message>
<message>
<source>The same vehicle by its VIN</source>
<translation type="unfinished" />
</message>
<message>
<source>The same vehicle by its stock number</source>
<translation type="unfinished" />
</message>
<message>
<source>The same where the reader knows what the question is about</source>
<translation type="unfinished" />
</message>
<message>
<source>The sender marked this lead as not to be sent to</source>
<translation type="unfinished" />
</message>
<message>
<source>The sender's name customers see</source>
<translation type="unfinished" />
</message>
<message>
<source>The sign-in of {name} cannot be reached</source>
<translation type="unfinished" />
</message>
<message>
<source>The sign-in page was not finished in time</source>
<translation type="unfinished" />
</message>
<message>
<source>The sign-in service's address; empty for the usual one</source>
<translation type="unfinished" />
</message>
<message>
<source>The sign-in was not finished. You can close this page and try again in Sales Desk</source>
<translation type="unfinished" />
</message>
<message>
<source>The sign-in was stopped</source>
<translation type="unfinished" />
</message>
<message>
<source>The soonest time offered, counted from now</source>
<translation type="unfinished" />
</message>
<message>
<source>The status that stopped it is gone; nothing missed is made up</source>
<translation type="unfinished" />
</message>
<message>
<source>The status {status} stops it</source>
<translation type="unfinished" />
</message>
<message>
<source>The status {status} stops the assistant</source>
<translation type="unfinished" />
</message>
<message>
<source>The store</source>
<translation type="unfinished" />
</message>
<message>
<source>The store can only be read now</source>
<translation type="unfinished" />
</message>
<message>
<source>The store cannot be opened: {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>The store cannot be written</source>
<translation type="unfinished" />
</message>
<message>
<source>The store is closed; the text waits for the morning</source>
<translation type="unfinished" />
</message>
<message>
<source>The store is damaged</source>
<translation type="unfinished" />
</message>
<message>
<source>The store itself is damaged, so no backup was made; earlier ones are untouched</source>
<translation type="unfinished" />
</message>
<message>
<source>The store must move to version {head}, and no copy could be made first: {error}</source>
<translation type="unfinished" />
</message>
<message>
<source>The store needs a name.</source>
<translation type="unfinished" />
</message>
<message>
<source>The store reads these messages first</source>
<translation type="unfinished" />
</message>
<message>
<source>The store's file is gone or empty, but its backups are here</source>
<translation type="unfinished" />
</message>
<message>
<source>The store's folder cannot be made</source>
<translation type="unfinished" />
</message>
<message>
<source>The store's folder cannot be written: {strerror}</source>
<translation type="unfinished" />
</message>
<message>
<source>The store's mailboxes</source>
<translation type="unfinished" />
</message>
<message>
<source>The store's name is not in it</source>
<translation type="unfinished" />
</message>
<message>
<source>The store's name, in every message</source>
<translation type="unfinished" />
</message>
<message>
<source>The store's own</source>
<translation type="unfinished" />
</message>
<message>
<source>The store's own mailbox</source>
<translation type="unfinished" />
</message>
<message>
<source>The store's own registration with Microsoft or Google</source>
<translation type="unfinished" />
</message>
<message>
<source>The store's postal address is not in it</source>
<translation type="unfinished" />
</message>
<message>
<source>The store's postal address is not set</source>
<translation type="unfinished" />
</message>
<message>
<source>The store's rows over the table of states: tighter is free, past the law a manager and a reason (R9</source>
<translation type="unfinished" />
</message>
<message>
<source>The store's state, two letters</source>
<translation type="unfinished" />
</message>
<message>
<source>The store's texting number, E.164</source>
<translation type="unfinished" />
</message>
<message>
<source>The store's time zone (IANA name</source>
<translation type="unfinished" />
</message>
<message>
<source>The store's web site</source>
<translation type="unfinished" />
</message>
<message>
<source>The subject claims a price or an approval</source>
<translation type="unfinished" />
</message>
<message>
<source>The subject pretends to be a reply</source>
<translation type="unfinished" />
</message>
<message>
<source>The system keyring does not give back what it was given</source>
<translation type="unfinished" />
</message>
<message>
<source>The system keyring refuses</source>
<translation type="unfinished" />
</message>
<message>
<source>The task was changed since</source>
<translation type="unfinished" />
</message>
<message>
<source>The temperature falls</source>
<translation type="unfinished" />
</message>
<message>
<source>The temperature was set anew since</source>
<translation type="unfinished" />
</message>
<message>
<source>The test could not run</source>
<translation type="unfinished" />
</message>
<message>
<source>The test lead did not come back within {wait_s} seconds</source>
<translation type="unfinished" />
</message>
<message>
<source>The text needs {parts} parts; {parts2} is the limit</source>
<translation type="unfinished" />
</message>
<message>
<source>The texting account has no number of the store</source>
<translation type="unfinished" />
</message>
<message>
<source>The texting account needs its id.</source>
<translation type="unfinished" />
</message>
<message>
<source>The texting account's id</source>
<translation type="unfinished" />
</message>
<message>
<source>The texting address is not encrypted</source>
<translation type="unfinished" />
</message>
<message>
<source>The texting number cannot be dialed. Check its digits.</source>
<translation type="unfinished" />
</message>
<message>
<source>The texting provider answered with {status_code}</source>
<translation type="unfinished" />
</message>
<message>
<source>The texting provider cannot be reached</source>
<translation type="unfinished" />
</message>
<message>
<source>The texting provider did not answer in time</source>
<translation type="unfinished" />
</message>
<message>
<source>The texting provider did not confirm; the text may be out</source>
<translation type="unfinished" />
</message>
<message>
<source>The texting provider had a fault; the text may be out</source>
<translation type="unfinished" />
</message>
<message>
<source>The texting provider lists more texts than can be read at once</source>
<translation type="unfinished" />
</message>
<message>
<source>The texting provider's address; empty for the usual one</source>
<translation type="unfinished" />
</message>
<message>
<source>The texting provider's answer was cut; the text may be out</source>
<translation type="unfinished" />
</message>
<message>
<source>The time is free for somebody else</source>
<translation type="unfinished" />
</message>
<message>
<source>The time of day at which a customer who named a date is written to again</source>
<translation type="unfinished" />
</message>
<message>
<source>The time of day of a campaign message</source>
<translation type="unfinished" />
</message>
<message>
<source>The time of day of that question</source>
<translation type="unfinished" />
</message>
<message>
<source>The time of day of {words}, where the customer is</source>
<translation type="unfinished" />
</message>
<message>
<source>The trade-in of {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>The two records were taken apart again</source>
<translation type="unfinished" />
</message>
<message>
<source>The two were taken apart already</source>
<translation type="unfinished" />
</message>
<message>
<source>The two-minute pile</source>
<translation type="unfinished" />
</message>
<message>
<source>The usual one</source>
<translation type="unfinished" />
</message>
<message>
<source>The vehicle is here, ready and in front</source>
<translation type="unfinished" />
</message>
<message>
<source>The vehicle {called} asked about {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>The vehicle {called} comes for {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>The visit has a new time</source>
<translation type="unfinished" />
</message>
<message>
<source>The visit is a day away</source>
<translation type="unfinished" />
</message>
<message>
<source>The visit is soon</source>
<translation type="unfinished" />
</message>
<message>
<source>The visit of {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>The visit was moved or recorded anew since</source>
<translation type="unfinished" />
</message>
<message>
<source>The visit was put off without a new time</source>
<translation type="unfinished" />
</message>
<message>
<source>The visit: {status}</source>
<translation type="unfinished" />
</message>
<message>
<source>The watched folder for lead files</source>
<translation type="unfinished" />
</message>
<message>
<source>The week from</source>
<translation type="unfinished" />
</message>
<message>
<source>The week's figures, rates in percent</source>
<translation type="unfinished" />
</message>
<message>
<source>The whole store</source>
<translation type="unfinished" />
</message>
<message>
<source>The word lists and the learned reader disagree whether the customer said stop</source>
<translation type="unfinished" />
</message>
<message>
<source>The wording {text} cannot be read: {error}</source>
<translation type="unfinished" />
</message>
<message>
<source>The wording, copied from the form</source>
<translation type="unfinished" />
</message>
<message>
<source>The wrong person</source>
<translation type="unfinished" />
</message>
<message>
<source>The {channel} to this customer {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>The {vehicle_title} {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Their own opt-in opens it (R3</source>
<translation type="unfinished" />
</message>
<message>
<source>Their words, where and when they stand</source>
<translation type="unfinished" />
</message>
<message>
<source>Their words: “{words}”</source>
<translation type="unfinished" />
</message>
<message>
<source>Theme</source>
<translation type="unfinished" />
</message>
<message>
<source>Theme of the system</source>
<translation type="unfinished" />
</message>
<message>
<source>There are {kinds}</source>
<translation type="unfinished" />
</message>
<message>
<source>There is a mailbox of this name already.</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no backup yet.</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no consent in force for a person in Canada</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no inquiry and no consent behind this number</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no kind of lead {kind}</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no ladder {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no opt-out from this address to confirm</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no phone number</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no setting {key}</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no such alert</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no such answer in force</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no such customer in this store</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no such file</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no such layout</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no such lead in this store</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no such merge</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no such message in this store</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no such pair</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no such person</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no such person at this store</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no such stock number</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no such task</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no such template</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no such template in force</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no such training item</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no system keyring here; the store opens with a passphrase</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no test customer {unknown}</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no time zone {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>There is no tray here; the window stays in the task bar instead</source>
<translation type="unfinished" />
</message>
<message>
<source>There is nothing of that id in quarantine</source>
<translation type="unfinished" />
</message>
<message>
<source>There is nothing to send</source>
<translation type="unfinished" />
</message>
<message>
<source>These are two leads of one customer already, and a sale keeps its own record</source>
<translation type="unfinished" />
</message>
<message>
<source>These can: {sorted}</source>
<translation type="unfinished" />
</message>
<message>
<source>These files came with a mail that names {people} people; they may be another's</source>
<translation type="unfinished" />
</message>
<message>
<source>These sign in with a code from their phone too</source>
<translation type="unfinished" />
</message>
<message>
<source>They came</source>
<translation type="unfinished" />
</message>
<message>
<source>They sent private numbers; these were starred and not kept</source>
<translation type="unfinished" />
</message>
<message>
<source>They were forgotten before; the backup that was brought back is older</source>
<translation type="unfinished" />
</message>
<message>
<source>They write every night, to a store apart, and nothing leaves this computer.</source>
<translation type="unfinished" />
</message>
<message>
<source>They wrote</source>
<translation type="unfinished" />
</message>
<message>
<source>They wrote: {text}
Find out who is helping and note it; the assistant stays silent</source>
<translation type="unfinished" />
</message>
<message>
<source>They wrote: {text}{get}
The assistant noted it and named no figures</source>
<translation type="unfinished" />
</message>
<message>
<source>This VIN stands under stock number {stock} already</source>
<translation type="unfinished" />
</message>
<message>
<source>This account signs in {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>This address does not work</source>
<translation type="unfinished" />
</message>
<message>
<source>This answer names a customer</source>
<translation type="unfinished" />
</message>
<message>
<source>This cannot be kept about the trade-in</source>
<translation type="unfinished" />
</message>
<message>
<source>This cannot be taken back</source>
<translation type="unfinished" />
</message>
<message>
<source>This computer</source>
<translation type="unfinished" />
</message>
<message>
<source>This computer does not let programs be named that start with it: {strerror}</source>
<translation type="unfinished" />
</message>
<message>
<source>This computer has no keyring that works. Passphrase of this store:</source>
<translation type="unfinished" />
</message>
<message>
<source>This computer has no keyring to keep secrets in</source>
<translation type="unfinished" />
</message>
<message>
<source>This computer has no keyring, and no passphrase was given</source>
<translation type="unfinished" />
</message>
<message>
<source>This computer may fall asleep: its system lets no program keep it awake</source>
<translation type="unfinished" />
</message>
<message>
<source>This computer's clock is off by {seconds} s, so texts and calls wait</source>
<translation type="unfinished" />
</message>
<message>
<source>This computer's clock is {minutes} minutes off</source>
<translation type="unfinished" />
</message>
<message>
<source>This customer has no {channel} address</source>
<translation type="unfinished" />
</message>
<message>
<source>This desk is not the night desk; while its computer sleeps, leads wait</source>
<translation type="unfinished" />
</message>
<message>
<source>This desk speaks</source>
<translation type="unfinished" />
</message>
<message>
<source>This desk works by itself</source>
<translation type="unfinished" />
</message>
<message>
<source>This desk's own mark on sent mail (DESK-12</source>
<translation type="unfinished" />
</message>
<message>
<source>This desktop has no list of programs that start with it.</source>
<translation type="unfinished" />
</message>
<message>
<source>This email address is not complete.</source>
<translation type="unfinished" />
</message>
<message>
<source>This file is damaged, or not under this store's key</source>
<translation type="unfinished" />
</message>
<message>
<source>This file is damaged: {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>This file is no longer kept</source>
<translation type="unfinished" />
</message>
<message>
<source>This goes</source>
<translation type="unfinished" />
</message>
<message>
<source>This is an automated assistant, not a person</source>
<translation type="unfinished" />
</message>
<message>
<source>This is no row of values</source>
<translation type="unfinished" />
</message>
<message>
<source>This is no store of Sales Desk</source>
<translation type="unfinished" />
</message>
<message>
<source>This is not a whole recovery code</source>
<translation type="unfinished" />
</message>
<message>
<source>This is not an email address that can be written to</source>
<translation type="unfinished" />
</message>
<message>
<source>This is one customer already</source>
<translation type="unfinished" />
</message>
<message>
<source>This is the demo store</source>
<translation type="unfinished" />
</message>
<message>
<source>This key does not open the store</source>
<translation type="unfinished" />
</message>
<message>
<source>This lead</source>
<translation type="unfinished" />
</message>
<message>
<source>This lead has no open visit</source>
<translation type="unfinished" />
</message>
<message>
<source>This lead has no sale</source>
<translation type="unfinished" />
</message>
<message>
<source>This lead has no visit</source>
<translation type="unfinished" />
</message>
<message>
<source>This lead has no {names}; for such a lead it is not offered.</source>
<translation type="unfinished" />
</message>
<message>
<source>This lead is closed: its owner or a manager may still change it</source>
<translation type="unfinished" />
</message>
<message>
<source>This lead is sold already</source>
<translation type="unfinished" />
</message>
<message>
<source>This lead names nobody</source>
<translation type="unfinished" />
</message>
<message>
<source>This mail has an address or subject that cannot be written</source>
<translation type="unfinished" />
</message>
<message>
<source>This mail lacks {missing}</source>
<translation type="unfinished" />
</message>
<message>
<source>This many words in capitals in a row are shouting</source>
<translation type="unfinished" />
</message>
<message>
<source>This map</source>
<translation type="unfinished" />
</message>
<message>
<source>This message has already left or was dropped</source>
<translation type="unfinished" />
</message>
<message>
<source>This message is not one to take back</source>
<translation type="unfinished" />
</message>
<message>
<source>This message is not uncertain any more</source>
<translation type="unfinished" />
</message>
<message>
<source>This needs a reason for the manager</source>
<translation type="unfinished" />
</message>
<message>
<source>This number belongs to someone else</source>
<translation type="unfinished" />
</message>
<message>
<source>This one cannot be brought back</source>
<translation type="unfinished" />
</message>
<message>
<source>This one is already cleared</source>
<translation type="unfinished" />
</message>
<message>
<source>This page does not belong to a sign-in that is under way</source>
<translation type="unfinished" />
</message>
<message>
<source>This pair is decided already</source>
<translation type="unfinished" />
</message>
<message>
<source>This phone number cannot be dialed.</source>
<translation type="unfinished" />
</message>
<message>
<source>This phone number cannot be dialed. Check its digits.</source>
<translation type="unfinished" />
</message>
<message>
<source>This record went into another of the same customer</source>
<translation type="unfinished" />
</message>
<message>
<source>This sale is not in the store any more</source>
<translation type="unfinished" />
</message>
<message>
<source>This stays, because the law asks for it</source>
<translation type="unfinished" />
</message>
<message>
<source>This step gives the lead to them</source>
<translation type="unfinished" />
</message>
<message>
<source>This store lies in memory</source>
<translation type="unfinished" />
</message>
<message>
<source>This version is approved or retired already</source>
<translation type="unfinished" />
</message>
<message>
<source>This visit was recorded by an earlier version</source>
<translation type="unfinished" />
</message>
<message>
<source>Throw the demo store away</source>
<translation type="unfinished" />
</message>
<message>
<source>Thu</source>
<translation type="unfinished" />
</message>
<message>
<source>Thursday</source>
<translation type="unfinished" />
</message>
<message>
<source>TikTok</source>
<translation type="unfinished" />
</message>
<message>
<source>Time</source>
<translation type="unfinished" />
</message>
<message>
<source>Time zone</source>
<translation type="unfinished" />
</message>
<message>
<source>Timer</source>
<translation type="unfinished" />
</message>
<message>
<source>Times of a visit start this far apart, counted from the opening</source>
<translation type="unfinished" />
</message>
<message>
<source>Times such as 15m or 1h30m. A clock that runs keeps the moment of its next step.</source>
<translation type="unfinished" />
</message>
<message>
<source>Title</source>
<translation type="unfinished" />
</message>
<message>
<source>Titles after which a word that begins a sentence is a name (AI-24</source>
<translation type="unfinished" />
</message>
<message>
<source>To</source>
<translation type="unfinished" />
</message>
<message>
<source>To be written to again {when}</source>
<translation type="unfinished" />
</message>
<message>
<source>To see to</source>
<translation type="unfinished" />
</message>
<message>
<source>To {day}: {why}</source>
<translation type="unfinished" />
</message>
<message>
<source>Today</source>
<translation type="unfinished" />
</message>
<message>
<source>Today </source>
<translation type="unfinished" />
</message>
<message>
<source>Today {time}</source>
<translation type="unfinished" />
</message>
<message>
<source>Today's {most} questions to the language endpoint are used up</source>
<translation type="unfinished" />
</message>
<message>
<source>Told apart by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Told apart from another record: two customers</source>
<translation type="unfinished" />
</message>
<message>
<source>Told {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>Too many wrong ones. Next try in {span}. A desk manager can let you in sooner.</source>
<translation type="unfinished" />
</message>
<message>
<source>Top bar</source>
<translation type="unfinished" />
</message>
<message>
<source>Touches a local day after that (FLOW-13</source>
<translation type="unfinished" />
</message>
<message>
<source>Touches in any 7 local days, day 0 not counted (FLOW-13</source>
<translation type="unfinished" />
</message>
<message>
<source>Touches on the local day the inquiry came in, email included (FLOW-13</source>
<translation type="unfinished" />
</message>
<message>
<source>Tower</source>
<translation type="unfinished" />
</message>
<message>
<source>Trade-in</source>
<translation type="unfinished" />
</message>
<message>
<source>Trade-in VIN</source>
<translation type="unfinished" />
</message>
<message>
<source>Trade-in details from the customer's message</source>
<translation type="unfinished" />
</message>
<message>
<source>Trade-in form</source>
<translation type="unfinished" />
</message>
<message>
<source>Trade-in make</source>
<translation type="unfinished" />
</message>
<message>
<source>Trade-in mileage</source>
<translation type="unfinished" />
</message>
<message>
<source>Trade-in model</source>
<translation type="unfinished" />
</message>
<message>
<source>Trade-in value only</source>
<translation type="unfinished" />
</message>
<message>
<source>Trade-in year</source>
<translation type="unfinished" />
</message>
<message>
<source>Trade-in: {traded}</source>
<translation type="unfinished" />
</message>
<message>
<source>Training</source>
<translation type="unfinished" />
</message>
<message>
<source>Transmission</source>
<translation type="unfinished" />
</message>
<message>
<source>Tray</source>
<translation type="unfinished" />
</message>
<message>
<source>Tried on your open leads: {n} of {all} name a vehicle in this feed, {nothing} name no stock number.</source>
<translation type="unfinished" />
</message>
<message>
<source>Trim</source>
<translation type="unfinished" />
</message>
<message>
<source>TrueCar</source>
<translation type="unfinished" />
</message>
<message>
<source>Try a question</source>
<translation type="unfinished" />
</message>
<message>
<source>Try again when you are ready</source>
<translation type="unfinished" />
</message>
<message>
<source>Try again {at}.</source>
<translation type="unfinished" />
</message>
<message>
<source>Try again, or run desk doctor.</source>
<translation type="unfinished" />
</message>
<message>
<source>Try an earlier backup</source>
<translation type="unfinished" />
</message>
<message>
<source>Try another lead</source>
<translation type="unfinished" />
</message>
<message>
<source>Try another lead: name, phone or stock number</source>
<translation type="unfinished" />
</message>
<message>
<source>Try the demo store</source>
<translation type="unfinished" />
</message>
<message>
<source>Try the passphrase again, or bring the file back from a copy, or type the recovery code</source>
<translation type="unfinished" />
</message>
<message>
<source>Tue</source>
<translation type="unfinished" />
</message>
<message>
<source>Tuesday</source>
<translation type="unfinished" />
</message>
<message>
<source>Turn off</source>
<translation type="unfinished" />
</message>
<message>
<source>Turn off the mailbox's vacation reply, or the first answer of the other system that reads this mailbox, such as a CRM or a lead provider's autoresponder. Until then leave this assistant off</source>
<translation type="unfinished" />
</message>
<message>
<source>Turn on, reactive only</source>
<translation type="unfinished" />
</message>
<message>
<source>Turn over</source>
<translation type="unfinished" />
</message>
<message>
<source>Turn over to a manager</source>
<translation type="unfinished" />
</message>
<message>
<source>Turn the AI off for {name}?</source>
<translation type="unfinished" />
</message>
<message>
<source>Turn {name} over to a manager</source>
<translation type="unfinished" />
</message>
<message>
<source>Turn {name} over?</source>
<translation type="unfinished" />
</message>
<message>
<source>Turned back on. Answers, never writes first</source>
<translation type="unfinished" />
</message>
<message>
<source>Turned off by {by}: {reason}</source>
<translation type="unfinished" />
</message>
<message>
<source>Turned on again by {by}: answers, never writes first</source>
<translation type="unfinished" />
</message>
<message>
<source>Turned on later it only answers: proactive outreach does not resume</source>
<translation type="unfinished" />
</message>
<message>
<source>Turned over by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Turning the assistant off needs a reason</source>
<translation type="unfinished" />
</message>
<message>
<source>Turning the assistant off needs a reason.</source>
<translation type="unfinished" />
</message>
<message>
<source>Twenty-four hours pass since the earliest of them; this limit is law</source>
<translation type="unfinished" />
</message>
<message>
<source>Twice as often</source>
<translation type="unfinished" />
</message>
<message>
<source>Two records</source>
<translation type="unfinished" />
</message>
<message>
<source>Two records of this customer became one</source>
<translation type="unfinished" />
</message>
<message>
<source>Two records: left, right</source>
<translation type="unfinished" />
</message>
<message>
<source>Type</source>
<translation type="unfinished" />
</message>
<message>
<source>Type a name, a phone or an email.</source>
<translation type="unfinished" />
</message>
<message>
<source>Type a name, phone or email. Looking changes nothing on the lead.</source>
<translation type="unfinished" />
</message>
<message>
<source>Type the code that your phone shows, too.</source>
<translation type="unfinished" />
</message>
<message>
<source>Type the printed recovery code: open the window, or run desk recover</source>
<translation type="unfinished" />
</message>
<message>
<source>Type your PIN: a backup takes the place of the whole store.</source>
<translation type="unfinished" />
</message>
<message>
<source>U3401</source>
<translation type="unfinished" />
</message>
<message>
<source>UID INTERNALDATE BODY.PEEK[HEADER.FIELDS ({desk_mark} {present})]</source>
<translation type="unfinished" />
</message>
<message>
<source>UID INTERNALDATE BODY.PEEK[HEADER.FIELDS ({fields})]</source>
<translation type="unfinished" />
</message>
<message>
<source>UID {items}</source>
<translation type="unfinished" />
</message>
<message>
<source>Un-merge</source>
<translation type="unfinished" />
</message>
<message>
<source>Unanswered lead</source>
<translation type="unfinished" />
</message>
<message>
<source>Unanswered lead of the store's own site</source>
<translation type="unfinished" />
</message>
<message>
<source>Unassigned</source>
<translation type="unfinished" />
</message>
<message>
<source>Unassigned sweep</source>
<translation type="unfinished" />
</message>
<message>
<source>Unassigned {n}</source>
<translation type="unfinished" />
</message>
<message>
<source>Unbind account</source>
<translation type="unfinished" />
</message>
<message>
<source>Uncertain</source>
<translation type="unfinished" />
</message>
<message>
<source>Uncertain sends</source>
<translation type="unfinished" />
</message>
<message>
<source>Unconfirmed</source>
<translation type="unfinished" />
</message>
<message>
<source>Under which name the answer is kept</source>
<translation type="unfinished" />
</message>
<message>
<source>Undo</source>
<translation type="unfinished" />
</message>
<message>
<source>Undo what you just did</source>
<translation type="unfinished" />
</message>
<message>
<source>Undo: {act}</source>
<translation type="unfinished" />
</message>
<message>
<source>Undone</source>
<translation type="unfinished" />
</message>
<message>
<source>Undone by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Undone by {words}: {act}</source>
<translation type="unfinished" />
</message>
<message>
<source>Unknown</source>
<translation type="unfinished" />
</message>
<message>
<source>Unless a person wrote them: {do}{do2}</source>
<translation type="unfinished" />
</message>
<message>
<source>Unlock or install the system keyring, or choose a passphrase for this desk</source>
<translation type="unfinished" />
</message>
<message>
<source>Unlock the system keyring, or put {sealed_file} back beside the store. {ask_code}</source>
<translation type="unfinished" />
</message>
<message>
<source>Unread replies</source>
<translation type="unfinished" />
</message>
<message>
<source>Unsubscribe</source>
<translation type="unfinished" />
</message>
<message>
<source>Unsubscribing</source>
<translation type="unfinished" />
</message>
<message>
<source>Until you switch it on, the assistant writes nothing by itself. Leads are taken in either way.</source>
<translation type="unfinished" />
</message>
<message>
<source>Update Sales Desk on this computer. Nothing was changed</source>
<translation type="unfinished" />
</message>
<message>
<source>Urgency</source>
<translation type="unfinished" />
</message>
<message>
<source>Use 0 to {limit}</source>
<translation type="unfinished" />
</message>
<message>
<source>Use an address that starts with https</source>
<translation type="unfinished" />
</message>
<message>
<source>Use it</source>
<translation type="unfinished" />
</message>
<message>
<source>Use its two letters</source>
<translation type="unfinished" />
</message>
<message>
<source>Use its two letters, unknown, or all</source>
<translation type="unfinished" />
</message>
<message>
<source>Use one of {calloutcome}</source>
<translation type="unfinished" />
</message>
<message>
<source>Use one of {kinds}</source>
<translation type="unfinished" />
</message>
<message>
<source>Use one of {known}</source>
<translation type="unfinished" />
</message>
<message>
<source>Use one of {logtype}</source>
<translation type="unfinished" />
</message>
<message>
<source>Use one of {results}</source>
<translation type="unfinished" />
</message>
<message>
<source>Use one of {role}</source>
<translation type="unfinished" />
</message>
<message>
<source>Use one of {stages}</source>
<translation type="unfinished" />
</message>
<message>
<source>Use one of {verdicts}</source>
<translation type="unfinished" />
</message>
<message>
<source>Use that window, or close it first</source>
<translation type="unfinished" />
</message>
<message>
<source>Use the recovery code, or the keyring of the person who set it up</source>
<translation type="unfinished" />
</message>
<message>
<source>Use this inventory</source>
<translation type="unfinished" />
</message>
<message>
<source>Use {allowed}</source>
<translation type="unfinished" />
</message>
<message>
<source>Use {days}</source>
<translation type="unfinished" />
</message>
<message>
<source>Use {id}</source>
<translation type="unfinished" />
</message>
<message>
<source>Use {kinds}</source>
<translation type="unfinished" />
</message>
<message>
<source>Use {sorted}</source>
<translation type="unfinished" />
</message>
<message>
<source>Use {statuses}</source>
<translation type="unfinished" />
</message>
<message>
<source>Used</source>
<translation type="unfinished" />
</message>
<message>
<source>Usual</source>
<translation type="unfinished" />
</message>
<message>
<source>Usual pace</source>
<translation type="unfinished" />
</message>
<message>
<source>Utah</source>
<translation type="unfinished" />
</message>
<message>
<source>Utah Code 13-25a-103(3)</source>
<translation type="unfinished" />
</message>
<message>
<source>VACUUM INTO ?</source>
<translation type="unfinished" />
</message>
<message>
<source>VIN</source>
<translation type="unfinished" />
</message>
<message>
<source>VIN ends {one}</source>
<translation type="unfinished" />
</message>
<message>
<source>VIN {vin} fails its check digit</source>
<translation type="unfinished" />
</message>
<message>
<source>VIN {vin} has a character that no VIN has</source>
<translation type="unfinished" />
</message>
<message>
<source>VIN {vin} has {len} characters, not 17</source>
<translation type="unfinished" />
</message>
<message>
<source>VM</source>
<translation type="unfinished" />
</message>
<message>
<source>Value</source>
<translation type="unfinished" />
</message>
<message>
<source>Vehicle</source>
<translation type="unfinished" />
</message>
<message>
<source>Vehicle and papers are ready this long before</source>
<translation type="unfinished" />
</message>
<message>
<source>Vehicle checked</source>
<translation type="unfinished" />
</message>
<message>
<source>Vehicle history link</source>
<translation type="unfinished" />
</message>
<message>
<source>Vehicle: {vehicle}</source>
<translation type="unfinished" />
</message>
<message>
<source>Vehicles</source>
<translation type="unfinished" />
</message>
<message>
<source>Vehicles sold, a half deal as a half</source>
<translation type="unfinished" />
</message>
<message>
<source>Version {n}</source>
<translation type="unfinished" />
</message>
<message>
<source>Version {n}, by {name}, {at}</source>
<translation type="unfinished" />
</message>
<message>
<source>Very likely</source>
<translation type="unfinished" />
</message>
<message>
<source>Viewed</source>
<translation type="unfinished" />
</message>
<message>
<source>Virginia</source>
<translation type="unfinished" />
</message>
<message>
<source>Virginia Telephone Privacy Protection Act</source>
<translation type="unfinished" />
</message>
<message>
<source>Visit</source>
<translation type="unfinished" />
</message>
<message>
<source>Visit reminder</source>
<translation type="unfinished" />
</message>
<message>
<source>Visit to {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>Visit {at}</source>
<translation type="unfinished" />
</message>
<message>
<source>Visit {clock} · {detail} · {state} · {said}</source>
<translation type="unfinished" />
</message>
<message>
<source>Visit {get} · {when}</source>
<translation type="unfinished" />
</message>
<message>
<source>Visit {when}</source>
<translation type="unfinished" />
</message>
<message>
<source>Visit · {status}</source>
<translation type="unfinished" />
</message>
<message>
<source>Visits</source>
<translation type="unfinished" />
</message>
<message>
<source>Visits ({n}): their notes</source>
<translation type="unfinished" />
</message>
<message>
<source>Visits booked</source>
<translation type="unfinished" />
</message>
<message>
<source>Visits that came about</source>
<translation type="unfinished" />
</message>
<message>
<source>Visits that may start at one time</source>
<translation type="unfinished" />
</message>
<message>
<source>Voicemail</source>
<translation type="unfinished" />
</message>
<message>
<source>Voicemail left</source>
<translation type="unfinished" />
</message>
<message>
<source>Voicemail script</source>
<translation type="unfinished" />
</message>
<message>
<source>Voicemail.</source>
<translation type="unfinished" />
</message>
<message>
<source>Waited while the desk was away</source>
<translation type="unfinished" />
</message>
<message>
<source>Waiting for a person</source>
<translation type="unfinished" />
</message>
<message>
<source>Waiting for a person. Writes only to say so</source>
<translation type="unfinished" />
</message>
<message>
<source>Waiting for {owner}. Writes only to say so</source>
<translation type="unfinished" />
</message>
<message>
<source>Waits after a mail server's try again, then the email has failed (R28</source>
<translation type="unfinished" />
</message>
<message>
<source>Waits after the texting provider's try again</source>
<translation type="unfinished" />
</message>
<message>
<source>Waits again: the merge was taken apart</source>
<translation type="unfinished" />
</message>
<message>
<source>Waits for approval</source>
<translation type="unfinished" />
</message>
<message>
<source>Walk-in</source>
<translation type="unfinished" />
</message>
<message>
<source>Wants a bare yes to a price</source>
<translation type="unfinished" />
</message>
<message>
<source>Wants a call</source>
<translation type="unfinished" />
</message>
<message>
<source>Wants a deal today for cash</source>
<translation type="unfinished" />
</message>
<message>
<source>Wants a figure for a trade-in</source>
<translation type="unfinished" />
</message>
<message>
<source>Wants a foreign link repeated</source>
<translation type="unfinished" />
</message>
<message>
<source>Wants a person</source>
<translation type="unfinished" />
</message>
<message>
<source>Wants email instead of texts</source>
<translation type="unfinished" />
</message>
<message>
<source>Wants texts and no calls</source>
<translation type="unfinished" />
</message>
<message>
<source>Wants the car kept</source>
<translation type="unfinished" />
</message>
<message>
<source>Wants the number forgotten</source>
<translation type="unfinished" />
</message>
<message>
<source>Wants to hear that the loan is approved</source>
<translation type="unfinished" />
</message>
<message>
<source>Warm</source>
<translation type="unfinished" />
</message>
<message>
<source>Was in the store</source>
<translation type="unfinished" />
</message>
<message>
<source>Was on hold: {hold_reason}</source>
<translation type="unfinished" />
</message>
<message>
<source>Washington</source>
<translation type="unfinished" />
</message>
<message>
<source>Watching</source>
<translation type="unfinished" />
</message>
<message>
<source>Watching, last read {at}</source>
<translation type="unfinished" />
</message>
<message>
<source>Web site</source>
<translation type="unfinished" />
</message>
<message>
<source>Website</source>
<translation type="unfinished" />
</message>
<message>
<source>Website form</source>
<translation type="unfinished" />
</message>
<message>
<source>Wed</source>
<translation type="unfinished" />
</message>
<message>
<source>Wednesday</source>
<translation type="unfinished" />
</message>
<message>
<source>Week</source>
<translation type="unfinished" />
</message>
<message>
<source>Weekend follow-ups</source>
<translation type="unfinished" />
</message>
<message>
<source>What</source>
<translation type="unfinished" />
</message>
<message>
<source>What a customer asks that makes an urgent word count</source>
<translation type="unfinished" />
</message>
<message>
<source>What a customer asks that shows they mean to buy (AI-10</source>
<translation type="unfinished" />
</message>
<message>
<source>What a customer asks whose figures only a person gives (AI-12</source>
<translation type="unfinished" />
</message>
<message>
<source>What a customer says that always goes to a person</source>
<translation type="unfinished" />
</message>
<message>
<source>What a language endpoint may understand in a message</source>
<translation type="unfinished" />
</message>
<message>
<source>What a notice says while the desk is locked: plain (no customer) or full</source>
<translation type="unfinished" />
</message>
<message>
<source>What a person may choose</source>
<translation type="unfinished" />
</message>
<message>
<source>What an inquiry's own comments never mean, as only an answer can</source>
<translation type="unfinished" />
</message>
<message>
<source>What becomes of the assistant's message</source>
<translation type="unfinished" />
</message>
<message>
<source>What came in while the store was closed</source>
<translation type="unfinished" />
</message>
<message>
<source>What covers a person first: a proven contact, or any logged work</source>
<translation type="unfinished" />
</message>
<message>
<source>What customers ask, and its answers</source>
<translation type="unfinished" />
</message>
<message>
<source>What did {name} agree to?</source>
<translation type="unfinished" />
</message>
<message>
<source>What do these words of the status column mean?</source>
<translation type="unfinished" />
</message>
<message>
<source>What each policy would decide</source>
<translation type="unfinished" />
</message>
<message>
<source>What is answered from the store's knowledge only</source>
<translation type="unfinished" />
</message>
<message>
<source>What is answered from the store's knowledge where it has an answer</source>
<translation type="unfinished" />
</message>
<message>
<source>What is in it</source>
<translation type="unfinished" />
</message>
<message>
<source>What is in the backup of {at}</source>
<translation type="unfinished" />
</message>
<message>
<source>What is known of {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>What is not answered there about a vehicle that is not on the list</source>
<translation type="unfinished" />
</message>
<message>
<source>What is paused</source>
<translation type="unfinished" />
</message>
<message>
<source>What is sent next</source>
<translation type="unfinished" />
</message>
<message>
<source>What it does</source>
<translation type="unfinished" />
</message>
<message>
<source>What it is</source>
<translation type="unfinished" />
</message>
<message>
<source>What it keeps</source>
<translation type="unfinished" />
</message>
<message>
<source>What keeps the cover up: follow-up, contact in both directions, or notes too</source>
<translation type="unfinished" />
</message>
<message>
<source>What left the store</source>
<translation type="unfinished" />
</message>
<message>
<source>What lifts it: {lifts} Rule {rule}</source>
<translation type="unfinished" />
</message>
<message>
<source>What makes a lead the assistant's win: it booked the visit, or was answered before any person had reached the customer (LEAD-09</source>
<translation type="unfinished" />
</message>
<message>
<source>What matters most to you?</source>
<translation type="unfinished" />
</message>
<message>
<source>What must be done at once is due within this much of store hours</source>
<translation type="unfinished" />
</message>
<message>
<source>What must it have, and what would be nice?</source>
<translation type="unfinished" />
</message>
<message>
<source>What sources' own forms ask their customers to agree to, with a copy (R6</source>
<translation type="unfinished" />
</message>
<message>
<source>What starts it</source>
<translation type="unfinished" />
</message>
<message>
<source>What starts it: joining, or a saved playbook</source>
<translation type="unfinished" />
</message>
<message>
<source>What the assistant asks back after such a message</source>
<translation type="unfinished" />
</message>
<message>
<source>What the customer wrote, if anything</source>
<translation type="unfinished" />
</message>
<message>
<source>What the day left to do</source>
<translation type="unfinished" />
</message>
<message>
<source>What the form and the script say</source>
<translation type="unfinished" />
</message>
<message>
<source>What the night brought, what the day left to do</source>
<translation type="unfinished" />
</message>
<message>
<source>What the person reads</source>
<translation type="unfinished" />
</message>
<message>
<source>What the price leaves out</source>
<translation type="unfinished" />
</message>
<message>
<source>What the reader learned</source>
<translation type="unfinished" />
</message>
<message>
<source>What the record says</source>
<translation type="unfinished" />
</message>
<message>
<source>What the two records were was erased since</source>
<translation type="unfinished" />
</message>
<message>
<source>What they looked at, what they said, what comes next and when</source>
<translation type="unfinished" />
</message>
<message>
<source>What they said</source>
<translation type="unfinished" />
</message>
<message>
<source>What they want, in their words</source>
<translation type="unfinished" />
</message>
<message>
<source>What to lay over it</source>
<translation type="unfinished" />
</message>
<message>
<source>What to look for</source>
<translation type="unfinished" />
</message>
<message>
<source>What waits for a person</source>
<translation type="unfinished" />
</message>
<message>
<source>What was changed anew since stays as it is</source>
<translation type="unfinished" />
</message>
<message>
<source>What was done</source>
<translation type="unfinished" />
</message>
<message>
<source>What you did lately</source>
<translation type="unfinished" />
</message>
<message>
<source>What you have seen to stands here.</source>
<translation type="unfinished" />
</message>
<message>
<source>What you write is shown here as a customer reads it.</source>
<translation type="unfinished" />
</message>
<message>
<source>What {first} did stays evidence for {first2}</source>
<translation type="unfinished" />
</message>
<message>
<source>What {heading} holds</source>
<translation type="unfinished" />
</message>
<message>
<source>What {word} means</source>
<translation type="unfinished" />
</message>
<message>
<source>When</source>
<translation type="unfinished" />
</message>
<message>
<source>When it goes on, what waited is decided anew. Nothing is sent late.</source>
<translation type="unfinished" />
</message>
<message>
<source>When it goes, the customer's time</source>
<translation type="unfinished" />
</message>
<message>
<source>When that call is due</source>
<translation type="unfinished" />
</message>
<message>
<source>When the call task of an internet lead is due (ILM-07</source>
<translation type="unfinished" />
</message>
<message>
<source>When the feed was last read</source>
<translation type="unfinished" />
</message>
<message>
<source>When the next summary of the store is due</source>
<translation type="unfinished" />
</message>
<message>
<source>When the night's test customers write (AI-26</source>
<translation type="unfinished" />
</message>
<message>
<source>When the playbook's owner was last reminded to review it</source>
<translation type="unfinished" />
</message>
<message>
<source>When the second message goes</source>
<translation type="unfinished" />
</message>
<message>
<source>When the third message goes</source>
<translation type="unfinished" />
</message>
<message>
<source>When they buy</source>
<translation type="unfinished" />
</message>
<message>
<source>When this desk began to keep training</source>
<translation type="unfinished" />
</message>
<message>
<source>When would you like to have it?</source>
<translation type="unfinished" />
</message>
<message>
<source>When {owner} says that nobody is helping, or a manager decides</source>
<translation type="unfinished" />
</message>
<message>
<source>Where</source>
<translation type="unfinished" />
</message>
<message>
<source>Where are you, and where would it be delivered?</source>
<translation type="unfinished" />
</message>
<message>
<source>Where backups go; empty: beside the store</source>
<translation type="unfinished" />
</message>
<message>
<source>Where does the form stand?</source>
<translation type="unfinished" />
</message>
<message>
<source>Where every lead starts (TEMP-01</source>
<translation type="unfinished" />
</message>
<message>
<source>Where leads arrive and replies go out</source>
<translation type="unfinished" />
</message>
<message>
<source>Where the assistant is silent, a person confirms a visit by this long before it</source>
<translation type="unfinished" />
</message>
<message>
<source>Where the form stands</source>
<translation type="unfinished" />
</message>
<message>
<source>Where the provider keeps sent mail; empty: found by itself</source>
<translation type="unfinished" />
</message>
<message>
<source>Where the row closes on holidays, nobody is called or texted on this day.</source>
<translation type="unfinished" />
</message>
<message>
<source>Where they heard of us, if known</source>
<translation type="unfinished" />
</message>
<message>
<source>Whether a call planned for a closed hour or day waits until the store is open and the customer may be called</source>
<translation type="unfinished" />
</message>
<message>
<source>Whether a logged talk needs a recording to prove contact (COVER-03</source>
<translation type="unfinished" />
</message>
<message>
<source>Whether a text that just came in may be answered outside the hours (R11</source>
<translation type="unfinished" />
</message>
<message>
<source>Whether alerts ring</source>
<translation type="unfinished" />
</message>
<message>
<source>Whether it takes several answers</source>
<translation type="unfinished" />
</message>
<message>
<source>Whether messages to {kind} leads go out by themselves or wait (AI-18</source>
<translation type="unfinished" />
</message>
<message>
<source>Whether names, numbers and addresses are taken out before it is asked</source>
<translation type="unfinished" />
</message>
<message>
<source>Whether people sign in: auto (as soon as one of them has a PIN), always or never (R22</source>
<translation type="unfinished" />
</message>
<message>
<source>Whether records are compared when one is entered or edited (LEAD-11</source>
<translation type="unfinished" />
</message>
<message>
<source>Whether the assistant writes by itself; off until the last set-up step</source>
<translation type="unfinished" />
</message>
<message>
<source>Whether the clock rests while nobody whom the next step names is at work (ILM-09</source>
<translation type="unfinished" />
</message>
<message>
<source>Whether the desk starts with the computer</source>
<translation type="unfinished" />
</message>
<message>
<source>Whether the step gives the lead to the first person it tells</source>
<translation type="unfinished" />
</message>
<message>
<source>Whether the store writes to Canada at all</source>
<translation type="unfinished" />
</message>
<message>
<source>Whether this desk is the night desk, which keeps its computer awake (DESK-13</source>
<translation type="unfinished" />
</message>
<message>
<source>Whether this desk sends automatic messages (DESK-12</source>
<translation type="unfinished" />
</message>
<message>
<source>Whether this is the demo store</source>
<translation type="unfinished" />
</message>
<message>
<source>Which alerts reach you, and how</source>
<translation type="unfinished" />
</message>
<message>
<source>Which budget range do you have in mind?</source>
<translation type="unfinished" />
</message>
<message>
<source>Which colors do you like?</source>
<translation type="unfinished" />
</message>
<message>
<source>Which day would suit you?</source>
<translation type="unfinished" />
</message>
<message>
<source>Which further mailbox writes for whom: assistant or a person's id to its name; the others use the store's own</source>
<translation type="unfinished" />
</message>
<message>
<source>Which lead is the same customer</source>
<translation type="unfinished" />
</message>
<message>
<source>Which lead to join</source>
<translation type="unfinished" />
</message>
<message>
<source>Which list it is</source>
<translation type="unfinished" />
</message>
<message>
<source>Which messages a language endpoint may word</source>
<translation type="unfinished" />
</message>
<message>
<source>Which model and trim?</source>
<translation type="unfinished" />
</message>
<message>
<source>Which model years?</source>
<translation type="unfinished" />
</message>
<message>
<source>Which policy says that a customer is covered by a {role} (COVER</source>
<translation type="unfinished" />
</message>
<message>
<source>Which value</source>
<translation type="unfinished" />
</message>
<message>
<source>Which vehicles are you considering, and which others would you accept?</source>
<translation type="unfinished" />
</message>
<message>
<source>Which wording a campaign message has</source>
<translation type="unfinished" />
</message>
<message>
<source>Which wording that question has</source>
<translation type="unfinished" />
</message>
<message>
<source>Which wording the first message has</source>
<translation type="unfinished" />
</message>
<message>
<source>Which wording the second message has; empty for none</source>
<translation type="unfinished" />
</message>
<message>
<source>Which wording the third message has</source>
<translation type="unfinished" />
</message>
<message>
<source>Which wording {words} has</source>
<translation type="unfinished" />
</message>
<message>
<source>While the desk is down</source>
<translation type="unfinished" />
</message>
<message>
<source>Who</source>
<translation type="unfinished" />
</message>
<message>
<source>Who answers for it</source>
<translation type="unfinished" />
</message>
<message>
<source>Who comes this soon is on the way and needs no time in the book</source>
<translation type="unfinished" />
</message>
<message>
<source>Who decides with you?</source>
<translation type="unfinished" />
</message>
<message>
<source>Who gets this deal?</source>
<translation type="unfinished" />
</message>
<message>
<source>Who is covered on the person standing here</source>
<translation type="unfinished" />
</message>
<message>
<source>Who is on, who owns what</source>
<translation type="unfinished" />
</message>
<message>
<source>Who is standing here</source>
<translation type="unfinished" />
</message>
<message>
<source>Who takes turns (FLOW-01</source>
<translation type="unfinished" />
</message>
<message>
<source>Who writes from which</source>
<translation type="unfinished" />
</message>
<message>
<source>Whoever sells has the whole deal</source>
<translation type="unfinished" />
</message>
<message>
<source>Whose</source>
<translation type="unfinished" />
</message>
<message>
<source>Whose alerts</source>
<translation type="unfinished" />
</message>
<message>
<source>Whose day</source>
<translation type="unfinished" />
</message>
<message>
<source>Whose form is it?</source>
<translation type="unfinished" />
</message>
<message>
<source>Whose leads</source>
<translation type="unfinished" />
</message>
<message>
<source>Why</source>
<translation type="unfinished" />
</message>
<message>
<source>Why are {name} lost?</source>
<translation type="unfinished" />
</message>
<message>
<source>Why is {name} lost?</source>
<translation type="unfinished" />
</message>
<message>
<source>Why it cannot wait</source>
<translation type="unfinished" />
</message>
<message>
<source>Why it cannot wait; the reason is kept</source>
<translation type="unfinished" />
</message>
<message>
<source>Why it is hot:
{told}
Call, and offer a visit within 24 hours</source>
<translation type="unfinished" />
</message>
<message>
<source>Why it is no lead</source>
<translation type="unfinished" />
</message>
<message>
<source>Why it is no lead, then Enter; the reason is kept</source>
<translation type="unfinished" />
</message>
<message>
<source>Why it is paused</source>
<translation type="unfinished" />
</message>
<message>
<source>Why it is retired, then Enter; the reason is kept</source>
<translation type="unfinished" />
</message>
<message>
<source>Why it was refused</source>
<translation type="unfinished" />
</message>
<message>
<source>Why you call all the same</source>
<translation type="unfinished" />
</message>
<message>
<source>Why, in a few words</source>
<translation type="unfinished" />
</message>
<message>
<source>Why, such as their letter of March 2; it is kept</source>
<translation type="unfinished" />
</message>
<message>
<source>Why: {reason}</source>
<translation type="unfinished" />
</message>
<message>
<source>Wide or slim rail</source>
<translation type="unfinished" />
</message>
<message>
<source>With</source>
<translation type="unfinished" />
</message>
<message>
<source>With these known the assessment is done (LEAD-06</source>
<translation type="unfinished" />
</message>
<message>
<source>Without a name</source>
<translation type="unfinished" />
</message>
<message>
<source>Without a subject</source>
<translation type="unfinished" />
</message>
<message>
<source>Word document</source>
<translation type="unfinished" />
</message>
<message>
<source>Words</source>
<translation type="unfinished" />
</message>
<message>
<source>Words between days of which either suits</source>
<translation type="unfinished" />
</message>
<message>
<source>Words between two questions of one message</source>
<translation type="unfinished" />
</message>
<message>
<source>Words for this color</source>
<translation type="unfinished" />
</message>
<message>
<source>Words for this drive</source>
<translation type="unfinished" />
</message>
<message>
<source>Words for this fuel</source>
<translation type="unfinished" />
</message>
<message>
<source>Words for this kind of vehicle, the customers' and the lists'</source>
<translation type="unfinished" />
</message>
<message>
<source>Words in capitals that are no shouting</source>
<translation type="unfinished" />
</message>
<message>
<source>Words of a customer for their own vehicle, once a trade-in was spoken of</source>
<translation type="unfinished" />
</message>
<message>
<source>Words of approval and guarantee: such a draft waits for a person (AI-24</source>
<translation type="unfinished" />
</message>
<message>
<source>Words of facts that its sentences may do without</source>
<translation type="unfinished" />
</message>
<message>
<source>Words of facts that its sentences may neither add nor lose</source>
<translation type="unfinished" />
</message>
<message>
<source>Words of who comes later to a visit that stands</source>
<translation type="unfinished" />
</message>
<message>
<source>Words of who has come to a visit that stands</source>
<translation type="unfinished" />
</message>
<message>
<source>Words of who missed a visit</source>
<translation type="unfinished" />
</message>
<message>
<source>Words of who still waits for the person</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that ask about this without naming it</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that ask for a vehicle that is more so than the one asked about</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that ask for something to be sent, once more if need be</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that ask for the whole listing of a vehicle</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that ask for this about a vehicle; what the list lacks goes to a person</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that ask for this piece of equipment of a vehicle</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that ask for two vehicles side by side</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that ask how one is, which is answered in kind</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that ask more about the way than the address tells</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that ask more of a vehicle than whether it is here</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that ask us to come to the customer instead</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that ask where a customer's number came from</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that ask which vehicle this is about</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that ask who is writing</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that begin a sentence, so that their capital makes no name</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that begin sentences; any other word there that the store never uses is taken for a name (AI-24</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that choose the first of the times offered</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that choose the last of the times offered</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that keep the hour of the visit that stands</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that make a financing question one for a person (AI-10</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that make an answer urgent (AI-10</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that name a day, beside the days of the week</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that say a named day suits</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that say nothing about what a question is about</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that say that this matters most to the customer</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that set a limit to a search for other vehicles</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that state figures, credit or terms: such a draft waits for a person (AI-24, R19</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that take any of the times offered</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that tell of a lease that ends, which is urgent (AI-10</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that tell that a knowledge entry is about this</source>
<translation type="unfinished" />
</message>
<message>
<source>Words that tell the moment of an availability (AI-05</source>
<translation type="unfinished" />
</message>
<message>
<source>Words with a capital that name no person (AI-24</source>
<translation type="unfinished" />
</message>
<message>
<source>Words, with fields such as {{{{ first }}}}</source>
<translation type="unfinished" />
</message>
<message>
<source>Work phone</source>
<translation type="unfinished" />
</message>
<message>
<source>Worked</source>
<translation type="unfinished" />
</message>
<message>
<source>Works without sync</source>
<translation type="unfinished" />
</message>
<message>
<source>Write [[ladder]]</source>
<translation type="unfinished" />
</message>
<message>
<source>Write [[ladder]] with name, when and steps</source>
<translation type="unfinished" />
</message>
<message>
<source>Write [[states.{name}]] with its values</source>
<translation type="unfinished" />
</message>
<message>
<source>Write [[{place}]]</source>
<translation type="unfinished" />
</message>
<message>
<source>Write [{place}] with its values</source>
<translation type="unfinished" />
</message>
<message>
<source>Write a field as {{{{ name }}}} and nothing else in braces</source>
<translation type="unfinished" />
</message>
<message>
<source>Write a subject of its own</source>
<translation type="unfinished" />
</message>
<message>
<source>Write a subject without one</source>
<translation type="unfinished" />
</message>
<message>
<source>Write a text to {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>Write a whole number, 0 or more</source>
<translation type="unfinished" />
</message>
<message>
<source>Write an email to {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>Write an email, or send a link</source>
<translation type="unfinished" />
</message>
<message>
<source>Write down a trade-in</source>
<translation type="unfinished" />
</message>
<message>
<source>Write down the visit of {called}</source>
<translation type="unfinished" />
</message>
<message>
<source>Write facts as {{{{ name }}}}</source>
<translation type="unfinished" />
</message>
<message>
<source>Write instead of calling</source>
<translation type="unfinished" />
</message>
<message>
<source>Write it in digits</source>
<translation type="unfinished" />
</message>
<message>
<source>Write it whole, with https</source>
<translation type="unfinished" />
</message>
<message>
<source>Write it with four digits</source>
<translation type="unfinished" />
</message>
<message>
<source>Write one of {written_consent}</source>
<translation type="unfinished" />
</message>
<message>
<source>Write open or {closed}</source>
<translation type="unfinished" />
</message>
<message>
<source>Write open, closed, or a range such as 17:00-20:00</source>
<translation type="unfinished" />
</message>
<message>
<source>Write or call before then</source>
<translation type="unfinished" />
</message>
<message>
<source>Write the hours of {days} like 09:00-18:00.</source>
<translation type="unfinished" />
</message>
<message>
<source>Write the whole address of the page</source>
<translation type="unfinished" />
</message>
<message>
<source>Write them as 09:00-17:00</source>
<translation type="unfinished" />
</message>
<message>
<source>Write them like 09:00-20:00, or closed</source>
<translation type="unfinished" />
</message>
<message>
<source>Write them like 2026-11-26</source>
<translation type="unfinished" />
</message>
<message>
<source>Write to the customer</source>
<translation type="unfinished" />
</message>
<message>
<source>Writes STOP</source>
<translation type="unfinished" />
</message>
<message>
<source>Writes in Spanish</source>
<translation type="unfinished" />
</message>
<message>
<source>Written by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Written consent</source>
<translation type="unfinished" />
</message>
<message>
<source>Written consent to automated texts</source>
<translation type="unfinished" />
</message>
<message>
<source>Written consent, or a person who writes it</source>
<translation type="unfinished" />
</message>
<message>
<source>Written consent, or the customer gets in touch again</source>
<translation type="unfinished" />
</message>
<message>
<source>Written down by a person</source>
<translation type="unfinished" />
</message>
<message>
<source>Written down by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>Wrong PINs or codes in a row before one has to wait</source>
<translation type="unfinished" />
</message>
<message>
<source>Wrong number</source>
<translation type="unfinished" />
</message>
<message>
<source>Wrong tries in a row and how long one waits, by person (R22</source>
<translation type="unfinished" />
</message>
<message>
<source>Wrote something the assistant did not understand</source>
<translation type="unfinished" />
</message>
<message>
<source>Yahoo</source>
<translation type="unfinished" />
</message>
<message>
<source>Year</source>
<translation type="unfinished" />
</message>
<message>
<source>Year "{told}" is not one year</source>
<translation type="unfinished" />
</message>
<message>
<source>Yearly refresher on consent, calling hours and opt-outs</source>
<translation type="unfinished" />
</message>
<message>
<source>Yes, they said stop</source>
<translation type="unfinished" />
</message>
<message>
<source>Yesterday</source>
<translation type="unfinished" />
</message>
<message>
<source>You can close this page and go back to Sales Desk</source>
<translation type="unfinished" />
</message>
<message>
<source>You talked: write what was said and what comes next.</source>
<translation type="unfinished" />
</message>
<message>
<source>Your PIN, as a manager</source>
<translation type="unfinished" />
</message>
<message>
<source>Your alert rests until {at}. The next step rings all the same.</source>
<translation type="unfinished" />
</message>
<message>
<source>Your estimate stands in place of the score for a while, with your name. Then the score follows from the facts again.</source>
<translation type="unfinished" />
</message>
<message>
<source>Your own mobile, for a test text</source>
<translation type="unfinished" />
</message>
<message>
<source>Your own number cannot be dialed. Check its digits.</source>
<translation type="unfinished" />
</message>
<message>
<source>Your role asks for a code too, and you have none yet</source>
<translation type="unfinished" />
</message>
<message>
<source>Your store and its hours</source>
<translation type="unfinished" />
</message>
<message>
<source>Your team</source>
<translation type="unfinished" />
</message>
<message>
<source>Yours as manager</source>
<translation type="unfinished" />
</message>
<message>
<source>ZIP code</source>
<translation type="unfinished" />
</message>
<message>
<source>[Desktop Entry]</source>
<translation type="unfinished" />
</message>
<message>
<source>a board cannot be narrowed by {unknown}</source>
<translation type="unfinished" />
</message>
<message>
<source>a call task</source>
<translation type="unfinished" />
</message>
<message>
<source>a connected call</source>
<translation type="unfinished" />
</message>
<message>
<source>a day past the holiday list, which ends on {last}</source>
<translation type="unfinished" />
</message>
<message>
<source>a declined call</source>
<translation type="unfinished" />
</message>
<message>
<source>a file under your passphrase</source>
<translation type="unfinished" />
</message>
<message>
<source>a key file beside the demo store</source>
<translation type="unfinished" />
</message>
<message>
<source>a ladder is a table</source>
<translation type="unfinished" />
</message>
<message>
<source>a lead</source>
<translation type="unfinished" />
</message>
<message>
<source>a lead always has a customer (foreign key</source>
<translation type="unfinished" />
</message>
<message>
<source>a list</source>
<translation type="unfinished" />
</message>
<message>
<source>a local time such as 10:20</source>
<translation type="unfinished" />
</message>
<message>
<source>a message says "{word}"</source>
<translation type="unfinished" />
</message>
<message>
<source>a name that fits</source>
<translation type="unfinished" />
</message>
<message>
<source>a note or follow-up</source>
<translation type="unfinished" />
</message>
<message>
<source>a number</source>
<translation type="unfinished" />
</message>
<message>
<source>a packed folder</source>
<translation type="unfinished" />
</message>
<message>
<source>a person</source>
<translation type="unfinished" />
</message>
<message>
<source>a person gave a price</source>
<translation type="unfinished" />
</message>
<message>
<source>a program</source>
<translation type="unfinished" />
</message>
<message>
<source>a receipt or a log</source>
<translation type="unfinished" />
</message>
<message>
<source>a reply address</source>
<translation type="unfinished" />
</message>
<message>
<source>a rich text file, which may hold macros</source>
<translation type="unfinished" />
</message>
<message>
<source>a script</source>
<translation type="unfinished" />
</message>
<message>
<source>a span such as 90s, 15m, 2h or 14d</source>
<translation type="unfinished" />
</message>
<message>
<source>a subject of its own</source>
<translation type="unfinished" />
</message>
<message>
<source>a table</source>
<translation type="unfinished" />
</message>
<message>
<source>a text</source>
<translation type="unfinished" />
</message>
<message>
<source>a token to unsubscribe</source>
<translation type="unfinished" />
</message>
<message>
<source>a vehicle</source>
<translation type="unfinished" />
</message>
<message>
<source>a video of a kind that is not known here</source>
<translation type="unfinished" />
</message>
<message>
<source>a visit was booked</source>
<translation type="unfinished" />
</message>
<message>
<source>a web page, which may run scripts</source>
<translation type="unfinished" />
</message>
<message>
<source>a whole number</source>
<translation type="unfinished" />
</message>
<message>
<source>about 25 minutes, stop any time</source>
<translation type="unfinished" />
</message>
<message>
<source>about {n} minutes left</source>
<translation type="unfinished" />
</message>
<message>
<source>about {odometer} {get}</source>
<translation type="unfinished" />
</message>
<message>
<source>acknowledge a training item</source>
<translation type="unfinished" />
</message>
<message>
<source>address phone email web site time zone state</source>
<translation type="unfinished" />
</message>
<message>
<source>adf prospect vehicle customer vendor provider contact name address colorcombination option finance timeframe</source>
<translation type="unfinished" />
</message>
<message>
<source>adjust the temperature</source>
<translation type="unfinished" />
</message>
<message>
<source>adjust the temperature of {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>aebe cibe</source>
<translation type="unfinished" />
</message>
<message>
<source>again, until answered</source>
<translation type="unfinished" />
</message>
<message>
<source>ai off</source>
<translation type="unfinished" />
</message>
<message>
<source>already bought here</source>
<translation type="unfinished" />
</message>
<message>
<source>also {body}</source>
<translation type="unfinished" />
</message>
<message>
<source>an Office file with macros</source>
<translation type="unfinished" />
</message>
<message>
<source>an email</source>
<translation type="unfinished" />
</message>
<message>
<source>an inventory is in</source>
<translation type="unfinished" />
</message>
<message>
<source>an old Office file, which may hold macros</source>
<translation type="unfinished" />
</message>
<message>
<source>an option: other words, checked</source>
<translation type="unfinished" />
</message>
<message>
<source>an unknown place</source>
<translation type="unfinished" />
</message>
<message>
<source>and how late at most</source>
<translation type="unfinished" />
</message>
<message>
<source>and the hold ends</source>
<translation type="unfinished" />
</message>
<message>
<source>and this long after a sale (R7</source>
<translation type="unfinished" />
</message>
<message>
<source>and {n} more</source>
<translation type="unfinished" />
</message>
<message>
<source>and {value} more</source>
<translation type="unfinished" />
</message>
<message>
<source>another country</source>
<translation type="unfinished" />
</message>
<message>
<source>another open lead</source>
<translation type="unfinished" />
</message>
<message>
<source>another person</source>
<translation type="unfinished" />
</message>
<message>
<source>another sender on the texting account</source>
<translation type="unfinished" />
</message>
<message>
<source>answered in {span}</source>
<translation type="unfinished" />
</message>
<message>
<source>any lead</source>
<translation type="unfinished" />
</message>
<message>
<source>appointment</source>
<translation type="unfinished" />
</message>
<message>
<source>appointment confirmation</source>
<translation type="unfinished" />
</message>
<message>
<source>appointment reminder</source>
<translation type="unfinished" />
</message>
<message>
<source>appointment set</source>
<translation type="unfinished" />
</message>
<message>
<source>approval.{source_kind}: this store reads these messages first</source>
<translation type="unfinished" />
</message>
<message>
<source>approve a template</source>
<translation type="unfinished" />
</message>
<message>
<source>approved by {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>as any day</source>
<translation type="unfinished" />
</message>
<message>
<source>as it was</source>
<translation type="unfinished" />
</message>
<message>
<source>as it was {isoformat}</source>
<translation type="unfinished" />
</message>
<message>
<source>as of {when}</source>
<translation type="unfinished" />
</message>
<message>
<source>as the law</source>
<translation type="unfinished" />
</message>
<message>
<source>ask for the coverage</source>
<translation type="unfinished" />
</message>
<message>
<source>ask to be relieved</source>
<translation type="unfinished" />
</message>
<message>
<source>ask whether to call</source>
<translation type="unfinished" />
</message>
<message>
<source>asked about</source>
<translation type="unfinished" />
</message>
<message>
<source>asked for a person</source>
<translation type="unfinished" />
</message>
<message>
<source>asked only once attached</source>
<translation type="unfinished" />
</message>
<message>
<source>asked only with a mailbox</source>
<translation type="unfinished" />
</message>
<message>
<source>asked us to stop</source>
<translation type="unfinished" />
</message>
<message>
<source>asks about financing</source>
<translation type="unfinished" />
</message>
<message>
<source>assess the needs</source>
<translation type="unfinished" />
</message>
<message>
<source>assign {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>assistant</source>
<translation type="unfinished" />
</message>
<message>
<source>assistant off until you switch it on</source>
<translation type="unfinished" />
</message>
<message>
<source>at least {low}</source>
<translation type="unfinished" />
</message>
<message>
<source>at most {high}</source>
<translation type="unfinished" />
</message>
<message>
<source>attention</source>
<translation type="unfinished" />
</message>
<message>
<source>automatic messages</source>
<translation type="unfinished" />
</message>
<message>
<source>availability</source>
<translation type="unfinished" />
</message>
<message>
<source>backed off</source>
<translation type="unfinished" />
</message>
<message>
<source>bad address</source>
<translation type="unfinished" />
</message>
<message>
<source>bad email</source>
<translation type="unfinished" />
</message>
<message>
<source>bdc</source>
<translation type="unfinished" />
</message>
<message>
<source>belongs to the account</source>
<translation type="unfinished" />
</message>
<message>
<source>bind a computer account</source>
<translation type="unfinished" />
</message>
<message>
<source>board, 7 columns of 100 cards</source>
<translation type="unfinished" />
</message>
<message>
<source>book a visit</source>
<translation type="unfinished" />
</message>
<message>
<source>book a visit for {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>booked</source>
<translation type="unfinished" />
</message>
<message>
<source>booked a visit for {when}, {day}</source>
<translation type="unfinished" />
</message>
<message>
<source>bought elsewhere</source>
<translation type="unfinished" />
</message>
<message>
<source>bought {bought}, sold by {called}</source>
<translation type="unfinished" />
</message>
<message>
<source>bounced</source>
<translation type="unfinished" />
</message>
<message>
<source>br p div tr li ul ol table h1 h2 h3 h4 h5 h6 hr blockquote pre section article header footer dt dd</source>
<translation type="unfinished" />
</message>
<message>
<source>brand</source>
<translation type="unfinished" />
</message>
<message>
<source>bring back a backup</source>
<translation type="unfinished" />
</message>
<message>
<source>budget range</source>
<translation type="unfinished" />
</message>
<message>
<source>by a one-click page and by mail</source>
<translation type="unfinished" />
</message>
<message>
<source>by at least this many ways</source>
<translation type="unfinished" />
</message>
<message>
<source>by email</source>
<translation type="unfinished" />
</message>
<message>
<source>by mail</source>
<translation type="unfinished" />
</message>
<message>
<source>by text</source>
<translation type="unfinished" />
</message>
<message>
<source>by the assistant</source>
<translation type="unfinished" />
</message>
<message>
<source>by {decided_by}: {decided_why}</source>
<translation type="unfinished" />
</message>
<message>
<source>by {who}</source>
<translation type="unfinished" />
</message>
<message>
<source>call</source>
<translation type="unfinished" />
</message>
<message>
<source>call me</source>
<translation type="unfinished" />
</message>
<message>
<source>calls</source>
<translation type="unfinished" />
</message>
<message>
<source>came</source>
<translation type="unfinished" />
</message>
<message>
<source>cancel</source>
<translation type="unfinished" />
</message>
<message>
<source>cancelled</source>
<translation type="unfinished" />
</message>
<message>
<source>cannot be dialed</source>
<translation type="unfinished" />
</message>
<message>
<source>cell phone</source>
<translation type="unfinished" />
</message>
<message>
<source>change</source>
<translation type="unfinished" />
</message>
<message>
<source>change a ladder</source>
<translation type="unfinished" />
</message>
<message>
<source>change a strategy</source>
<translation type="unfinished" />
</message>
<message>
<source>change a vehicle</source>
<translation type="unfinished" />
</message>
<message>
<source>change the needs of {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>change the state rules</source>
<translation type="unfinished" />
</message>
<message>
<source>change the trade-in of {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>channel is {channel}</source>
<translation type="unfinished" />
</message>
<message>
<source>chat</source>
<translation type="unfinished" />
</message>
<message>
<source>check digit</source>
<translation type="unfinished" />
</message>
<message>
<source>choose</source>
<translation type="unfinished" />
</message>
<message>
<source>choose alerts</source>
<translation type="unfinished" />
</message>
<message>
<source>choose the date it comes back</source>
<translation type="unfinished" />
</message>
<message>
<source>chosen above</source>
<translation type="unfinished" />
</message>
<message>
<source>claim {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>claimed, not contacted</source>
<translation type="unfinished" />
</message>
<message>
<source>clear an item of the list</source>
<translation type="unfinished" />
</message>
<message>
<source>clear the quarantine</source>
<translation type="unfinished" />
</message>
<message>
<source>close an alert</source>
<translation type="unfinished" />
</message>
<message>
<source>close as no response</source>
<translation type="unfinished" />
</message>
<message>
<source>closed</source>
<translation type="unfinished" />
</message>
<message>
<source>closed there: {reason}</source>
<translation type="unfinished" />
</message>
<message>
<source>code from the phone</source>
<translation type="unfinished" />
</message>
<message>
<source>code wanted</source>
<translation type="unfinished" />
</message>
<message>
<source>colours</source>
<translation type="unfinished" />
</message>
<message>
<source>comes for</source>
<translation type="unfinished" />
</message>
<message>
<source>complaint</source>
<translation type="unfinished" />
</message>
<message>
<source>compliance</source>
<translation type="unfinished" />
</message>
<message>
<source>computer account</source>
<translation type="unfinished" />
</message>
<message>
<source>condition</source>
<translation type="unfinished" />
</message>
<message>
<source>confirm sign-in codes</source>
<translation type="unfinished" />
</message>
<message>
<source>confirm time</source>
<translation type="unfinished" />
</message>
<message>
<source>confirmed</source>
<translation type="unfinished" />
</message>
<message>
<source>connected</source>
<translation type="unfinished" />
</message>
<message>
<source>connected assessed</source>
<translation type="unfinished" />
</message>
<message>
<source>connected follow up</source>
<translation type="unfinished" />
</message>
<message>
<source>consent taken back {day}. {opt_out}</source>
<translation type="unfinished" />
</message>
<message>
<source>contact both ways</source>
<translation type="unfinished" />
</message>
<message>
<source>contacted</source>
<translation type="unfinished" />
</message>
<message>
<source>copies that are proven before they count</source>
<translation type="unfinished" />
</message>
<message>
<source>counted over this many days</source>
<translation type="unfinished" />
</message>
<message>
<source>counts of all stages, late ones too</source>
<translation type="unfinished" />
</message>
<message>
<source>covered until {at}</source>
<translation type="unfinished" />
</message>
<message>
<source>covered {n} days</source>
<translation type="unfinished" />
</message>
<message>
<source>credit with {split}</source>
<translation type="unfinished" />
</message>
<message>
<source>customer</source>
<translation type="unfinished" />
</message>
<message>
<source>day {day} comes before the lead is lost on day {lost}</source>
<translation type="unfinished" />
</message>
<message>
<source>day {day} is never reached: the lead is lost on day {lost}</source>
<translation type="unfinished" />
</message>
<message>
<source>days</source>
<translation type="unfinished" />
</message>
<message>
<source>decide on a draft</source>
<translation type="unfinished" />
</message>
<message>
<source>decide on the credit</source>
<translation type="unfinished" />
</message>
<message>
<source>declined</source>
<translation type="unfinished" />
</message>
<message>
<source>declined call</source>
<translation type="unfinished" />
</message>
<message>
<source>delivered</source>
<translation type="unfinished" />
</message>
<message>
<source>delivery</source>
<translation type="unfinished" />
</message>
<message>
<source>describe the trade-in</source>
<translation type="unfinished" />
</message>
<message>
<source>desk shop</source>
<translation type="unfinished" />
</message>
<message>
<source>desktop alert</source>
<translation type="unfinished" />
</message>
<message>
<source>did not come to the visit</source>
<translation type="unfinished" />
</message>
<message>
<source>did not come; ask for it by email</source>
<translation type="unfinished" />
</message>
<message>
<source>did not leave</source>
<translation type="unfinished" />
</message>
<message>
<source>digest</source>
<translation type="unfinished" />
</message>
<message>
<source>directions</source>
<translation type="unfinished" />
</message>
<message>
<source>dnc registry import scrub reassigned phone list</source>
<translation type="unfinished" />
</message>
<message>
<source>do not call</source>
<translation type="unfinished" />
</message>
<message>
<source>do not contact</source>
<translation type="unfinished" />
</message>
<message>
<source>do-not-call and reassigned numbers, with their age</source>
<translation type="unfinished" />
</message>
<message>
<source>documents</source>
<translation type="unfinished" />
</message>
<message>
<source>does not arrive</source>
<translation type="unfinished" />
</message>
<message>
<source>does not belong to the account</source>
<translation type="unfinished" />
</message>
<message>
<source>does not write here</source>
<translation type="unfinished" />
</message>
<message>
<source>done</source>
<translation type="unfinished" />
</message>
<message>
<source>doorbell</source>
<translation type="unfinished" />
</message>
<message>
<source>doorbell with sound</source>
<translation type="unfinished" />
</message>
<message>
<source>down {n} since last night</source>
<translation type="unfinished" />
</message>
<message>
<source>drawn from the others</source>
<translation type="unfinished" />
</message>
<message>
<source>eBay Motors</source>
<translation type="unfinished" />
</message>
<message>
<source>each has its own clock</source>
<translation type="unfinished" />
</message>
<message>
<source>earlier contact</source>
<translation type="unfinished" />
</message>
<message>
<source>edit {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>email</source>
<translation type="unfinished" />
</message>
<message>
<source>email imap smtp password sign-in server sender folder</source>
<translation type="unfinished" />
</message>
<message>
<source>employer employment previousemployer reference references agent salesperson salesrep salesrepresentative cobuyer co-buyer coapplicant co-applicant cosigner spouse dealer dealership lender insurance landlord</source>
<translation type="unfinished" />
</message>
<message>
<source>engaged</source>
<translation type="unfinished" />
</message>
<message>
<source>enter a consent wording</source>
<translation type="unfinished" />
</message>
<message>
<source>erase a customer</source>
<translation type="unfinished" />
</message>
<message>
<source>erase erasure delete privacy gdpr ccpa data request remove person</source>
<translation type="unfinished" />
</message>
<message>
<source>escalation</source>
<translation type="unfinished" />
</message>
<message>
<source>escalations running</source>
<translation type="unfinished" />
</message>
<message>
<source>every step has at least one wording</source>
<translation type="unfinished" />
</message>
<message>
<source>everyone</source>
<translation type="unfinished" />
</message>
<message>
<source>everyone on shift</source>
<translation type="unfinished" />
</message>
<message>
<source>failed</source>
<translation type="unfinished" />
</message>
<message>
<source>failed message</source>
<translation type="unfinished" />
</message>
<message>
<source>financing</source>
<translation type="unfinished" />
</message>
<message>
<source>finish a task</source>
<translation type="unfinished" />
</message>
<message>
<source>finish a task of {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>firewall: {told}</source>
<translation type="unfinished" />
</message>
<message>
<source>first answers</source>
<translation type="unfinished" />
</message>
<message>
<source>first middle last full surname suffix part</source>
<translation type="unfinished" />
</message>
<message>
<source>first name</source>
<translation type="unfinished" />
</message>
<message>
<source>first response</source>
<translation type="unfinished" />
</message>
<message>
<source>flag</source>
<translation type="unfinished" />
</message>
<message>
<source>flag to the manager</source>
<translation type="unfinished" />
</message>
<message>
<source>flagged to the manager</source>
<translation type="unfinished" />
</message>
<message>
<source>for automated texts</source>
<translation type="unfinished" />
</message>
<message>
<source>for calls and texts of people too</source>
<translation type="unfinished" />
</message>
<message>
<source>for {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>forget a taught layout</source>
<translation type="unfinished" />
</message>
<message>
<source>forget a view</source>
<translation type="unfinished" />
</message>
<message>
<source>found among the records</source>
<translation type="unfinished" />
</message>
<message>
<source>found, entered and changed by hand</source>
<translation type="unfinished" />
</message>
<message>
<source>from summaries; counsel decides</source>
<translation type="unfinished" />
</message>
<message>
<source>gate, {section}.{key}</source>
<translation type="unfinished" />
</message>
<message>
<source>go live label name history sales ai approval queue pace often strategy slower faster</source>
<translation type="unfinished" />
</message>
<message>
<source>goal {goal}</source>
<translation type="unfinished" />
</message>
<message>
<source>goal {goal}, met</source>
<translation type="unfinished" />
</message>
<message>
<source>gone</source>
<translation type="unfinished" />
</message>
<message>
<source>grade the assistant</source>
<translation type="unfinished" />
</message>
<message>
<source>greeting</source>
<translation type="unfinished" />
</message>
<message>
<source>group</source>
<translation type="unfinished" />
</message>
<message>
<source>half</source>
<translation type="unfinished" />
</message>
<message>
<source>half minutes</source>
<translation type="unfinished" />
</message>
<message>
<source>halt until {day}</source>
<translation type="unfinished" />
</message>
<message>
<source>hand over a leaver's leads</source>
<translation type="unfinished" />
</message>
<message>
<source>handed off</source>
<translation type="unfinished" />
</message>
<message>
<source>handoff</source>
<translation type="unfinished" />
</message>
<message>
<source>handoff notice</source>
<translation type="unfinished" />
</message>
<message>
<source>has a complaint</source>
<translation type="unfinished" />
</message>
<message>
<source>has a follow-up overdue</source>
<translation type="unfinished" />
</message>
<message>
<source>has no way to write that is open</source>
<translation type="unfinished" />
</message>
<message>
<source>held</source>
<translation type="unfinished" />
</message>
<message>
<source>held until {at} {astimezone}, window for an unknown place</source>
<translation type="unfinished" />
</message>
<message>
<source>held until {at}, {name} window</source>
<translation type="unfinished" />
</message>
<message>
<source>history report</source>
<translation type="unfinished" />
</message>
<message>
<source>holds due</source>
<translation type="unfinished" />
</message>
<message>
<source>hours</source>
<translation type="unfinished" />
</message>
<message>
<source>how it calls itself, and whether it writes</source>
<translation type="unfinished" />
</message>
<message>
<source>how the assistant did last night</source>
<translation type="unfinished" />
</message>
<message>
<source>iCloud</source>
<translation type="unfinished" />
</message>
<message>
<source>iSeeCars</source>
<translation type="unfinished" />
</message>
<message>
<source>import csv table history columns upload move</source>
<translation type="unfinished" />
</message>
<message>
<source>in {n} m</source>
<translation type="unfinished" />
</message>
<message>
<source>intersection of all rows</source>
<translation type="unfinished" />
</message>
<message>
<source>intervals stretched {stretch} times</source>
<translation type="unfinished" />
</message>
<message>
<source>intervals {pace} times as long</source>
<translation type="unfinished" />
</message>
<message>
<source>is bot</source>
<translation type="unfinished" />
</message>
<message>
<source>is here for the visit</source>
<translation type="unfinished" />
</message>
<message>
<source>is lost: {reason}</source>
<translation type="unfinished" />
</message>
<message>
<source>is no address</source>
<translation type="unfinished" />
</message>
<message>
<source>is no longer in stock</source>
<translation type="unfinished" />
</message>
<message>
<source>is not at this number</source>
<translation type="unfinished" />
</message>
<message>
<source>is of a kind that nobody here can tell</source>
<translation type="unfinished" />
</message>
<message>
<source>is on the way to the store</source>
<translation type="unfinished" />
</message>
<message>
<source>is running late for the visit</source>
<translation type="unfinished" />
</message>
<message>
<source>is sold</source>
<translation type="unfinished" />
</message>
<message>
<source>is working with someone here</source>
<translation type="unfinished" />
</message>
<message>
<source>is {kind}</source>
<translation type="unfinished" />
</message>
<message>
<source>it adds "{word}"</source>
<translation type="unfinished" />
</message>
<message>
<source>it cannot be opened</source>
<translation type="unfinished" />
</message>
<message>
<source>it does not name the store</source>
<translation type="unfinished" />
</message>
<message>
<source>it has the same conditions as assignment.rule[{seen}], so neither is more specific</source>
<translation type="unfinished" />
</message>
<message>
<source>it has the same {what} as {before}, so neither is more specific</source>
<translation type="unfinished" />
</message>
<message>
<source>it holds a link that is not in the store's facts</source>
<translation type="unfinished" />
</message>
<message>
<source>it holds a number that is not in the store's facts</source>
<translation type="unfinished" />
</message>
<message>
<source>it holds an address that is not the store's</source>
<translation type="unfinished" />
</message>
<message>
<source>it holds an email address that is not the store's</source>
<translation type="unfinished" />
</message>
<message>
<source>it is in another language</source>
<translation type="unfinished" />
</message>
<message>
<source>it is not one sentence of its kind</source>
<translation type="unfinished" />
</message>
<message>
<source>it is not the store's tone</source>
<translation type="unfinished" />
</message>
<message>
<source>it is too long</source>
<translation type="unfinished" />
</message>
<message>
<source>it is too long for a text</source>
<translation type="unfinished" />
</message>
<message>
<source>it loses "{word}"</source>
<translation type="unfinished" />
</message>
<message>
<source>it names a VIN that is not in the store's facts</source>
<translation type="unfinished" />
</message>
<message>
<source>it names a percentage</source>
<translation type="unfinished" />
</message>
<message>
<source>it names a web site that is not in the store's facts</source>
<translation type="unfinished" />
</message>
<message>
<source>it names an amount of money</source>
<translation type="unfinished" />
</message>
<message>
<source>it names somebody who is neither this customer nor of the store ("{name}"</source>
<translation type="unfinished" />
</message>
<message>
<source>it opens as an earlier message did</source>
<translation type="unfinished" />
</message>
<message>
<source>it promises</source>
<translation type="unfinished" />
</message>
<message>
<source>it says availability without its moment ("{word}"</source>
<translation type="unfinished" />
</message>
<message>
<source>it sets a date nobody agreed to</source>
<translation type="unfinished" />
</message>
<message>
<source>it shouts in capitals</source>
<translation type="unfinished" />
</message>
<message>
<source>it shows marks of a template or a document</source>
<translation type="unfinished" />
</message>
<message>
<source>it shows marks or pictures</source>
<translation type="unfinished" />
</message>
<message>
<source>it speaks of terms ("{word}"</source>
<translation type="unfinished" />
</message>
<message>
<source>it words a sentence that stands as it is</source>
<translation type="unfinished" />
</message>
<message>
<source>its new owner</source>
<translation type="unfinished" />
</message>
<message>
<source>jan feb mar apr may jun jul aug sep oct nov dec</source>
<translation type="unfinished" />
</message>
<message>
<source>keep an arrival for a person</source>
<translation type="unfinished" />
</message>
<message>
<source>knowledge admin</source>
<translation type="unfinished" />
</message>
<message>
<source>knowledge bank question answer faq tags administrator</source>
<translation type="unfinished" />
</message>
<message>
<source>ladder[{number}] {get}</source>
<translation type="unfinished" />
</message>
<message>
<source>ladder[{number}] {get}.when</source>
<translation type="unfinished" />
</message>
<message>
<source>ladders are a list of tables</source>
<translation type="unfinished" />
</message>
<message>
<source>language: no second reading</source>
<translation type="unfinished" />
</message>
<message>
<source>language: read again by {model}</source>
<translation type="unfinished" />
</message>
<message>
<source>language: the desk's own words, since: {against}</source>
<translation type="unfinished" />
</message>
<message>
<source>language: {worded} worded by {model}, checked</source>
<translation type="unfinished" />
</message>
<message>
<source>lapsed {at}</source>
<translation type="unfinished" />
</message>
<message>
<source>lapses</source>
<translation type="unfinished" />
</message>
<message>
<source>lapses {at}</source>
<translation type="unfinished" />
</message>
<message>
<source>last digits of a phone</source>
<translation type="unfinished" />
</message>
<message>
<source>last name</source>
<translation type="unfinished" />
</message>
<message>
<source>last third of the target</source>
<translation type="unfinished" />
</message>
<message>
<source>later contact</source>
<translation type="unfinished" />
</message>
<message>
<source>law hours halt holiday emergency calling window consent cap strict default</source>
<translation type="unfinished" />
</message>
<message>
<source>layouts of lead mails that people taught</source>
<translation type="unfinished" />
</message>
<message>
<source>lead</source>
<translation type="unfinished" />
</message>
<message>
<source>lead arrived {at}</source>
<translation type="unfinished" />
</message>
<message>
<source>leads that wrote</source>
<translation type="unfinished" />
</message>
<message>
<source>leave a note for the manager</source>
<translation type="unfinished" />
</message>
<message>
<source>leave a voicemail, then</source>
<translation type="unfinished" />
</message>
<message>
<source>legal threat</source>
<translation type="unfinished" />
</message>
<message>
<source>let a person try again</source>
<translation type="unfinished" />
</message>
<message>
<source>letter</source>
<translation type="unfinished" />
</message>
<message>
<source>light, dark, system or contrast</source>
<translation type="unfinished" />
</message>
<message>
<source>line too long</source>
<translation type="unfinished" />
</message>
<message>
<source>line {number}: {trouble}</source>
<translation type="unfinished" />
</message>
<message>
<source>lines {value} to {seal} of the record are not what was sealed</source>
<translation type="unfinished" />
</message>
<message>
<source>listed within {value} % of its price</source>
<translation type="unfinished" />
</message>
<message>
<source>live</source>
<translation type="unfinished" />
</message>
<message>
<source>live orders on hold</source>
<translation type="unfinished" />
</message>
<message>
<source>local hours</source>
<translation type="unfinished" />
</message>
<message>
<source>location</source>
<translation type="unfinished" />
</message>
<message>
<source>lock the desk</source>
<translation type="unfinished" />
</message>
<message>
<source>log a call or email attempt of the last day first</source>
<translation type="unfinished" />
</message>
<message>
<source>log an activity</source>
<translation type="unfinished" />
</message>
<message>
<source>logged with {interest} interest</source>
<translation type="unfinished" />
</message>
<message>
<source>look at the clock</source>
<translation type="unfinished" />
</message>
<message>
<source>look first</source>
<translation type="unfinished" />
</message>
<message>
<source>look for duplicates</source>
<translation type="unfinished" />
</message>
<message>
<source>looked up by {by}, kept in the trail</source>
<translation type="unfinished" />
</message>
<message>
<source>lost</source>
<translation type="unfinished" />
</message>
<message>
<source>mail that could not be read</source>
<translation type="unfinished" />
</message>
<message>
<source>mails that could not be read</source>
<translation type="unfinished" />
</message>
<message>
<source>make</source>
<translation type="unfinished" />
</message>
<message>
<source>manager</source>
<translation type="unfinished" />
</message>
<message>
<source>marketplace</source>
<translation type="unfinished" />
</message>
<message>
<source>matters most</source>
<translation type="unfinished" />
</message>
<message>
<source>may be the same person</source>
<translation type="unfinished" />
</message>
<message>
<source>may have said stop</source>
<translation type="unfinished" />
</message>
<message>
<source>may not have got a message</source>
<translation type="unfinished" />
</message>
<message>
<source>may not have left</source>
<translation type="unfinished" />
</message>
<message>
<source>median AI first touch</source>
<translation type="unfinished" />
</message>
<message>
<source>median response today</source>
<translation type="unfinished" />
</message>
<message>
<source>median {middle}, slowest {slowest}</source>
<translation type="unfinished" />
</message>
<message>
<source>medium</source>
<translation type="unfinished" />
</message>
<message>
<source>merge {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>message waits</source>
<translation type="unfinished" />
</message>
<message>
<source>messages go out by themselves</source>
<translation type="unfinished" />
</message>
<message>
<source>messages wait</source>
<translation type="unfinished" />
</message>
<message>
<source>messages wait for approval</source>
<translation type="unfinished" />
</message>
<message>
<source>messages {status}</source>
<translation type="unfinished" />
</message>
<message>
<source>met</source>
<translation type="unfinished" />
</message>
<message>
<source>mileage</source>
<translation type="unfinished" />
</message>
<message>
<source>mobile phone</source>
<translation type="unfinished" />
</message>
<message>
<source>model</source>
<translation type="unfinished" />
</message>
<message>
<source>model openai ai llm key budget redact</source>
<translation type="unfinished" />
</message>
<message>
<source>more for this lead</source>
<translation type="unfinished" />
</message>
<message>
<source>more specific than {others} other that fit</source>
<translation type="unfinished" />
</message>
<message>
<source>more specific than {others} others that fit</source>
<translation type="unfinished" />
</message>
<message>
<source>move {name} to {stage}</source>
<translation type="unfinished" />
</message>
<message>
<source>moving from another desk, or a list kept elsewhere</source>
<translation type="unfinished" />
</message>
<message>
<source>mystery shop grade transcript failure night traps</source>
<translation type="unfinished" />
</message>
<message>
<source>mystery {id}</source>
<translation type="unfinished" />
</message>
<message>
<source>name and place, in every message</source>
<translation type="unfinished" />
</message>
<message>
<source>name the desk that speaks</source>
<translation type="unfinished" />
</message>
<message>
<source>needs another owner</source>
<translation type="unfinished" />
</message>
<message>
<source>new</source>
<translation type="unfinished" />
</message>
<message>
<source>new leads</source>
<translation type="unfinished" />
</message>
<message>
<source>next kind</source>
<translation type="unfinished" />
</message>
<message>
<source>next rep</source>
<translation type="unfinished" />
</message>
<message>
<source>next step: {step}</source>
<translation type="unfinished" />
</message>
<message>
<source>no</source>
<translation type="unfinished" />
</message>
<message>
<source>no PIN</source>
<translation type="unfinished" />
</message>
<message>
<source>no address any more</source>
<translation type="unfinished" />
</message>
<message>
<source>no answer</source>
<translation type="unfinished" />
</message>
<message>
<source>no answer says "{wanted}"</source>
<translation type="unfinished" />
</message>
<message>
<source>no answer that is understood</source>
<translation type="unfinished" />
</message>
<message>
<source>no answer voicemail</source>
<translation type="unfinished" />
</message>
<message>
<source>no calls</source>
<translation type="unfinished" />
</message>
<message>
<source>no calls or texts to {get} from {get2} to {get3}</source>
<translation type="unfinished" />
</message>
<message>
<source>no channel at all</source>
<translation type="unfinished" />
</message>
<message>
<source>no coverage</source>
<translation type="unfinished" />
</message>
<message>
<source>no credit</source>
<translation type="unfinished" />
</message>
<message>
<source>no data</source>
<translation type="unfinished" />
</message>
<message>
<source>no day is named, so it never fits</source>
<translation type="unfinished" />
</message>
<message>
<source>no draft waits for a person</source>
<translation type="unfinished" />
</message>
<message>
<source>no emails</source>
<translation type="unfinished" />
</message>
<message>
<source>no limit of its own</source>
<translation type="unfinished" />
</message>
<message>
<source>no name, email or phone</source>
<translation type="unfinished" />
</message>
<message>
<source>no opening for {step} by {channel}</source>
<translation type="unfinished" />
</message>
<message>
<source>no opening within {days} days</source>
<translation type="unfinished" />
</message>
<message>
<source>no owner</source>
<translation type="unfinished" />
</message>
<message>
<source>no reason given</source>
<translation type="unfinished" />
</message>
<message>
<source>no show</source>
<translation type="unfinished" />
</message>
<message>
<source>no stock number and no VIN</source>
<translation type="unfinished" />
</message>
<message>
<source>no such table</source>
<translation type="unfinished" />
</message>
<message>
<source>no texts</source>
<translation type="unfinished" />
</message>
<message>
<source>no vehicle named</source>
<translation type="unfinished" />
</message>
<message>
<source>no visit was booked</source>
<translation type="unfinished" />
</message>
<message>
<source>no-show</source>
<translation type="unfinished" />
</message>
<message>
<source>nobody</source>
<translation type="unfinished" />
</message>
<message>
<source>nobody is covered</source>
<translation type="unfinished" />
</message>
<message>
<source>nobody owns it</source>
<translation type="unfinished" />
</message>
<message>
<source>nobody was called in</source>
<translation type="unfinished" />
</message>
<message>
<source>none</source>
<translation type="unfinished" />
</message>
<message>
<source>none in sight</source>
<translation type="unfinished" />
</message>
<message>
<source>none yet</source>
<translation type="unfinished" />
</message>
<message>
<source>none, automated or all</source>
<translation type="unfinished" />
</message>
<message>
<source>not</source>
<translation type="unfinished" />
</message>
<message>
<source>not JSON: {trouble}</source>
<translation type="unfinished" />
</message>
<message>
<source>not a JSON object</source>
<translation type="unfinished" />
</message>
<message>
<source>not a database</source>
<translation type="unfinished" />
</message>
<message>
<source>not a file of secrets</source>
<translation type="unfinished" />
</message>
<message>
<source>not asked</source>
<translation type="unfinished" />
</message>
<message>
<source>not covered</source>
<translation type="unfinished" />
</message>
<message>
<source>not interested</source>
<translation type="unfinished" />
</message>
<message>
<source>not named</source>
<translation type="unfinished" />
</message>
<message>
<source>not noted</source>
<translation type="unfinished" />
</message>
<message>
<source>not now</source>
<translation type="unfinished" />
</message>
<message>
<source>not provided</source>
<translation type="unfinished" />
</message>
<message>
<source>not this key</source>
<translation type="unfinished" />
</message>
<message>
<source>not whole: take it in again</source>
<translation type="unfinished" />
</message>
<message>
<source>not yet</source>
<translation type="unfinished" />
</message>
<message>
<source>note</source>
<translation type="unfinished" />
</message>
<message>
<source>note that nothing is stuck</source>
<translation type="unfinished" />
</message>
<message>
<source>note the state of a line</source>
<translation type="unfinished" />
</message>
<message>
<source>nothing</source>
<translation type="unfinished" />
</message>
<message>
<source>nothing else answered.</source>
<translation type="unfinished" />
</message>
<message>
<source>nothing new</source>
<translation type="unfinished" />
</message>
<message>
<source>nothing owed</source>
<translation type="unfinished" />
</message>
<message>
<source>nothing planned</source>
<translation type="unfinished" />
</message>
<message>
<source>nothing to be found</source>
<translation type="unfinished" />
</message>
<message>
<source>notice another answer</source>
<translation type="unfinished" />
</message>
<message>
<source>notice another desk</source>
<translation type="unfinished" />
</message>
<message>
<source>now</source>
<translation type="unfinished" />
</message>
<message>
<source>now is {text}</source>
<translation type="unfinished" />
</message>
<message>
<source>now is {text}, without an offset</source>
<translation type="unfinished" />
</message>
<message>
<source>nurture</source>
<translation type="unfinished" />
</message>
<message>
<source>oem</source>
<translation type="unfinished" />
</message>
<message>
<source>of 100</source>
<translation type="unfinished" />
</message>
<message>
<source>of its kind</source>
<translation type="unfinished" />
</message>
<message>
<source>of this lead</source>
<translation type="unfinished" />
</message>
<message>
<source>off</source>
<translation type="unfinished" />
</message>
<message>
<source>off shift</source>
<translation type="unfinished" />
</message>
<message>
<source>offered</source>
<translation type="unfinished" />
</message>
<message>
<source>older</source>
<translation type="unfinished" />
</message>
<message>
<source>on</source>
<translation type="unfinished" />
</message>
<message>
<source>on hold</source>
<translation type="unfinished" />
</message>
<message>
<source>on its way from the texting provider</source>
<translation type="unfinished" />
</message>
<message>
<source>on shift</source>
<translation type="unfinished" />
</message>
<message>
<source>on their request; the law keeps its proof</source>
<translation type="unfinished" />
</message>
<message>
<source>on this customer so far</source>
<translation type="unfinished" />
</message>
<message>
<source>one lead with all that was said</source>
<translation type="unfinished" />
</message>
<message>
<source>one sentence</source>
<translation type="unfinished" />
</message>
<message>
<source>only an organic order may rest; a live order is worked or closed</source>
<translation type="unfinished" />
</message>
<message>
<source>only called for a bounce</source>
<translation type="unfinished" />
</message>
<message>
<source>only this long after it came</source>
<translation type="unfinished" />
</message>
<message>
<source>open</source>
<translation type="unfinished" />
</message>
<message>
<source>open closed days week</source>
<translation type="unfinished" />
</message>
<message>
<source>open now</source>
<translation type="unfinished" />
</message>
<message>
<source>open or closed</source>
<translation type="unfinished" />
</message>
<message>
<source>open wide</source>
<translation type="unfinished" />
</message>
<message>
<source>opt out</source>
<translation type="unfinished" />
</message>
<message>
<source>opt out confirmation</source>
<translation type="unfinished" />
</message>
<message>
<source>opt-outs</source>
<translation type="unfinished" />
</message>
<message>
<source>opted out</source>
<translation type="unfinished" />
</message>
<message>
<source>or</source>
<translation type="unfinished" />
</message>
<message>
<source>or this long after receipt where no call is logged</source>
<translation type="unfinished" />
</message>
<message>
<source>organic</source>
<translation type="unfinished" />
</message>
<message>
<source>outside the hours there ({law}</source>
<translation type="unfinished" />
</message>
<message>
<source>overdue</source>
<translation type="unfinished" />
</message>
<message>
<source>overdue tasks</source>
<translation type="unfinished" />
</message>
<message>
<source>owed ${owed}</source>
<translation type="unfinished" />
</message>
<message>
<source>own rows</source>
<translation type="unfinished" />
</message>
<message>
<source>owner</source>
<translation type="unfinished" />
</message>
<message>
<source>owner asks for relief</source>
<translation type="unfinished" />
</message>
<message>
<source>owner {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>owner {split}</source>
<translation type="unfinished" />
</message>
<message>
<source>owns the lead</source>
<translation type="unfinished" />
</message>
<message>
<source>past target with no live response or follow-up</source>
<translation type="unfinished" />
</message>
<message>
<source>past the law</source>
<translation type="unfinished" />
</message>
<message>
<source>past the law's row; {name} answers for it: {reason}</source>
<translation type="unfinished" />
</message>
<message>
<source>pause the assistant</source>
<translation type="unfinished" />
</message>
<message>
<source>paused by status</source>
<translation type="unfinished" />
</message>
<message>
<source>payment</source>
<translation type="unfinished" />
</message>
<message>
<source>pending approval</source>
<translation type="unfinished" />
</message>
<message>
<source>phone</source>
<translation type="unfinished" />
</message>
<message>
<source>pin password code second factor two authenticator account lock export views log security</source>
<translation type="unfinished" />
</message>
<message>
<source>postal address</source>
<translation type="unfinished" />
</message>
<message>
<source>preferences</source>
<translation type="unfinished" />
</message>
<message>
<source>preferred contact</source>
<translation type="unfinished" />
</message>
<message>
<source>price</source>
<translation type="unfinished" />
</message>
<message>
<source>printf('%04d', 1000 - lead.temperature</source>
<translation type="unfinished" />
</message>
<message>
<source>procedures</source>
<translation type="unfinished" />
</message>
<message>
<source>program</source>
<translation type="unfinished" />
</message>
<message>
<source>proof</source>
<translation type="unfinished" />
</message>
<message>
<source>propose time</source>
<translation type="unfinished" />
</message>
<message>
<source>put on hold</source>
<translation type="unfinished" />
</message>
<message>
<source>put two records beside each other</source>
<translation type="unfinished" />
</message>
<message>
<source>put {name} on hold</source>
<translation type="unfinished" />
</message>
<message>
<source>qualified</source>
<translation type="unfinished" />
</message>
<message>
<source>quarantine</source>
<translation type="unfinished" />
</message>
<message>
<source>quarterly</source>
<translation type="unfinished" />
</message>
<message>
<source>queued</source>
<translation type="unfinished" />
</message>
<message>
<source>raised {at}, {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>re-engagement, day {n}</source>
<translation type="unfinished" />
</message>
<message>
<source>reactive</source>
<translation type="unfinished" />
</message>
<message>
<source>read a message again</source>
<translation type="unfinished" />
</message>
<message>
<source>read the inventory</source>
<translation type="unfinished" />
</message>
<message>
<source>received</source>
<translation type="unfinished" />
</message>
<message>
<source>record a delivery</source>
<translation type="unfinished" />
</message>
<message>
<source>record a sale</source>
<translation type="unfinished" />
</message>
<message>
<source>record a send</source>
<translation type="unfinished" />
</message>
<message>
<source>record a visit</source>
<translation type="unfinished" />
</message>
<message>
<source>record an alert's way</source>
<translation type="unfinished" />
</message>
<message>
<source>record an opt-in</source>
<translation type="unfinished" />
</message>
<message>
<source>record an opt-out</source>
<translation type="unfinished" />
</message>
<message>
<source>record consent</source>
<translation type="unfinished" />
</message>
<message>
<source>record the sale to {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>record the visit of {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>recording</source>
<translation type="unfinished" />
</message>
<message>
<source>recovery code</source>
<translation type="unfinished" />
</message>
<message>
<source>reengagement</source>
<translation type="unfinished" />
</message>
<message>
<source>referral</source>
<translation type="unfinished" />
</message>
<message>
<source>relief</source>
<translation type="unfinished" />
</message>
<message>
<source>repeat {repeats}</source>
<translation type="unfinished" />
</message>
<message>
<source>replies</source>
<translation type="unfinished" />
</message>
<message>
<source>reply</source>
<translation type="unfinished" />
</message>
<message>
<source>requestdate year make model vin stock stocknumber trim doors bodystyle transmission odometer condition interiorcolor exteriorcolor color colour preference price pricecomments optionname manufacturercode manufacturecode weighting method amount balance imagetag earliestdate latestdate description vendorname url service id email phone street apartment city regioncode postalcode country first middle last full surname suffix part donotsend form preferredcontact</source>
<translation type="unfinished" />
</message>
<message>
<source>reschedule</source>
<translation type="unfinished" />
</message>
<message>
<source>rescheduled</source>
<translation type="unfinished" />
</message>
<message>
<source>response clocks run in these hours</source>
<translation type="unfinished" />
</message>
<message>
<source>response due in {span}</source>
<translation type="unfinished" />
</message>
<message>
<source>response overdue by {span}</source>
<translation type="unfinished" />
</message>
<message>
<source>restore copy recovery key folder</source>
<translation type="unfinished" />
</message>
<message>
<source>retire a template</source>
<translation type="unfinished" />
</message>
<message>
<source>retire an answer</source>
<translation type="unfinished" />
</message>
<message>
<source>retired</source>
<translation type="unfinished" />
</message>
<message>
<source>row {number} cannot be read as CSV: {error}</source>
<translation type="unfinished" />
</message>
<message>
<source>row {number} does not come after row {value}</source>
<translation type="unfinished" />
</message>
<message>
<source>row {row}, {field}: {reason}</source>
<translation type="unfinished" />
</message>
<message>
<source>said stop</source>
<translation type="unfinished" />
</message>
<message>
<source>sales</source>
<translation type="unfinished" />
</message>
<message>
<source>same make</source>
<translation type="unfinished" />
</message>
<message>
<source>same model</source>
<translation type="unfinished" />
</message>
<message>
<source>same owner</source>
<translation type="unfinished" />
</message>
<message>
<source>same year</source>
<translation type="unfinished" />
</message>
<message>
<source>save a person</source>
<translation type="unfinished" />
</message>
<message>
<source>save a vehicle</source>
<translation type="unfinished" />
</message>
<message>
<source>save a view</source>
<translation type="unfinished" />
</message>
<message>
<source>save an answer</source>
<translation type="unfinished" />
</message>
<message>
<source>save settings</source>
<translation type="unfinished" />
</message>
<message>
<source>save the playbook</source>
<translation type="unfinished" />
</message>
<message>
<source>say whether the customer said stop</source>
<translation type="unfinished" />
</message>
<message>
<source>say why</source>
<translation type="unfinished" />
</message>
<message>
<source>seal the record</source>
<translation type="unfinished" />
</message>
<message>
<source>search index filled</source>
<translation type="unfinished" />
</message>
<message>
<source>search refused</source>
<translation type="unfinished" />
</message>
<message>
<source>search: {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>see an alert</source>
<translation type="unfinished" />
</message>
<message>
<source>sending</source>
<translation type="unfinished" />
</message>
<message>
<source>senior sales</source>
<translation type="unfinished" />
</message>
<message>
<source>sent</source>
<translation type="unfinished" />
</message>
<message>
<source>set a PIN</source>
<translation type="unfinished" />
</message>
<message>
<source>set up sign-in codes</source>
<translation type="unfinished" />
</message>
<message>
<source>settle an uncertain message</source>
<translation type="unfinished" />
</message>
<message>
<source>shift</source>
<translation type="unfinished" />
</message>
<message>
<source>shown</source>
<translation type="unfinished" />
</message>
<message>
<source>sign in</source>
<translation type="unfinished" />
</message>
<message>
<source>sign in with the computer</source>
<translation type="unfinished" />
</message>
<message>
<source>similar vehicles</source>
<translation type="unfinished" />
</message>
<message>
<source>since yesterday</source>
<translation type="unfinished" />
</message>
<message>
<source>since {clock}</source>
<translation type="unfinished" />
</message>
<message>
<source>skipped</source>
<translation type="unfinished" />
</message>
<message>
<source>sms account token test</source>
<translation type="unfinished" />
</message>
<message>
<source>snooze an alert</source>
<translation type="unfinished" />
</message>
<message>
<source>so many points are taken</source>
<translation type="unfinished" />
</message>
<message>
<source>social</source>
<translation type="unfinished" />
</message>
<message>
<source>sold</source>
<translation type="unfinished" />
</message>
<message>
<source>somebody else</source>
<translation type="unfinished" />
</message>
<message>
<source>somebody else has the lead</source>
<translation type="unfinished" />
</message>
<message>
<source>somebody who has left</source>
<translation type="unfinished" />
</message>
<message>
<source>something was sent after the customer ended it</source>
<translation type="unfinished" />
</message>
<message>
<source>soon</source>
<translation type="unfinished" />
</message>
<message>
<source>source</source>
<translation type="unfinished" />
</message>
<message>
<source>source class</source>
<translation type="unfinished" />
</message>
<message>
<source>source {get}: kind {kind} or class {class} is none of the known ones</source>
<translation type="unfinished" />
</message>
<message>
<source>speaks against it</source>
<translation type="unfinished" />
</message>
<message>
<source>spoke</source>
<translation type="unfinished" />
</message>
<message>
<source>spread over at least this long</source>
<translation type="unfinished" />
</message>
<message>
<source>staff</source>
<translation type="unfinished" />
</message>
<message>
<source>start sending</source>
<translation type="unfinished" />
</message>
<message>
<source>start the assistant on an older lead</source>
<translation type="unfinished" />
</message>
<message>
<source>start with the computer tray dark light demo</source>
<translation type="unfinished" />
</message>
<message>
<source>start, theme, text size, sounds</source>
<translation type="unfinished" />
</message>
<message>
<source>state table, {state}, {kind}</source>
<translation type="unfinished" />
</message>
<message>
<source>step {level}</source>
<translation type="unfinished" />
</message>
<message>
<source>step {number} does not come after step {value}</source>
<translation type="unfinished" />
</message>
<message>
<source>step {n} of {all}</source>
<translation type="unfinished" />
</message>
<message>
<source>steps taken</source>
<translation type="unfinished" />
</message>
<message>
<source>stock number vin price status add lot history photos</source>
<translation type="unfinished" />
</message>
<message>
<source>stock {one}</source>
<translation type="unfinished" />
</message>
<message>
<source>stopped at once</source>
<translation type="unfinished" />
</message>
<message>
<source>store filled</source>
<translation type="unfinished" />
</message>
<message>
<source>store rules</source>
<translation type="unfinished" />
</message>
<message>
<source>strong</source>
<translation type="unfinished" />
</message>
<message>
<source>stuck</source>
<translation type="unfinished" />
</message>
<message>
<source>such a column is never empty</source>
<translation type="unfinished" />
</message>
<message>
<source>superseded</source>
<translation type="unfinished" />
</message>
<message>
<source>system</source>
<translation type="unfinished" />
</message>
<message>
<source>take a lead</source>
<translation type="unfinished" />
</message>
<message>
<source>take back a sale</source>
<translation type="unfinished" />
</message>
<message>
<source>take in a file</source>
<translation type="unfinished" />
</message>
<message>
<source>take in a number list</source>
<translation type="unfinished" />
</message>
<message>
<source>take in a reply</source>
<translation type="unfinished" />
</message>
<message>
<source>take in a text</source>
<translation type="unfinished" />
</message>
<message>
<source>take in mail</source>
<translation type="unfinished" />
</message>
<message>
<source>take in the files of a text</source>
<translation type="unfinished" />
</message>
<message>
<source>take off hold</source>
<translation type="unfinished" />
</message>
<message>
<source>take sign-in codes away</source>
<translation type="unfinished" />
</message>
<message>
<source>take {name} off hold</source>
<translation type="unfinished" />
</message>
<message>
<source>taken away</source>
<translation type="unfinished" />
</message>
<message>
<source>taken back</source>
<translation type="unfinished" />
</message>
<message>
<source>teach quarantine layout could not read</source>
<translation type="unfinished" />
</message>
<message>
<source>teach the reader</source>
<translation type="unfinished" />
</message>
<message>
<source>team role rep manager leaves away staff</source>
<translation type="unfinished" />
</message>
<message>
<source>team {value}</source>
<translation type="unfinished" />
</message>
<message>
<source>technical</source>
<translation type="unfinished" />
</message>
<message>
<source>tell the manager</source>
<translation type="unfinished" />
</message>
<message>
<source>tell two customers apart</source>
<translation type="unfinished" />
</message>
<message>
<source>test drive</source>
<translation type="unfinished" />
</message>
<message>
<source>text</source>
<translation type="unfinished" />
</message>
<message>
<source>text email desktop sounds ring bell mute</source>
<translation type="unfinished" />
</message>
<message>
<source>thanks</source>
<translation type="unfinished" />
</message>
<message>
<source>that it is cancelled</source>
<translation type="unfinished" />
</message>
<message>
<source>the address</source>
<translation type="unfinished" />
</message>
<message>
<source>the answer does not go by {way} alone</source>
<translation type="unfinished" />
</message>
<message>
<source>the answer was cut short</source>
<translation type="unfinished" />
</message>
<message>
<source>the assistant</source>
<translation type="unfinished" />
</message>
<message>
<source>the assistant drops {what}</source>
<translation type="unfinished" />
</message>
<message>
<source>the assistant is on</source>
<translation type="unfinished" />
</message>
<message>
<source>the automated assistant</source>
<translation type="unfinished" />
</message>
<message>
<source>the customer</source>
<translation type="unfinished" />
</message>
<message>
<source>the customer means to come or to buy</source>
<translation type="unfinished" />
</message>
<message>
<source>the customer said stop</source>
<translation type="unfinished" />
</message>
<message>
<source>the customer wants to wait</source>
<translation type="unfinished" />
</message>
<message>
<source>the date "{get}" could not be read</source>
<translation type="unfinished" />
</message>
<message>
<source>the desk</source>
<translation type="unfinished" />
</message>
<message>
<source>the desktop did not take a notice</source>
<translation type="unfinished" />
</message>
<message>
<source>the federal rule</source>
<translation type="unfinished" />
</message>
<message>
<source>the first {channel} does not say what writes it</source>
<translation type="unfinished" />
</message>
<message>
<source>the ladder has no name</source>
<translation type="unfinished" />
</message>
<message>
<source>the ladder has no steps, so it tells nobody</source>
<translation type="unfinished" />
</message>
<message>
<source>the last step gives the lead away and is repeated, so the lead would go round in a circle</source>
<translation type="unfinished" />
</message>
<message>
<source>the lead</source>
<translation type="unfinished" />
</message>
<message>
<source>the lead is lost</source>
<translation type="unfinished" />
</message>
<message>
<source>the lead is lost: {lost_reason}</source>
<translation type="unfinished" />
</message>
<message>
<source>the lead is sold</source>
<translation type="unfinished" />
</message>
<message>
<source>the mail server</source>
<translation type="unfinished" />
</message>
<message>
<source>the mail's date is used</source>
<translation type="unfinished" />
</message>
<message>
<source>the manager</source>
<translation type="unfinished" />
</message>
<message>
<source>the message has left after all</source>
<translation type="unfinished" />
</message>
<message>
<source>the name</source>
<translation type="unfinished" />
</message>
<message>
<source>the next free person</source>
<translation type="unfinished" />
</message>
<message>
<source>the number customers can text</source>
<translation type="unfinished" />
</message>
<message>
<source>the open question reached no administrator</source>
<translation type="unfinished" />
</message>
<message>
<source>the opt-out line</source>
<translation type="unfinished" />
</message>
<message>
<source>the other record</source>
<translation type="unfinished" />
</message>
<message>
<source>the other {good} are taken</source>
<translation type="unfinished" />
</message>
<message>
<source>the owner</source>
<translation type="unfinished" />
</message>
<message>
<source>the playbook</source>
<translation type="unfinished" />
</message>
<message>
<source>the postal address</source>
<translation type="unfinished" />
</message>
<message>
<source>the provider</source>
<translation type="unfinished" />
</message>
<message>
<source>the provider sent the same inquiry again</source>
<translation type="unfinished" />
</message>
<message>
<source>the question has no {missing}</source>
<translation type="unfinished" />
</message>
<message>
<source>the reader's guess</source>
<translation type="unfinished" />
</message>
<message>
<source>the rule has no {missing}</source>
<translation type="unfinished" />
</message>
<message>
<source>the same customer has an open lead</source>
<translation type="unfinished" />
</message>
<message>
<source>the same email address</source>
<translation type="unfinished" />
</message>
<message>
<source>the same for the first paint</source>
<translation type="unfinished" />
</message>
<message>
<source>the same phone number</source>
<translation type="unfinished" />
</message>
<message>
<source>the same source</source>
<translation type="unfinished" />
</message>
<message>
<source>the server said goodbye</source>
<translation type="unfinished" />
</message>
<message>
<source>the source</source>
<translation type="unfinished" />
</message>
<message>
<source>the stage</source>
<translation type="unfinished" />
</message>
<message>
<source>the status {status} stops it</source>
<translation type="unfinished" />
</message>
<message>
<source>the step gives the lead to its owner of before, which goes in a circle</source>
<translation type="unfinished" />
</message>
<message>
<source>the step has no time</source>
<translation type="unfinished" />
</message>
<message>
<source>the step names nobody</source>
<translation type="unfinished" />
</message>
<message>
<source>the store</source>
<translation type="unfinished" />
</message>
<message>
<source>the store is never open on {sorted}, so days and shift exclude each other</source>
<translation type="unfinished" />
</message>
<message>
<source>the store's address</source>
<translation type="unfinished" />
</message>
<message>
<source>the store's name</source>
<translation type="unfinished" />
</message>
<message>
<source>the store's own words, approved in versions</source>
<translation type="unfinished" />
</message>
<message>
<source>the store's playbook</source>
<translation type="unfinished" />
</message>
<message>
<source>the task is done</source>
<translation type="unfinished" />
</message>
<message>
<source>the text was read</source>
<translation type="unfinished" />
</message>
<message>
<source>the timer runs already</source>
<translation type="unfinished" />
</message>
<message>
<source>the vehicle</source>
<translation type="unfinished" />
</message>
<message>
<source>the {scope} {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>there is no date</source>
<translation type="unfinished" />
</message>
<message>
<source>there is no role {value}</source>
<translation type="unfinished" />
</message>
<message>
<source>there is no such key</source>
<translation type="unfinished" />
</message>
<message>
<source>there is no yes, no or no data</source>
<translation type="unfinished" />
</message>
<message>
<source>there is no {channel} wording {step} in {language}</source>
<translation type="unfinished" />
</message>
<message>
<source>there is no {strange} here</source>
<translation type="unfinished" />
</message>
<message>
<source>they must spread over {span_words}</source>
<translation type="unfinished" />
</message>
<message>
<source>this computer</source>
<translation type="unfinished" />
</message>
<message>
<source>this lead</source>
<translation type="unfinished" />
</message>
<message>
<source>three letters of a name</source>
<translation type="unfinished" />
</message>
<message>
<source>timeline</source>
<translation type="unfinished" />
</message>
<message>
<source>timer starts in {span}</source>
<translation type="unfinished" />
</message>
<message>
<source>timezone is {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>title: {title}</source>
<translation type="unfinished" />
</message>
<message>
<source>tls, starttls, or none for this computer only</source>
<translation type="unfinished" />
</message>
<message>
<source>to approve</source>
<translation type="unfinished" />
</message>
<message>
<source>to confirm</source>
<translation type="unfinished" />
</message>
<message>
<source>to settle</source>
<translation type="unfinished" />
</message>
<message>
<source>to take up</source>
<translation type="unfinished" />
</message>
<message>
<source>told us about a trade-in</source>
<translation type="unfinished" />
</message>
<message>
<source>trade appraisal</source>
<translation type="unfinished" />
</message>
<message>
<source>trade charts, statute not seen</source>
<translation type="unfinished" />
</message>
<message>
<source>trade in</source>
<translation type="unfinished" />
</message>
<message>
<source>trigger</source>
<translation type="unfinished" />
</message>
<message>
<source>true or false</source>
<translation type="unfinished" />
</message>
<message>
<source>try at least {ways} ways: call, text, email</source>
<translation type="unfinished" />
</message>
<message>
<source>turn over to a manager</source>
<translation type="unfinished" />
</message>
<message>
<source>turn the assistant</source>
<translation type="unfinished" />
</message>
<message>
<source>turn the assistant at {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>two reps</source>
<translation type="unfinished" />
</message>
<message>
<source>two sentences</source>
<translation type="unfinished" />
</message>
<message>
<source>two words that were said</source>
<translation type="unfinished" />
</message>
<message>
<source>unanswered</source>
<translation type="unfinished" />
</message>
<message>
<source>unassigned</source>
<translation type="unfinished" />
</message>
<message>
<source>uncertain</source>
<translation type="unfinished" />
</message>
<message>
<source>uncertain message</source>
<translation type="unfinished" />
</message>
<message>
<source>unless the visit was booked less than this before that moment</source>
<translation type="unfinished" />
</message>
<message>
<source>unread</source>
<translation type="unfinished" />
</message>
<message>
<source>unsubscribe {token}</source>
<translation type="unfinished" />
</message>
<message>
<source>until {at}</source>
<translation type="unfinished" />
</message>
<message>
<source>until {day}</source>
<translation type="unfinished" />
</message>
<message>
<source>until {when}</source>
<translation type="unfinished" />
</message>
<message>
<source>untouched claim</source>
<translation type="unfinished" />
</message>
<message>
<source>up {n} since last night</source>
<translation type="unfinished" />
</message>
<message>
<source>vehicle detail</source>
<translation type="unfinished" />
</message>
<message>
<source>vehicles</source>
<translation type="unfinished" />
</message>
<message>
<source>vehicles as of {at}</source>
<translation type="unfinished" />
</message>
<message>
<source>vehicles columns csv feed stock lot status</source>
<translation type="unfinished" />
</message>
<message>
<source>visit</source>
<translation type="unfinished" />
</message>
<message>
<source>visit booked {at}</source>
<translation type="unfinished" />
</message>
<message>
<source>visits booked</source>
<translation type="unfinished" />
</message>
<message>
<source>visits set</source>
<translation type="unfinished" />
</message>
<message>
<source>visits that came</source>
<translation type="unfinished" />
</message>
<message>
<source>voicemail</source>
<translation type="unfinished" />
</message>
<message>
<source>voicemail left</source>
<translation type="unfinished" />
</message>
<message>
<source>wait for a person</source>
<translation type="unfinished" />
</message>
<message>
<source>waited for the desk</source>
<translation type="unfinished" />
</message>
<message>
<source>waited {span}</source>
<translation type="unfinished" />
</message>
<message>
<source>waiting</source>
<translation type="unfinished" />
</message>
<message>
<source>waiting for a person</source>
<translation type="unfinished" />
</message>
<message>
<source>waits for a first answer</source>
<translation type="unfinished" />
</message>
<message>
<source>waits for approval</source>
<translation type="unfinished" />
</message>
<message>
<source>walk in</source>
<translation type="unfinished" />
</message>
<message>
<source>wants a person</source>
<translation type="unfinished" />
</message>
<message>
<source>wants person</source>
<translation type="unfinished" />
</message>
<message>
<source>warranty</source>
<translation type="unfinished" />
</message>
<message>
<source>was claimed and not contacted</source>
<translation type="unfinished" />
</message>
<message>
<source>weak</source>
<translation type="unfinished" />
</message>
<message>
<source>website</source>
<translation type="unfinished" />
</message>
<message>
<source>website form</source>
<translation type="unfinished" />
</message>
<message>
<source>week {local} to {local2}</source>
<translation type="unfinished" />
</message>
<message>
<source>weekdays</source>
<translation type="unfinished" />
</message>
<message>
<source>weekends</source>
<translation type="unfinished" />
</message>
<message>
<source>what is on the lot</source>
<translation type="unfinished" />
</message>
<message>
<source>what sources' own forms ask their customers</source>
<translation type="unfinished" />
</message>
<message>
<source>what the store says when it is asked</source>
<translation type="unfinished" />
</message>
<message>
<source>when people may be called and texted, by state</source>
<translation type="unfinished" />
</message>
<message>
<source>when {who} changed a record</source>
<translation type="unfinished" />
</message>
<message>
<source>when {who} saved the second record</source>
<translation type="unfinished" />
</message>
<message>
<source>where leads arrive and where the store writes from</source>
<translation type="unfinished" />
</message>
<message>
<source>where so many vehicles stood on the list</source>
<translation type="unfinished" />
</message>
<message>
<source>which reach whom, and how</source>
<translation type="unfinished" />
</message>
<message>
<source>while the store is closed</source>
<translation type="unfinished" />
</message>
<message>
<source>while the store is open</source>
<translation type="unfinished" />
</message>
<message>
<source>who decides</source>
<translation type="unfinished" />
</message>
<message>
<source>who is on, what they may do</source>
<translation type="unfinished" />
</message>
<message>
<source>who leads</source>
<translation type="unfinished" />
</message>
<message>
<source>who may sit down, when the desk locks, what left the store</source>
<translation type="unfinished" />
</message>
<message>
<source>who sells</source>
<translation type="unfinished" />
</message>
<message>
<source>within the hour</source>
<translation type="unfinished" />
</message>
<message>
<source>within the law's row</source>
<translation type="unfinished" />
</message>
<message>
<source>without activity</source>
<translation type="unfinished" />
</message>
<message>
<source>word a message</source>
<translation type="unfinished" />
</message>
<message>
<source>wording email text letter call voicemail preview approve</source>
<translation type="unfinished" />
</message>
<message>
<source>wording written texts tcpa agree form source</source>
<translation type="unfinished" />
</message>
<message>
<source>words in quotes</source>
<translation type="unfinished" />
</message>
<message>
<source>work on many leads</source>
<translation type="unfinished" />
</message>
<message>
<source>working with someone</source>
<translation type="unfinished" />
</message>
<message>
<source>write a template</source>
<translation type="unfinished" />
</message>
<message>
<source>write to {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>written by {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>written consent</source>
<translation type="unfinished" />
</message>
<message>
<source>wrong</source>
<translation type="unfinished" />
</message>
<message>
<source>wrong number</source>
<translation type="unfinished" />
</message>
<message>
<source>wrote again and waits for a person</source>
<translation type="unfinished" />
</message>
<message>
<source>wrote, and no channel is open</source>
<translation type="unfinished" />
</message>
<message>
<source>wrote; the assistant is silent here</source>
<translation type="unfinished" />
</message>
<message>
<source>years</source>
<translation type="unfinished" />
</message>
<message>
<source>yes</source>
<translation type="unfinished" />
</message>
<message>
<source>you</source>
<translation type="unfinished" />
</message>
<message>
<source>you, from the mail</source>
<translation type="unfinished" />
</message>
<message>
<source>your inquiry</source>
<translation type="unfinished" />
</message>
<message>
<source>your managers, once they are entered</source>
<translation type="unfinished" />
</message>
<message>
<source>{about}: {conditions}</source>
<translation type="unfinished" />
</message>
<message>
<source>{about}; for {waited}</source>
<translation type="unfinished" />
</message>
<message>
<source>{abs} miles fewer</source>
<translation type="unfinished" />
</message>
<message>
<source>{abs} miles more</source>
<translation type="unfinished" />
</message>
<message>
<source>{abs} year newer</source>
<translation type="unfinished" />
</message>
<message>
<source>{abs} year older</source>
<translation type="unfinished" />
</message>
<message>
<source>{abs} years newer</source>
<translation type="unfinished" />
</message>
<message>
<source>{abs} years older</source>
<translation type="unfinished" />
</message>
<message>
<source>{account} signs in</source>
<translation type="unfinished" />
</message>
<message>
<source>{account} signs {name} in at the start</source>
<translation type="unfinished" />
</message>
<message>
<source>{act} is done lead by lead</source>
<translation type="unfinished" />
</message>
<message>
<source>{act}: {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>{at} assistant, {channel}, {status}: {subject}{text}</source>
<translation type="unfinished" />
</message>
<message>
<source>{at} by {who}</source>
<translation type="unfinished" />
</message>
<message>
<source>{at} customer, {channel}: {text}</source>
<translation type="unfinished" />
</message>
<message>
<source>{at} for {name}.</source>
<translation type="unfinished" />
</message>
<message>
<source>{at} there</source>
<translation type="unfinished" />
</message>
<message>
<source>{at} · say how it went (V)</source>
<translation type="unfinished" />
</message>
<message>
<source>{at} · vehicle checked</source>
<translation type="unfinished" />
</message>
<message>
<source>{at}, one lead forgotten: {why}</source>
<translation type="unfinished" />
</message>
<message>
<source>{at}. They ask for prices, stop in other words, want sold cars, give instructions instead of questions.</source>
<translation type="unfinished" />
</message>
<message>
<source>{by} has answered already ({clock}</source>
<translation type="unfinished" />
</message>
<message>
<source>{by} is in touch with the customer</source>
<translation type="unfinished" />
</message>
<message>
<source>{by} paused automatic sending for {what}: {reason}</source>
<translation type="unfinished" />
</message>
<message>
<source>{by} read it: the customer did not say stop</source>
<translation type="unfinished" />
</message>
<message>
<source>{by} read it: the customer said stop</source>
<translation type="unfinished" />
</message>
<message>
<source>{by} was in touch {clock}</source>
<translation type="unfinished" />
</message>
<message>
<source>{called} is back from hold</source>
<translation type="unfinished" />
</message>
<message>
<source>{called} is extremely interested</source>
<translation type="unfinished" />
</message>
<message>
<source>{called} is flagged to you</source>
<translation type="unfinished" />
</message>
<message>
<source>{called} is turned over to you</source>
<translation type="unfinished" />
</message>
<message>
<source>{called} left only a phone number</source>
<translation type="unfinished" />
</message>
<message>
<source>{called} moves to Sold</source>
<translation type="unfinished" />
</message>
<message>
<source>{called} moves to Sold, and the hold ends</source>
<translation type="unfinished" />
</message>
<message>
<source>{came} of {of} files of a text came</source>
<translation type="unfinished" />
</message>
<message>
<source>{ceiling} emails have left in the last 24 hours, which is the mailbox's limit</source>
<translation type="unfinished" />
</message>
<message>
<source>{channels} OK</source>
<translation type="unfinished" />
</message>
<message>
<source>{channel} from the customer</source>
<translation type="unfinished" />
</message>
<message>
<source>{channel} that left</source>
<translation type="unfinished" />
</message>
<message>
<source>{channel} · sends {at}</source>
<translation type="unfinished" />
</message>
<message>
<source>{channel} · sends {at} if approved</source>
<translation type="unfinished" />
</message>
<message>
<source>{channel}, never confirmed. Sent or not?</source>
<translation type="unfinished" />
</message>
<message>
<source>{class } party</source>
<translation type="unfinished" />
</message>
<message>
<source>{count} to leads left from this mailbox that Sales Desk did not write; the last {seconds} s after the lead came: “{subject}”</source>
<translation type="unfinished" />
</message>
<message>
<source>{count} vehicles available, read {value}</source>
<translation type="unfinished" />
</message>
<message>
<source>{customer} is already working with someone</source>
<translation type="unfinished" />
</message>
<message>
<source>{customer} said stop. The assistant is silent; closed: {closed}</source>
<translation type="unfinished" />
</message>
<message>
<source>{data} is past the limit</source>
<translation type="unfinished" />
</message>
<message>
<source>{days} days</source>
<translation type="unfinished" />
</message>
<message>
<source>{day} is no weekday</source>
<translation type="unfinished" />
</message>
<message>
<source>{done} of {of} checks hold</source>
<translation type="unfinished" />
</message>
<message>
<source>{done} of {of} done</source>
<translation type="unfinished" />
</message>
<message>
<source>{doubtful} messages that waited may have left since, and are looked up</source>
<translation type="unfinished" />
</message>
<message>
<source>{do} Who exported what: desk export views</source>
<translation type="unfinished" />
</message>
<message>
<source>{do}, or choose another folder</source>
<translation type="unfinished" />
</message>
<message>
<source>{dropped} waiting messages of {whose}</source>
<translation type="unfinished" />
</message>
<message>
<source>{earlier}, covered</source>
<translation type="unfinished" />
</message>
<message>
<source>{earlier}, not covered</source>
<translation type="unfinished" />
</message>
<message>
<source>{email} to {email2}</source>
<translation type="unfinished" />
</message>
<message>
<source>{fact} (known since {clock}</source>
<translation type="unfinished" />
</message>
<message>
<source>{failed} failed: look at each</source>
<translation type="unfinished" />
</message>
<message>
<source>{file} could not be read. {why}</source>
<translation type="unfinished" />
</message>
<message>
<source>{file}: could not be opened: {strerror}. Check the path and that it may be read</source>
<translation type="unfinished" />
</message>
<message>
<source>{first} and {last}</source>
<translation type="unfinished" />
</message>
<message>
<source>{first} by {channel}</source>
<translation type="unfinished" />
</message>
<message>
<source>{folder} holds {int} mails</source>
<translation type="unfinished" />
</message>
<message>
<source>{follows}{law}, source {source}, checked {day}; {read}.</source>
<translation type="unfinished" />
</message>
<message>
<source>{full} cannot be put on hold yet</source>
<translation type="unfinished" />
</message>
<message>
<source>{full} went into another lead already</source>
<translation type="unfinished" />
</message>
<message>
<source>{full} wrote again</source>
<translation type="unfinished" />
</message>
<message>
<source>{full}: two records are one now</source>
<translation type="unfinished" />
</message>
<message>
<source>{get} are stopped</source>
<translation type="unfinished" />
</message>
<message>
<source>{get} by {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>{get}, a holiday in {get2}</source>
<translation type="unfinished" />
</message>
<message>
<source>{get}, {signs} sign</source>
<translation type="unfinished" />
</message>
<message>
<source>{get}, {signs} signs</source>
<translation type="unfinished" />
</message>
<message>
<source>{get}{place} as of {when}</source>
<translation type="unfinished" />
</message>
<message>
<source>{good} good rows, {refused} refused</source>
<translation type="unfinished" />
</message>
<message>
<source>{group}, {n} people</source>
<translation type="unfinished" />
</message>
<message>
<source>{head} · {n} more</source>
<translation type="unfinished" />
</message>
<message>
<source>{held} of {len} test customers were treated as declared ({percent} %</source>
<translation type="unfinished" />
</message>
<message>
<source>{held} of {total} test customers held</source>
<translation type="unfinished" />
</message>
<message>
<source>{held} of {total} test customers were treated as declared</source>
<translation type="unfinished" />
</message>
<message>
<source>{held} of {total} test customers were treated as they should be</source>
<translation type="unfinished" />
</message>
<message>
<source>{hold_note}
Call, and close it, hold it again with a new date, or give it a next step</source>
<translation type="unfinished" />
</message>
<message>
<source>{host} answers</source>
<translation type="unfinished" />
</message>
<message>
<source>{host} did not answer in time</source>
<translation type="unfinished" />
</message>
<message>
<source>{host} does not agree on an encrypted connection</source>
<translation type="unfinished" />
</message>
<message>
<source>{host} does not offer the encryption or sign-in that is set for it</source>
<translation type="unfinished" />
</message>
<message>
<source>{host} has taken the mail</source>
<translation type="unfinished" />
</message>
<message>
<source>{host} refuses the connection</source>
<translation type="unfinished" />
</message>
<message>
<source>{hours} h ago</source>
<translation type="unfinished" />
</message>
<message>
<source>{isoformat} has no time zone</source>
<translation type="unfinished" />
</message>
<message>
<source>{kept}{kept2} within {days}</source>
<translation type="unfinished" />
</message>
<message>
<source>{key} cannot be answered so</source>
<translation type="unfinished" />
</message>
<message>
<source>{key} is asked already, and an answer is kept once</source>
<translation type="unfinished" />
</message>
<message>
<source>{key} is declared twice</source>
<translation type="unfinished" />
</message>
<message>
<source>{kind} is no consent</source>
<translation type="unfinished" />
</message>
<message>
<source>{kind} is no kind of row</source>
<translation type="unfinished" />
</message>
<message>
<source>{kind} is no kind of template</source>
<translation type="unfinished" />
</message>
<message>
<source>{kind}, of {day}</source>
<translation type="unfinished" />
</message>
<message>
<source>{kind}, {class} party</source>
<translation type="unfinished" />
</message>
<message>
<source>{kind}: recorded, for what is written from now on.</source>
<translation type="unfinished" />
</message>
<message>
<source>{kind}: {door} is not to be had here</source>
<translation type="unfinished" />
</message>
<message>
<source>{label} to {to}</source>
<translation type="unfinished" />
</message>
<message>
<source>{label} won it</source>
<translation type="unfinished" />
</message>
<message>
<source>{label} won the {what}</source>
<translation type="unfinished" />
</message>
<message>
<source>{label}: left {left}, right {right}, after the merge {result}</source>
<translation type="unfinished" />
</message>
<message>
<source>{language}.toml, {key}</source>
<translation type="unfinished" />
</message>
<message>
<source>{law}, by hand {hand}</source>
<translation type="unfinished" />
</message>
<message>
<source>{lead_id} received</source>
<translation type="unfinished" />
</message>
<message>
<source>{leads} leads, damaged</source>
<translation type="unfinished" />
</message>
<message>
<source>{leads} leads, sound</source>
<translation type="unfinished" />
</message>
<message>
<source>{lead} leads, {message} messages</source>
<translation type="unfinished" />
</message>
<message>
<source>{len} blocks that it lacked were carried over</source>
<translation type="unfinished" />
</message>
<message>
<source>{len} calls and texts in the last 24 hours; the limit is {limit}</source>
<translation type="unfinished" />
</message>
<message>
<source>{len} mails</source>
<translation type="unfinished" />
</message>
<message>
<source>{len} messages</source>
<translation type="unfinished" />
</message>
<message>
<source>{len} messages by the assistant since {since}</source>
<translation type="unfinished" />
</message>
<message>
<source>{len} of {wanted} attempts were made</source>
<translation type="unfinished" />
</message>
<message>
<source>{len} touches in seven days; the budget is {limit}</source>
<translation type="unfinished" />
</message>
<message>
<source>{len} vehicles of the same kind within two years stand on the list</source>
<translation type="unfinished" />
</message>
<message>
<source>{list} does not say that an automated assistant writes</source>
<translation type="unfinished" />
</message>
<message>
<source>{list} · this lead is not on it</source>
<translation type="unfinished" />
</message>
<message>
<source>{lost} kept in the timeline</source>
<translation type="unfinished" />
</message>
<message>
<source>{low} to {high}</source>
<translation type="unfinished" />
</message>
<message>
<source>{many}, last {when}</source>
<translation type="unfinished" />
</message>
<message>
<source>{max} KB</source>
<translation type="unfinished" />
</message>
<message>
<source>{mine} and {theirs}</source>
<translation type="unfinished" />
</message>
<message>
<source>{minutes} min</source>
<translation type="unfinished" />
</message>
<message>
<source>{model} at {host} answers in the shape asked</source>
<translation type="unfinished" />
</message>
<message>
<source>{named} fit too; the closest rule counts.</source>
<translation type="unfinished" />
</message>
<message>
<source>{named} fits too; the closer rule counts.</source>
<translation type="unfinished" />
</message>
<message>
<source>{names} and {n} more</source>
<translation type="unfinished" />
</message>
<message>
<source>{names} see the same page. Nobody's credit changes until this is decided</source>
<translation type="unfinished" />
</message>
<message>
<source>{names}, role:ROLE, team:TEAM, or a person's id</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} allows one automatic answer to an inquiry ({law}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} asks to sign in again ({error}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} cannot be edited</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} cannot be read: {strerror}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} cannot renew the sign-in now ({error}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} complained: {at}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} could not be opened: {strerror}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} could not be read: {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} could run as a program where it is opened; it is not sent. Name it .txt if it is only words</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} covered{until} ({policy}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} did not come and needs a call</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} does not work here any more.</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} has left</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} has no PIN yet</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} has no PIN yet. Ask a desk manager to set one.</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} has no {sorted}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} has not read: {title}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} has this phone or email: {stage}.</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} has {size_words}, and all files of one email may have {number} MB. Send another email</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} is a hot lead</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} is a winmail.dat: what it holds was not read</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} is a {words}; this store does not send those. Send a PDF or a picture of it</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} is at {temperature}. Above {mark} goes to you</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} is covered until {when}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} is empty</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} is in: {n} numbers.</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} is missing or not a string</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} is never asked, so it is never known</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} is no weekday</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} is nobody at this store</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} is not a string</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} is not covered: {why}{why2}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} is on shift and next in turn</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} is one too many: an email carries {most} files. Send another email</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} leaves</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} looks like {name2}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} may hold a program</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} not covered{until} ({policy}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} requires written consent for sales calls and texts ({law}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} stays in Appointment Set; the temperature counts the visit</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} waits for you: {said}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} was claimed and not contacted</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} was not taken. {error}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} was not taken. {what}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} was not taken: {trouble}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} was the first to answer</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} {local} to {local2}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name} {told}; it is not sent to customers. Send a PDF or a picture of it</source>
<translation type="unfinished" />
</message>
<message>
<source>{name}, a holiday</source>
<translation type="unfinished" />
</message>
<message>
<source>{name}, half</source>
<translation type="unfinished" />
</message>
<message>
<source>{name}, taken in by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name}, version {version}: {what} by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name}, {len} people</source>
<translation type="unfinished" />
</message>
<message>
<source>{name}, {role}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name}. Target {span}.</source>
<translation type="unfinished" />
</message>
<message>
<source>{name}. The playbook has it no more.</source>
<translation type="unfinished" />
</message>
<message>
<source>{name}. Told at once.</source>
<translation type="unfinished" />
</message>
<message>
<source>{name}.{name2} is only read here; the writer changes rows</source>
<translation type="unfinished" />
</message>
<message>
<source>{name}: alert step {n}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name}: covered. {why}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name}: not covered. {why}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name}: steps after {after}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name}: {n} numbers, dated {day} by {by}.</source>
<translation type="unfinished" />
</message>
<message>
<source>{name}: {timer}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name}: {user}</source>
<translation type="unfinished" />
</message>
<message>
<source>{name}’s record lies in this lead. Merged {at} by {by}.</source>
<translation type="unfinished" />
</message>
<message>
<source>{numbers} numbers in {areas} area codes; the oldest list is {days} days old</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} KB</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} active</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} alerts need you</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} are in already.</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} are new: each is answered and rings as any other.</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} at most</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} checks left.</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} come in as history: nobody is written to.</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} customers complained</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} days</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} earlier alerts done</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} entries</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} entries, those that count first</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} entry</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} files: {names}</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} good rows, {refused} refused.</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} hours</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} items</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} leads</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} leads above {mark} go to you</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} leads are in {place}. The export stands in the record.</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} leads are in. Take it in again to go on.</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} leads of {name} are in.</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} leads wait for you</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} leads were claimed and not contacted</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} lines, {days} days old</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} may have gone out. A person must say.</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} messages wait</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} minutes</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} more</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} more; type to find one</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} need you</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} new</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} no-shows need a call</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} numbers in {areas} area codes; the oldest list is {days} days old.</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} of 5 picked</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} of them are no longer used.</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} of {all}</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} of {all} are taken</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} of {all} done</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} of {all} good rows</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} of {all} known</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} of {all} others of this sender that wait here would be read by it.</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} of {all} stay as they are:</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} of {all} · {what}</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} of {count} answers</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} of {most} came</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} of {most} · 1 segment</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} of {most} · {parts} segments</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} of {of}</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} open</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} open leads have no owner. The next rep takes the call; the lead stays with its owner.</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} over</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} owners ask to be relieved</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} people so far</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} re-engaging</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} results</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} rows refused</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} seconds</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} segments</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} selected</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} shown, {here} available in all</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} to clear</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} to look at</source>
<translation type="unfinished" />
</message>
<message>
<source>{n} wrong in a row</source>
<translation type="unfinished" />
</message>
<message>
<source>{one} and {two}</source>
<translation type="unfinished" />
</message>
<message>
<source>{one} or {two}</source>
<translation type="unfinished" />
</message>
<message>
<source>{outcome} is no outcome</source>
<translation type="unfinished" />
</message>
<message>
<source>{page}, entered by {name} {at}</source>
<translation type="unfinished" />
</message>
<message>
<source>{part} are no hours ({day}</source>
<translation type="unfinished" />
</message>
<message>
<source>{percent} % alike: {answer}</source>
<translation type="unfinished" />
</message>
<message>
<source>{person} is no manager here</source>
<translation type="unfinished" />
</message>
<message>
<source>{program} program</source>
<translation type="unfinished" />
</message>
<message>
<source>{proof}A merge moves nobody's credit; the tower page shows each policy</source>
<translation type="unfinished" />
</message>
<message>
<source>{pw_name} ({number}) at {nodename}</source>
<translation type="unfinished" />
</message>
<message>
<source>{raw} is not a {kind} that can be used</source>
<translation type="unfinished" />
</message>
<message>
<source>{reads}; writes for nobody</source>
<translation type="unfinished" />
</message>
<message>
<source>{reads}; writes for {whom}</source>
<translation type="unfinished" />
</message>
<message>
<source>{reason}, by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>{result} is no result of a visit</source>
<translation type="unfinished" />
</message>
<message>
<source>{role} is no role</source>
<translation type="unfinished" />
</message>
<message>
<source>{role} · preferred: {channel}</source>
<translation type="unfinished" />
</message>
<message>
<source>{said}{said2}. A manager may close it now, or give another reason</source>
<translation type="unfinished" />
</message>
<message>
<source>{scope} paused: {why}</source>
<translation type="unfinished" />
</message>
<message>
<source>{score} points</source>
<translation type="unfinished" />
</message>
<message>
<source>{screen}, {n} waiting</source>
<translation type="unfinished" />
</message>
<message>
<source>{sent} mails in the last 24 hours. Near {one_click_at} providers ask for a one-click page</source>
<translation type="unfinished" />
</message>
<message>
<source>{shift} is no part of the day</source>
<translation type="unfinished" />
</message>
<message>
<source>{shown} AM</source>
<translation type="unfinished" />
</message>
<message>
<source>{shown} PM</source>
<translation type="unfinished" />
</message>
<message>
<source>{shown} answer from the customer</source>
<translation type="unfinished" />
</message>
<message>
<source>{shown} attempt</source>
<translation type="unfinished" />
</message>
<message>
<source>{shown} by the assistant</source>
<translation type="unfinished" />
</message>
<message>
<source>{shown} cannot be read: {strerror}</source>
<translation type="unfinished" />
</message>
<message>
<source>{shown} down since {clock}. {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>{shown} from the customer</source>
<translation type="unfinished" />
</message>
<message>
<source>{shown} has {size_words}; a file may have {most} MB. Send a link to it instead</source>
<translation type="unfinished" />
</message>
<message>
<source>{shown} is a folder</source>
<translation type="unfinished" />
</message>
<message>
<source>{shown} sent</source>
<translation type="unfinished" />
</message>
<message>
<source>{shown} was not saved: {strerror}. Choose another place</source>
<translation type="unfinished" />
</message>
<message>
<source>{shown} {told}, so it is not opened here. You can save it</source>
<translation type="unfinished" />
</message>
<message>
<source>{size}, read whole when it was made</source>
<translation type="unfinished" />
</message>
<message>
<source>{source_class} party · {kind} · {source}</source>
<translation type="unfinished" />
</message>
<message>
<source>{source} asks: “{wording}”</source>
<translation type="unfinished" />
</message>
<message>
<source>{span} ago</source>
<translation type="unfinished" />
</message>
<message>
<source>{span} over</source>
<translation type="unfinished" />
</message>
<message>
<source>{stage} is no stage</source>
<translation type="unfinished" />
</message>
<message>
<source>{stage} leads</source>
<translation type="unfinished" />
</message>
<message>
<source>{stage} · since {at}</source>
<translation type="unfinished" />
</message>
<message>
<source>{stage}, {n} leads</source>
<translation type="unfinished" />
</message>
<message>
<source>{stage}, {n} leads, folded</source>
<translation type="unfinished" />
</message>
<message>
<source>{state} is no state</source>
<translation type="unfinished" />
</message>
<message>
<source>{status} is no status of a vehicle</source>
<translation type="unfinished" />
</message>
<message>
<source>{step} is a step of this lane already, and nothing is said twice</source>
<translation type="unfinished" />
</message>
<message>
<source>{store} · Sales Desk</source>
<translation type="unfinished" />
</message>
<message>
<source>{text} are no hours</source>
<translation type="unfinished" />
</message>
<message>
<source>{text} is no day</source>
<translation type="unfinished" />
</message>
<message>
<source>{text} is not a span; write it like 90s, 15m, 2h or 51d4h</source>
<translation type="unfinished" />
</message>
<message>
<source>{these} and {last}</source>
<translation type="unfinished" />
</message>
<message>
<source>{title}: due {span_words} ago</source>
<translation type="unfinished" />
</message>
<message>
<source>{told} is no web address</source>
<translation type="unfinished" />
</message>
<message>
<source>{told} is no whole number</source>
<translation type="unfinished" />
</message>
<message>
<source>{type} is no kind of activity</source>
<translation type="unfinished" />
</message>
<message>
<source>{type} logged as sent</source>
<translation type="unfinished" />
</message>
<message>
<source>{used} touches today; the budget is {limit}</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} MB</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} MB free beside the store</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} at {get}</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} cannot be read</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} ext. {ext}</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} goes past the law row for {name} ({law}</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} in one timeline</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} is above {high}</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} is below {low}</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} is longer than {high}</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} is neither true nor false</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} is no list</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} is no list of tables</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} is no number</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} is no span</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} is no table</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} is no time of day</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} is not one of the allowed words</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} is not words in quotes</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} is shorter than {span_words}</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} kept, {first} first</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} lies in the past; a delay is never negative</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} more</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} of {len} people sign in</source>
<translation type="unfinished" />
</message>
<message>
<source>{value} stands already in row {first_seen}</source>
<translation type="unfinished" />
</message>
<message>
<source>{value}:{minute} AM</source>
<translation type="unfinished" />
</message>
<message>
<source>{value}:{minute} PM</source>
<translation type="unfinished" />
</message>
<message>
<source>{verdict} by {words}</source>
<translation type="unfinished" />
</message>
<message>
<source>{verdict} is no decision on a message</source>
<translation type="unfinished" />
</message>
<message>
<source>{vin_doubt}. A VIN has {vin_length} letters and digits, without I, O and Q</source>
<translation type="unfinished" />
</message>
<message>
<source>{vin_doubt}: one character was misread. Read it again, or save it once more to keep it as it stands</source>
<translation type="unfinished" />
</message>
<message>
<source>{voicemail}text that you called</source>
<translation type="unfinished" />
</message>
<message>
<source>{waits} message waits</source>
<translation type="unfinished" />
</message>
<message>
<source>{waits} messages wait</source>
<translation type="unfinished" />
</message>
<message>
<source>{what} cannot be attributed</source>
<translation type="unfinished" />
</message>
<message>
<source>{what} to {called} waits for your approval</source>
<translation type="unfinished" />
</message>
<message>
<source>{what}, {span_words} ago</source>
<translation type="unfinished" />
</message>
<message>
<source>{whose} got it and has not acted by the end of the day</source>
<translation type="unfinished" />
</message>
<message>
<source>{whose} has it since {local}</source>
<translation type="unfinished" />
</message>
<message>
<source>{whose}'s waiting message</source>
<translation type="unfinished" />
</message>
<message>
<source>{who} first answer {it} s</source>
<translation type="unfinished" />
</message>
<message>
<source>{who} next in {left}</source>
<translation type="unfinished" />
</message>
<message>
<source>{who}, after</source>
<translation type="unfinished" />
</message>
<message>
<source>{why} Give your reason first.</source>
<translation type="unfinished" />
</message>
<message>
<source>{words} (Alt+{n})</source>
<translation type="unfinished" />
</message>
<message>
<source>{words} Soon nothing can be recorded</source>
<translation type="unfinished" />
</message>
<message>
<source>{words} as of {when}</source>
<translation type="unfinished" />
</message>
<message>
<source>{words} asks</source>
<translation type="unfinished" />
</message>
<message>
<source>{words} ends as {lead}, not {trap}</source>
<translation type="unfinished" />
</message>
<message>
<source>{words} entered {name}, a customer of {name2}</source>
<translation type="unfinished" />
</message>
<message>
<source>{words} in a week, each who sells</source>
<translation type="unfinished" />
</message>
<message>
<source>{words} in a week, the store</source>
<translation type="unfinished" />
</message>
<message>
<source>{words} in a week, this person's own goal</source>
<translation type="unfinished" />
</message>
<message>
<source>{words} may not take this sale back</source>
<translation type="unfinished" />
</message>
<message>
<source>{words} may not {act}</source>
<translation type="unfinished" />
</message>
<message>
<source>{words} was changed since the merge and stays</source>
<translation type="unfinished" />
</message>
<message>
<source>{words}, by {words2}</source>
<translation type="unfinished" />
</message>
<message>
<source>{words}, over</source>
<translation type="unfinished" />
</message>
<message>
<source>{words}. Mail may land in spam</source>
<translation type="unfinished" />
</message>
<message>
<source>{words}: other mail servers can tell that the store's mail is its own</source>
<translation type="unfinished" />
</message>
<message>
<source>{words}: points</source>
<translation type="unfinished" />
</message>
<message>
<source>{words}: {value} is none of them</source>
<translation type="unfinished" />
</message>
<message>
<source>{words}: {value} is not a {name}</source>
<translation type="unfinished" />
</message>
<message>
<source>{words}; taken back</source>
<translation type="unfinished" />
</message>
<message>
<source>{word} OK on {fine} only</source>
<translation type="unfinished" />
</message>
<message>
<source>{word} not asked</source>
<translation type="unfinished" />
</message>
<message>
<source>{wrong} is missing or cannot be read</source>
<translation type="unfinished" />
</message>
<message>
<source>{year} is no model year</source>
<translation type="unfinished" />
</message>
<message>
<source>“Done. You will not hear from us again.” Write it on this page.</source>
<translation type="unfinished" />
</message>
<message>
<source>“Hi, this is     with {store}. You asked about the    . Is now a good time for two minutes?”</source>
<translation type="unfinished" />
</message>
<message>
<source>“I want to give you something accurate. Which cars are you open to, and what matters most?”</source>
<translation type="unfinished" />
</message>
<message>
<source>“{name}” ({span})</source>
<translation type="unfinished" />
</message>
<message>
<source>“{words}”</source>
<translation type="unfinished" />
</message>
</context>
</TS>
