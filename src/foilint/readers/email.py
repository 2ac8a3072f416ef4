"""E-mail as it is stored (.eml): the message, the history below it, and the drafts attached to it."""

import os.path
from collections.abc import Iterator, Sequence
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart

from foilint.document import Block, Document, Layer, Mark, MarkKind, Unreadable
from foilint.readers import SUFFIXES, read
from foilint.readers.encoding import decode
from foilint.readers.text import blocks_of

_AS_IT_IS = ("", "7bit", "8bit", "binary")  # encodings that leave a text as it is
_DEEPEST = 3  # messages attached to messages


def read_email(data: bytes, path: str) -> Document:
    """The draft in an e-mail: its text, or else its HTML; what it quotes is marked so, what is attached is read too."""
    return _read(data, path, 0)


def _read(data: bytes, path: str, depth: int) -> Document:
    try:
        message = message_from_bytes(data, policy=policy.default)
        subject = " ".join(str(message.get("subject", "")).split())
        body = _body(message, data)
        attached = list(_attached(message))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):  # the package's own, on broken headers
        raise Unreadable("its headers are damaged", "save the message again, or save its text") from None
    blocks = [Block(subject, layer=Layer.HEADER, name="subject")] if subject else []
    marks = [mark._replace(block=None if mark.block is None else mark.block + len(blocks)) for mark in body.marks]
    blocks += _with_history(body.blocks)
    drafts: list[Document] = []
    for name, content in attached:
        try:
            drafts.append(_attachment(content, f"{path}/{name}", depth))
        except Unreadable as unreadable:
            marks.append(Mark(MarkKind.UNREAD, name, None, f"attachment: {unreadable.cause}"))
    return Document(path, "email", tuple(blocks), tuple(marks), attachments=tuple(drafts))


def _body(message: EmailMessage, data: bytes) -> Document:
    """The text of a message as it would be read on its own; its HTML where it has no text."""
    for kind in ("plain", "html"):
        part = message.get_body((kind,))
        if part is None:
            continue
        content = _payload(part)
        charset = part.get_content_charset("")
        if kind == "html":
            text = decode(content, charset)
            from foilint.readers.html import read_html  # needs lxml, and most messages have a text

            return _placed(read_html(text.encode("utf-8", "replace"), ""), part, data, content)
        blocks = blocks_of(decode(content, charset)) if content.strip() else ()
        if blocks:
            return _placed(Document("", "text", blocks), part, data, content)
    return Document("", "text", ())


def _payload(part: MIMEPart) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _placed(body: Document, part: MIMEPart, data: bytes, content: bytes) -> Document:
    """A body with its places as lines of the file; without any where the file holds it encoded."""
    start = data.find(content) if part.get("content-transfer-encoding", "").lower() in _AS_IT_IS else -1
    if start < 0:
        return body._replace(blocks=tuple(block._replace(origins=()) for block in body.blocks))
    above = data.count(b"\n", 0, start)
    blocks = [
        block._replace(origins=tuple(origin._replace(line=origin.line + above) for origin in block.origins))
        for block in body.blocks
    ]
    return body._replace(blocks=tuple(blocks))


def _attached(message: EmailMessage) -> Iterator[tuple[str, bytes]]:
    """The names and contents of what is attached, as far as foilint can read it; not logos and calendars."""
    for part in message.iter_attachments():
        name = os.path.basename(part.get_filename("").replace("\\", "/"))
        if part.get_content_type() == "message/rfc822":
            yield name or "message.eml", part.get_content().as_bytes()
        elif name.lower().endswith(SUFFIXES):
            yield name, _payload(part)


def _attachment(content: bytes, path: str, depth: int) -> Document:
    if not path.lower().endswith(".eml"):
        return read(content, path)
    if depth == _DEEPEST:
        raise Unreadable("it is attached too deep", "check it on its own")
    return _read(content, path, depth + 1)


def _with_history(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a body, those of earlier messages below it marked as quoted."""
    for at, block in enumerate(blocks):
        if block.layer is not Layer.BODY:
            continue
        if _is_attribution(block.text) and at + 1 < len(blocks) and blocks[at + 1].layer is Layer.QUOTED:
            return [*blocks[:at], block._replace(layer=Layer.QUOTED), *_with_history(blocks[at + 1 :])]
        if at and (_is_attribution(block.text) or _is_divider(block.text) or _is_header(blocks, at)):
            return [*blocks[:at], *(each._replace(layer=Layer.QUOTED) for each in blocks[at:])]
    return list(blocks)


def _is_attribution(text: str) -> bool:
    """Whether a mail program says here whose words follow: "On 3 May 2026 at 10:12, A Person <a@b.uk> wrote:"."""
    return text.startswith("On ") and text.endswith("wrote:")


def _is_divider(text: str) -> bool:
    return text.startswith(("-----Original Message", "----- Original Message", "Begin forwarded message"))


def _is_header(blocks: Sequence[Block], at: int) -> bool:
    """Whether the header of an earlier message starts here: "From:", and below it when and to whom."""
    if not blocks[at].text.startswith("From:"):
        return False
    below = "\n".join(block.text for block in blocks[at : at + 5])
    return "To:" in below and ("Sent:" in below or "Date:" in below)
