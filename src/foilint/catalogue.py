"""Every rule there is, by one name each: those asked of a notice, those a house template adds, those about files."""

from collections.abc import Iterable, Iterator

from foilint import house, rules
from foilint.finding import Complaint, Severity
from foilint.misuse import nearest
from foilint.notice import Notice
from foilint.rules.rule import Rule
from foilint.template import Phrase

UNREADABLE = "unreadable"
UNUSED_ALLOWANCE = "unused-allowance"
FAMILY = "file"


def _nothing(_: Notice) -> Iterator[Complaint]:
    """Files are not judged by asking a notice: `lint` and `standing` speak of them."""
    return iter(())


FILES = (
    Rule(
        name=UNREADABLE,
        family=FAMILY,
        severity=Severity.ERROR,
        check=_nothing,
        doc="""A file cannot be read as a draft.

It is damaged, encrypted, of a kind that foilint does not read, a Git LFS pointer, the lock file of an office program,
or larger than any letter. The exit status is 2, whatever --fail-on says; the other files are still checked.

Practice: what was not checked must not look like what was found in order.""",
    ),
    Rule(
        name=UNUSED_ALLOWANCE,
        family=FAMILY,
        severity=Severity.WARNING,
        check=_nothing,
        doc="""An allowance in the settings that nothing needed, or whose date has passed; or a finding in the baseline
that is there no more.

Practice: what was let stand once should not hide what comes later.""",
    ),
)
CATALOGUE: tuple[Rule, ...] = (
    *rules.RULES,
    *house.RULES,
    *(rule for rule in FILES if rule.name not in {known.name for known in rules.RULES}),
)
"""Every rule, each name once."""


def unknown(name: str, phrases: Iterable[Phrase]) -> str:
    """What is wrong with the name of a rule or family, for people; "" where there is one. `phrases` are known too."""
    known = {word for rule in CATALOGUE for word in (rule.name, rule.family)} | {phrase.name for phrase in phrases}
    return "" if name in known else f"there is no rule or family {name!r}{nearest(name, sorted(known))}"
