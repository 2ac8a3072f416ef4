"""Reads .foilint.yaml. What is wrong in it is refused with file, line, key and the nearest right spelling."""

import datetime as dt
import os

from foilint.catalogue import CATALOGUE
from foilint.settings import BASELINE, Allowance, Override, Pairing, Settings
from foilint.template import STATUTE, Phrase
from foilint.template_file import kind_of, levels, template_of
from foilint.yamlfile import Entry, read_yaml

KEYS = ("notices", "template", "authority", "rules", "overrides", "together", "allow", "baseline")
OVERRIDE_KEYS = ("rules", "template", "kind")
ALLOWANCE_KEYS = ("exemption", "until")


def read_settings(file: str) -> Settings:
    """The settings in a file. Raises WrongFile."""
    keys = read_yaml(file).table(optional=KEYS)
    folder = os.path.dirname(file)
    template = template_of(keys["template"], folder) if "template" in keys else STATUTE
    overrides = tuple(_override(each, folder, template.phrases) for each in _items(keys, "overrides"))
    phrases = (*template.phrases, *(phrase for each in overrides if each.template for phrase in each.template.phrases))
    return Settings(
        file=file,
        folder=folder,
        notices=keys["notices"].texts() if "notices" in keys else (),
        template=template,
        authority=keys["authority"].text() if "authority" in keys else "",
        levels=levels(keys["rules"], phrases) if "rules" in keys else (),
        overrides=overrides,
        together=tuple(_pairing(each) for each in _items(keys, "together")),
        allow=tuple(_allowance(each, phrases) for each in _items(keys, "allow")),
        baseline=keys["baseline"].text() if "baseline" in keys else BASELINE,
    )


def _items(keys: dict[str, Entry], key: str) -> tuple[Entry, ...]:
    return keys[key].items() if key in keys else ()


def _override(entry: Entry, folder: str, phrases: tuple[Phrase, ...]) -> Override:
    keys = entry.table(["notices"], OVERRIDE_KEYS)
    template = template_of(keys["template"], folder) if "template" in keys else None
    return Override(
        notices=keys["notices"].texts(),
        levels=levels(keys["rules"], template.phrases if template else phrases) if "rules" in keys else (),
        template=template,
        kind=kind_of(keys["kind"]) if "kind" in keys else None,
    )


def _pairing(entry: Entry) -> Pairing:
    keys = entry.table(["letter", "annex"])
    letter, annex = keys["letter"].text(), keys["annex"].text()
    if letter.count("*") != 1:
        raise keys["letter"].wrong("must have exactly one *, for what a letter's name shares with its annexes")
    if "*" not in annex:
        raise keys["annex"].wrong("must have a *, for what the annex's name shares with the letter's")
    for key in ("letter", "annex"):
        if "/" in keys[key].text():
            raise keys[key].wrong("must be a pattern of names: letter and annexes stand in one folder")
    return Pairing(letter, annex)


def _allowance(entry: Entry, phrases: tuple[Phrase, ...]) -> Allowance:
    keys = entry.table(["rule", "notice", "reason"], ALLOWANCE_KEYS)
    if not keys["reason"].text().strip():
        raise keys["reason"].wrong("must say why the fault may stand")
    return Allowance(
        rule=keys["rule"].one_of(sorted({rule.name for rule in CATALOGUE} | {phrase.name for phrase in phrases})),
        notice=keys["notice"].text(),
        exemption=keys["exemption"].text() if "exemption" in keys else "",
        reason=keys["reason"].text().strip(),
        until=_date(keys["until"]) if "until" in keys else "",
        line=entry.line,
    )


def _date(entry: Entry) -> str:
    try:
        return dt.date.fromisoformat(entry.text()).isoformat()
    except ValueError:
        raise entry.wrong(f"{entry.text()!r} is no date; write it as 2027-01-01") from None
