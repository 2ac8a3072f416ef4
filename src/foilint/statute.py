"""How a statute is laid down in YAML (docs/law.md): checks a file of schemas/law/ and arranges it for `law`.

What is arranged is plain data named as the fields in `law` are, with provisions split into steps and ranges of letters
written out, so that loading a statute has nothing left to work out.
"""

from collections.abc import Callable

from foilint import runs
from foilint.provision import Path, printed
from foilint.values import Any
from foilint.yamlfile import Entry, suggestion

DUTIES = ("disclose", "confirm-or-deny")
TESTS = ("absolute", "qualified", "unsettled")
BASES = (
    "class",
    "prejudice",
    "endangerment",
    "necessity",
    "qualified-person",
    "adverse-effect",
    "confidence",
    "cost",
    "conduct",
    "unfinished",  # the refusal says when the material will be complete
)
BARS = ("cost", "conduct")

_LAW = ("law", "reported-as", "title", "short", "unit", "claim", "confirm", "url", "as-at")
_LAW_LISTS = ("names", "machinery", "ranges", "exemptions", "particulars")
_EXEMPTION = ("title", "labels", "source", "limbs")
_EXEMPTION_OPTIONS = ("presumed", "bar", "qualified-person", "purpose", "defence", "note", "supporting")
_LIMB = ("lifts", "test", "basis")
_LIMB_OPTIONS = ("harm", "steps", "condition", "obsolete", "leads-to", "absolute-with", "source")
_PARTICULARS = ("commissioner", "review", "complaint", "extension", "advice", "complaint-period")
_PARTICULARS_LISTS = ("commissioners", "strangers", "outdated-complaint-periods", "obsolete-contacts")
_PARTICULARS_DAYS = ("review-request-days", "review-answer-days")
_PARTICULARS_FLAGS = ("review-waivable", "not-held-owes")

Row = dict[str, Any]
"""Plain data for one value of `law`."""


def arrange(entry: Entry) -> Row:
    """A statute as plain data for `law`. Raises `WrongFile` where the file is not laid down as docs/law.md says."""
    given = entry.table((*_LAW, *_LAW_LISTS), ("prefix", "misnamed", "general", "companions", "exclusions"))
    prefix = _option(given, "prefix", Entry.text, "")
    exemptions = tuple(_exemption(number, item, prefix) for number, item in given["exemptions"].pairs())
    known = _provisions(exemptions)
    _check_references(given["exemptions"], known)
    _check_labels(given["exemptions"], exemptions)
    companions = tuple(_companion(item, known) for item in _option(given, "companions", Entry.items, ()))
    row = {name.replace("-", "_"): given[name].text() for name in _LAW if name != "law"}
    return row | {
        "regime": given["law"].text(),
        "names": _phrases(given["names"]),
        "misnamed": _option(given, "misnamed", _phrases, ()),
        "machinery": _paths(given["machinery"]),
        "general": _option(given, "general", _paths, ()),
        "ranges": tuple(_range(item) for item in given["ranges"].items()),
        "exemptions": exemptions,
        "companions": companions,
        "exclusions": tuple(_exclusion(item, known) for item in _option(given, "exclusions", Entry.items, ())),
        "particulars": _particulars(given["particulars"]),
        "lookup": {
            "stems": _stems(exemptions),
            "provisions": known.union(*(runs.with_stems(item["path"]) + item["supporting"] for item in companions)),
            "machinery": frozenset(_paths(given["machinery"])),
        },
    }


def _exemption(number: str, entry: Entry, prefix: str) -> Row:
    given = entry.table(_EXEMPTION, _EXEMPTION_OPTIONS)
    path, source = _checked(number, entry), given["source"].text()
    limbs = tuple(_limb(provision, item, source, path) for provision, item in given["limbs"].pairs())
    if not limbs:
        raise given["limbs"].wrong("must name at least one limb")
    return {
        "number": prefix + number,
        "path": path,
        "title": given["title"].text(),
        "labels": _phrases(given["labels"]),
        "limbs": limbs,
        "presumed": _option(given, "presumed", _paths, ()),
        "bar": given["bar"].one_of(BARS) if "bar" in given else "",
        "qualified_person": _option(given, "qualified-person", Entry.flag, default=False),
        "purpose": _option(given, "purpose", _purpose, None),
        "defence": _option(given, "defence", Entry.flag, default=False),
        "note": _option(given, "note", Entry.text, ""),
        "source": source,
        "supporting": _supporting(given),
    }


def _limb(provision: str, entry: Entry, source: str, exemption: Path) -> Row:
    given = entry.table(_LIMB, _LIMB_OPTIONS)
    path = _checked(provision, entry)
    if path[: len(exemption)] != exemption:
        raise entry.wrong("is no provision of this exemption")
    return {
        "provision": provision,
        "path": path,
        "lifts": given["lifts"].one_of(DUTIES),
        "test": given["test"].one_of(TESTS),
        "harm": _option(given, "harm", Entry.flag, default=False),
        "basis": given["basis"].one_of(BASES),
        "steps": _written_out(given["steps"], runs.steps) if "steps" in given else (),
        "condition": _option(given, "condition", Entry.flag, default=False),
        "obsolete": _option(given, "obsolete", Entry.text, ""),
        "source": _option(given, "source", Entry.text, source),
        "leads_to": _option(given, "leads-to", Entry.text, ""),
        "absolute_with": _option(given, "absolute-with", _paths, ()),
    }


def _purpose(entry: Entry) -> Row:
    given = entry.table(("of", "listed-in", "words"))
    return {
        "limbs": _paths(given["of"]),
        "listed_in": _checked(given["listed-in"].text(), given["listed-in"]),
        "words": tuple(word.lower() for word in given["words"].texts()),
    }


def _companion(entry: Entry, known: frozenset[Path]) -> Row:
    given = entry.table(("provision", "turns", "source"), ("supporting",))
    provision = given["provision"].text()
    return {
        "provision": provision,
        "path": _checked(provision, given["provision"]),
        "turns": tuple(_known(item, known) for item in given["turns"].items()),
        "source": given["source"].text(),
        "supporting": _supporting(given),
    }


def _exclusion(entry: Entry, known: frozenset[Path]) -> Row:
    given = entry.table(("one", "other", "source"))
    one, other = (_known(given[side], known) for side in ("one", "other"))
    return {"one": one, "other": other, "source": given["source"].text()}


def _particulars(entry: Entry) -> Row:
    given = entry.table((*_PARTICULARS, *_PARTICULARS_LISTS, *_PARTICULARS_DAYS, *_PARTICULARS_FLAGS))
    found: Row = {name: given[name].text() for name in _PARTICULARS}
    found |= {name: _phrases(given[name]) for name in _PARTICULARS_LISTS}
    found |= {name: given[name].number() for name in _PARTICULARS_DAYS}
    found |= {name: given[name].flag() for name in _PARTICULARS_FLAGS}
    return {name.replace("-", "_"): value for name, value in found.items()}


def _option(given: dict[str, Entry], key: str, read: Callable[[Entry], Any], default: Any) -> Any:
    """The value of a key that may be left out."""
    return read(given[key]) if key in given else default


def _supporting(given: dict[str, Entry]) -> tuple[Path, ...]:
    return _written_out(given["supporting"], runs.provisions) if "supporting" in given else ()


def _phrases(entry: Entry) -> tuple[str, ...]:
    """Words to look for in a notice: lower case, the longest first, so that the first that matches says most."""
    return tuple(sorted((phrase.lower() for phrase in entry.texts()), key=len, reverse=True))


def _range(entry: Entry) -> tuple[str, str]:
    ends = entry.texts()
    if len(ends) != 2:
        raise entry.wrong("must be the first and the last number of a range")
    return ends[0], ends[1]


def _read(entry: Entry, text: str, read: Callable[[str], Any]) -> Any:
    """What `runs` makes of a text; what it finds wrong is wrong with the entry."""
    try:
        return read(text)
    except ValueError as error:
        raise entry.wrong(str(error)) from None


def _checked(provision: str, entry: Entry) -> Path:
    path: Path = _read(entry, provision, runs.checked)
    return path


def _paths(entry: Entry) -> tuple[Path, ...]:
    return tuple(_checked(item.text(), item) for item in entry.items())


def _written_out(entry: Entry, read: Callable[[str], tuple[Path, ...]]) -> tuple[Path, ...]:
    """A list of runs written out."""
    return tuple(dict.fromkeys(path for item in entry.items() for path in _read(item, item.text(), read)))


def _known(entry: Entry, known: frozenset[Path]) -> Path:
    """A provision that the file has laid down."""
    path = _checked(entry.text(), entry)
    if path not in known:
        words = {printed(each) for each in known}
        raise entry.wrong(f"{entry.text()} is laid down nowhere in this file{suggestion(entry.text(), words)}")
    return path


def _provisions(exemptions: tuple[Row, ...]) -> frozenset[Path]:
    """Every provision that the exemptions lay down, with all that they stand below."""
    known: set[Path] = set()
    for exemption in exemptions:
        known.update(runs.with_stems(exemption["path"]), exemption["supporting"])
        for limb in exemption["limbs"]:
            known.update(runs.with_stems(limb["path"]), (limb["path"] + steps for steps in limb["steps"]))
    return frozenset(known)


def _stems(exemptions: tuple[Row, ...]) -> dict[tuple[str, Path], tuple[Path, ...]]:
    """The limbs that a citation above them means, by the duty they lift, and under "" whichever they lift.

    Never a condition nor an obsolete limb; and of those that lift a duty the presumed ones alone, if there are any.
    """
    found: dict[tuple[str, Path], tuple[Path, ...]] = {}
    for exemption in exemptions:
        presumed = {limb["lifts"] for limb in exemption["limbs"] if limb["path"] in exemption["presumed"]}
        for limb in exemption["limbs"]:
            path, duty = limb["path"], limb["lifts"]
            if limb["condition"] or limb["obsolete"] or (duty in presumed and path not in exemption["presumed"]):
                continue
            for key in ((each, stem) for each in ("", duty) for stem in runs.with_stems(path)):
                found[key] = (*found.get(key, ()), path)
    return found


def _check_references(exemptions: Entry, known: frozenset[Path]) -> None:
    """What one part of a file says of another must be there."""
    for _, exemption in exemptions.pairs():
        fields = dict(exemption.pairs())
        limbs = [dict(limb.pairs()) for _, limb in fields["limbs"].pairs()]
        named = [*(limb.get("absolute-with") for limb in limbs), fields.get("presumed")]
        if "purpose" in fields:
            purpose = dict(fields["purpose"].pairs())
            named += [purpose["of"], purpose["listed-in"]]
        for entry in named:
            for item in entry.items() if entry else ():
                _known(item, known)


def _check_labels(entry: Entry, exemptions: tuple[Row, ...]) -> None:
    """A label that two exemptions share could recognise neither."""
    owner: dict[str, str] = {}
    for (number, item), exemption in zip(entry.pairs(), exemptions, strict=True):
        for label in {exemption["title"].lower(), *exemption["labels"]}:
            if label in owner:
                raise item.wrong(f"the label {label!r} already belongs to {owner[label]}")
            owner[label] = number
