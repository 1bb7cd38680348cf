"""What a phone is to do with a number: dial it, write to it, or open the address of a chat."""

import re
from enum import StrEnum
from unicodedata import decimal

NUMBER = re.compile(r"\+?[\d\s().-]*\d[\d\s().-]*")
ADDRESS = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+(/[A-Za-z0-9/_-]*)?")


class Channel(StrEnum):
    """How a line is reached."""

    CALL = "call"
    TEXT = "text"
    CHAT = "chat"


def link_of(number: str, channel: Channel = Channel.CALL) -> str:
    """The link that a phone opens (RFC 3966, RFC 5724); empty where it could be a wrong one.

    People write "020 7946 0000, evenings" or two numbers in one line.  A code that dials a
    stranger is worse than none.
    """
    number = number.strip()
    if channel is Channel.CHAT:
        return f"https://{number}" if ADDRESS.fullmatch(number) else ""
    if not NUMBER.fullmatch(number):
        return ""
    if number.startswith("+"):
        number = number.replace("(0)", "")  # the 0 that is left out after a country's code
    digits = "".join(str(decimal(sign)) for sign in number if sign.isdecimal())
    plus = "+" if number.startswith("+") else ""
    return f"{'sms' if channel is Channel.TEXT else 'tel'}:{plus}{digits}"
