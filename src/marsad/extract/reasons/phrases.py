"""Noun phrases that no table of actors knows, read as who acts: "the students", "four parties"."""

from __future__ import annotations

from marsad.extract.reasons.ground import SIGNS, Ground
from marsad.grammar.scene import Placed
from marsad.lexicon.entry import NAME, NOUN, VERB
from marsad.model import Actor

PREPOSITIONS = frozenset(
    {"من", "في", "علي", "الي", "عن", "مع", "بين", "ضد", "بعد", "قبل", "خلال", "منذ", "دون", "نحو", "تجاه", "حول", "ضمن",
     "لدي", "داخل", "تحت", "امام", "عبر", "خارج", "قرب", "عند", "وسط", "باتجاه", "بحق", "بيد", "وفق", "حسب", "بحسب",
     "مثل", "اثر", "عقب", "رغم", "حتي", "بشان", "بدعم", "بقياده", "ومن", "وفي", "وعلي", "والي", "وعن", "ومع", "وبعد"}
)  # fmt: skip
# Words of a phrase behind its first.
MOST = 3
# People stand so near behind "more than" and their number.
NUMBERED = 5
PHRASE = "code:noun_phrase"
_NEVER = frozenset(
    {"هذا", "هذه", "ذلك", "تلك", "كل", "ما", "هو", "هي", "هم", "هناك", "غير", "اي", "احد", "عدم", "ايضا", "فقط", "كما",
     "الذي", "التي", "الذين", "لا", "لم", "لن", "قد", "ان", "او", "ثم", "كان", "كانت", "اليوم", "امس", "الامر", "ليس"}
)  # fmt: skip
_ACTING = frozenset({"people", "group_noun", "member", "acting_noun", "organ", "office", "rank"})
_OWN = frozenset({"ه", "ها", "هم", "هما"})
_MEN = frozenset({"group_noun", "member", "striker", "organ", "people"})
_THINGS = frozenset({"aimed", "aim", "trigger", "act_noun", "asset", "place_noun"})
_POINTING = frozenset({"هذا", "هذه", "هولاء", "تلك", "ذلك", "وهذه", "وهولاء", "كل", "جميع", "اوليك", "واوليك"})
_HUMAN = ("ون", "ين", "يين")


def governed(ground: Ground, placed: Placed, first: int) -> bool:
    """Whether a preposition governs a mention, or a word between `first` and it."""
    if any(letter in placed.prefix for letter in "لبك") or ground.tokens[placed.first].form.startswith("لل"):
        return True
    return any(ground.tokens[t].form in PREPOSITIONS for t in range(first, placed.first))


def noun_phrase(ground: Ground, first: int, past: int) -> Placed | None:
    """The noun phrase that begins at a token, where it names people or a body; None where it names a thing.

    People are told by their plural (ون), by a word for people or a body, or by an adjective that agrees."""
    while first < past and (ground.tokens[first].form in _POINTING or ground.is_in(first, "number")):
        first += 1
    if first < past and first in ground.places and ground.places[first][0].mention.kind == "country":
        return _country(ground, first)
    if first >= past or not _nominal(ground, first):
        return None
    last = first
    tokens = ground.tokens
    while last + 1 < past and last - first < MOST and _goes_on(ground, first, last + 1):
        last += 1
    if not _acts_like(ground, first, last):
        return None
    span = ground.span(first, last)
    joined = any(m.prefix.conjunction for m in ground.at[first] if m.entry.cls in _ACTING)
    skip = 1 if tokens[first].form.startswith("وال") or joined else 0
    if skip:
        span = ground.span(first, last, skip)
    mention = Actor("", span.start, span.end, ground.text.words(span), "", PHRASE, None)
    return Placed(first, last, "", mention)


def partitive(ground: Ground, first: int, past: int) -> Placed | None:
    """Many of a people as who acts (الكثير من المواطنين): the words from "many" on; None for anything else."""
    of = first + 1
    if of + 1 >= past or not ground.is_in(first, "many_of") or ground.tokens[of].form != "من":
        return None
    if not any(ground.is_in(of + 1, cls) for cls in ("group_noun", "people", "acting_noun")):
        return None
    last = of + 1
    while last + 1 < past and last - of < MOST and _goes_on(ground, of + 1, last + 1):
        last += 1
    span = ground.span(first, last)
    return Placed(first, last, "", Actor("", span.start, span.end, ground.text.words(span), "", PHRASE, None))


def numbered(ground: Ground, first: int, past: int) -> Placed | None:
    """So many of a people as who acts (أكثر من 200 شهيد من رجال الأمن): the words from "more than" on."""
    for t in range(first + 1, min(past, first + NUMBERED)):
        if any(ground.is_in(t, cls) for cls in ("group_noun", "people", "member", "acting_noun")):
            last = t
            if t + 2 < past and ground.tokens[t + 1].form == "من":
                last = t + 2
                while last + 1 < past and last - t <= MOST and _goes_on(ground, t + 2, last + 1):
                    last += 1
            span = ground.span(first, last)
            return Placed(first, last, "", Actor("", span.start, span.end, ground.text.words(span), "", PHRASE, None))
    return None


def own_men(ground: Ground, t: int) -> bool:
    """Whether a word names somebody's own people (قواته، مقاتلوها)."""
    if ground.raw(t).endswith("ة"):
        return False  # إرهابية is nobody's
    return any(m.entry.cls in _MEN and m.suffix in _OWN for m in ground.at[t])


def opens_phrase(ground: Ground, t: int) -> bool:
    """Whether a word begins a noun phrase that could be a subject: none of a thing that is acted on."""
    known = any(m.entry.cls in _THINGS for m in ground.at[t])
    return not known and ground.tokens[t].form.startswith("ال") and _nominal(ground, t)


def _country(ground: Ground, first: int) -> Placed | None:
    """A country where it stands as a subject: its state acts."""
    placed = ground.places[first][0]
    if placed.prefix not in ("", "و", "ف") or ground.tokens[first].form.startswith(("لل", "بال")):
        return None
    place = placed.mention
    return Placed(first, placed.last, "", Actor("", place.start, place.end, place.text, "government", PHRASE, None))


def _nominal(ground: Ground, t: int) -> bool:
    token = ground.tokens[t]
    if not token.word or token.form in _NEVER or token.form in PREPOSITIONS or token.form in SIGNS:
        return False
    if t in ground.places:
        return False
    acting = [m for m in ground.at[t] if m.entry.cls in _ACTING]
    if acting and all(m.suffix == "ه" for m in acting) and ground.raw(t).endswith("ة"):
        return False  # عملياته الانتحارية: an adjective
    if acting:  # behind a verb, جيرانه is whom it acts on
        return all(not m.prefix.preposition and m.suffix not in _OWN for m in acting)
    if not token.form.startswith(("ال", "وال")) and any(m.entry.part == VERB for m in ground.at[t]):
        return False
    return not token.form.startswith(("لل", "بال", "ب", "ل"))


def _goes_on(ground: Ground, first: int, t: int) -> bool:
    """Whether a word belongs to the phrase: its genitive or an adjective that agrees in being definite."""
    form = ground.tokens[t].form
    if form in PREPOSITIONS or form in SIGNS or form in _NEVER or t in ground.inside_time:
        return False
    if t - 1 in ground.places and t - 1 > first:
        return False  # حكومة الأنبار ضم …
    if t in ground.actors or t in ground.places:
        return t == first + 1 and not ground.tokens[first].form.startswith("ال")
    if form.startswith("ال"):
        return True
    if ground.tokens[first].form.startswith("ال") or not ground.tokens[t].word:
        return False
    if ground.is_in(t, "group_adjective") or ground.is_in(t, "nation_adjective"):
        return True  # أطراف محلية, دول عدة
    # قوة أميصوم: a name, but يطلق عمال نداءات: an object
    named = not form.startswith(("ل", "ي", "ت")) and not form.endswith(("ات", "ا"))
    unknown = t == first + 1 and not ground.at[t] and named
    following = ground.tokens[t + 1].form if t + 1 < len(ground.tokens) else ""
    closing = following.startswith("ال") and following not in PREPOSITIONS  # فرق مكافحة الإرهاب
    construct = closing and not any(m.entry.part == VERB for m in ground.at[t])
    return unknown or construct


def _acts_like(ground: Ground, first: int, last: int) -> bool:
    """Whether the head of a phrase names people or a body, not a thing, an act or a state."""
    form = ground.tokens[first].form
    found = ground.at[first]
    if any(m.entry.cls == "people" and m.entry.value == "vehicle" for m in found):
        return False  # قافلة تحمل أسلحة
    if any(m.entry.cls in _ACTING for m in found):
        return form.startswith("ال") or last > first
    if any(m.entry.cls in _THINGS for m in found):
        return False
    if any(m.entry.part in (NAME, NOUN) for m in found if m.entry.cls not in ("victim",)) and not form.startswith("ال"):
        return False
    return form.startswith("ال") and len(form) > 5 and form.endswith(_HUMAN)
