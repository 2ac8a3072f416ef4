"""Whether an authority that a sentence names speaks there as the letter's own would, or is only spoken of.

"We at Eastvale Council", "Eastvale Council can confirm that it holds" and "write to the Solicitor, Eastvale Council,
for a review" are the letter's own words; "Eastvale Council holds its own records, and you may ask it" are not.
"""

from itertools import pairwise

from foilint.recognise.bodies import Name
from foilint.recognise.lexicon import Lexicon
from foilint.recognise.spoken import near
from foilint.recognise.words import Sentence
from foilint.values import NamedTuple

SPEECH = 4  # words after a name within which it must begin to speak
LEADS = 6  # words before a name within which "in the view of" or "a request made to" leads to it
TOLD_TO = 3  # words of a sentence in which "please write" tells the applicant to
ADDRESS = 16  # words before a name in which "write to" or "send it to" leads to it
CLAUSE = 16  # words after a name that a clause of its own may have
ASIDE = 9  # words of "(the Council)" or ", as a public authority,"
TAKEN_UP = 8  # words after "and we" in which "its" shows that another was meant
WE_AT = (["we", "at"], ["us", "at"], ["we", "in"], ["we", ","])
CALLED = frozenset(("council", "force", "trust", "university", "college", "board", "department", "we", "us", "our"))
OURS = frozenset(("our", "we"))
I_AM = frozenset(("i", "i'm"))
OF_THEM = frozenset(("us", "its", "their", "they", "them", "it", "own"))
YOUR_REQUEST = ("your", "request")
JOINS = frozenset(("and", "but", "that", "so", ",", "because", "as", "how"))
ENDS = frozenset((",", ";", "if"))
_TO_IT = "with for ask asked to from by that of on about share while when until as once what how whether"
TO_IT = frozenset(_TO_IT.split())


class Voice(NamedTuple):
    """An authority's name in its sentence: whether of a kind with the letter's own, and among the complaint rights."""

    name: Name
    peer: bool
    right: bool
    lexicon: Lexicon

    @property
    def sentence(self) -> Sentence:
        """The sentence that names it."""
        return next(s for s in self.name.line.sentences if s.start <= self.name.start < s.end)

    @property
    def end(self) -> int:
        """The token after the name and what is said of it in passing: "Eastvale Council (the Council)"."""
        tokens, end = self.name.line.tokens, self.name.end
        closing = {"(": ")", ",": ","}.get(tokens[end]) if end + 1 < len(tokens) else None
        aside = tokens[end + 1 : end + ASIDE]
        if closing in aside and (closing == ")" or aside[0] == "as"):
            return end + aside.index(closing) + 2
        return end

    def speaks(self) -> bool:
        """Whether it speaks as the letter's own would."""
        if self.is_we() or (self.peer and self._was_asked()):
            return True
        if self._is_referred_to():
            return self._decides_here()
        firmly = self._speaks_firmly() or self._speaks_softly() or self._decides_here()
        return self._is_answered_for() or firmly or self._goes_on_as_we()

    def answers_you(self) -> bool:
        """Whether it can be nobody but the letter's own: "At Selwick Museum we …", "… is refusing your request"."""
        opens = self.name.start <= self.sentence.start + 1
        of_yours = YOUR_REQUEST in pairwise(self.sentence.tokens)
        return self.is_we() or (opens and of_yours and self._after("refuses-here"))

    def takes_the_word(self) -> bool:
        """Whether it opens the sentence and goes on as "we": "Thornsea Council takes its duty seriously, and we"."""
        return self.name.start <= self.sentence.start + 1 and self._goes_on_as_we()

    # --- what stands round the name ---------------------------------------------------------------------------------

    def _after(self, *ideas: str, within: int = SPEECH) -> bool:
        return near(self.sentence, self.lexicon.mask(*ideas), self.end, self.end + within)

    def _before(self, *ideas: str, within: int = LEADS) -> bool:
        return near(self.sentence, self.lexicon.mask(*ideas), self.name.start - within, self.name.start)

    def _says(self, *ideas: str) -> bool:
        return bool(self.sentence.mask & self.lexicon.mask(*ideas))

    def _clause(self) -> int:
        """How many words the clause has that the name opens."""
        words = self.name.line.tokens[self.end : min(self.end + CLAUSE, self.sentence.end)]
        return next((n for n, word in enumerate(words) if word in ENDS), len(words))

    # --- what it is called upon for ---------------------------------------------------------------------------------

    def is_we(self) -> bool:
        """Whether it is called "we": "we at Eastvale Council", "at Eastvale Council we"."""
        tokens, start = self.name.line.tokens, self.name.start
        before = [word for word in tokens[max(0, start - 3) : start] if word != "the"]
        if before[-1:] in (["at"], ["as"]) and self._after("we-speak"):
            return True
        aside = before[-1:] == ["as"] and tokens[self.end : self.end + 1] == [","]
        return before[-2:] in WE_AT or (aside and self._before("we-speak", within=start))

    def _is_referred_to(self) -> bool:
        """Whether the applicant is sent there, or it has been heard: "Eastvale Council told us"."""
        if self.peer and self._tells_rights():
            return self._says("in-anothers-name")
        joined = not self._says("referral") and self._goes_on_as_we()
        if not joined and self.name.line.mask & self.lexicon.mask("referral"):
            return True
        heard = near(self.sentence, self.lexicon.mask("somebody-elses"), self.sentence.start, self.name.start)
        return heard or self._after("somebody-elses")

    def _tells_rights(self) -> bool:
        """Whether it is named among the complaint rights, or where others are said to look again."""
        reviewed = self._says("review") and self._says("other-eyes")
        return self.right or reviewed or self._says("think-again", "turned-away") or self._takes_letters()

    def _takes_letters(self) -> bool:
        """Whether the applicant is to write there in time: "Write to the Clerk, Eastvale Council, within 40 days"."""
        start = self.sentence.start
        told = near(self.sentence, self.lexicon.mask("send"), start, start + TOLD_TO)
        return told and self._before("send", within=ADDRESS) and "within" in self.sentence.tokens

    def _is_answered_for(self) -> bool:
        """Whether the request was put to it, the answer given for it or by its rules, or a review asked of it."""
        if self._before("addressee", within=3) or self._before("request-to") or self._is_spoken_for():
            return True
        if not self.peer:
            return False
        owns = self.name.line.tokens[self.name.end - 1].endswith("'s")
        view = self._before("view-of", within=3) or (owns and self._after("our-own-view"))
        ours = self._says("our-business") or (self._says("we-speak") and not self.name.minor)
        if (owns and self._after("our-own-thing")) or (view and ours):
            return True
        return self._tells_rights() and self._is_of_the_route()

    def _was_asked(self) -> bool:
        """Whether the request is said to be made to it: "You asked Eastvale Council for", "you wrote to it on"."""
        before = tuple(word for word in self.name.line.tokens[: self.name.start][-4:] if word != "the")
        return before[-1:] == ("asking",) or before[-2:] == ("you", "asked") or before[-3:] == ("you", "wrote", "to")

    def _is_spoken_for(self) -> bool:
        """Whether the answer is given "on behalf of" it, and nothing merely held or done."""
        kept = near(self.sentence, self.lexicon.mask("keeps-for"), self.sentence.start, self.name.start)
        return self._before("for-another", within=3) and not kept and self._says("our-business", "held-plainly")

    def _is_of_the_route(self) -> bool:
        """Whether the rights lead to it: "an officer of Eastvale Council", but not to "Eastvale Police Station"."""
        building = self.name.kind == "college" or self._after("a-building", within=1)
        about_us = self._says("our-business", "think-again", "review", "complaint", "procedure")
        about_us = about_us or self._takes_letters() or (self.right and self._before("send", within=ADDRESS))
        return about_us and not building and not self.name.minor

    # --- what it says -----------------------------------------------------------------------------------------------

    def _speaks_firmly(self) -> bool:
        """Whether it refuses or answers; "the Flood Agency can confirm the level" answers no request."""
        refuses = not self.name.minor or self._after("refuses-here")
        return self._after("speaks-firmly") and (refuses or self._after("our-business", within=self._clause()))

    def _speaks_softly(self) -> bool:
        """Whether it speaks of this request and its kind as the letter does, and of "us" as nobody else."""
        words = self.name.line.tokens[self.end : self.end + self._clause()]
        if not self.peer or not self._after("speaks-softly", within=1) or "us" in words:
            return False
        named_so = not CALLED.isdisjoint(self.name.line.tokens[self.name.end : self.end])
        return named_so or self._after("our-business", within=len(words))

    def _decides_here(self) -> bool:
        """Whether a peer that opens the sentence decides in it: "Eastvale Council is satisfied that it would, and has
        therefore decided to refuse the request", "Eastvale Council will not divulge what would undermine our ability".
        """
        sentence, tokens = self.sentence, self.name.line.tokens
        if not self.peer or self.name.minor or self.name.start > sentence.start + 1:
            return False
        if not self._after("speaks-softly", "speaks-firmly", within=1):
            return False
        refuses = self._says("refusal-word") and "request" in sentence.tokens
        if not OF_THEM.isdisjoint(sentence.tokens):  # "holds it, but I'm refusing the request"
            return bool(refuses) and not I_AM.isdisjoint(tokens[self.end : sentence.end])
        return refuses or not OURS.isdisjoint(tokens[self.end : sentence.end])

    def _goes_on_as_we(self) -> bool:
        """Whether its sentence goes on as "we": "Eastvale University takes its duty seriously, and we refuse"."""
        about_it = self._after("our-business", "own-duty", within=CLAUSE)
        bound = not self.name.minor and self._after("a-duty", within=CLAUSE)  # an agency is spoken of for its duties
        if not (about_it or bound) or not self._after("speaks-softly", "speaks-firmly", within=2):
            return False
        tokens, we = self.name.line.tokens, self.lexicon.mask("we-speak")
        later = [at for at, mask in self.sentence.hits if at > self.end and mask & we and tokens[at - 1] in JOINS]
        return any(not _takes_up(tokens[at : min(at + TAKEN_UP, self.sentence.end)]) for at in later)


def _takes_up(words: list[str]) -> bool:
    """Whether "and we" takes up another: "and we await its answer", "and we work with it", but not "cannot give it"."""
    return "its" in words or any(word == "it" and before in TO_IT for before, word in pairwise(words))
