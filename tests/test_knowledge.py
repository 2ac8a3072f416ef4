"""schemas/ compiled and schemas/ as YAML say the same, in a checkout and in a wheel, and a check never reads YAML."""

import os
import shutil
import subprocess
import sys
import zipfile

import pytest

from foilint import compiling, knowledge, law, patterns, wording

PACKAGE = os.path.dirname(knowledge.__file__)
ROOT = os.path.dirname(os.path.dirname(PACKAGE))
COMPILE = "from foilint import compiling; compiling.compile_schemas()"
READ = "from foilint import knowledge; print(knowledge.read('law/foia2000')['title'], *knowledge.names('law'))"
SAID = "Freedom of Information Act 2000 law/eir2004 law/eisr2004 law/foia2000 law/foisa2002"


@pytest.fixture
def compiled(tmp_path, monkeypatch):
    """schemas/ freshly compiled, and read from there."""
    monkeypatch.setattr(knowledge, "COMPILED", str(tmp_path / "knowledge.marshal"))
    compiling.compile_schemas()
    knowledge.read.cache_clear()
    knowledge._compiled.cache_clear()
    yield knowledge
    knowledge.read.cache_clear()
    knowledge._compiled.cache_clear()


def test_the_compiled_form_and_the_yaml_agree(compiled):
    files = knowledge.files()
    assert set(compiled._compiled().names) == {*files, wording.TABLES, patterns.KEPT}
    assert {name: compiled.read(name) for name in files} == {
        name: compiled.arranged(name, file) for name, file in files.items()
    }


def test_the_compiled_words_are_those_of_the_yaml(compiled):
    files = knowledge.files()
    words = [knowledge.arranged(name, file) for name, file in sorted(files.items()) if name.startswith("wording/")]
    laws = [law.load_file(file) for name, file in sorted(files.items()) if name.startswith("law/")]
    assert compiled.compiled(wording.TABLES) == wording.arrange(words, laws)


def test_a_name_that_does_not_exist_is_a_mistake_of_ours(compiled):
    with pytest.raises(KeyError):
        compiled.read("law/none")


def run(code, path, **environment):
    """What a fresh Python says that finds the package at `path`."""
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(path)} | environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


@pytest.fixture
def checkout(tmp_path):
    """The source tree as cloned: nothing compiled."""
    shutil.copytree(PACKAGE, tmp_path / "src" / "foilint", ignore=shutil.ignore_patterns("*.marshal*", "__pycache__"))
    shutil.copytree(knowledge.schemas(), tmp_path / "schemas")
    return tmp_path / "src"


@pytest.fixture
def wheel(tmp_path):
    """The package as installed, with schemas/ carried inside."""
    shutil.copytree(PACKAGE, tmp_path / "foilint", ignore=shutil.ignore_patterns("*.marshal*", "__pycache__"))
    shutil.copytree(knowledge.schemas(), tmp_path / "foilint" / "schemas")
    return tmp_path


@pytest.mark.parametrize("place", ["checkout", "wheel"])
def test_it_is_found_beside_the_package_or_inside_it(place, request):
    path = request.getfixturevalue(place)
    assert run(READ, path) == SAID
    run(COMPILE, path)
    assert run(f"import sys; {READ}; assert 'yaml' not in sys.modules", path) == SAID


def test_a_checkout_edited_since_is_read_anew(checkout):
    run(COMPILE, checkout)
    file = checkout.parent / "schemas" / "law" / "foia2000.yaml"
    file.write_text(file.read_text("utf-8").replace("title: Freedom of", "title: Sharing of", 1), "utf-8")
    later = os.stat(checkout / "foilint" / "knowledge.marshal").st_mtime + 10
    os.utime(file, (later, later))
    assert run(READ, checkout) == SAID.replace("Freedom of", "Sharing of")


def test_a_new_file_in_a_checkout_is_seen(checkout):
    run(COMPILE, checkout)
    law = checkout.parent / "schemas" / "law"
    shutil.copy(law / "foia2000.yaml", law / "zoo2040.yaml")
    later = os.stat(checkout / "foilint" / "knowledge.marshal").st_mtime + 10
    os.utime(law, (later, later))
    assert run(READ, checkout) == f"{SAID} law/zoo2040"


def test_a_damaged_compiled_file_is_passed_over(wheel):
    (wheel / "foilint" / "knowledge.marshal").write_bytes(b"half a fi")
    assert run(READ, wheel) == SAID


def test_loading_the_laws_imports_nothing_dear(checkout):
    run(COMPILE, checkout)
    dear = "{'yaml', 'json', 'pathlib', 'importlib.resources', 'dataclasses', 'inspect', 'foilint.statute'}"
    code = f"""if True:
        import sys
        before = set(sys.modules)
        from foilint import law
        law.laws()
        print({dear} & set(sys.modules) - before)"""
    assert run(code, checkout) == "set()"


def test_a_wrong_file_stops_the_build_and_leaves_what_was_compiled(checkout):
    run(COMPILE, checkout)
    before = (checkout / "foilint" / "knowledge.marshal").read_bytes()
    file = checkout.parent / "schemas" / "law" / "foia2000.yaml"
    file.write_text(file.read_text("utf-8").replace("short: FOIA", "shrot: FOIA", 1), "utf-8")
    with pytest.raises(subprocess.CalledProcessError) as refused:
        run(COMPILE, checkout)
    assert "shrot: is no key known here; did you mean short?" in refused.value.stderr
    assert (checkout / "foilint" / "knowledge.marshal").read_bytes() == before


def test_a_wheel_is_built_with_the_compiled_file_and_the_yaml(checkout, tmp_path):
    pytest.importorskip("hatchling", reason="builds a wheel without the network")
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(os.path.join(ROOT, name), tmp_path)
    shutil.copytree(os.path.join(ROOT, "fixtures"), tmp_path / "fixtures")
    code = (
        f"import os; os.chdir({str(tmp_path)!r}); from hatchling.build import build_wheel; print(build_wheel('dist'))"
    )
    with zipfile.ZipFile(tmp_path / "dist" / run(code, tmp_path).splitlines()[-1]) as built:
        built.extractall(tmp_path / "installed")
    (tmp_path / "installed" / "foilint" / "schemas" / "law" / "foia2000.yaml").write_text("never read", "utf-8")
    assert run(READ, tmp_path / "installed") == SAID
