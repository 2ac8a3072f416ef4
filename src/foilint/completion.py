"""Completion of a command line in bash, zsh and fish, written from what the commands say of themselves."""

from collections.abc import Iterable, Iterator
from enum import Enum

from foilint.options import HELP, Command, Option
from foilint.values import NamedTuple


class Sort(Enum):
    """What an operand or the value of an option is."""

    WORDS = "words"  # one of some words
    LIST = "list"  # several of them, with commas
    FILES = "files"  # a file, or one of some words
    FREE = "free"  # nobody can tell


class Expected(NamedTuple):
    """What can stand at a place of the command line."""

    sort: Sort
    words: tuple[str, ...] = ()


Known = dict[str, tuple[str, ...]]
"""The words that names for values stand for: "RULES" has the names of all rules and families."""

FILES = ("FILE", "PATH", "COPY")


def of_option(option: Option, known: Known) -> Expected:
    """What follows an option; free where it takes no value."""
    if option.choices:
        return Expected(Sort.WORDS, option.choices)
    words = known.get(option.value, ())
    if any(name in option.value for name in FILES):
        return Expected(Sort.FILES, words)
    return Expected((Sort.LIST if option.value.endswith("S") else Sort.WORDS) if words else Sort.FREE, words)


def of_operands(command: Command, known: Known) -> Expected:
    """What operands a command takes: words it knows, files if it speaks of any."""
    words = tuple(word for name, each in known.items() if name in command.operands.split() for word in each)
    if any(name in command.operands for name in FILES):
        return Expected(Sort.FILES, words)
    return Expected(Sort.WORDS if words else Sort.FREE, words)


def bash(commands: Iterable[Command], known: Known) -> str:
    """The script for bash. Where a file may stand nothing is offered, and bash falls back on the names of files."""
    commands = tuple(commands)
    return _BASH.format(
        commands=" ".join(command.name for command in commands),
        values="\n".join(line for command in commands for line in _bash_values(command, known)),
        options="\n".join(f'      {command.name}) words="{" ".join(_names(command))}" ;;' for command in commands),
        operands="\n".join(
            f'      {command.name}) words="{" ".join(expected.words)}" ;;'
            for command in commands
            if (expected := of_operands(command, known)).words
        ),
    )


def zsh(commands: Iterable[Command], known: Known) -> str:
    """The script for zsh, as a file `_foilint` on its $fpath or evaluated."""
    commands = tuple(commands)
    described = "\n".join(f"    {_quoted(f'{each.name}:{each.summary}')}" for each in commands)
    cases = "\n".join(
        f"    {command.name}) _arguments -S {' '.join(_zsh_specs(command, known))} ;;" for command in commands
    )
    return _ZSH.format(commands=described, cases=cases)


def fish(commands: Iterable[Command], known: Known) -> str:
    """The script for fish."""
    lines = [_FISH]
    for command in commands:
        lines.append(f"complete -c foilint -n __fish_use_subcommand -a {command.name} -d {_quoted(command.summary)}")
        seen = _quoted(f"__fish_seen_subcommand_from {command.name}")
        lines += [f"complete -c foilint -n {seen} {spec}" for spec in _fish_specs(command, known)]
    return "\n".join(lines) + "\n"


def _names(command: Command) -> Iterator[str]:
    for option in (*command.options, HELP):
        yield from option.names


def _bash_values(command: Command, known: Known) -> Iterator[str]:
    for option in command.options:
        expected = of_option(option, known)
        if option.value:
            pattern = "|".join(f'"{command.name} {name}"' for name in option.names)
            listing = " list=,;" if expected.sort is Sort.LIST else ""
            yield f'    {pattern}) value=1;{listing} words="{" ".join(expected.words)}" ;;'


def _zsh_specs(command: Command, known: Known) -> Iterator[str]:
    for option in (*command.options, HELP):
        names = option.names[0] if len(option.names) == 1 else "{" + ",".join(option.names) + "}"
        others = "'(" + " ".join(option.names) + ")'" if len(option.names) > 1 else ""
        action = f":{option.value.replace(':', '-')}:{_zsh_action(of_option(option, known))}" if option.value else ""
        meaning = option.meaning.replace("[", "(").replace("]", ")").replace(":", ",")
        yield f"{others}{names}{_quoted(f'[{meaning}]{action}')}"
    yield _quoted(f"*:operand:{_zsh_action(of_operands(command, known))}")


def _zsh_action(expected: Expected) -> str:
    match expected.sort:
        case Sort.WORDS:
            return f"({' '.join(expected.words)})"
        case Sort.LIST:
            return f"_values -s , rule {' '.join(expected.words)}"
        case Sort.FILES if expected.words:
            return f'_alternative "words\\:word\\:({" ".join(expected.words)})" "files\\:file\\:_files"'
        case Sort.FILES:
            return "_files"
    return " "


def _fish_specs(command: Command, known: Known) -> Iterator[str]:
    for option in (*command.options, HELP):
        names = " ".join(f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names)
        yield f"{names}{_fish_value(of_option(option, known)) if option.value else ''} -d {_quoted(option.meaning)}"
    operands = of_operands(command, known)
    if operands.words:
        yield f"-a {_quoted(' '.join(operands.words))}"
    if operands.sort is Sort.FILES:
        yield "-F"


def _fish_value(expected: Expected) -> str:
    words = " ".join(expected.words)
    match expected.sort:
        case Sort.WORDS:
            return f" -x -a {_quoted(words)}"
        case Sort.LIST:
            return f" -x -a {_quoted(f'(__foilint_listed {words})')}"
        case Sort.FILES:
            return " -r -F" + (f" -a {_quoted(words)}" if words else "")
    return " -x"


def _quoted(words: str) -> str:
    return "'" + words.replace("'", "'\\''") + "'"


_BASH = """\
# bash completion for foilint: eval "$(foilint completion bash)"
_foilint() {{
  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}} command=${{COMP_WORDS[1]}}
  local words= value= list= before=
  COMPREPLY=()
  if (( COMP_CWORD == 1 )); then
    COMPREPLY=($(compgen -W "{commands} --help --version" -- "$cur"))
    return
  fi
  case "$command $prev" in
{values}
  esac
  if [[ -z $value && $cur == -* ]]; then
    case $command in
{options}
    esac
  elif [[ -z $value ]]; then
    case $command in
{operands}
    esac
  fi
  if [[ -n $list && $cur == *,* ]]; then
    before=${{cur%,*}},
    cur=${{cur##*,}}
  fi
  [[ -z $words ]] || COMPREPLY=($(compgen -P "$before" -W "$words" -- "$cur"))
}}
complete -o default -F _foilint foilint
"""

_FISH = """\
# fish completion for foilint: foilint completion fish > ~/.config/fish/completions/foilint.fish
function __foilint_listed
    set -l before (string match -r '^.*,' -- (commandline -ct))
    for word in $argv
        echo "$before$word"
    end
end
complete -c foilint -f"""

_ZSH = """\
#compdef foilint
# zsh completion for foilint: eval "$(foilint completion zsh)"
_foilint() {{
  local -a commands=(
{commands}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
{cases}
  esac
}}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _foilint "$@"; else compdef _foilint foilint; fi
"""
