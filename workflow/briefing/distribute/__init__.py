"""Distribute: one message a recipient, a ledger of who has what, and packs in shared folders; sends nothing unless asked."""

from briefing.distribute.delivery import Delivered, deliver, rendered
from briefing.distribute.ledger import SENT, UNDECIDED, Ledger, open_ledger
from briefing.distribute.packages import Package, open_package
from briefing.distribute.planning import Due, Outdated, correcting_messages, first_messages, outdated
from briefing.distribute.publishing import publish
from briefing.distribute.recipients import Recipient, checked_address, recipients_in_table, recipients_in_yaml
from briefing.distribute.server import Server
from briefing.distribute.wording import subject

__all__ = [
    "SENT",
    "UNDECIDED",
    "Delivered",
    "Due",
    "Ledger",
    "Outdated",
    "Package",
    "Recipient",
    "Server",
    "checked_address",
    "correcting_messages",
    "deliver",
    "first_messages",
    "open_ledger",
    "open_package",
    "outdated",
    "publish",
    "recipients_in_table",
    "recipients_in_yaml",
    "rendered",
    "subject",
]
