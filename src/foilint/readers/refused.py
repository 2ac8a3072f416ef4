"""What lies among drafts and is none: told from its first bytes and its name, with advice to people."""

import os.path

from foilint.document import Unreadable

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IN_OLE2 = (  # the name of a stream inside, what that makes the file, what to do
    ("EncryptedPackage", "it is encrypted", "open it with its password and save it without one"),
    ("WordDocument", "it is a Word document of the old kind (.doc)", "open it in Word and save it as .docx"),
    ("__properties_version1.0", "it is an Outlook message (.msg)", "save it from Outlook as .eml, HTML or text"),
)
_IN_ZIP = (  # a name inside, what that makes the archive
    ("xl/workbook", "it is a spreadsheet"),
    ("ppt/presentation", "it is a presentation"),
    ("opendocument.spreadsheet", "it is a spreadsheet"),
    ("opendocument.presentation", "it is a presentation"),
)
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
_PACKED = (".docx", ".docm", ".dotx", ".dotm", ".odt", ".ott")
_RESTORE = "restore it from a copy, or open it in the program that made it and save it again"


def refuse(data: bytes, path: str, head: str) -> None:
    """Raises `Unreadable` where no reader can read a draft out of `data`; `head` is its opening."""
    name = os.path.basename(path).lower()
    if name.startswith(("~$", ".~lock.")):
        raise Unreadable("it only marks a document as open in an office program", "check the document itself")
    if not data.strip(b" \t\r\n\f\0\xef\xbb\xbf\xff\xfe"):
        raise Unreadable("it is empty", "check that the draft was saved")
    if head.startswith("version https://git-lfs.github.com/spec/"):
        raise Unreadable("it is a Git LFS pointer, not the file itself", "run `git lfs pull` first")
    if data.startswith(_PICTURES):
        raise Unreadable("it is a picture", "give foilint the draft that the picture was made from")
    if data.startswith(_OLE2):
        _refuse_ole2(data)
    if head.startswith("pk\3\4"):
        _refuse_other_archives(data, head)
    elif name.endswith(_PACKED) and not head.startswith(("<", "%pdf-", "{\\rtf")):
        raise Unreadable("what it holds is not what its name says", _RESTORE)
    elif head.startswith("<?xml"):
        _refuse_office_xml(head)


def _refuse_ole2(data: bytes) -> None:
    for stream, cause, advice in _IN_OLE2:
        if stream.encode("utf-16-le") in data:
            raise Unreadable(cause, advice)
    raise Unreadable("it is an Office file of the old kind", "open it in the program that made it and save it as .docx")


def _refuse_other_archives(data: bytes, head: str) -> None:
    for sign, cause in _IN_ZIP:
        if sign in head:
            raise Unreadable(cause, "give foilint the letter itself")
    if data.rfind(b"PK\5\6") < 0:  # from the end, where it stands
        raise Unreadable("it is damaged: its end is missing", _RESTORE)
    if "word/" not in head and "opendocument.text" not in head and "content.xml" not in head:
        raise Unreadable("it is an archive, not a draft", "unpack it and check what is inside")


def _refuse_office_xml(head: str) -> None:
    if "<w:worddocument" in head or 'progid="word.document"' in head:
        raise Unreadable("it is a Word 2003 XML document", "open it in Word and save it as .docx")
