"""How much a mention looks like the subject of its clause, by what stands around it."""

from __future__ import annotations

from marsad.extract.reasons.doers import GROUP, NATION
from marsad.extract.reasons.ground import SIGNS, Ground
from marsad.grammar.scene import Placed
from marsad.lexicon.entry import NOUN

# How much each sign of being the subject counts; set by hand, in steps of a half.
AGENT, SUBJECT, OWNER = 2.0, 1.5, 1.5
OBJECT, SPEAKER, SUFFERS = -2.0, -2.5, -1.1
BEFORE_VERB, GENITIVE = 1.0, -1.0
# An announcement is itself what somebody does, where no clause of speech follows (أعلن الجيش انطلاق العملية).
ANNOUNCED = 1.0
ANNOUNCE_REACH = 12
TITLE_WORDS = 3
LEAST_PLURAL, LEAST_DUAL, LEAST_VERB = 6, 5, 3
THAT = frozenset(
    {"ان", "بان", "وان", "لان", "فان", "لكن", "ولكن", "كان", "كانت", "وكان", "وكانت", "اما", "بينما", "فيما", "حيث"}
)
# Words between a verb and its subject (تقوم به تركيا).
_LINKS = frozenset({"به", "بها", "بهم", "فيه", "فيها", "عليه", "عليها", "له", "لها", "منه", "منها", "امس", "اليوم"})
# Words behind which only a verb stands, and such behind which a predicate or an example does.
_BEFORE_VERBS = frozenset({"التي", "الذي", "الذين", "لم", "لن", "قد", "سوف", "لا"})
_PREPOSITIONS = frozenset({"من", "في", "علي", "الي", "عن", "مع", "بين", "ضد", "بعد", "قبل", "خلال", "منذ", "دون"})
_COPULA = frozenset({"هي", "هو", "هم"})
_AMONG = frozenset({"بينها", "بينهم", "ابرزها", "ابرزهم"})
# Where a clause of speech begins.
_SAYS = frozenset({"ان", "بان", "انه", "انها", "انهم", "بانه", "بانها", ":"})


def subject_score(ground: Ground, placed: Placed) -> float:
    """Over 0: it stands where a subject stands; OBJECT or less: it does not act."""
    score = 0.0
    t = placed.first - 1
    first, past = ground.sentence(placed.first)
    cue = _speech(ground, placed, t, first, past)
    if cue is not None:
        return ANNOUNCED if ground.is_in(cue, "announces") and announced(ground, placed.last + 1, past) else SPEAKER
    following = ground.tokens[placed.last + 1].form if placed.last + 1 < past else ""
    if following and ground.verb(placed.last + 1) and not following.startswith("و"):
        score += BEFORE_VERB
    while t > first and (ground.tokens[t].form in _LINKS or _members(ground, t)):
        t -= 1
    if t > first + 1 and ground.tokens[t].form == "من":
        t = _whole(ground, t, first)
    if t < first:
        return score + SUBJECT / 2
    if placed.mention.rule == NATION:
        acts = ground.is_in(t, "act_noun") or t in ground.events
        return score + (GENITIVE if not acts else 0.0 if _governed(ground, t) else OWNER)
    if ground.is_in(t, "agent_prep") or (t > first and ground.is_in(t - 1, "agent_prep")):
        return score + AGENT
    if any(letter in placed.prefix for letter in "لبك") or ground.tokens[placed.first].form.startswith("لل"):
        return score + OBJECT
    opens = opens_clause(ground, t, first)
    verb = verbal(ground, t, first)
    if verb and _oblique(ground, placed, t):
        return score + OBJECT
    if opens and verb:
        return score + SUBJECT
    if ground.is_in(t, "doing_noun"):
        return score + OWNER
    if ground.is_in(t, "side_prep"):
        return score + OBJECT
    if ground.is_in(t, "done_to") and not opens:
        return score + SUFFERS
    if ground.is_in(t, "act_noun") or t in ground.events:
        return score + (OWNER if t == first or not _governed(ground, t) else 0.0)
    if ground.tokens[t].form in _AMONG or (ground.tokens[t].form in _COPULA and placed.mention.rule == GROUP):
        return score + OBJECT
    if verb or ground.tokens[t].form in THAT or ground.tokens[t].form in SIGNS:
        return score + SUBJECT
    if opens and ground.tokens[t].word and not _noun(ground, t):
        return score + SUBJECT
    if t > first and ground.is_in(t - 1, "side_prep"):
        return score + GENITIVE
    if len(ground.tokens[t].form) > 3 and ground.tokens[t].form[0] in "لب":
        return score + GENITIVE / 2
    return score


def _speech(ground: Ground, placed: Placed, t: int, first: int, past: int) -> int | None:
    """The cue of speech whose subject the mention is, with a title between them (كشف محامي … فلان), else None."""
    for back in range(t, max(first, t - TITLE_WORDS) - 1, -1):
        form = ground.tokens[back].form
        if back in ground.cues:
            return back
        if form in SIGNS or form in THAT or form in _SAYS or ground.verb(back) or form.startswith("ب"):
            break
    if (placed.mention.start, placed.mention.end) in ground.speakers:
        behind = range(placed.last + 1, min(past, placed.last + 1 + TITLE_WORDS))
        return next((k for k in behind if k in ground.cues), None)
    return None


def _oblique(ground: Ground, placed: Placed, t: int) -> bool:
    """Whether a noun behind a verb is its object: by its ending ين, or since the verb has its subject in itself."""
    verb = ground.tokens[t].form
    if verb.endswith(("وا", "تا")) or (verb.endswith("ون") and verb.lstrip("وفس")[:1] in "يت"):
        return True
    if len(verb) > LEAST_DUAL and verb.endswith("ا") and not verb.endswith(("ها", "هما", "نا")):
        return True
    if placed.first in ground.places:
        return False
    form = ground.tokens[placed.first].form
    return len(form) > LEAST_PLURAL and form.endswith("ين")


def _whole(ground: Ground, t: int, first: int) -> int:
    """The token before what a part is taken from: "عناصر من التنظيم" act as the group does."""
    for back in (t - 1, t - 2):
        if back >= first and ground.is_in(back, "part_noun"):
            return max(first, back - 1)
    return t


def _governed(ground: Ground, t: int) -> bool:
    """Whether a noun of action stands behind a preposition, and so is not what is told."""
    if ground.is_in(t - 1, "side_prep"):
        return True
    return any(m.entry.part == NOUN and m.prefix.preposition in ("ل", "ك") for m in ground.at[t])


def _noun(ground: Ground, t: int) -> bool:
    return any(m.entry.part == NOUN for m in ground.at[t])


def verbal(ground: Ground, t: int, first: int) -> bool:
    """Whether a token is a verb: of a lexicon, or by what it looks like and what stands before it."""
    if t in ground.inside_actor or (t > first and ground.tokens[t - 1].form in _PREPOSITIONS):
        return False
    if ground.verb(t):
        return True
    if _noun(ground, t) or t in ground.places or t in ground.actors:
        return False
    form = ground.tokens[t].form
    if t > first and ground.tokens[t - 1].form in _BEFORE_VERBS and not form.startswith("ال"):
        return True
    return len(form) > LEAST_VERB and form.lstrip("وفس")[:1] in ("ي", "ت")


def opens_clause(ground: Ground, t: int, first: int) -> bool:
    """Whether a word is the first of its clause, where a verb stands before its subject."""
    if t <= first:
        return True
    form = ground.tokens[t - 1].form
    return form in SIGNS or form in THAT or (form == "قد" or form == "وقد")


def announced(ground: Ground, token: int, past: int) -> bool:
    """Whether a speaker's words are a deed told by a noun, not a clause of speech."""
    return not any(ground.tokens[t].form in _SAYS for t in range(token, min(past, token + ANNOUNCE_REACH)))


def _members(ground: Ground, t: int) -> bool:
    """Whether a token is a noun for an actor's people, in construct with its name (مسلحو التنظيم)."""
    found = ground.match(t, "group_noun")
    return found is not None and not found.prefix.article and not found.prefix.preposition and not found.suffix
