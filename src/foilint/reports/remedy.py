"""A finding's message in two: what is wrong, and what to do about it."""


def fault_and_remedy(message: str) -> tuple[str, str]:
    """The two halves of a message, which rules part by "; ". The second is "" where a message only says what is.

    Words that a message quotes from the notice are passed over, whatever stands in them.
    """
    at = message.find("; ")
    while at != -1:
        if message.count('"', 0, at) % 2 == 0:
            return message[:at], message[at + 2 :]
        at = message.find("; ", at + 1)
    return message, ""
