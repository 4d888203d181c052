"""The subject of a verb: behind it, before it at the head of its clause, or what its relative clause is about."""

from __future__ import annotations

from marsad.extract.reasons.doers import GROUP, NATION, doers_in
from marsad.extract.reasons.ground import SIGNS, Ground
from marsad.extract.reasons.phrases import PHRASE, PREPOSITIONS, governed, noun_phrase, opens_phrase
from marsad.extract.reasons.verbs import COMPOUND, PLURAL, RELATIVES, finite, joined, object_pronoun
from marsad.grammar.scene import Placed

# How many words before a verb its clause is read.
REACH = 40
# So many verbs may share one subject.
DEPTH = 4
# How far behind a verb its subject may stand, with a time or a place between them.
BEHIND = 6
# What a relative pronoun is about is told in so many words at most; so is the head of a clause.
PHRASE_WORDS = 5
# An indefinite noun stands this near before a clause that describes it without a pronoun.
INDEFINITE = 5
# A clause may be set between two commas, behind the head of its sentence.
SET_IN = 2
UNREAD = Placed(-1, -1, "", None)
"""Says that a subject is named, in words of which nothing tells that they are somebody."""
HARD = frozenset("؛;:؟?!.…")
_DEEDS = ("act_noun", "aim", "plan_noun", "deed")
_OBJECT = 6  # letters of a word whose ending ين can tell its case
_THAT_DO = frozenset({"ان", "بان"})
THAT = frozenset(
    {"ان", "بان", "وان", "لان", "فان", "لكن", "ولكن", "بينما", "فيما", "حيث", "اذ", "كما", "عندما", "بعدما"}
)
_THAT_HE = frozenset(
    {"انه", "انها", "انهم", "بانه", "بانها", "بانهم", "لانه", "لانها", "لانهم", "لكنه", "لكنها", "لكنهم"}
)
# Who tells of others: in قال المرصد إنه قصف الجيش القرية somebody else acts.
_TELLERS = frozenset({"organisation", "media", "international", ""})
_BETWEEN = frozenset(
    {"به", "بها", "بهم", "فيه", "فيها", "عليه", "عليها", "له", "لها", "لهم", "منه", "منها", "امس", "اليوم", "ايضا",
     "لاحقا", "بدوره", "بدورها", "قد", "فجر", "مساء", "صباح", "ليلا", "معا", "الاول", "مجددا"}
)  # fmt: skip
_LEADING = frozenset({"اما", "فاما", "غير", "حتي"})


def subject_of_verb(ground: Ground, verb: int, cue: int, depth: int = DEPTH) -> Placed | None:
    """The subject that grammar gives a verb. None where it is left out, or stands outside its sentence; UNREAD where
    it is named by words that no table knows for somebody."""
    first, past = ground.sentence(verb)
    first = max(first, verb - REACH)
    limit = min(past, cue if cue > verb else past)
    relative = _relative(ground, verb, first)
    if object_pronoun(ground, verb):
        behind = _behind(ground, verb, limit)
        if behind is not None and behind is not UNREAD:
            # نشر الجيش مدرعات زوده بها الحلف في البلدة لـ…: of a thing the main clause may go on.
            return behind if relative is None or _about_act(ground, relative, first) else UNREAD
        if relative is not None:  # انسحب منها: the subject is that of the clause before
            above = _verb_before(ground, relative, first)
            shared = _shared(ground, above, relative, depth)
            return shared if shared is not None else UNREAD
    relative = relative if relative is not None else _bare_relative(ground, verb, first)
    if relative is not None:
        return _antecedent(ground, relative, first)
    plural = ground.tokens[verb].form.endswith(PLURAL)
    before = _verb_before(ground, verb, first) if joined(ground, verb) else None
    if before is not None:
        behind = None if plural else _behind(ground, verb, limit, near=True)
        if behind is not None and not behind.prefix:
            return behind
        shared = _shared(ground, before, verb, depth)
        return shared if shared is None or shared is UNREAD or agrees(ground, shared, verb) else UNREAD
    topic, above = _topic(ground, verb, first)
    if topic is not None and agrees(ground, topic, verb):
        return topic
    behind = None if plural else _behind(ground, verb, limit)
    shared = _shared(ground, above, verb, depth)
    if shared is not None and shared is not UNREAD and not agrees(ground, shared, verb):
        shared = None
    if behind is None or behind is UNREAD:
        return shared or behind
    he = ground.tokens[verb - 1].form in _THAT_HE
    if he and shared is not None and shared is not UNREAD and shared.mention.type not in _TELLERS:
        return shared  # قال الجيش إنه قصف الحوثيين
    return behind


def agrees(ground: Ground, who: Placed, verb: int) -> bool:
    """Whether a verb can be that of somebody told before it: behind several people it stands in the plural."""
    form = ground.tokens[who.first].form
    if (
        who.first > verb
        or "ل" in who.prefix
        or form.startswith("لل")
        or not (form.endswith(("ون", "ين")) and len(form) > _OBJECT)
    ):
        return True
    if who.first + 1 in ground.names and ground.tokens[who.first + 1].form.startswith("ال"):
        return True
    return ground.tokens[verb].form.endswith(PLURAL) or "\u064f" in ground.raw(verb)


def _shared(ground: Ground, above: int | None, cue: int, depth: int) -> Placed | None:
    """The subject of the verb that a clause goes on with."""
    return subject_of_verb(ground, above, cue, depth - 1) if above is not None and depth > 1 else None


def _relative(ground: Ground, verb: int, first: int) -> int | None:
    """The relative pronoun whose clause a verb opens, None where it opens none."""
    t = verb - 1
    while t > first and ground.tokens[t].form in COMPOUND:
        t -= 1
    return t if t >= first and ground.tokens[t].form in RELATIVES else None


def opens_relative(ground: Ground, verb: int, first: int) -> bool:
    """Whether a verb stands in a relative clause of its own."""
    return _relative(ground, verb, first) is not None


def main_verb(ground: Ground, verb: int) -> int | None:
    """The verb of the clause in which a verb's relative clause is set; None where it stands in none."""
    first = max(ground.sentence(verb)[0], verb - REACH)
    relative = _relative(ground, verb, first)
    return _verb_before(ground, relative, first) if relative is not None else None


def _bare_relative(ground: Ground, verb: int, first: int) -> int | None:
    """The first word of a clause that describes an indefinite noun without a pronoun (مقاتلين كانوا تلقوا …)."""
    t = verb
    while t > first and ground.tokens[t - 1].form in COMPOUND:
        t -= 1
    aside = t < verb and t - 2 > first and ground.tokens[t - 1].form in "،,"  # مقاتلين …، كانوا تلقوا
    before = ground.tokens[t - 1 - aside] if t > first else None
    if before is None or t <= first + 1 or joined(ground, t) or not before.word or t - 1 - aside in ground.names:
        return None
    if before.form.startswith("ال") or before.form in PREPOSITIONS or before.form in THAT:
        return None
    near = range(max(first, t - INDEFINITE), t)
    group = any(ground.is_in(k, "group_noun") or ground.is_in(k, "people") for k in near)
    return t if group and not finite(ground, t - 1 - aside, first) else None


def _antecedent(ground: Ground, relative: int, first: int) -> Placed:
    """What a relative clause is about: the noun phrase that ends before its pronoun."""
    t = relative - 1
    while t > first and ground.tokens[t].form in "،,":
        t -= 1
    start = t
    while start > first and start > t - PHRASE_WORDS and not _edge(ground, start - 1, first):
        start -= 1
    # لأهالي الضحايا والقوات الأمنية التي: the last of those joined
    start = next((k for k in range(t, start, -1) if ground.tokens[k].form.startswith("وال")), start)
    found = [p for p in doers_in(ground, start, t + 1) if p.mention.rule != NATION]
    if found:
        return found[0]
    return noun_phrase(ground, start, t + 1) or UNREAD


def _about_act(ground: Ground, relative: int, first: int) -> bool:
    """Whether a relative clause is about an act (العملية التي شنتها القوات), not about a thing."""
    for t in range(relative - 1, max(first, relative - PHRASE_WORDS) - 1, -1):
        if t in ground.events or any(ground.is_in(t, cls) for cls in _DEEDS):
            return True
        if t not in ground.names and _edge(ground, t, first):
            return False
    return False


def _edge(ground: Ground, t: int, first: int) -> bool:
    form = ground.tokens[t].form
    return form in SIGNS or form in PREPOSITIONS or form in THAT or finite(ground, t, first)


def _topic(ground: Ground, verb: int, first: int) -> tuple[Placed | None, int | None]:
    """The noun phrase at the head of a verb's clause, or the verb with which the clause goes on."""
    t = verb - 1
    commas = 0
    while t >= first:
        form = ground.tokens[t].form
        if t in ground.names:
            t = ground.names[t] - 1
            continue
        if form in _THAT_DO and t + 1 == verb:
            return None, _verb_before(ground, t, first)  # قررت الحكومة أن تنسحب
        if form in HARD or form in THAT:
            break
        if form in _THAT_HE:
            return None, _verb_before(ground, t, first)
        if form in "،,":
            commas += 1
            if commas > SET_IN or (t == verb - 1 and joined(ground, verb)):
                break
        elif finite(ground, t, first) and _relative(ground, t, first) is None:
            return None, t
        t -= 1
    start = t + 1
    if start >= verb:
        return None, None
    return _head_of_clause(ground, start, verb), None


def _verb_before(ground: Ground, t: int, first: int) -> int | None:
    """The verb of the clause before, past those of relative clauses in it."""
    for k in range(t - 1, first - 1, -1):
        if ground.tokens[k].form in HARD - {":"}:
            return None
        if k not in ground.names and finite(ground, k, first) and _relative(ground, k, first) is None:
            return k
    return None


def _head_of_clause(ground: Ground, start: int, verb: int) -> Placed | None:
    """The noun phrase that a clause opens with, where a preposition or an adverb does not."""
    t = start
    while t < verb and (ground.tokens[t].form.lstrip("وف") in COMPOUND or ground.tokens[t].form in _LEADING):
        t += 1
    end = t
    while end < verb and end < t + PHRASE_WORDS and not _stop(ground, end):
        end = max(end, ground.names_end.get(end, end)) + 1
    found = [p for p in doers_in(ground, t, max(end, t + 1)) if p.mention.rule != NATION]
    if found and (not governed(ground, found[0], t) or ground.is_in(found[0].first - 1, "owned")):
        return found[0]
    return noun_phrase(ground, t, min(verb, found[0].first) if found else verb)


def _stop(ground: Ground, t: int) -> bool:
    form = ground.tokens[t].form
    return form in SIGNS or form in PREPOSITIONS or form in RELATIVES


def _behind(ground: Ground, verb: int, limit: int, near: bool = False) -> Placed | None:
    """The subject behind a verb: right there, or with a time, a place or a link of theirs between them."""
    t = verb + 1
    while t < limit and t - verb <= BEHIND:
        form = ground.tokens[t].form
        if form in _BETWEEN or form[0].isdigit() or t in ground.times or ground.is_in(t, "number"):
            t = ground.times.get(t, t) + 1
            continue
        if form in PREPOSITIONS and not near:
            skip = ground.names_end.get(t + 1, t + 1)
            if skip + 1 < limit and skip + 1 in ground.actors and not ground.actors[skip + 1][0].prefix:
                t = skip + 1
                continue
            return None
        break
    if t >= limit or ground.tokens[t].form in SIGNS or ground.tokens[t].form in PREPOSITIONS:
        return None
    found = next((p for p in doers_in(ground, t, min(limit, t + 3)) if p.mention.rule != NATION), None)
    if found is not None and not governed(ground, found, t):
        if found.first == t or any(ground.is_in(t, cls) for cls in ("striker", "member", "organ", "office", "rank")):
            return None if found.first == t and _oblique(ground, found) else found
        return None
    if found is not None or near:
        return None
    return noun_phrase(ground, t, limit) or (UNREAD if opens_phrase(ground, t) else None)


def _oblique(ground: Ground, placed: Placed) -> bool:
    """Whether the ending ين says that a mention is no subject."""
    form = ground.tokens[placed.first].form
    if placed.first in ground.places or form.endswith("اطين"):
        return False
    if "\u064b" in ground.raw(placed.first)[-2:]:
        return True  # يحرر نساءً
    if form.endswith("ا") and placed.mention.rule in (GROUP, PHRASE):
        return True  # أرسل وفداً
    return len(form) > _OBJECT and form.endswith("ين")
