"""The patterns match alike whether they are compiled beforehand or by `re`, and no check of a text imports that."""

import os
import re
import subprocess
import sys

import pytest

from foilint import knowledge, patterns

SAID = 'Sections 31(1)(a)-(c) and 22A ("the Act") don\'t apply.The fee: 4.50 pounds - non-existent?) Yes!'


@pytest.fixture
def kept(monkeypatch):
    """What is kept, as if it had just been compiled."""
    told = patterns.compile_patterns()
    monkeypatch.setattr(knowledge, "compiled", lambda _: told)
    patterns._kept.cache_clear()
    yield told
    patterns._kept.cache_clear()


@pytest.mark.parametrize("name", patterns._SOURCES)
def test_what_is_kept_matches_as_re_does(name, kept):
    source = patterns._SOURCES[name]
    made, plain = patterns.pattern(name), re.compile(source)
    assert source in kept["numbers"]
    assert [(m.span(), m.groups()) for m in made.finditer(SAID)] == [
        (m.span(), m.groups()) for m in plain.finditer(SAID)
    ]
    assert (made, made.groups, made.groupindex, made.flags) == (plain, plain.groups, plain.groupindex, plain.flags)


@pytest.mark.parametrize("engine", ["of another version", None])
def test_without_them_or_with_those_of_another_version_re_compiles(engine, kept, monkeypatch):
    told = {**kept, "engine": engine} if engine else None
    monkeypatch.setattr(knowledge, "compiled", lambda _: told)
    assert patterns.pattern("figure") == re.compile(r"\d")
    assert patterns._kept() == {}


def test_where_re_has_other_ways_nothing_is_kept(monkeypatch):
    monkeypatch.delattr(re._compiler, "_code")
    assert patterns.compile_patterns()["numbers"] == {}


def test_a_check_of_a_text_imports_nothing_dear(tmp_path):
    told = patterns.compile_patterns()
    (tmp_path / "letter.txt").write_text("We refuse your request under section 31(1)(a) of the FOIA.\n", "utf-8")
    code = f"""if True:
        import sys
        from foilint import knowledge, patterns
        told = {told!r}
        read = knowledge.compiled
        knowledge.compiled = lambda name: told if name == patterns.KEPT else read(name)
        for each in ("re", "enum", "functools", "typing"):
            sys.modules[each] = None  # whoever imports it fails
        from foilint import cli
        sys.exit(cli.run(["check", "letter.txt"]))"""
    path = os.path.dirname(knowledge._PACKAGE)
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (1, "")
