"""What sentences lean to: the tables of schemas/learned, and how they are read."""

import pytest

import foilint
from foilint import knowledge
from foilint.document import Block
from foilint.recognise.clues import clues, stem
from foilint.recognise.draft import eyes
from foilint.recognise.learned import KINDS, TELLINGS, Arguments, Sequels, arguments, surely, tellings
from foilint.recognise.overheard import SURE
from foilint.recognise.words import Line

TOY = Arguments(
    knowledge.packed(
        {
            "bias": (0, 0, 0, 0, 0),
            "first": (96, 1, 1, 1, 1),
            "next": [(60, 10, 20, 5, 5), (5, 60, 20, 10, 5), (5, 5, 40, 45, 5), (5, 5, 5, 45, 40), (80, 5, 5, 5, 5)],
        },
        {"lamp": (0, 0, 300, 0, 0), "thief": (0, 0, 0, 300, 0), "settl": (0, 0, 0, 0, 300)},
    )
)


def read(tables, told):
    return tables.read([tables.sums(said) for said in told])


def likeliest(tables, told):
    return [KINDS[max(range(len(KINDS)), key=row.__getitem__)] for row in read(tables, told)]


def test_each_sentence_is_read_by_its_clues():
    told = [[], ["lamp"], ["lamp"], ["thief"], ["settl"]]
    assert likeliest(TOY, told) == ["other", "factors-for", "factors-for", "factors-against", "balance"]


def test_a_sentence_without_a_clue_is_read_by_what_stands_around_it():
    between = likeliest(TOY, [["lamp"], ["lamp"], ["nothing"], ["thief"], ["settl"]])
    alone = likeliest(TOY, [["nothing"]])
    assert between[2] in ("factors-for", "factors-against")
    assert alone == ["other"]


def test_the_shares_of_a_sentence_make_one():
    assert [sum(row) for row in read(TOY, [["lamp"], [], ["thief", "settl"]])] == pytest.approx([1, 1, 1])


NO_TURN = dict.fromkeys((f"{step}:{kind}" for step in ("within", "between") for kind in KINDS), (0, 0, 0, 0, 0))
PLAIN = {"scale": (100,) * len(KINDS), "bias": (0, 0, 0, 0, 0), **NO_TURN}


def sequels(**rows):
    """A table that makes no difference, but for some rows."""
    named = {name.replace("_to_", ":"): row for name, row in rows.items()}
    return Sequels(knowledge.packed({"bias": (0, 0, 0, 0, 0)}, {**PLAIN, **named}))


def test_what_follows_in_a_paragraph_differs_from_what_opens_the_next():
    table = sequels(**{"within_to_factors-for": (0, 0, 0, 400, 0), "between_to_factors-for": (0, 0, 0, 0, 400)})
    told = [TOY.sums(["lamp"]), TOY.sums([])]
    within, between = (table.read(told, [together])[1] for together in (True, False))
    assert KINDS[within.index(max(within))] == "factors-against"
    assert KINDS[between.index(max(between))] == "balance"


def test_what_is_said_counts_by_its_scale_and_what_is_common_by_its_bias():
    told = [TOY.sums(["lamp"])]
    assert sequels(scale=(50,) * len(KINDS)).read(told, [])[0][2] < sequels().read(told, [])[0][2]
    assert sequels(bias=(0, 0, 0, 0, 600)).read(told, [])[0][4] > 0.5


def test_figures_are_packed_as_they_are():
    assert TOY.weights["lamp"] == (0, 0, 300, 0, 0)
    assert knowledge.packed({}, {"a": (-830, 7)})["figures"] == (-830).to_bytes(2, "little", signed=True) + b"\x07\x00"


def test_no_sentences_no_shares():
    assert read(TOY, []) == []


def test_a_sentence_of_every_clue_there_is_can_be_read():
    everything = list(arguments().weights)
    assert sum(read(arguments(), [everything, everything])[1]) == pytest.approx(1)
    assert 0 <= tellings("particulars").surely("review", tellings("particulars").weights) <= 1


def test_many_sentences_can_be_read():
    assert sum(read(TOY, [["lamp"], ["thief"]] * 5000)[-1]) == pytest.approx(1)


@pytest.mark.parametrize(
    ("word", "cut"), [("scrutiny", "scrutin"), ("disclosed", "disclos"), ("uses", "uses"), ("rivals", "rival")]
)
def test_forms_of_a_word_share_their_stem(word, cut):
    assert stem(word) == cut


def test_clues_are_stems_signs_numbers_and_ideas():
    line = Line(0, Block("Residents paid 40 pounds; was it well spent?"), eyes().lexicon)
    found = set(clues(line.sentences[0], eyes().lexicon))
    assert {"resident", "0", ";", "?"} <= found
    assert any(clue.startswith("@") for clue in found)


TABLES = [(arguments(), KINDS), *((tellings(name), kinds) for name, kinds in TELLINGS.items())]


@pytest.mark.parametrize("table", [table for table, _ in TABLES])
def test_the_tables_speak_of_ideas_that_are_laid_down(table):
    ideas = {clue[1:] for clue in table.weights if clue[0] == "@"}
    assert ideas <= set(eyes().lexicon.bits)


@pytest.mark.parametrize(("table", "columns"), TABLES)
def test_each_clue_has_a_figure_for_each_column(table, columns):
    assert {len(figures) for figures in table.weights.values()} == {len(columns)}


@pytest.mark.parametrize(("table", "columns"), [("arguments", KINDS), *TELLINGS.items()])
def test_the_columns_stand_in_the_order_in_which_they_are_read(table, columns):
    assert tuple(knowledge.read(f"{knowledge.LEARNED}{table}")["kinds"]) == columns


IN_IDIOM = """\
Dear Ms Hall

Thank you for your request of 3 March 2026, reference FOI 4417, under the Freedom of Information Act 2000 for the \
prices in the caterer's bid.

The prices are withheld under section 43(2) of the Act. To publish them would be likely to prejudice the commercial \
interests of the caterer, whose rivals would undercut it next time.

{arguments}

You may ask for an internal review within 40 working days by writing to the Monitoring Officer, Town Hall, Larchester. \
If you remain dissatisfied you may complain to the Information Commissioner, Wycliffe House, Water Lane, Wilmslow, \
Cheshire SK9 5AF, www.ico.org.uk.

Yours sincerely

A. Penrose
"""
FOR = "It is the parents' money, and they are bound to wonder whether the cheapest dinner was the best one."
AGAINST = (
    "Then again, firms that think their prices will be pinned up in the canteen pad them, and the parents lose by it."
)
BALANCE = "Having thought about both, we have come down on the side of keeping the prices to ourselves."


def missing(*arguments):
    letter = IN_IDIOM.format(arguments=" ".join(arguments))
    return [finding.rule for finding in foilint.check(letter.encode(), name="letter.txt").findings]


def test_a_test_argued_in_idiom_is_heard():
    assert missing(FOR, AGAINST, BALANCE) == []


@pytest.mark.parametrize(
    ("left", "missed"),
    [
        ((FOR, AGAINST), "missing-balance"),
        ((FOR, BALANCE), "missing-factors-against"),
        ((AGAINST, BALANCE), "missing-factors-for"),
    ],
)
def test_what_is_left_out_of_it_is_missed(left, missed):
    assert missing(*left) == [missed]


def test_a_test_that_is_put_off_is_no_test():
    assert missing("We need more time to weigh the public interest.", FOR, AGAINST) == ["missing-decision-date"]


@pytest.mark.parametrize(
    ("particular", "said", "other"),
    [
        (
            "review",
            "You have forty working days to tell us that you would like a senior colleague to look at it afresh.",
            "The leisure centre's complaints panel looked at the changing rooms in May.",
        ),
        (
            "advice",
            "You might ask for the totals alone, without the notes of each visit, which we could find in the time.",
            "The notes of each visit are kept in the depot and nobody has ever counted them.",
        ),
        (
            "disclaimer",
            "Please do not read this as a yes or as a no: we would answer in the same way whatever we had.",
            "Patients expect that what they tell us stays with us.",
        ),
        (
            "admits",
            "She wrote to us twice, and each time asked that her name be kept from him.",
            "Anybody who writes to us about a neighbour may ask that their name be kept from him.",
        ),
        (
            "statement",
            "We decline to tell you, one way or the other, whether the Trust has any such letter.",
            "The Trust has sent you the letter, one way or the other, by post.",
        ),
    ],
)
def test_a_particular_in_other_words_is_told_from_what_only_sounds_like_it(particular, said, other):
    lexicon = eyes().lexicon
    sure, less = (surely(particular, Line(0, Block(text), lexicon).whole, lexicon) for text in (said, other))
    assert sure > SURE[particular] > less
