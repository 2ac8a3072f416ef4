"""Reads house templates: those in schemas/templates/ by name, a house's own by its file."""

import os
import re

from foilint import knowledge
from foilint.catalogue import CATALOGUE
from foilint.finding import Severity
from foilint.linear import pattern_fault
from foilint.notice import Kind, Part
from foilint.selection import LEVELS, Levels
from foilint.template import STATUTE, Demand, Example, Heading, Owing, Paragraph, Phrase, Section, Template
from foilint.values import NamedTuple
from foilint.yamlfile import Entry, WrongFile, read_yaml, suggestion

KEYS = (
    "extends",
    "title",
    "regime",
    "owes",
    "disclaimer",
    "headings",
    "sections",
    "in-order",
    "wording",
    "house-rules",
    "rules",
    "examples",
)
HEADED = (*(str(part) for part in Part), "disclaimer")
DISCLAIMER = "disclaimer"
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class Source(NamedTuple):
    """A file being read, and the files that extend it, the outermost first."""

    file: str
    extending: tuple[str, ...] = ()


def named_template(name: str, folder: str) -> Template:
    """The template of that name, or in that file seen from a folder. Raises WrongFile where there is none."""
    file = _file(name, folder)
    if not os.path.exists(file):
        raise WrongFile(file, 0, "", f"there is no such template{suggestion(name, built_in())}")
    return _read(Source(file))


def template_of(entry: Entry, folder: str) -> Template:
    """The template that a value names, as `named_template` has it; where there is none, the value is what is wrong."""
    _see_that_it_is_there(entry, folder)
    return named_template(entry.text(), folder)


def built_in() -> tuple[str, ...]:
    """The names of the templates that foilint brings."""
    return tuple(name.partition("/")[2] for name in knowledge.names("templates"))


def levels(entry: Entry, phrases: tuple[Phrase, ...]) -> Levels:
    """Rules and families with their severities; a template's own rules, `phrases`, are known too."""
    known = {word for rule in CATALOGUE for word in (rule.name, rule.family)} | {phrase.name for phrase in phrases}
    for name, level in entry.pairs():
        if name not in known:
            raise level.wrong(f"there is no rule or family {name!r}{suggestion(name, known)}")
    return tuple((name, level.one_of(LEVELS)) for name, level in entry.pairs())


def kind_of(entry: Entry) -> Kind:
    """A kind of notice."""
    return Kind(entry.one_of([str(kind) for kind in Kind]))


def _file(name: str, folder: str) -> str:
    if name in built_in():
        return os.path.join(knowledge.schemas(), "templates", f"{name}.yaml")
    return os.path.normpath(os.path.join(folder, name))


def _see_that_it_is_there(entry: Entry, folder: str) -> None:
    name = entry.text()
    if not os.path.exists(_file(name, folder)):
        raise entry.wrong(f"there is no template {name!r}, and no such file{suggestion(name, built_in())}")


def _read(source: Source) -> Template:
    keys = read_yaml(source.file).table(optional=KEYS)
    parent = _parent(keys["extends"], source) if "extends" in keys else STATUTE
    phrases = tuple(_phrase(each) for each in _items(keys, "house-rules"))
    phrases = (*(each for each in parent.phrases if each.name not in {own.name for own in phrases}), *phrases)
    paragraphs = tuple(_paragraph(name, each) for name, each in keys["wording"].pairs()) if "wording" in keys else ()
    own = {each.name for each in paragraphs}
    return Template(
        name=os.path.basename(source.file).removesuffix(".yaml"),
        source=source.file,
        title=keys["title"].text() if "title" in keys else parent.title,
        regime=_regime(keys["regime"]) if "regime" in keys else parent.regime,
        owes=(*parent.owes, *(_owing(each) for each in _items(keys, "owes"))),
        disclaimer=_demand(keys["disclaimer"]) if "disclaimer" in keys else parent.disclaimer,
        headings=(*parent.headings, *(_headings(keys["headings"]) if "headings" in keys else ())),
        sections=tuple(_section(each) for each in _items(keys, "sections")) or parent.sections,
        ordered=keys["in-order"].flag() if "in-order" in keys else parent.ordered,
        paragraphs=(*(each for each in parent.paragraphs if each.name not in own), *paragraphs),
        phrases=phrases,
        levels=(*parent.levels, *((levels(keys["rules"], phrases),) if "rules" in keys else ())),
        examples=tuple(_example(each) for each in _items(keys, "examples")),
    )


def _parent(entry: Entry, source: Source) -> Template:
    folder = os.path.dirname(source.file)
    _see_that_it_is_there(entry, folder)
    file = _file(entry.text(), folder)
    chain = (*source.extending, source.file)
    if os.path.realpath(file) in {os.path.realpath(each) for each in chain}:
        names = " extends ".join(os.path.basename(each) for each in (*chain, file))
        raise entry.wrong(f"a template cannot extend itself: {names}")
    return _read(Source(file, chain))


def _items(keys: dict[str, Entry], key: str) -> tuple[Entry, ...]:
    return keys[key].items() if key in keys else ()


def _regime(entry: Entry) -> str:
    return entry.one_of([name.partition("/")[2] for name in knowledge.names("law")])


def _demand(entry: Entry) -> Demand:
    return Demand(entry.one_of([str(demand) for demand in Demand]))


def _kinds(keys: dict[str, Entry]) -> frozenset[Kind]:
    return frozenset(kind_of(each) for each in _items(keys, "kinds"))


def _parts(keys: dict[str, Entry], key: str) -> frozenset[Part]:
    return frozenset(Part(each.one_of([str(part) for part in Part])) for each in _items(keys, key))


def _owing(entry: Entry) -> Owing:
    keys = entry.table(optional=("kinds", "exemptions", "adds", "drops"))
    if not {"adds", "drops"} & set(keys):
        raise entry.wrong("must say what it adds or drops")
    exemptions = frozenset(keys["exemptions"].texts()) if "exemptions" in keys else frozenset()
    return Owing(_kinds(keys), exemptions, _parts(keys, "adds"), _parts(keys, "drops"))


def _headings(entry: Entry) -> tuple[Heading, ...]:
    return tuple(
        Heading(part, words.lower()) for part, each in entry.table(optional=HEADED).items() for words in each.texts()
    )


def _section(entry: Entry) -> Section:
    keys = entry.table(["name"], ("kinds", "headings", "part"))
    if {"headings", "part"} <= set(keys):
        raise keys["part"].wrong("is found by itself; leave out either headings or part")
    name = keys["name"].text()
    headings = () if "part" in keys else keys["headings"].texts() if "headings" in keys else (name,)
    part = Part(keys["part"].one_of([str(each) for each in Part])) if "part" in keys else None
    return Section(_kinds(keys), name, tuple(" ".join(heading.lower().split()) for heading in headings), part)


def _paragraph(name: str, entry: Entry) -> Paragraph:
    keys = entry.table(["text"], ("kinds", "when"))
    usual = Demand.NCND if name == DISCLAIMER else Demand.ALWAYS
    return Paragraph(name, keys["text"].text(), _kinds(keys), _demand(keys["when"]) if "when" in keys else usual)


def _phrase(entry: Entry) -> Phrase:
    patterns = ("if", "must-contain", "must-not-contain")
    keys = entry.table(["name", "message"], ("severity", "kinds", *patterns))
    name = keys["name"].text()
    if not NAME.fullmatch(name):
        raise keys["name"].wrong(f"{name!r} must be small letters, figures and single hyphens, as a rule's name is")
    if any(name in (rule.name, rule.family) for rule in CATALOGUE):
        raise keys["name"].wrong(f"{name!r} is the name of one of foilint's own rules; choose another")
    if not {"must-contain", "must-not-contain"} & set(keys):
        raise entry.wrong("must have must-contain or must-not-contain")
    when, must, must_not = (_pattern(keys[key]) if key in keys else "" for key in patterns)
    severity = (
        Severity(keys["severity"].one_of([str(each) for each in Severity])) if "severity" in keys else Severity.ERROR
    )
    return Phrase(name, severity, keys["message"].text(), _kinds(keys), when, must, must_not)


def _pattern(entry: Entry) -> str:
    pattern = entry.text()
    if fault := pattern_fault(pattern):
        raise entry.wrong(f"is no pattern: {fault}")
    return pattern


def _example(entry: Entry) -> Example:
    keys = entry.table(optional=("text", "file", "trips"))
    if ("text" in keys) == ("file" in keys):
        raise entry.wrong("must have either text or file")
    return Example(
        line=entry.line,
        text=keys["text"].text() if "text" in keys else "",
        file=os.path.join(os.path.dirname(entry.file), keys["file"].text()) if "file" in keys else "",
        trips=keys["trips"].texts() if "trips" in keys else (),
    )
