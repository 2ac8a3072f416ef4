"""Packages that are damaged, locked or hostile are refused with their cause; honest ones are read."""

import io
import struct
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foilint.document import Unreadable
from foilint.readers import package
from foilint.readers.package import open_package


def zipped(*parts, method=zipfile.ZIP_DEFLATED, before=b"", comment=b""):
    stream = io.BytesIO()
    stream.write(before)
    with zipfile.ZipFile(stream, "a", method) as made:
        for name, data in parts:
            made.writestr(name, data)
        made.comment = comment
    return stream.getvalue()


def cause(data, name="a.xml"):
    with pytest.raises(Unreadable) as caught:
        open_package(data).read(name)
    return caught.value.cause


@pytest.mark.parametrize(
    "data",
    [
        zipped(("a.xml", b"words")),
        zipped(("a.xml", b"words"), method=zipfile.ZIP_STORED),
        zipped(("a.xml", b"words"), before=b"what a mail gateway put before it"),
        zipped(("a.xml", b"words"), comment=b"made by a scanner"),
        zipped(("b.xml", b"others"), ("a.xml", b"words")),
    ],
)
def test_parts_are_read_however_they_are_packed(data):
    assert open_package(data).read("a.xml") == b"words"


def test_a_part_that_is_not_there_is_none():
    assert open_package(zipped(("a.xml", b"words"))).read("b.xml") is None


@given(st.binary(max_size=2000), st.sampled_from([zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED]))
def test_any_bytes_come_out_as_they_went_in(content, method):
    assert open_package(zipped(("a.xml", content), method=method)).read("a.xml") == content


@given(st.data())
def test_damage_is_refused_or_does_not_reach_the_part(data):
    whole = bytearray(zipped(("a.xml", b"the public interest in maintaining the exemption")))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    cut = bytes(whole[: data.draw(st.integers(0, len(whole)))])
    for damaged in (bytes(whole), cut):
        try:
            content = open_package(damaged).read("a.xml")
        except Unreadable:
            continue
        assert content in (None, b"the public interest in maintaining the exemption")


def test_a_file_that_is_cut_short_is_damaged():
    assert cause(zipped(("a.xml", b"words"))[:-30]) == "it is damaged: the end of the package is missing"


def test_a_part_whose_bytes_changed_is_damaged():
    data = zipped(("a.xml", b"words"), method=zipfile.ZIP_STORED).replace(b"words", b"wards", 1)
    assert cause(data) == "it is damaged: a.xml cannot be unpacked"


def test_an_encrypted_part_is_named_as_such():
    data = bytearray(zipped(("a.xml", b"words")))
    entry = data.index(b"PK\1\2")
    data[entry + 8] |= 1
    assert cause(bytes(data)) == "it is encrypted"


def test_a_method_that_office_programs_do_not_use_is_refused():
    data = zipped(("a.xml", b"words"), method=zipfile.ZIP_LZMA)
    assert cause(data) == "a.xml is packed by a method that Word and LibreOffice do not use"


def test_too_many_parts_are_refused():
    data = zipped(*((f"{number}.xml", b"") for number in range(package.MOST_PARTS + 1)))
    assert cause(data) == "the package claims 10,001 parts, more than 10,000"


def test_what_would_unpack_to_more_than_the_limit_is_refused_before_it_is_unpacked():
    data = zipped(("a.xml", b"words"))
    sizes = data.index(b"PK\1\2") + 24
    claims = data[:sizes] + struct.pack("<L", 600 << 20) + data[sizes + 4 :]
    assert cause(claims) == "it would unpack to 600 MB, more than 512"


def test_one_part_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(package, "MOST_BYTES_READ", 1 << 20)
    assert cause(zipped(("a.xml", b"word " * 500_000))) == "a.xml would unpack to 2 MB, more than 1"


def test_what_is_packed_beyond_reason_is_refused():
    assert cause(zipped(("a.xml", bytes(8 << 20)))) == "a.xml would unpack to more than 250 times its size"


def test_a_part_that_holds_more_than_it_announces_is_refused():
    data = zipped(("a.xml", b"words and words"))
    sizes = data.index(b"PK\1\2") + 24
    announced = data[:sizes] + struct.pack("<L", 5) + data[sizes + 4 :]
    assert cause(announced) == "it is damaged: a.xml cannot be unpacked"
