"""foilint explain: rules with their examples, provisions with what they owe, and what people write for them."""

import re
import tomllib
from pathlib import Path

import pytest

from foilint.catalogue import CATALOGUE, house
from foilint.law import laws
from foilint.provision import printed
from foilint.references import references
from foilint.reports import examples
from foilint.reports.examples import Example, example

ROOT = Path(__file__).parents[1]


def test_a_rule_is_explained_with_its_law_and_an_example(foilint, monkeypatch):
    monkeypatch.setattr("foilint.reports.examples.example", lambda _: Example("minutes.md", TOLD, CHANGES))
    ran = foilint("explain", "missing-balance")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out == (
        "missing-balance: error, family public-interest\n"
        "  fault         A qualified exemption is relied on, but the notice never strikes\n"
        "                the balance.\n"
        "  why           Listing factors is not weighing them: the notice must say that,\n"
        "                in all the circumstances of the case, the public interest in\n"
        "                maintaining the exemption outweighs the public interest in\n"
        "                disclosure (or in confirming or denying).\n"
        "  law           FOIA 2000, sections 2 and 17(3); EIR 2004, regulations 12(1)(b)\n"
        "                and 14(3)(b); FOISA 2002, sections 2(1)(b) and 16(2).\n"
        "                https://www.legislation.gov.uk/ukpga/2000/36/section/2\n"
        "                https://www.legislation.gov.uk/ukpga/2000/36/section/17\n"
        "                https://www.legislation.gov.uk/uksi/2004/3391/regulation/12\n"
        "                https://www.legislation.gov.uk/uksi/2004/3391/regulation/14\n"
        "                https://www.legislation.gov.uk/asp/2002/13/section/2\n"
        "                https://www.legislation.gov.uk/asp/2002/13/section/16\n"
        "  not asked of  absolute exemptions.\n"
        "\n"
        "An example (minutes.md)\n"
        "  error missing-balance, line 3\n"
        '    "section 31(3)"\n'
        "\n"
        "The same notice without the fault\n"
        "  - Factors\n"
        "  + Factors and balance\n"
    )


TOLD = ("  error missing-balance, line 3", '    "section 31(3)"')
CHANGES = ("- Factors", "+ Factors and balance")


@pytest.mark.parametrize("rule", CATALOGUE, ids=lambda rule: rule.name)
def test_every_rule_is_explained(foilint, rule):
    ran = foilint("explain", rule.name)
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"{rule.name}: {rule.severity}, family {rule.family}\n  fault ")
    assert re.search(r"^  (law|practice) ", ran.out, re.MULTILINE)


@pytest.mark.parametrize("rule", [rule for rule in CATALOGUE if rule not in house.RULES], ids=lambda rule: rule.name)
def test_every_rule_has_an_example_that_shows_the_fault_and_its_absence(rule):
    shown = example(rule.name)
    assert shown is not None
    assert re.match(rf"  {rule.severity} {rule.name}\b", shown.told[0])
    assert shown.changes or rule.name == "unreadable"


def test_an_example_is_what_is_said_of_the_fault_and_what_differs(write, folder, monkeypatch):
    write("fixtures/bad/some-rule/a.txt", "Dear Ms Okafor\n\nWe refuse. That is all.")
    write(
        "fixtures/bad/some-rule/a.txt.findings",
        'a.txt\n  warning other-rule, line 1\n    "Dear"\n'
        '  error some-rule, line 3\n    "refuse"\n    say why\n\n1 notice\n',
    )
    write("fixtures/good/some-rule/a.txt", "Dear Ms Okafor\n\nWe refuse. It is exempt.")
    monkeypatch.setattr(examples, "_CARRIED", str(folder / "fixtures"))
    assert example("some-rule") == Example(
        "a.txt",
        ("  error some-rule, line 3", '    "refuse"', "    say why"),
        ("- That is all.", "+ It is exempt."),
    )


def test_without_a_twin_there_is_no_example(write, folder, monkeypatch):
    write("fixtures/bad/some-rule/a.txt", "We refuse.")
    write("fixtures/bad/some-rule/a.txt.findings", "a.txt\n  error some-rule\n")
    monkeypatch.setattr(examples, "_CARRIED", str(folder / "fixtures"))
    assert example("some-rule") is None
    assert example("other-rule") is None


def test_what_cannot_be_read_is_an_example_all_the_same(write, folder, monkeypatch):
    write("fixtures/bad/unreadable/a.docx", b"")
    write("fixtures/bad/unreadable/a.docx.findings", "a.docx\n  error unreadable\n    cannot be read\n")
    write("fixtures/good/unreadable/a.docx", b"")
    monkeypatch.setattr(examples, "_CARRIED", str(folder / "fixtures"))
    assert example("unreadable") == Example("a.docx", ("  error unreadable", "    cannot be read"), ())


def test_a_wheel_carries_the_examples():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    carried = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    for folder in ("fixtures/bad", "fixtures/good"):
        assert carried[folder] == f"foilint/{folder}"
        assert (ROOT / folder).is_dir()


def test_a_family_lists_its_rules(foilint):
    assert foilint("explain", "ncnd").out.splitlines()[0].startswith("  missing-disclaimer")


SECTION_31 = """\
section 31(3), Freedom of Information Act 2000
  title         Law enforcement: an exemption
  31(3)         neither confirms nor denies; owes harm (prejudice), factors for
                and against, balance; by practice the disclaimer
  to withhold   31(1)
"""


@pytest.mark.parametrize(
    "words",
    ["31(3)", "s.31(3)", "S31 (3)", "section 31(3)", "Section 31(3) of the FOIA", "foia 31(3)", "FOI Act 2000 s 31(3)"],
)
def test_a_provision_may_be_written_as_people_do(foilint, words):
    assert foilint("explain", words).out.startswith(SECTION_31)


def test_several_words_need_no_quotation_marks(foilint):
    assert foilint("explain", "foisa", "35").out == foilint("explain", "foisa 35").out


def rows(ran):
    """The rows of an explanation, each with its words on one line."""
    told = []
    for line in ran.out.splitlines()[1:]:
        if line[2:3] != " ":
            told.append([line[2:16].strip(), line[16:]])
        else:
            told[-1][1] += " " + line.strip()
    return [tuple(row) for row in told]


TELLS = """
31           | purpose     | 31(1)(g), 31(1)(h) and 31(1)(i) need a purpose of 31(2), by number or in words
31           | apart       | 31(1) never for the same information as 30(1) or 30(2), unless in the alternative
31(1)(a)     | NCND        | 31(3)
40(3A)       | 40(3A)      | withholds, cited beside another limb; no public interest test
40           | bare number | is taken for 40(2)
40(5)(b)(i)  | 40(5)(b)(i) | repealed or renumbered; cite 40(5B)(a)(i)
40(5A)       | to withhold | 40(1) and 40(2)
36           | opinion     | applies only in the reasonable opinion of a qualified person, which the notice must give
37(1)(a)     | 37(1)(a)    | withholds; no public interest test
42(2) | 42(2) | neither confirms nor denies; owes factors for and against, balance; by practice the disclaimer
23(2)        | 23(2)       | exempts nothing by itself: it explains or supports the limbs below
reg 12(5)(e) | title       | Confidentiality of commercial or industrial information: an exception
reg 12(5)(e) | NCND        | no limb of it
reg 12(5)(a) | NCND        | read with 12(6)
reg 12(5)    | 12(5)(c)    | Intellectual property rights
foisa 35     | NCND        | read with 18
reg 12(6)    | exempts     | nothing by itself: read with 12(5)(a), it lets the notice neither confirm nor deny
17           | exempts     | nothing: notices cite it, but cannot rely on it to refuse
14 | title | Vexatious or repeated requests: no exemption, yet it ends the matter, by how the request is made
14           | 14(1)       | withholds; owes no harm, no public interest test and no disclaimer
21           | NCND        | no limb of it
35           | also        | Law enforcement: foilint explain "FOISA 35"
30           | source      | https://www.legislation.gov.uk/ukpga/2000/36/section/30
"""


@pytest.mark.parametrize("line", TELLS.strip().splitlines())
def test_a_provision_tells_what_goes_with_it(foilint, line):
    words, label, told = (part.strip() for part in line.split(" | "))
    assert (label, told) in rows(foilint("explain", words))


def test_what_is_unsettled_is_said_to_be(foilint):
    assert rows(foilint("explain", "s.40(5B)"))[1] == (
        "40(5B)",
        "neither confirms nor denies; whether a public interest test is due is unsettled: none is demanded, none called"
        " needless; by practice the disclaimer",
    )


def test_what_is_absolute_in_part_is_said_to_be(foilint):
    assert rows(foilint("explain", "37(2)"))[1] == (
        "37(2)",
        "neither confirms nor denies; owes factors for and against, balance (absolute so far as it relates to 37(1)(a),"
        " 37(1)(aa) and 37(1)(ab)); by practice the disclaimer",
    )


NONE = "there is no rule or provision"
LIST = "foilint rules lists every rule"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("mising-balance", f"{NONE} 'mising-balance'; did you mean missing-balance?; {LIST}"),
        ("drones", f"{NONE} 'drones'; {LIST}"),
        ("", "explain: name a rule or a provision, as in foilint explain missing-balance"),
        (
            "foia 42(3)",
            "Freedom of Information Act 2000 has no section 42(3) that foilint knows; it has 42(1) and 42(2)",
        ),
        ("section 99", "Freedom of Information Act 2000 has no section 99 that foilint knows"),
        ("section 5 of the Theft Act 1968", f"{NONE} 'section 5 of the Theft Act 1968'; {LIST}"),
    ],
)
def test_near_misses_are_suggested(foilint, words, said):
    assert foilint("explain", words) == (2, "", f"foilint: {said}\n")


EVERY = [(law, exemption) for law in laws() for exemption in law.exemptions]


@pytest.mark.parametrize(("law", "exemption"), EVERY, ids=lambda each: each if isinstance(each, str) else "")
def test_every_exemption_is_found_and_explained(foilint, law, exemption):
    words = f"{law.short} {printed(exemption.path)}"
    assert references(words)[0] == (law, exemption.path)
    ran = foilint("explain", words)
    told = rows(ran)
    assert told[0][1].startswith(exemption.title)
    assert exemption.source in ran.out
    assert {limb.provision for limb in exemption.limbs} <= {label for label, _ in told}
