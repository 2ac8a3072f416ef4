"""How a statute is laid down: a fourth one needs a YAML file and nothing else, and a wrong file says what is wrong."""

import json
import os

import jsonschema
import pytest
import yaml

from foilint import knowledge, statute
from foilint.law import Duty, laws, load_file
from foilint.law import Test as Weighing  # pytest takes a name that begins with Test for a test
from foilint.provision import path_of
from foilint.yamlfile import WrongFile

RECORDS_ACT = """\
law: records2031
reported-as: records2031
title: Access to Records Act 2031
short: ARA
unit: article
claim: ground
prefix: "art "
names: [ARA, Access to Records Act, Access to Records Act 2031]
confirm: 2(1)
url: https://www.example.org/records
as-at: "2031-05-01"
machinery: ["1", "2", 5(1)]
ranges: [["5", "7"]]
exemptions:
  "5(2)":
    title: Harbour safety
    labels: [Safety of harbours]
    source: https://www.example.org/records/5
    limbs:
      5(2): {lifts: disclose, test: qualified, basis: prejudice, harm: true, steps: (a)-(c)}
  "6":
    title: Lighthouse logs
    labels: [Logs of lighthouses]
    presumed: [6(1)]
    source: https://www.example.org/records/6
    limbs:
      6(1): {lifts: disclose, test: absolute, basis: class}
      6(2): {lifts: disclose, test: qualified, basis: class}
      6(3): {lifts: confirm-or-deny, test: qualified, basis: class, absolute-with: [6(1)]}
      6(4): {lifts: disclose, test: absolute, basis: class, condition: true, obsolete: 6(2)}
    supporting: [6(5)(a)(i)-(iii)]
particulars:
  commissioner: Keeper of Records
  commissioners: [keeper of records]
  strangers: [information commissioner]
  review: 8(1)
  review-waivable: false
  complaint: 8(2)
  extension: ""
  advice: "9"
  review-request-days: 30
  review-answer-days: 15
  complaint-period: four weeks
  outdated-complaint-periods: []
  obsolete-contacts: []
  not-held-owes: false
"""


@pytest.fixture
def lay_down(tmp_path):
    """Writes a statute to a file and loads it."""

    def load_text(text):
        file = tmp_path / "records2031.yaml"
        file.write_text(text, encoding="utf-8")
        return load_file(str(file))

    return load_text


@pytest.fixture
def refusal(lay_down, tmp_path):
    """What is said of a statute that is laid down wrongly."""

    def say(text):
        with pytest.raises(WrongFile) as refused:
            lay_down(text)
        return str(refused.value).removeprefix(f"{tmp_path}{os.sep}")

    return say


@pytest.fixture
def records(lay_down):
    return lay_down(RECORDS_ACT)


def test_a_fourth_statute_is_one_more_file(records):
    assert (records.regime, records.unit, records.claim) == ("records2031", "article", "ground")
    assert records.names == ("access to records act 2031", "access to records act", "ara")
    assert [(ground.number, ground.title) for ground in records.exemptions] == [
        ("art 5(2)", "Harbour safety"),
        ("art 6", "Lighthouse logs"),
    ]


def test_its_limbs_say_what_each_owes(records):
    limbs = [limb for ground in records.exemptions for limb in ground.limbs]
    assert [(limb.provision, limb.lifts, limb.test, limb.harm) for limb in limbs] == [
        ("5(2)", Duty.DISCLOSE, Weighing.QUALIFIED, True),
        ("6(1)", Duty.DISCLOSE, Weighing.ABSOLUTE, False),
        ("6(2)", Duty.DISCLOSE, Weighing.QUALIFIED, False),
        ("6(3)", Duty.CONFIRM, Weighing.QUALIFIED, False),
        ("6(4)", Duty.DISCLOSE, Weighing.ABSOLUTE, False),
    ]


def test_its_citations_are_understood_like_any_other_law_s(records):
    def named(cited, duty=None):
        return [limb.provision for limb in records.limbs(path_of(cited), duty)]

    assert named("5(2)(c)") == ["5(2)"]
    assert named("6") == ["6(1)", "6(3)"]
    assert named("6", Duty.DISCLOSE) == ["6(1)"]
    assert named("6", Duty.CONFIRM) == ["6(3)"]
    assert named("6(4)") == ["6(4)"]


def test_its_provisions_exist_and_others_do_not(records):
    there = ["5", "5(2)(c)", "6(5)", "6(5)(a)(iii)", "5(1)", "2(9)"]
    assert [provision for provision in there if not records.exists(path_of(provision))] == []
    assert [provision for provision in ["5(2)(d)", "5(3)", "6(5)(b)", "7"] if records.exists(path_of(provision))] == []
    assert records.is_machinery(path_of("5(1)(a)"))
    assert not records.is_machinery(path_of("5(2)"))


KNOWN = (
    "known here: 5, 5(2), 5(2)(a), 5(2)(b), 5(2)(c), 6, 6(1), 6(2), 6(3), 6(4), 6(5), 6(5)(a), 6(5)(a)(i), "
    "6(5)(a)(ii), 6(5)(a)(iii)"
)
BASES = (
    "known here: adverse-effect, class, conduct, confidence, cost, endangerment, necessity, prejudice, "
    "qualified-person, unfinished"
)


@pytest.mark.parametrize(
    ("right", "wrong", "where", "message"),
    [
        # keys
        ("short: ARA", "shrot: ARA", "shrot:", "shrot: is no key known here; did you mean short?"),
        ("short: ARA\n", "", "law:", "lacks the key 'short'"),
        ("short: ARA", "short: ARA\nshort: Act", "short: Act", "short: is given twice"),
        ("  review-waivable: false\n", "", "commissioner:", "particulars: lacks the key 'review-waivable'"),
        # kinds of value
        ("short: ARA", "short:", "short:", "short: must be text, and is empty"),
        ("short: ARA", "short: [ARA]", "short:", "short: must be text, and is a list"),
        ("harm: true", "harm: maybe", "5(2):", "exemptions.5(2).limbs.5(2).harm: must be true or false"),
        ("days: 30", "days: a month", "review-req", "particulars.review-request-days: must be a whole number"),
        ("harbours]", "harbours", "source:", "is no YAML: did not find expected ',' or ']'"),
        # words
        (
            "test: absolute",
            "test: absolut",
            "6(1):",
            "exemptions.6.limbs.6(1).test: 'absolut' is not known here; did you mean absolute?",
        ),
        (
            "lifts: confirm-or-deny",
            "lifts: confirm",
            "6(3):",
            "exemptions.6.limbs.6(3).lifts: 'confirm' is not known here; did you mean confirm-or-deny?",
        ),
        (
            "basis: prejudice",
            "basis: vibes",
            "5(2):",
            f"exemptions.5(2).limbs.5(2).basis: 'vibes' is not known here; {BASES}",
        ),
        # provisions
        ("6(2): {", "7(2): {", "7(2):", "exemptions.6.limbs.7(2): is no provision of this exemption"),
        (
            "6(2): {",
            "6.2: {",
            "6.2:",
            "exemptions.6.limbs.6.2: '6.2' is not written as a provision, such as 12(3A)(b)",
        ),
        (
            "(a)-(c)",
            "a-c",
            "5(2):",
            "exemptions.5(2).limbs.5(2).steps: 'a-c' is not written as steps, such as (a), (a)-(d) or (b)(i)-(iii)",
        ),
        (
            "(a)-(c)",
            "(c)-(a)",
            "5(2):",
            "exemptions.5(2).limbs.5(2).steps: '(c)-(a)' runs from no step to a later one",
        ),
        (
            'ranges: [["5", "7"]]',
            'ranges: [["5"]]',
            "ranges:",
            "ranges[1]: must be the first and the last number of a range",
        ),
        # what one part of the file says of another
        (
            "presumed: [6(1)]",
            "presumed: [6(9)]",
            "presumed:",
            "exemptions.6.presumed[1]: 6(9) is laid down nowhere in this file; did you mean 6(5)?",
        ),
        (
            "absolute-with: [6(1)]",
            "absolute-with: [1]",
            "6(3):",
            f"exemptions.6.limbs.6(3).absolute-with[1]: 1 is laid down nowhere in this file; {KNOWN}",
        ),
        (
            "particulars:",
            "exclusions: [{one: 5(2), other: 8, source: x}]\nparticulars:",
            "exclusions:",
            f"exclusions[1].other: 8 is laid down nowhere in this file; {KNOWN}",
        ),
        (
            "[Logs of lighthouses]",
            "[Harbour Safety]",
            "title: Lighthouse logs",
            "exemptions.6: the label 'harbour safety' already belongs to 5(2)",
        ),
        # tricks of YAML
        (
            "names: [ARA,",
            "misnamed: &all [x]\nnames: *all\nshort: [",
            "names:",
            "uses an alias (*); write the value out",
        ),
    ],
)
def test_a_wrong_file_is_refused_with_line_key_and_the_right_spelling(refusal, right, wrong, where, message):
    assert right in RECORDS_ACT
    broken = RECORDS_ACT.replace(right, wrong, 1)
    line = next(n for n, text in enumerate(broken.splitlines(), start=1) if text.strip().startswith(where))
    assert refusal(broken) == f"records2031.yaml:{line}: {message}"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", ": is empty"),
        (b"- law", ":1: must be a table of keys, and is a list"),
        (b"law: \xff\xfe", ": is no YAML: "),
        (b"\x00PK\x03\x04", ": is no YAML: "),
        (b"[" * 60, ":1: is nested more than 50 deep"),
        (b"[" * 5000, ":1: is "),  # in the words of ours or of YAML's own parser, whichever counts first
    ],
)
def test_what_is_no_statute_at_all_is_refused_too(tmp_path, content, message):
    file = tmp_path / "junk.yaml"
    file.write_bytes(content)
    with pytest.raises(WrongFile) as refused:
        load_file(str(file))
    assert str(refused.value).startswith(f"{file}{message}")


def test_a_file_that_cannot_be_read_is_refused(tmp_path):
    with pytest.raises(WrongFile) as refused:
        load_file(str(tmp_path / "none.yaml"))
    assert str(refused.value) == f"{tmp_path / 'none.yaml'}: cannot be read: No such file or directory"


def test_the_words_of_the_files_are_those_of_the_values():
    assert tuple(Duty) == statute.DUTIES
    assert tuple(Weighing) == statute.TESTS


def schema():
    with open(os.path.join(knowledge.schemas(), "law.schema.json"), encoding="utf-8") as stream:
        return json.load(stream)


def files():
    return [os.path.join(knowledge.schemas(), f"{name}.yaml") for name in knowledge.names("law")]


@pytest.mark.parametrize("file", files(), ids=os.path.basename)
def test_every_statute_obeys_the_json_schema_that_editors_use(file):
    with open(file, encoding="utf-8") as stream:
        jsonschema.Draft7Validator(schema()).validate(yaml.safe_load(stream))


def test_the_made_up_statute_obeys_it_too():
    jsonschema.Draft7Validator(schema()).validate(yaml.safe_load(RECORDS_ACT))


def test_the_json_schema_knows_the_keys_and_words_that_the_loader_knows():
    parts = schema()["definitions"] | {"law": schema()}
    keys = {name: set(parts[name]["properties"]) for name in ("law", "exemption", "limb", "particulars")}
    assert keys == {
        "law": {*statute._LAW, *statute._LAW_LISTS, "prefix", "misnamed", "general", "companions", "exclusions"},
        "exemption": {*statute._EXEMPTION, *statute._EXEMPTION_OPTIONS},
        "limb": {*statute._LIMB, *statute._LIMB_OPTIONS},
        "particulars": {
            *statute._PARTICULARS,
            *statute._PARTICULARS_LISTS,
            *statute._PARTICULARS_DAYS,
            *statute._PARTICULARS_FLAGS,
        },
    }
    words = {name: tuple(parts["limb"]["properties"][name]["enum"]) for name in ("lifts", "test", "basis")}
    assert words == {"lifts": statute.DUTIES, "test": statute.TESTS, "basis": statute.BASES}


def test_the_json_schema_refuses_an_unknown_key():
    with pytest.raises(jsonschema.ValidationError, match="'shrot' was unexpected"):
        jsonschema.Draft7Validator(schema()).validate(yaml.safe_load(RECORDS_ACT.replace("short:", "shrot:")))


def test_every_file_is_called_after_its_statute():
    assert [f"law/{law.regime}" for law in laws()] == list(knowledge.names("law"))
