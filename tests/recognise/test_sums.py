"""What all sentences told of an exemption say together: that a part is left out, or that a test comes down nowhere."""

import pytest

from foilint.notice import Part
from foilint.recognise import absences, verdicts
from foilint.recognise.absences import Evidence
from foilint.recognise.learned import KINDS, SUMS, sums
from foilint.recognise.verdicts import Ending

SILENT = (0.99, 0.003, 0.002, 0.002, 0.003)
NOTHING = Evidence(SILENT, SILENT, True, True, False)


def of(kind, probability):
    rest = (1 - probability) / (len(KINDS) - 1)
    likely = tuple(probability if each == kind else rest for each in KINDS)
    return Evidence(likely, likely, True, True, False)


WHOLE = [NOTHING, of(Part.HARM, 0.97), of(Part.FOR, 0.97), of(Part.AGAINST, 0.97), of(Part.BALANCE, 0.98), NOTHING]


@pytest.mark.parametrize("part", SUMS["absences"])
def test_a_part_that_no_sentence_comes_near_is_left_out(part):
    left = [each for each in WHOLE if each.likely[KINDS.index(part)] < 0.5]
    assert absences.surely(part, absences.signs(left, several=False)) > 0.5
    assert absences.surely(part, absences.signs(WHOLE, several=False)) < 0.2


def test_what_may_not_argue_counts_for_less():
    claimed = [each._replace(argues=False) if each.likely[KINDS.index(Part.HARM)] > 0.5 else each for each in WHOLE]
    told, only_claimed = (absences.signs(each, several=False) for each in (WHOLE, claimed))
    assert absences.surely(Part.HARM, only_claimed) > absences.surely(Part.HARM, told)


def test_what_the_next_sentence_answers_is_the_more_probably_an_argument():
    faint = [NOTHING, of(Part.HARM, 0.9), of(Part.FOR, 0.3), of(Part.AGAINST, 0.97), of(Part.BALANCE, 0.98)]
    answered = [each._replace(answered=each.likely == faint[2].likely) for each in faint]
    plain, turned = (absences.surely(Part.FOR, absences.signs(each, several=False)) for each in (faint, answered))
    assert turned < plain


def ending(concludes, balance=0.0):
    return Ending(concludes, balance, True, True)


def undecided(prose, headed):
    return verdicts.undecided(verdicts.signs(prose, headed))


def test_a_test_without_an_ending_that_concludes_is_undecided():
    weighs, concludes = [ending(0.02, 0.7), ending(0.01)], [ending(0.98, 0.98), ending(0.01)]
    assert undecided(weighs, []) > 0.4
    assert undecided(concludes, []) < 0.2


def test_under_a_heading_it_is_the_last_sentences_that_conclude():
    weighed, struck = [ending(0.05), ending(0.1)], [ending(0.05), ending(0.97)]
    assert undecided([], weighed) > 0.4
    assert undecided([], struck) < 0.2


@pytest.mark.parametrize(
    ("table", "found"), [("absences", absences.signs([], several=False)), ("verdicts", verdicts.signs([], []))]
)
def test_each_sign_has_a_figure_for_each_column(table, found):
    assert set(sums(table).weights) == set(found)
    assert {len(figures) for figures in sums(table).weights.values()} == {len(SUMS[table])}
