"""The console script takes its modules from the bundle, says the same with it as without, and leaves what is unfit."""

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from foilint import bundle, knowledge

PACKAGE = bundle.PACKAGE
LETTER = "We refuse your request under section 31(1)(a) of the Freedom of Information Act 2000.\n"
COMPILE = "from foilint import compiling; compiling.compile_schemas(); compiling.bundle_modules()"
START = "import sys; sys.argv[1:] = {words}; from foilint import start; start.console()"
LOADED = """if True:
    import sys
    from foilint import bundle
    bundle.use("foilint.commands.check")
    from foilint.commands import check, rules
    ours = {name: module for name, module in sys.modules.items() if name.startswith("foilint.")}
    print(*sorted(name for name, module in ours.items() if module.__spec__.cached == bundle.BUNDLE))"""
BEFORE = {"foilint.bundle", "foilint.parts", "foilint.values"}  # what takes the others from the bundle
ALL = ["foilint.lint", "foilint.recognise", "foilint.recognise.words", "foilint.commands.rules"]


def run(code, path, *options):
    """A fresh Python that finds the package at `path`, once it has run some code."""
    environment = {**os.environ, "PYTHONPATH": str(path), "COLUMNS": "80"}
    command = [sys.executable, *options, "-c", code]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def loaded(path, *options):
    """The modules that come from the bundle where foilint check starts, and one more command."""
    ran = run(LOADED, path, *options)
    assert ran.stderr == ""
    return set(ran.stdout.split())


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A checkout with all that is compiled."""
    folder = tmp_path_factory.mktemp("built")
    shutil.copytree(PACKAGE, folder / "src" / "foilint", ignore=shutil.ignore_patterns("*.marshal*", "__pycache__"))
    shutil.copytree(knowledge.schemas(), folder / "schemas")
    assert run(COMPILE, folder / "src").stderr == ""
    return folder


@pytest.fixture
def checkout(built, tmp_path):
    """One to change, in another place than it was compiled in."""
    shutil.copytree(built, tmp_path / "moved")
    return tmp_path / "moved" / "src"


@pytest.fixture
def bundled(checkout):
    return checkout / "foilint" / "modules.marshal"


def test_whatever_is_imported_comes_from_the_bundle(checkout):
    found = loaded(checkout)
    assert set(ALL) <= found
    ran = run(LOADED.replace("bundle.use", "print"), checkout)
    assert not set(ALL) & set(ran.stdout.split())


def test_every_module_is_in_it(checkout):
    names = run(
        "from foilint import bundle, parts; print(*parts.Parts(bundle.BUNDLE).told['modules'])", checkout
    ).stdout.split()
    files = {bundle.source(name, is_package=False) for name in names} | {
        bundle.source(name, is_package=True) for name in names
    }
    sources = {
        os.path.join(folder, file) for folder, _, found in os.walk(PACKAGE) for file in found if file.endswith(".py")
    }
    assert sources <= files
    assert len(sources) == len(names)


def test_a_command_finds_all_that_it_needs_loaded_and_no_more(checkout):
    code = """if True:
        import sys
        from foilint import bundle, parts
        needs = parts.Parts(bundle.BUNDLE).told["needs"]["foilint.commands.check"]
        seen = []
        class Watch:
            def find_spec(self, name, path=None, target=None):
                seen.append(name)
        class Watched(bundle.Bundle):
            def load(self, names):
                sys.meta_path.insert(0, Watch())
                super().load(names)
        bundle.Bundle = Watched
        bundle.use("foilint.commands.check")
        print([name for name in seen if name.startswith("foilint")])
        loaded = {name for name in sys.modules if name.startswith("foilint")}
        print(loaded ^ set(needs))"""
    ran = run(code, checkout)
    assert ran.stderr == ""
    searched, other = ran.stdout.splitlines()
    assert searched == "[]"
    assert other == str({"foilint.bundle"})


@pytest.mark.parametrize("words", [["check", "letter.txt"], ["rules"], ["--version"], ["no-command"], []])
def test_it_says_the_same_with_a_bundle_as_without(words, checkout, bundled, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "letter.txt").write_text(LETTER, "utf-8")
    code = START.format(words=words)
    with_it = run(code, checkout)
    bundled.unlink()
    without = run(code, checkout)
    assert (with_it.returncode, with_it.stdout, with_it.stderr) == (without.returncode, without.stdout, without.stderr)
    assert with_it.stdout + with_it.stderr


def test_every_format_is_read_from_the_bundle_as_without(checkout, bundled):
    notices = sorted(map(str, (Path(__file__).parents[1] / "fixtures" / "formats").glob("*.*")))
    code = START.format(words=["check", "--format", "json", "--jobs", "1", *notices])
    with_it = run(code, checkout)
    bundled.unlink()
    assert "foilint failed on it" not in with_it.stdout
    assert with_it.stdout == run(code, checkout).stdout


def later(file, than, seconds):
    at = os.stat(than).st_mtime + seconds
    os.utime(file, (at, at))


def test_a_module_edited_since_is_taken_from_its_own_file(checkout, bundled):
    for name, said in (("lint.py", "x = 1\n"), ("recognise/__init__.py", "")):
        edited = checkout / "foilint" / name
        edited.write_text(edited.read_text("utf-8") + said, "utf-8")  # longer, or the same but later
        later(edited, bundled, 0 if said else 10)
    assert set(ALL) - loaded(checkout) == {"foilint.lint", "foilint.recognise"}
    assert (
        run(
            "from foilint import bundle; bundle.use('foilint.commands.check'); from foilint import lint; lint.x",
            checkout,
        ).stderr
        == ""
    )


def test_files_that_were_unpacked_in_any_order_are_not_edited(checkout, bundled):
    shutil.copytree(checkout.parent / "schemas", checkout / "foilint" / "schemas")
    later(checkout / "foilint" / "lint.py", bundled, 5)
    later(checkout / "foilint" / "recognise" / "words.py", bundled, 60)
    assert set(ALL) - loaded(checkout) == {"foilint.recognise.words"}


def test_a_module_that_is_gone_is_not_found(checkout):
    (checkout / "foilint" / "pairs.py").unlink()
    ran = run("from foilint import bundle; bundle.use(''); import foilint.pairs", checkout)
    assert "No module named 'foilint.pairs'" in ran.stderr


@pytest.mark.parametrize("content", [b"", b"half a fi", b"\0" * 64, b"\5\0\0\0\0\0\0\0whatever", None])
def test_a_bundle_that_is_damaged_or_absent_is_passed_over(content, checkout, bundled):
    if content is None:
        bundled.unlink()
    else:
        bundled.write_bytes(content)
    assert not set(ALL) & loaded(checkout)


def test_a_bundle_cut_short_is_passed_over(checkout, bundled):
    bundled.write_bytes(bundled.read_bytes()[:-100])
    assert not set(ALL) & loaded(checkout)


def test_another_python_leaves_it_alone(checkout):
    code = """if True:
        from foilint import bundle, bundling
        bundle.PYTHON = ("another", 0)
        bundling.bundle_modules()"""
    assert run(code, checkout).stderr == ""
    assert not set(ALL) & loaded(checkout)


def test_without_assertions_it_is_left_alone(checkout):
    assert not set(ALL) & loaded(checkout, "-O")


def test_a_traceback_shows_the_source_where_it_lies_now(checkout):
    code = """if True:
        from foilint import bundle
        bundle.use("foilint.commands.check")
        from foilint import law, linear
        law.load("none")"""
    told = run(code, checkout).stderr
    assert f'File "{checkout / "foilint" / "law.py"}", line ' in told
    assert 'raise UnknownLaw(f"no statute is called' in told


def test_source_and_documentation_are_found(checkout):
    code = """if True:
        from foilint import bundle
        bundle.use("")
        import inspect, pkgutil
        from foilint import recognise, rules
        from foilint.recognise import words
        print(inspect.getsource(words.Line).splitlines()[0], words.__file__ == inspect.getfile(words.Line))
        print(len(rules.RULES[0].check.__doc__) > 50, len(list(pkgutil.iter_modules(recognise.__path__))) > 50)"""
    ran = run(code, checkout)
    assert ran.stdout.splitlines() == ["class Line: True", "True True"]


def test_the_installed_script_starts_with_it():
    script = os.path.join(sysconfig.get_path("scripts"), "foilint")
    if not os.path.exists(script):
        pytest.skip("foilint is not installed")
    ran = subprocess.run([script, "--version"], capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
