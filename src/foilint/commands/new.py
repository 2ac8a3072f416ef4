"""foilint new: a skeleton of a notice for the provisions that it is to rely on."""

import sys
from collections.abc import Iterator

from foilint.commands import asked, one
from foilint.copies import see_that_it_may_be_written, write_copy
from foilint.law import Law, load
from foilint.lint import check_bytes
from foilint.misuse import Misuse
from foilint.notice import Kind
from foilint.options import Arguments, Command, Option
from foilint.plan import Planned, plan_named
from foilint.report import Verdict
from foilint.reports.understood import understood
from foilint.skeleton.claims import claims
from foilint.skeleton.outline import outline
from foilint.skeleton.rendered import rendered

KINDS = (str(Kind.LETTER), str(Kind.ANNEX))
UNWRITTEN = frozenset(
    (
        "placeholder",
        "empty-section",
        "missing-harm",
        "missing-factors-for",
        "missing-factors-against",
        "missing-balance",
        "missing-section",
        "missing-estimate",
        "missing-decision-date",
    )
)
"""The rules that say only that the officer has still to write: a skeleton may trip no other."""

OPTIONS = (
    Option(("--exemption", "-e"), "PROVISION", "what is relied on, limb and all; may be repeated"),
    Option(("--kind",), "KIND", "the kind of notice; usually a letter", KINDS),
    Option(("--regime",), "REGIME", "the law, where the provisions do not tell: foia2000, eir2004 ..."),
    Option(("--template",), "NAME-OR-FILE", "the house template, over the settings"),
    Option(("--settings",), "FILE", "these settings, in place of the nearest .foilint.yaml"),
    one.OUTPUT._replace(value="DRAFT", meaning="the file to write: .docx, .md or .txt"),
    one.FORCE._replace(meaning="write over DRAFT if it exists"),
)
NOTES = """The limb decides whether the notice withholds, or neither confirms nor denies. Every heading that is owed
is there, and all fixed wording; what the officer has to argue is left open: in Word as content controls, else in
[brackets].

Exit status: 0 the skeleton is written; 2 it is not."""


def run(arguments: Arguments) -> int:
    """Writes the skeleton. Returns the exit status. Raises Misuse."""
    file = _file(arguments)
    planned = plan_named(file, asked.wishes_of(arguments))
    provisions = [word.strip() for value in arguments.each("--exemption") for word in value.split(",")]
    template = planned.unit.terms.template
    kind = Kind(arguments.last("--kind", Kind.LETTER))
    relied_on = claims(provisions, _law(planned))
    pieces = outline(relied_on, kind, template)
    data = rendered(pieces, file)
    (verdict, *_) = check_bytes(data, file, planned.unit.terms)
    write_copy(file, data)
    gaps = sum(piece.gaps for piece in pieces)
    under = f"{kind} under the {relied_on[0].law.title}"
    sys.stdout.write(f"{file}: {under}, {understood(verdict).partition(';')[0]}; {gaps} places to fill in\n")
    sys.stderr.writelines(_doubts(verdict))
    return 0


def _file(arguments: Arguments) -> str:
    if arguments.operands:
        raise Misuse(
            f"new: {arguments.operands[0]!r} is no option; give provisions with --exemption and a file with -o"
        )
    if not arguments.has("--exemption"):
        raise Misuse("new: say what the notice relies on, as in --exemption 'section 7(1)'")
    file = arguments.last("--output")
    if not file:
        raise Misuse("new: say what the draft is called, as in -o draft.docx")
    see_that_it_may_be_written(file, arguments.has("--force"))
    return file


def _law(planned: Planned) -> Law | None:
    """The law asked for, else the template's."""
    terms = planned.unit.terms
    return terms.law or (load(terms.template.regime) if terms.template.regime else None)


def _doubts(verdict: Verdict) -> Iterator[str]:
    """What will be wrong with the notice even when it is filled in, as far as foilint can tell now."""
    for finding in verdict.findings:
        if finding.rule not in UNWRITTEN:
            yield f"{finding.severity} {finding.rule}: {finding.message}\n"


COMMAND = Command(
    "new",
    "write a skeleton of a notice",
    "--exemption PROVISION ... -o DRAFT",
    OPTIONS,
    run,
    notes=NOTES,
    examples=(
        ("foilint new -e 'section 7(2)' -e 'section 8(3)' -o draft.docx", "a letter that relies on both"),
        ("foilint new -e 'reg 7(5)(b)' --kind annex -o test.md", "a public interest test by itself"),
    ),
)
