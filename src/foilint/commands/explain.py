"""foilint explain: a rule, a family of rules, or a provision of one of the laws."""

import sys

from foilint.catalogue import CATALOGUE, summary
from foilint.delivery import look
from foilint.misuse import Misuse, nearest
from foilint.options import Arguments, Command
from foilint.reports.look import Look
from foilint.reports.rows import Row, drawn

NOTES = """RULE is the name of a rule or of a family. PROVISION is what people write: "s.12(2)", "reg 12(5)(e)",
foisa 18; without a law named, FOIA or the EIR are meant first. A shell wants quotation marks round brackets.
What is said of the law is no legal advice: follow the links."""


def run(arguments: Arguments) -> int:
    """Explains what is asked for; returns the exit status. Raises Misuse."""
    words = " ".join(arguments.operands)
    if not words:
        raise Misuse("explain: name a rule or a provision, as in foilint explain missing-balance")
    seen = look(quiet=False, statistics=False)
    rule = next((rule for rule in CATALOGUE if rule.name == words), None)
    family = [rule for rule in CATALOGUE if rule.family == words]
    if rule:
        from foilint.reports.examples import example  # reads two notices: of use here alone
        from foilint.reports.explained_rule import explained_rule

        sys.stdout.writelines(explained_rule(rule, example(rule.name), seen))
    elif family:
        rows = (Row(rule.name, f"{rule.severity}: {summary(rule)}") for rule in family)
        sys.stdout.writelines(drawn(rows, seen))
    else:
        _provision(words, seen)
    return 0


def _provision(words: str, seen: Look) -> None:
    from foilint.references import references  # reads the words of every law: of use here alone
    from foilint.reports.explained_provision import explained_provision, unknown_provision

    meant = references(words)
    if not meant:
        known = [name for rule in CATALOGUE for name in (rule.name, rule.family)]
        raise Misuse(f"there is no rule or provision {words!r}{nearest(words, known)}; foilint rules lists every rule")
    if not meant[0].known:
        raise Misuse(unknown_provision(meant[0]))
    sys.stdout.writelines(drawn(explained_provision(meant[0], meant[1:]), seen))


COMMAND = Command(
    "explain",
    "explain a rule, or what a provision owes",
    "RULE | PROVISION",
    (),
    run,
    notes=NOTES,
    examples=(
        ("foilint explain missing-balance", "the fault, why it is one, the law, an example"),
        ('foilint explain "reg 12(5)(e)"', "what kind of provision it is and what it owes"),
        ("foilint explain foisa 18", "a provision of another law"),
        ("foilint explain public-interest", "the rules of a family"),
    ),
)
