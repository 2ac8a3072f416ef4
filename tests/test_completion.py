"""Completion in the shells themselves; each is skipped where it is not installed."""

import os
import select
import shlex
import shutil
import subprocess
import time

import pytest

from foilint import cli

CASES = [
    ("foilint ex", ["explain"]),
    ("foilint check --form", ["--format"]),
    ("foilint check --format s", ["sarif"]),
    ("foilint check -f js", ["json", "jsonl"]),
    ("foilint check --select missing-b", ["missing-balance"]),
    ("foilint check --template po", ["police-pit"]),
    ("foilint check --regime fois", ["foisa2002"]),
    ("foilint explain missing-b", ["missing-balance"]),
    ("foilint schema rep", ["report"]),
    ("foilint completion z", ["zsh"]),
    ("foilint show let", ["letter.docx"]),
    ("foilint check --output let", ["letter.docx"]),
]


def shell(name):
    program = shutil.which(name)
    if not program:
        pytest.skip(f"{name} is not installed")
    return program


@pytest.fixture
def script(write, foilint):
    """The script for a shell, in a file; and a letter beside it."""

    def file(name):
        ran = foilint("completion", name)
        assert (ran.status, ran.err) == (0, "")
        write("letter.docx")
        return write(f"completion.{name}", ran.out)

    return file


@pytest.mark.parametrize(
    ("line", "offered"), [*CASES, ("foilint check --select ncnd,missing-b", ["ncnd,missing-balance"])]
)
def test_bash(script, line, offered):
    words = shlex.split(line)
    listed = " ".join(shlex.quote(word) for word in words)
    # What bash does when the function offers nothing (-o default) is asked of compgen.
    asked = (
        f"source {script('bash')}; COMP_WORDS=({listed}); COMP_CWORD={len(words) - 1}; _foilint;"
        f"[[ ${{#COMPREPLY[@]}} -gt 0 ]] || COMPREPLY=($(compgen -f -- {shlex.quote(words[-1])}));"
        'printf "%s\\n" "${COMPREPLY[@]}"'
    )
    ran = subprocess.run([shell("bash"), "--norc", "-c", asked], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines() == offered


@pytest.mark.parametrize(
    ("line", "offered"), [*CASES, ("foilint check --select ncnd,missing-b", ["ncnd,missing-balance"])]
)
def test_fish(script, line, offered):
    asked = f"source {script('fish')}; complete -C {shlex.quote(line)}"
    ran = subprocess.run([shell("fish"), "--no-config", "-c", asked], capture_output=True, text=True, check=True)
    assert [each.partition("\t")[0] for each in ran.stdout.splitlines()] == offered


@pytest.mark.parametrize(("line", "offered"), [case for case in CASES if len(case[1]) == 1])
def test_zsh(script, line, offered):
    """A real zsh is typed to, and what stands on its line after the tab is read."""
    file = script("zsh")
    ours, theirs = os.openpty()
    environment = {"PATH": os.environ["PATH"], "TERM": "dumb", "HOME": os.curdir, "PS1": ""}
    with subprocess.Popen(
        [shell("zsh"), "-f", "-i"], stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    ) as zsh:
        setup = f"unsetopt zle_bracketed_paste prompt_sp; autoload -U compinit; compinit -D -u; source {file}"
        typed(
            ours,
            f"{setup}; show() {{ zle -I; print -r -- \"<$BUFFER>\" }}; zle -N show; bindkey '^G' show; print ready\n",
        )
        awaited(ours, "\nready")
        typed(ours, f"{line}\t\a")
        buffer = awaited(ours, ">").rpartition("<")[2].partition(">")[0]
        zsh.kill()
    os.close(ours)
    os.close(theirs)
    assert buffer.rstrip(" ,").split() == [*shlex.split(line)[:-1], *offered]  # a comma invites one more


def typed(terminal, words):
    os.write(terminal, words.encode())


def awaited(terminal, sign):
    """What a terminal shows until a sign appears."""
    shown = ""
    end = time.monotonic() + 20
    while sign not in shown:
        ready, _, _ = select.select([terminal], [], [], max(0, end - time.monotonic()))
        assert ready, f"{sign!r} is not shown: {shown!r}"
        shown += os.read(terminal, 4096).decode(errors="replace").replace("\r", "")
    return shown


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_every_command_and_every_option_is_known(foilint, name):
    said = foilint("completion", name).out
    for command in map(cli.command, cli.COMMANDS):
        assert command.name in said
        for option in command.options:
            long = option.names[0].removeprefix("--")
            assert f"-l {long} " in said if name == "fish" else f"--{long}" in said


def test_a_shell_must_be_one_that_is_known(foilint):
    assert foilint("completion", "bsh") == (
        2,
        "",
        "foilint: completion: name a shell; did you mean bash? (bash, zsh, fish)\n",
    )
