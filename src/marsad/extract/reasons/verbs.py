"""Which words are finite verbs: by the lexicons, or by their shape and what stands around them."""

from __future__ import annotations

from marsad.extract.reasons.ground import SIGNS, Ground
from marsad.extract.reasons.phrases import PREPOSITIONS
from marsad.lexicon.entry import NOUN, VERB

RELATIVES = frozenset(
    {"الذي", "التي", "الذين", "اللذين", "اللتين", "اللذان", "اللتان", "والتي", "والذي", "والذين", "ممن"}
)
# What stands between a relative pronoun, or a subject, and its verb.
COMPOUND = frozenset(
    {"لم", "لن", "لا", "قد", "كان", "كانت", "كانوا", "سوف", "ما", "فقد", "وقد", "لقد", "وكان", "وكانت", "يكن", "تكن",
     "يكون", "تكون", "ليس", "ليست", "وليس", "وليست"}
)  # fmt: skip
_WITH_PRONOUN = frozenset(
    {"بها", "به", "بهم", "فيها", "فيه", "لها", "له", "عليها", "عليه", "معها", "معه", "معهم", "منها", "منه", "اليها",
     "اليه", "ضدها", "ضده", "ضدهم", "عنها", "عنه"}
)  # fmt: skip
PLURAL = ("وا", "ون", "تا")
# Words of so few letters: their shape tells nothing.
LEAST, LEAST_GERUND = 3, 5
_IMPERFECT = "يت"
_OPENERS = frozenset(
    {"ان", "قد", "لقد", "وقد", "فقد", "لم", "لن", "لا", "سوف", "كان", "كانت", "كانوا", "حيث", "بينما", "فيما", "عندما",
     "ما", "وما", "لو", "فلو", "ولو",
     "اذا", "واذا", "فاذا", "مما", "اذ",
     "بعدما", "مهما", "وهو", "وهي", "بان", "انه", "انها", "انهم", "بانه", "بانها", "لانه", "لانها"}
)  # fmt: skip
_SAKE = frozenset({"اجل", "لاجل", "بهدف", "بغيه"})
_THAT = frozenset({"ان", "بان"})
_US = frozenset({"نحن", "اننا", "باننا", "لاننا"})


def finite(ground: Ground, t: int, first: int) -> bool:
    """Whether a token is a finite verb of its clause."""
    known = ground.finite.get(t)
    if known is None:
        known = ground.finite[t] = _finite(ground, t, first)
    return known


def _finite(ground: Ground, t: int, first: int) -> bool:
    token = ground.tokens[t]
    form = token.form
    if not token.word or form.startswith(("ال", "وال", "بال", "لل")) or t in ground.names or form in COMPOUND:
        return False
    if t in ground.inside_time or form in PREPOSITIONS:
        return False  # مارس, حول
    before = ground.tokens[t - 1].form if t > first else ""
    if before in PREPOSITIONS or before in _SAKE or form in _SAKE:
        return False
    if ground.raw(t).endswith(("ة", "ًا", "اً")):
        return False
    if form[0] == "ت" and form[-1] == "ا" and len(form) > LEAST_GERUND and form[-3] == "ي":
        return False  # تنظيما
    noun = any(m.entry.part == NOUN and not m.suffix for m in ground.at[t])
    opens = not before or before in SIGNS or before in _OPENERS or before in RELATIVES
    if ground.is_in(t, "nation_adjective"):
        return False
    if noun_with_lam(ground, t):
        return False
    if ground.verb(t):
        own = any(m.entry.part == VERB and m.suffix for m in ground.at[t])
        if (
            len(form) <= LEAST
            and not own
            and not opens
            and not (t - 1 in ground.names or before.startswith("ال") or before == ")" or before.endswith("نا"))
        ):
            return False  # أمن, ضرب: in construct it is the noun
        if len(form) <= LEAST and not own and t - 1 in ground.names and _verb_with(ground, t - 1, first):
            return False  # تبنى الحزب قتل الشرطيين: the object of the verb before
        dual = before.endswith(("ان", "ين")) or t - 1 in ground.names
        if form.endswith("ا") and not form.endswith(("وا", "نا", "ها")) and not opens and not dual:
            return False  # تعاونا: an accusative rather than a dual
        following = ground.tokens[t + 1].form if t + 1 < len(ground.tokens) else ""
        if noun and form[0] == "ت" and following in PREPOSITIONS:
            return True
        if noun and before in _THAT and form[0] not in "يتن":
            return False  # أن فرق الإنقاذ: behind أن a noun, or an imperfect
        return not noun or opens or t - 1 in ground.names or form.startswith(("ي", "وي", "سي")) or form.endswith("وا")
    if noun or len(form) <= LEAST:
        return False
    bare = form[1:] if form[0] in "وف" and len(form) > 4 else form
    if bare.startswith("س") and bare[1:2] in ("ي", "ت", "ن") and len(bare) > 4:
        return True
    if bare[0] == "ي":
        return True
    if bare[0] == "ت":
        gerund = len(bare) >= 5 and bare[-2] == "ي"
        return not gerund and not bare.endswith("ات") and (opens or t - 1 in ground.names or bare.endswith("ون"))
    if form.endswith("وا"):
        return True
    if form.endswith("ت") and not form.endswith("ات") and len(bare) > LEAST:
        return opens or form[0] in "وف" or t - 1 in ground.names
    return False


def _verb_with(ground: Ground, name: int, first: int) -> bool:
    """Whether a verb stands right before the name that ends at a token."""
    before = ground.names[name] - 1
    return before >= first and ground.verb(before)


def noun_with_lam(ground: Ground, t: int) -> bool:
    """Whether ل stands before a noun of action with a pronoun (لنقلها), which has the letters of a verb."""
    found = [m for m in ground.at[t] if m.prefix.preposition == "ل" and m.first == m.last]
    return any(m.entry.part == NOUN and m.entry.cls == "aim" for m in found) and all(
        m.entry.form[0] not in _IMPERFECT for m in found if m.entry.part == VERB
    )


def joined(ground: Ground, t: int) -> bool:
    """Whether a verb is joined with و, ف or كما to one before."""
    if t and ground.tokens[t - 1].form == "كما":
        return True
    verbs = [m for m in ground.at[t] if m.entry.part == VERB]
    if verbs:  # فجروا is no جروا behind ف
        return all(m.prefix.conjunction for m in verbs)
    return ground.tokens[t].form[0] in "وف" and len(ground.tokens[t].form) > 4


def object_pronoun(ground: Ground, t: int) -> bool:
    """Whether a verb has its object written to it (التي شنتها القوات)."""
    if any(m.entry.part == VERB and m.suffix in ("ها", "ه", "هم", "هما") for m in ground.at[t]):
        return True
    form = ground.tokens[t].form
    if form.endswith(("ها", "هم", "هما")) and len(form) > 4:
        return True
    following = ground.tokens[t + 1].form if t + 1 < len(ground.tokens) else ""
    return following in _WITH_PRONOUN


def ours(ground: Ground, t: int) -> bool:
    """Whether a verb is in the first person."""
    form = ground.tokens[t].form
    if t and ground.tokens[t - 1].form in _US:
        return True
    if not ground.verb(t):
        return False
    if form.endswith("نا") and not form.endswith(("ونا", "تنا")):
        return form.lstrip("وفس")[:1] not in ("ي", "ت")  # يستخدمنا, نقلتنا: we are acted on
    for match in ground.at[t]:
        bare = match.entry.form
        if match.entry.part == VERB and bare[0] == "ن" and len(bare) > LEAST and bare[1] != "ا":
            return not bare.endswith(("ت", "وا", "تا", "ا"))
    return False
