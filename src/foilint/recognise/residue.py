"""What a template leaves behind: brackets never filled in, numbers lost, gaps; and threat levels, which date."""

from collections.abc import Iterator

from foilint.document import Span
from foilint.recognise.brackets import CLOSERS, unfilled
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.spoken import Spoken
from foilint.recognise.times import MONTHS
from foilint.recognise.words import Line

FIGURE = 3  # words of a figure with its unit
GAP_BEFORE, GAP_AFTER = 3, 2  # words round a gap that make it one in a sentence, not a line to sign on
TO_BE = ("tbc", "tbd")
HEADING = 3  # words after "Section of the Act" that make it more than the head of a column
ADDRESS = 6  # words beside an "@" in which "xxx" hides an address
DATE = frozenset(("/", ".", "-", "dd", "mm", "month", "yy", "yyyy", "00", "0000", "20xx"))
GAPS = (("?", " ??"), ("_", "___"), ("_", "__/__"), (".", "....."), ("…", "………"))


def placeholders(spoken: Spoken) -> tuple[Span, ...]:
    """Every place that was not filled in."""
    lexicon = spoken.lexicon
    words = lexicon.mask("leftover", "stand-in", "numberless", "round-blank")
    found: list[Span] = []
    for line in spoken.lines:
        text = line.folded
        brackets = "[" in text or "<" in text or "{" in text
        if brackets or line.mask & words:
            found.extend(_in_line(line, lexicon))
        if "__" in text or "....." in text or " ??" in text or "…" in line.block.text:
            found.extend(_gaps(line))
    texts = {line.index: line.block.text for line in spoken.lines}
    return tuple(
        span for n, span in enumerate(found) if not n or not _stand_together(found[n - 1], span, texts[span.block])
    )


def _stand_together(one: Span, other: Span, text: str) -> bool:
    """Whether nothing but a space stands between two places that were not filled in: "Dear «Title» «Surname»"."""
    return one.block == other.block and one.end < other.start and not text[one.end : other.start].strip()


def threat_levels(spoken: Spoken) -> tuple[Span, ...]:
    """Where the threat level is stated."""
    lexicon = spoken.lexicon
    sentences = spoken.answering(lexicon.mask("threat-level"))
    return tuple(s.line.span(*found) for s in sentences if (found := lexicon.says("states-threat-level", s)))


def _in_line(line: Line, lexicon: Lexicon) -> Iterator[Span]:
    leftover, stand_in, numberless = (lexicon.mask(idea) for idea in ("leftover", "stand-in", "numberless"))
    done = 0
    for at, (token, mask) in enumerate(zip(line.tokens, line.masks, strict=True)):
        end = None
        if at < done:
            continue
        if token in CLOSERS:
            end = unfilled(line, at, lexicon)
        elif mask & leftover:
            end = min(at + 2, len(line.tokens))
        elif mask & stand_in:
            end = _blank(line, at, lexicon)
        elif mask & numberless:
            end = _lost_number(line, at, lexicon)
        if end is not None:
            yield line.span(at, end)
            done = end


def _blank(line: Line, at: int, lexicon: Lexicon) -> int | None:
    """Where letters stand for figures: "XX/XX/20XX", "DD/MM/YYYY", "xx working days", "section XX", "on th May"."""
    tokens = line.tokens
    word = tokens[at]
    nexts = [each for each in tokens[at + 1 : at + 5] if each not in "/.-"]
    if set(word) == {"x"}:
        return _crossed_out(line, at, lexicon)
    after = line.folded[line.start_of(at) + len(word) :]
    if word in TO_BE and (after[:1].isdigit() or (after[:1] in ("-", "/") and after[1:2].isalnum())):
        return None  # the first letters of a reference: "TBC-FOI-2291", "TBC25-1140"
    of_date = {"dd": ("mm", "month"), "00": ("00",)}.get(word)
    if of_date:
        return _date(line, at) if nexts[:1] and nexts[0] in of_date else None
    if word == "th":
        return at + 2 if nexts and nexts[0] in MONTHS else None
    return at + 1


def _date(line: Line, at: int) -> int | None:
    """Where a date of letters ends; "(dd/mm/yyyy)" in small letters only says how dates are written."""
    end = at + 1
    while end < len(line.tokens) and line.tokens[end] in DATE:
        end += 1
    format_of = line.tokens[at - 1 : at] == ["("] and line.block.text[line.start_of(at)].islower()
    return None if format_of else end


def _crossed_out(line: Line, at: int, lexicon: Lexicon) -> int | None:
    """Where "xx" stands for a number: beside what is numbered or counted, or in a date or reference; no redaction."""
    tokens, masks = line.tokens, line.masks
    if "@" in tokens[max(0, at - ADDRESS) : at + ADDRESS + 1]:
        return None
    end = at + 1
    while end < len(tokens) and set(tokens[end]) == {"x"}:
        end += 1
    month = tokens[end : end + 1] != [] and tokens[end] in MONTHS
    if _is_year(tokens[end + month : end + month + 1]):
        return end  # "XX XXXX 2026", "XX May 2026"
    end = at + 1
    while tokens[end : end + 1] in (["/"], ["-"]) and _is_figure(tokens[end + 1 : end + 2]):
        end += 2
    before = masks[at - 1] if at else 0
    after = masks[end] if end < len(tokens) else 0
    referred = at > 1 and tokens[at - 1] in "/-" and masks[at - 2] & lexicon.mask("field")
    counted = before & lexicon.mask("numbered") or after & lexicon.mask("to-be-counted")
    in_figure = at > 1 and (_is_half_figure(tokens[at - 1]) or (tokens[at - 1] in "/-" and tokens[at - 2].isdigit()))
    return end if end > at + 1 or referred or counted or in_figure else None


def _is_half_figure(token: str) -> bool:
    """Whether figures go over into crosses: the "01xxx" of "01XXX XXXXXX"."""
    return token[0].isdigit() and set(token.lstrip("0123456789")) == {"x"}


def _is_figure(tokens: list[str]) -> bool:
    return bool(tokens) and (set(tokens[0]) == {"x"} or tokens[0][0].isdigit())


def _lost_number(line: Line, at: int, lexicon: Lexicon) -> int | None:
    """Where "section of the Act" ends, if a number was lost from it; "this section of the Act" has lost none."""
    tokens, masks = line.tokens, line.masks
    end = at + (4 if tokens[at + 2] == "the" else 3)
    if not at:
        return end if len(tokens) - end > HEADING and not line.block.cell else None
    determined = masks[at - 1] & lexicon.mask("determiner") or tokens[at] in tokens[max(0, at - 2) : at]
    if not RELATIVES.isdisjoint(tokens[end : end + NAMED]):
        return None  # "the sections of the Act which you quoted"
    led = not tokens[at - 1].isalpha() or masks[at - 1] & lexicon.mask("before-number")
    return end if led and not determined and not line.block.cell else None


RELATIVES = frozenset(("which", "that", "you"))
NAMED = 8  # words that the name of an Act goes on for


def _gaps(line: Line) -> Iterator[Span]:
    """Dots or underscores in the midst of a sentence: no line to sign on, no leader in a table of contents."""
    text = line.block.text
    for sign, run in GAPS:
        at = text.find(run)
        while at >= 0:
            end = at
            while end < len(text) and text[end] in sign + " /":
                end += 1
            end = at + len(text[at:end].rstrip())
            row_start, row_end = text.rfind("\n", 0, at) + 1, text.find("\n", end)
            led_to = sign == "." and _is_led_to(text[end:].partition("\n")[0].split())
            after = text[end : row_end if row_end >= 0 else len(text)]
            if not led_to and (_is_midst(text[row_start:at], after) or (sign == "_" and _is_year(after.split()[:1]))):
                yield Span(line.index, at, end)
            at = text.find(run, end)


def _is_year(words: list[str]) -> bool:
    """Whether a year stands first: what is left out before it is a day and a month."""
    return bool(words) and words[0][:4].isdigit() and words[0].startswith(("19", "20"))


def _is_led_to(words: list[str]) -> bool:
    """Whether words are what a leader leads to: "26", "30 seconds", "about 50,000"."""
    return 0 < len(words) <= FIGURE and any(word[0].isdigit() for word in words[:2])


def _is_midst(before: str, after: str) -> bool:
    if before.rstrip().endswith(":") or before.endswith("_") or after.strip().isdigit():
        return False
    return len(before.split()) >= GAP_BEFORE and len(after.split()) >= GAP_AFTER
