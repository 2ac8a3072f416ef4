"""The report on a terminal: what it looks like, and when it is the one that is shown."""

import fcntl
import os
import re
import struct
import subprocess
import sys
import termios

import pytest

from foilint.document import Block, Span
from foilint.finding import Finding, Severity
from foilint.notice import Kind, Part, Region, Response, State
from foilint.places import NOWHERE
from foilint.report import Allowed, Reliance, Status, Verdict
from foilint.reports.look import Look
from foilint.reports.terminal import render
from foilint.reports.wrapping import around, cells, clipped, unwrapped, wrapped
from foilint.transcript import Transcript
from letters import ANNEX, UNBALANCED

BARE = Look()
PAINTED = Look(colours=True)

DRONES = """\
drones.txt
  annex, neither confirmed nor denied

              harm       for        against    balance
  31(3)       ✓          ✓          ✓          ✗ missing  Law enforcement
  disclaimer  ✓

  ✗ error missing-balance, section 31(3) (Law enforcement)
    line 3, column 21, under "# Public interest test: drones over the harbour"
    │ The force relies on section 31(3) of the Freedom of Information Act 2000 …
    │                     ^^^^^^^^^^^^^
    section 31(3) is qualified, but no balance is struck
    → weigh the factors for and against confirming or denying that the
      information is held and say which prevail

1 notice: 1 error
  foilint explain missing-balance says why, with the law and examples.
"""


def test_a_notice_is_told_with_its_matrix_its_words_and_what_to_do(write, foilint):
    write("drones.txt", UNBALANCED)
    assert foilint("check", "drones.txt", "--format", "terminal").out == DRONES


def test_without_its_colours_it_is_the_same_report(write, foilint, monkeypatch):
    write("drones.txt", UNBALANCED)
    monkeypatch.setenv("FORCE_COLOR", "1")
    said = foilint("check", "drones.txt").out
    plain = re.sub(r"\x1b\[[\d;]*m", "", said)
    carets = "    │                     ^^^^^^^^^^^^^\n"
    assert plain == DRONES.replace(carets, "")
    assert "\x1b[31;1m✗ error\x1b[0m \x1b[1mmissing-balance\x1b[0m" in said
    assert "relies on \x1b[31;4msection 31(3)\x1b[0m of the" in said
    assert "\x1b[32m✓\x1b[0m" in said
    assert "\x1b[31;1m✗ missing\x1b[0m" in said


def test_sound_notices_take_a_line_each_among_others(write, foilint):
    write("a.txt", ANNEX)
    write("b.txt", ANNEX)
    assert foilint("check", "a.txt", "b.txt", "--format", "terminal").out == (
        "✓ a.txt: section 31(3) neither confirmed nor denied; harm, factors, balance,\n"
        "  disclaimer found\n"
        "✓ b.txt: section 31(3) neither confirmed nor denied; harm, factors, balance,\n"
        "  disclaimer found\n"
        "2 notices: nothing to mend\n"
    )


def test_one_sound_notice_shows_what_it_gives(write, foilint):
    write("a.txt", ANNEX)
    assert foilint("check", "a.txt", "--format", "terminal").out == (
        "a.txt\n"
        "  annex, neither confirmed nor denied\n"
        "\n"
        "              harm       for        against    balance\n"
        "  31(3)       ✓          ✓          ✓          ✓          Law enforcement\n"
        "  disclaimer  ✓\n"
        "\n"
        "1 notice: nothing to mend\n"
    )


def test_quiet_shows_findings_alone(write, foilint):
    write("a.txt", ANNEX)
    write("drones.txt", UNBALANCED)
    shown = foilint("check", "a.txt", "drones.txt", "--format", "terminal", "--quiet").out
    body = DRONES.partition("\n\n  ✗")[2].partition("\n1 notice")[0]
    assert shown == "drones.txt\n\n  ✗" + body + "\n"


def test_statistics_count_by_rule(write, foilint):
    write("drones.txt", UNBALANCED)
    shown = foilint("check", "drones.txt", "--format", "terminal", "--quiet", "--statistics").out
    assert shown.endswith("\n     1 missing-balance\n")


def reliance(*provisions, title="Law enforcement", state=State.PRESENT):
    return Reliance(
        provisions[0], title, provisions, "section", tuple((part, state) for part in Part), (), "https://law"
    )


def told(verdict, look=BARE):
    return "".join(render([verdict], look))


def test_many_provisions_stand_on_a_line_of_their_own():
    verdict = Verdict(
        "a.txt",
        Status.CHECKED,
        (),
        kind=Kind.LETTER,
        response=Response.WITHHELD,
        engagements=(
            reliance("31(1)(a)", "31(1)(b)", "31(1)(g)", state=State.ELSEWHERE),
            reliance("40(2)", title="Personal information", state=State.NOT_OWED),
        ),
        disclaimer=State.NOT_OWED,
        provisional="text extracted from a PDF",
    )
    assert told(verdict) == (
        "a.txt\n"
        "  letter, withheld\n"
        "  provisional: text extracted from a PDF\n"
        "\n"
        "              harm       for        against    balance\n"
        "  31(1)(a), 31(1)(b), 31(1)(g)\n"
        "              elsewhere  elsewhere  elsewhere  elsewhere  Law enforcement\n"
        "  40(2)       not owed   not owed   not owed   not owed   Personal information\n"
        "  disclaimer  not owed\n"
        "\n"
        "1 notice: nothing to mend\n"
    )


def finding(text, start, end, *, excerpt=""):
    block = Block(text, paragraph=7)
    span = Span(0, start, end)
    where = NOWHERE._replace(paragraph=7, excerpt=excerpt or " ".join(text[start:end].split()))
    found = Finding("placeholder", Severity.WARNING, None, 'it quotes "a; b" here; fill it in', where, "", span)
    return Verdict("a.docx", Status.CHECKED, (found,), transcript=Transcript((block,), (Region.RESPONSE,), ()))


def quoted(verdict, look=BARE):
    return [line[4:] for line in told(verdict, look).splitlines() if line.startswith("    │")]


@pytest.mark.parametrize(
    ("text", "start", "end", "lines"),
    [
        ("Dear [name],", 5, 11, ["│ Dear [name],", "│      ^^^^^^"]),
        ("Dear\n[name]\n,", 5, 11, ["│ Dear [name] ,", "│      ^^^^^^"]),
        ("[name]", 0, 6, ["│ [name]"]),
        ("漢字 [name] 漢字", 3, 9, ["│ 漢字 [name] 漢字", "│      ^^^^^^"]),
        ("one " * 30 + "[x]" + " two" * 30, 120, 123, [
            "│ … one one one one one one one one [x] two two two two two two two two …",
            "│                                   ^^^",
        ]),
        ("[" + "x " * 60 + "]", 0, 122, ["│ [" + "x " * 35 + "x…"]),
        ("a\x1b[31m\u202e [x]", 8, 11, ["│ a\ufffd[31m\ufffd [x]", "│         ^^^"]),
    ],
)  # fmt: skip
def test_words_are_quoted_in_their_place(text, start, end, lines):
    assert quoted(finding(text, start, end)) == lines


def test_what_is_quoted_from_beside_the_text_stands_alone():
    assert quoted(finding("Dear reader", 0, 4, excerpt="comment: really?")) == ["│ comment: really?"]


def test_an_exemption_stands_below_its_rule_where_there_is_no_room():
    verdict = finding("[x]", 0, 3)
    found = verdict.findings[0]._replace(exemption="30")
    title = "Investigations and proceedings conducted by public authorities"
    told_of = verdict._replace(
        findings=(found,), engagements=(reliance("30(1)(a)", "30(2)", title=title)._replace(exemption="30"),)
    )
    assert told(told_of, BARE._replace(quiet=True)).splitlines()[2:5] == [
        "  ! warning placeholder",
        "    sections 30(1)(a), 30(2) (Investigations and proceedings conducted by public",
        "    authorities)",
    ]


def test_a_message_is_parted_behind_what_it_quotes():
    assert told(finding("[x]", 0, 3)).splitlines()[5:7] == ['    it quotes "a; b" here', "    → fill it in"]


def test_what_is_let_stand_is_told_with_its_reason():
    verdict = finding("Dear [name],", 5, 11)
    standing = verdict._replace(findings=(), allowed=(Allowed(verdict.findings[0], "a sample"),))
    assert "  placeholder let stand: a sample\n" in told(standing)


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_no_line_is_wider_than_the_terminal(write, foilint, monkeypatch, width):
    write("drafts/a-rather-long-name-for-a-draft.txt", UNBALANCED.replace("the harbour", "the harbour 漢字漢字"))
    monkeypatch.setenv("COLUMNS", str(width))
    shown = foilint("check", "drafts", "--format", "terminal").out
    matrix = 56  # the columns of states are never broken
    assert max(map(cells, shown.splitlines())) <= max(width, matrix)


def test_links_lead_to_the_draft_and_to_the_law():
    look = Look(links=True)
    verdict = Verdict(
        "my drafts/é;\x07.txt",
        Status.CHECKED,
        (),
        kind=Kind.LETTER,
        response=Response.WITHHELD,
        engagements=(reliance("31(1)"),),
    )
    shown = told(verdict, look)
    assert (
        f"\x1b]8;;file://{os.getcwd()}/my%20drafts/%C3%A9%3B%07.txt\x1b\\my drafts/\\xe9;\\x07.txt\x1b]8;;\x1b\\"
        in shown
    )
    assert "\x1b]8;;https://law\x1b\\Law enforcement\x1b]8;;\x1b\\" in shown


def on_a_terminal(*words, columns=80, **environment):
    """What a real terminal of that width is sent."""
    ours, theirs = os.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    kept = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "PYTHONPATH")}
    with subprocess.Popen([sys.executable, "-m", "foilint", *words], stdout=theirs, env=kept | environment) as process:
        os.close(theirs)
        said = b""
        try:
            while piece := os.read(ours, 65536):
                said += piece
        except OSError:  # Linux says so when the other side closes
            pass
        os.close(ours)
        process.wait()
    return said.decode().replace("\r\n", "\n")


def test_a_terminal_shows_it_by_itself(write):
    write("drones.txt", UNBALANCED)
    assert "\x1b[31;4msection 31(3)\x1b[0m" in on_a_terminal("check", "drones.txt", TERM="xterm-256color")


def test_no_color_keeps_the_report_and_drops_its_colours(write):
    write("drones.txt", UNBALANCED)
    assert on_a_terminal("check", "drones.txt", TERM="xterm-256color", NO_COLOR="1") == DRONES


def test_a_dumb_terminal_gets_plain_text(write):
    write("drones.txt", UNBALANCED)
    said = on_a_terminal("check", "drones.txt", TERM="dumb")
    assert said.splitlines()[1].startswith("  error missing-balance, line 3, column 21")


def test_the_width_is_that_of_the_terminal(write):
    write("drones.txt", UNBALANCED)
    wide = on_a_terminal("check", "drones.txt", columns=100, TERM="xterm", NO_COLOR="1")
    assert (
        "    → weigh the factors for and against confirming or denying that the information is held and say\n" in wide
    )


@pytest.mark.parametrize(
    ("environment", "links"),
    [
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "7600"}, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "4999"}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "vscode"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-256color", "FORCE_HYPERLINK": "1"}, True),
        ({"TERM": "xterm-kitty", "FORCE_HYPERLINK": "0"}, False),
    ],
)
def test_links_only_where_the_terminal_opens_them(write, environment, links):
    write("drones.txt", UNBALANCED)
    assert ("\x1b]8;;" in on_a_terminal("check", "drones.txt", **environment)) == links


@pytest.mark.parametrize(
    ("words", "width", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one  two\nthree", 20, ["one two three"]),
        ("abcdefghij kl", 4, ["abcd", "efgh", "ij", "kl"]),
        ("漢字漢字 a", 4, ["漢字", "漢字", "a"]),
        ("", 10, []),
    ],
)
def test_words_are_broken_at_blanks_and_only_then_in_themselves(words, width, lines):
    assert list(wrapped(words, width)) == lines


@pytest.mark.parametrize(
    ("words", "width", "shown"), [("abc", 3, "abc"), ("abcd", 3, "ab…"), ("漢字漢", 5, "漢字…"), ("abc", 0, "")]
)
def test_words_are_cut_with_a_sign_that_there_is_more(words, width, shown):
    assert clipped(words, width) == shown


def test_marks_on_letters_take_no_room():
    assert cells("e\u0301") == 1


def test_words_round_others_never_take_more_than_the_width():
    text = "alpha beta gamma delta epsilon zeta eta theta"
    for width in range(6, 60):
        before, words, behind = around(text, 17, 22, width)
        assert words == text[17:22]
        assert cells(before + words + behind) <= width


def test_full_lines_flow_again_and_short_ones_stay():
    full = "The force can neither confirm nor deny that it holds any"
    address = "County House\nMarlbury"
    assert unwrapped(f"{full}\nof it.\n{address}") == f"{full} of it.\n{address}"
    assert unwrapped("one line") == "one line"
