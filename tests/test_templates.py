"""House templates: what they change, and what is refused in them."""

import json
from pathlib import Path

import pytest

from foilint.template_file import built_in, named_template
from foilint.trial import failures
from foilint.worddiff import difference, holds, words
from letters import ANNEX, UNBALANCED

DISCLAIMER = ANNEX[ANNEX.index("No inference") :].strip()


@pytest.fixture
def rules(write, foilint):
    """The rules and messages that a notice trips under a template."""

    def found(template, notice=ANNEX):
        write("template.yaml", template)
        write("notice.md", notice)
        ran = foilint("check", "--template", "template.yaml", "--format", "json", "notice.md")
        assert ran.err == ""
        return [(each["rule"], each["message"]) for each in json.loads(ran.out)["notices"][0]["findings"]]

    return found


def names(found):
    return [rule for rule, _ in found]


@pytest.mark.parametrize("name", built_in())
def test_a_built_in_template_passes_and_fails_its_own_examples(name):
    template = named_template(name, ".")
    assert failures(template) == ()
    assert any(example.trips for example in template.examples)
    assert not all(example.trips for example in template.examples)


def test_the_built_in_templates_are_the_three_laws_and_the_police_form():
    assert built_in() == ("eir2004", "foia2000", "foisa2002", "police-pit")


def test_a_plain_template_asks_for_nothing_more_than_the_statute(rules):
    assert rules("extends: foia2000") == []


def test_a_house_may_have_absolute_exemptions_argued_too(rules):
    test = ANNEX[ANNEX.index("## Harm") : ANNEX.index("No inference")]
    notice = ANNEX.replace(test, "").replace("section 31(3)", "section 44(2)")
    assert names(rules("extends: foia2000", notice)) == []
    assert names(rules("owes: [{adds: [factors-for, factors-against, balance]}]", notice)) == [
        "missing-factors-for",
        "missing-factors-against",
        "missing-balance",
    ]
    assert names(rules("owes: [{exemptions: ['44'], adds: [balance]}]", notice)) == ["missing-balance"]
    assert names(rules("owes: [{exemptions: ['31'], adds: [balance]}]", notice)) == []
    assert names(rules("owes: [{kinds: [letter], adds: [balance]}]", notice)) == []


def test_a_house_may_ask_for_less(rules):
    assert rules("owes: [{adds: [balance]}, {drops: [balance]}]", UNBALANCED) == []


def test_a_house_may_drop_the_disclaimer(rules):
    notice = ANNEX.replace(DISCLAIMER, "")
    assert names(rules("extends: foia2000", notice)) == ["missing-disclaimer"]
    assert rules("disclaimer: never", notice) == []


def test_a_house_has_its_own_headings(rules):
    notice = ANNEX.replace("## Harm", "## What could go wrong").replace("## Balance", "## Our weighing-up")
    template = "headings: {harm: [What could go wrong], balance: [Our weighing-up]}"
    assert rules(template, notice) == []


def test_a_missing_section_and_an_empty_one_are_told(rules):
    template = "sections: [{name: Your request}, {name: Harm}, {name: Next steps, kinds: [letter]}]"
    assert rules(template) == [
        ("missing-section", 'the template asks for a section "Your request"; add it under a heading of that name')
    ]
    notice = ANNEX.replace("## Harm", "## Your request of May\n\n## Harm")
    assert ("missing-section", 'the section "Your request" has nothing under its heading; write it') in rules(
        template, notice
    )


def test_a_section_is_known_by_any_of_its_headings(rules):
    assert rules("sections: [{name: Damage, headings: [damage, harm]}]") == []


def test_sections_stand_in_order_only_where_that_is_asked(rules):
    sections = "sections: [{name: Balance}, {name: Harm}]"
    assert rules(sections) == []
    assert rules(f"{sections}\nin-order: true") == [
        ("misplaced-section", '"Harm" comes after "Balance" in the template; move it there')
    ]


def test_approved_wording_may_be_wrapped_quoted_and_spaced_in_any_way(rules):
    template = f"wording: {{disclaimer: {{text: '{DISCLAIMER}'}}}}"
    assert rules(template) == []
    loose = DISCLAIMER.replace("No inference", "“No  inference”").replace("requested does", "requested\ndoes")
    assert rules(template, ANNEX.replace(DISCLAIMER, loose)) == []


def test_altered_wording_is_told_word_by_word(rules):
    template = f"wording: {{disclaimer: {{text: '{DISCLAIMER}'}}}}"
    altered = DISCLAIMER.replace("No inference can", "No inference may").replace(
        "that the information", "the information"
    )
    assert rules(template, ANNEX.replace(DISCLAIMER, altered)) == [
        (
            "altered-wording",
            'this is not the approved wording "disclaimer": it has "may" for "can" after "No inference";'
            ' leaves out "that" after "from this refusal"',
        )
    ]


def test_a_missing_disclaimer_is_told_once(rules):
    template = f"wording: {{disclaimer: {{text: '{DISCLAIMER}'}}}}"
    assert names(rules(template, ANNEX.replace(DISCLAIMER, ""))) == ["missing-disclaimer"]


def test_missing_wording_is_told_with_the_words_to_add(rules):
    template = "wording: {thanks: {text: 'Thank you for your interest in the work of the force.'}}"
    assert rules(template) == [
        (
            "missing-wording",
            'the approved wording "thanks" is missing; add: Thank you for your interest in the work of the force.',
        )
    ]


def test_wording_is_owed_by_the_kinds_and_answers_it_is_meant_for(rules):
    assert rules("wording: {thanks: {text: Thank you., kinds: [letter]}}") == []
    assert rules("wording: {thanks: {text: Thank you., when: never}}") == []
    assert names(rules("wording: {thanks: {text: Thank you., when: ncnd}}")) == ["missing-wording"]


def test_approved_wording_may_stand_in_several_paragraphs(rules):
    address = "Information Office\n\nHarbour House\n\nQuay Street"
    template = "wording: {address: {text: 'Information Office Harbour House Quay Street'}}"
    assert rules(template, f"{ANNEX}\n{address}\n") == []


def test_simple_rules_of_the_house(rules):
    template = """
        house-rules:
          - {name: names-a-drone, message: do not name the model, must-not-contain: 'dji|mavic', severity: warning}
          - {name: unsigned-test, message: say who made the test, must-contain: 'test (made|done) by'}
          - {name: unexplained-map, message: 'maps: say of what scale', if: '\\bmap\\b', must-contain: 'scale of 1:'}
          - {name: letters-only, message: not here, kinds: [letter], must-contain: nothing like it}
        """
    assert names(rules(template)) == ["unsigned-test", "unexplained-map"]
    notice = ANNEX.replace("whether drones", "whether MAVIC drones").replace(
        "## Balance", "## Balance (test done\xa0by two)"
    )
    assert rules(template, notice) == [
        ("names-a-drone", "do not name the model"),
        ("unexplained-map", "maps: say of what scale"),
    ]


def test_no_pattern_of_a_house_can_make_a_check_slow(rules):
    template = "house-rules: [{name: slow, message: m, must-not-contain: '(a*)*(a|aa)+(.*a){20}b'}]"
    assert rules(template, f"{ANNEX}\n{'a' * 50_000}\n") == []


def test_a_template_weighs_rules_and_the_settings_stand_above_it(write, rules, foilint):
    template = "{extends: foia2000, rules: {missing-balance: advice}}"
    rules(template, UNBALANCED)
    assert "advice missing-balance" in foilint("check", "--template", "template.yaml", "notice.md").out
    write(".foilint.yaml", "{template: template.yaml, rules: {public-interest: warning}}")
    assert "warning missing-balance" in foilint("check", "notice.md").out


def test_a_template_builds_on_another_and_may_replace_what_it_says(write, rules):
    write(
        "parent.yaml",
        """
        extends: foia2000
        sections: [{name: Next steps}]
        wording: {thanks: {text: Thank you.}, bye: {text: Goodbye.}}
        house-rules:
          - {name: unsigned-test, message: sign it, must-contain: signed}
        """,
    )
    template = """
        extends: parent.yaml
        wording: {thanks: {text: Thanks., when: never}}
        house-rules:
          - {name: unsigned-test, message: say who signed, must-contain: signed}
        """
    assert rules(template) == [
        ("missing-section", 'the template asks for a section "Next steps"; add it under a heading of that name'),
        ("missing-wording", 'the approved wording "bye" is missing; add: Goodbye.'),
        ("unsigned-test", "say who signed"),
    ]


def test_examples_that_do_not_hold_are_told_with_their_line(write, foilint):
    path = write(
        "template.yaml",
        "extends: foia2000\n"
        "examples:\n"
        "  - text: Minutes of the garden club\n"
        "  - {text: Minutes of the garden club, trips: [not-a-notice]}\n"
        "  - {file: notice.md, trips: [missing-harm]}\n",
    )
    write("notice.md", UNBALANCED)
    assert foilint("schema", "test", path) == (
        1,
        f"{path}:3: this example trips not-a-notice\n"
        f"{path}:5: this example does not trip missing-harm, and trips missing-balance\n",
        "",
    )


def test_a_template_without_examples_proves_nothing(write, foilint):
    path = write("template.yaml", "extends: foia2000")
    said = f"{path}: it has no examples; add some that pass and some that trip its rules\n"
    assert foilint("schema", "test", path) == (2, said, "")


WRONG = {
    "itself extended": ("extends: t.yaml", ":1: extends: a template cannot extend itself: t.yaml extends t.yaml"),
    "an unknown parent": (
        "extends: foia200",
        ":1: extends: there is no template 'foia200', and no such file; did you mean foia2000?",
    ),
    "an unknown key": ("wordings: {}", ":1: wordings: is no key known here; did you mean wording?"),
    "an unknown law": ("regime: foia200", ":1: regime: 'foia200' is not known here; did you mean foia2000?"),
    "an unknown part": (
        "owes: [{adds: [balanse]}]",
        ":1: owes[1].adds[1]: 'balanse' is not known here; did you mean balance?",
    ),
    "an owing that says nothing": ("owes: [{kinds: [letter]}]", ":1: owes[1]: must say what it adds or drops"),
    "an unknown heading": ("headings: {harms: [x]}", ":1: headings.harms: is no key known here; did you mean harm?"),
    "a rule called like another": (
        "house-rules: [{name: missing-harm, message: m, must-contain: x}]",
        ":1: house-rules[1].name: 'missing-harm' is the name of one of foilint's own rules; choose another",
    ),
    "a rule not called like one": (
        "house-rules: [{name: Names a Drone, message: m, must-contain: x}]",
        ":1: house-rules[1].name: 'Names a Drone' must be small letters, figures and single hyphens,"
        " as a rule's name is",
    ),
    "a rule that asks nothing": (
        "house-rules: [{name: a, message: m, if: x}]",
        ":1: house-rules[1]: must have must-contain or must-not-contain",
    ),
    "a pattern that is none": (
        "house-rules: [{name: a, message: m, must-contain: '(x'}]",
        ":1: house-rules[1].must-contain: is no pattern: missing ): (x",
    ),
    "an example of nothing": ("examples: [{trips: [comment]}]", ":1: examples[1]: must have either text or file"),
    "a section found twice over": (
        "sections: [{name: a, part: harm, headings: [b]}]",
        ":1: sections[1].part: is found by itself; leave out either headings or part",
    ),
}


@pytest.mark.parametrize(("content", "said"), WRONG.values(), ids=WRONG)
def test_a_wrong_template_is_one_clear_line_and_status_2(write, foilint, folder, content, said):
    write("a.txt", ANNEX)
    write("t.yaml", content)
    write(".foilint.yaml", "template: t.yaml")
    assert foilint("check", "a.txt") == (2, "", f"foilint: {folder}/t.yaml{said}\n")
    assert foilint("schema", "check", "t.yaml") == (2, f"t.yaml{said}\n", "")


def test_a_circle_of_templates_is_told_as_it_runs(write, foilint):
    write("a.yaml", "extends: b.yaml")
    write("b.yaml", "extends: c.yaml")
    write("c.yaml", "extends: a.yaml")
    assert foilint("schema", "check", "a.yaml").out == (
        "c.yaml:1: extends: a template cannot extend itself: a.yaml extends b.yaml extends c.yaml extends a.yaml\n"
    )


def test_a_file_of_its_own_holds_each_example(tmp_path):
    assert Path(named_template("foia2000", ".").source).name == "foia2000.yaml"


def test_words_are_compared_without_quotes_and_spaces():
    assert words("He said\n“no” –  it’s") == ["He", "said", "no", "–", "its"]
    assert holds(words("a b c d"), words("b c"))
    assert not holds(words("ab cd"), words("b c"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("you might ask for a review", 'has "might" for "may" after "you"'),
        ("they may ask for a review", 'has "they" for "you" at the start'),
        ("you may ask for review", 'leaves out "a" after "may ask for"'),
        ("you may soon ask for a review", 'adds "soon" after "you may"'),
        ("we say: you may ask for a review", ""),
        ("you may ask for a review, now", 'has "review, now" for "review" after "ask for a"'),
    ],
)
def test_differences_are_told_in_words(text, said):
    assert difference(words(text), words("you may ask for a review")) == said


def test_a_rewritten_paragraph_is_not_told_word_by_word_to_the_end():
    approved = words(" ".join(f"a{each} b" for each in range(9)))
    assert difference(words(" ".join(f"c{each} b" for each in range(9))), approved).endswith("; and 4 more")
    assert difference(["a"] * 601, ["b"] * 3) == "is too long to say where"


def test_the_law_of_a_template_decides_only_where_the_text_does_not_tell(write, foilint):
    bare = "# Harm, section 30\n\nStaff would be harmed.\n\n# Factors favouring disclosure, section 30\n\nAll gain.\n"
    write("scottish.yaml", "extends: foisa2002")
    for name, notice, regime in (("bare.md", bare, "foisa2002"), ("notice.md", ANNEX, "foia2000")):
        write(name, notice)
        told = json.loads(foilint("check", "--template", "scottish.yaml", "--format", "json", name).out)
        assert told["notices"][0]["regime"] == regime
