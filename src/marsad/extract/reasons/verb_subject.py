"""The subject of a verb: behind it, before it at the head of its clause, or what its relative clause is about."""

from __future__ import annotations

from marsad.extract.reasons.doers import GROUP, METONYMY, NATION, doers_in
from marsad.extract.reasons.ground import SIGNS, Ground
from marsad.extract.reasons.phrases import (
    PHRASE,
    PREPOSITIONS,
    governed,
    noun_phrase,
    numbered,
    opens_phrase,
    own_men,
    partitive,
)
from marsad.extract.reasons.relatives import (
    AND_THAT_HE,
    HARD,
    PHRASE_WORDS,
    REACH,
    THAT,
    THAT_HE,
    UNREAD,
    about_act,
    antecedent,
    bare_relative,
    last_relative,
    of_another,
    relative_of,
    verb_before,
)
from marsad.extract.reasons.verbs import COMPOUND, PLURAL, RELATIVES, finite, joined, object_pronoun
from marsad.grammar.scene import Placed

# So many verbs may share one subject.
DEPTH = 4
# How far behind a verb its subject may stand, with a time or a place between them.
BEHIND = 6
# A verb of beginning stands so near before what is begun.
NEAR = 3
# Whose duty it is stands so near before أن.
OWED = 4
# A clause may be set between two commas, behind the head of its sentence.
SET_IN = 2
SOMEBODY = Placed(-2, -2, "", None)
"""Says that people act of whom the clause does not tell whose they are."""
UNNAMED = (UNREAD, SOMEBODY)
_OBJECT = 6  # letters of a word whose ending ين can tell its case
_THAT_DO = frozenset({"ان", "بان"})
_SAID_THAT = frozenset({"ان", "بان"})
# Who tells of others: in قال المرصد إنه قصف الجيش القرية somebody else acts.
_TELLERS = frozenset({"organisation", "media", "international", ""})
_BETWEEN = frozenset(
    {"به", "بها", "بهم", "فيه", "فيها", "عليه", "عليها", "له", "لها", "لهم", "منه", "منها", "امس", "اليوم", "ايضا",
     "لاحقا", "بدوره", "بدورها", "قد", "فجر", "مساء", "صباح", "ليلا", "معا", "الاول", "مجددا"}
)  # fmt: skip
_OF_SOMEBODY = ("striker", "member", "organ", "office", "rank", "group_noun", "people", "part_noun", "acting_noun")
_HEADS = ("striker", "member", "organ", "office", "rank")
_LEADING = frozenset({"اما", "فاما", "غير", "حتي"})


def subject_of_verb(ground: Ground, verb: int, cue: int, depth: int = DEPTH) -> Placed | None:
    """The subject that grammar gives a verb. None where it is left out, or stands outside its sentence; UNREAD where
    it is named by words that no table knows for somebody."""
    first, past = ground.sentence(verb)
    first = max(first, verb - REACH)
    limit = min(past, cue if cue > verb else past)
    relative = relative_of(ground, verb, first)
    if object_pronoun(ground, verb):
        behind = subject_behind(ground, verb, limit)
        if behind is not None and behind not in UNNAMED:
            if behind.last + 1 == cue and not ground.is_in(verb, "leads"):
                return behind  # القبو الذي تستخدمه الحركة لتخزين …
            # نشر الجيش مدرعات زوده بها الحلف في البلدة لـ…: of a thing the main clause may go on.
            return behind if relative is None or about_act(ground, relative, first) else UNREAD
        if relative is not None and ground.tokens[relative].form.lstrip("و") == "الذين":
            return antecedent(ground, relative, first)  # الذين استخدموه
        if relative is not None:  # انسحب منها: the subject is that of the clause before
            above = verb_before(ground, relative, first)
            shared = _shared(ground, above, relative, depth)
            return shared if shared is not None else UNREAD
    relative = relative if relative is not None else bare_relative(ground, verb, first)
    if relative is not None:
        if of_another(ground, verb, relative, limit):
            return subject_behind(ground, verb, limit) or UNREAD
        return antecedent(ground, relative, first)
    plural = ground.tokens[verb].form.endswith(PLURAL)
    before = verb_before(ground, verb, first) if joined(ground, verb) else None
    inner = last_relative(ground, verb, before) if before is not None else None
    if inner is not None:
        return subject_of_verb(ground, inner, cue, depth - 1) if depth > 1 else UNREAD
    if before is not None:
        behind = None if plural else subject_behind(ground, verb, limit, near=True)
        if behind is not None and not behind.prefix:
            return behind
        shared = _shared(ground, before, verb, depth)
        return shared if shared is None or shared in UNNAMED or agrees(ground, shared, verb) else UNREAD
    topic, above = _topic(ground, verb, first)
    if topic in UNNAMED or (topic is not None and agrees(ground, topic, verb)):
        return topic
    behind = None if plural else subject_behind(ground, verb, limit)
    shared = _shared(ground, above, verb, depth)
    if shared is not None and shared not in UNNAMED and not agrees(ground, shared, verb):
        if plural and behind is None:
            return UNREAD  # أطلقت الشرطة الغاز على آلاف تجمعوا: others, told by some other word
        shared = None
    elif above is not None and _sets_about(ground, above, verb):
        return shared if shared is not None else behind  # بدأت تحشد الشباب: whom it acts on stands behind
    if behind is None or behind is UNREAD:
        return shared or behind
    he = ground.tokens[verb - 1].form in THAT_HE
    if he and shared is not None and shared not in UNNAMED and shared.mention.type not in _TELLERS:
        return shared  # قال الجيش إنه قصف الحوثيين
    return behind


def _sets_about(ground: Ground, above: int, verb: int) -> bool:
    """Whether a verb tells with what the one right before it sets about (بدأ ينشر), so that they share a subject."""
    imperfect = ground.tokens[verb].form[0] in "يت"
    return imperfect and verb - above <= NEAR and ground.is_in(above, "beginning") and above not in ground.names


def agrees(ground: Ground, who: Placed, verb: int) -> bool:
    """Whether a verb can be that of somebody told before it: behind several people it stands in the plural."""
    form = ground.tokens[who.first].form
    one = who.mention.type == "person" or ground.raw(who.first).endswith("ة")
    several = ground.tokens[verb].form.endswith("وا") or _they_do(ground.tokens[verb].form)
    if one and who.first < verb and several:
        return False  # أطلقت الشرطة الغاز على آلاف تجمعوا: they are others
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


def _they_do(form: str) -> bool:
    """Whether a form is that of a plural imperfect that goes on with another verb (ويحملون)."""
    return form.endswith("ون") and form.startswith(("وي", "وت", "في", "فت"))


def _shared(ground: Ground, above: int | None, cue: int, depth: int) -> Placed | None:
    """The subject of the verb that a clause goes on with."""
    return subject_of_verb(ground, above, cue, depth - 1) if above is not None and depth > 1 else None


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
            owner = _owner(ground, t - 1)
            if owner is not None:
                return owner, None  # سبق للرئيس أن زارها
            aside = _expected(ground, t, first)
            if aside is None:
                return None, verb_before(ground, t, first)  # قررت الحكومة أن تنسحب
            if ground.tokens[aside].form in RELATIVES:
                return antecedent(ground, aside, first), None  # الهدنة التي كان من المقرر أن تبدأ
            t = aside
            continue
        if form in HARD or form in THAT:
            break
        if form in THAT_HE:
            return None, verb_before(ground, t, first)
        if form in AND_THAT_HE:
            inner, outer = _verbs_of_his(ground, t, first)
            if outer is None:
                return None, inner
            return subject_of_verb(ground, outer, t, 1) or SOMEBODY, None
        if form in "،,":
            own = _joined_clause(ground, t + 1, verb)
            if own is not None:
                return own, None
            commas += 1
            if commas > SET_IN or (t == verb - 1 and joined(ground, verb)):
                break
        elif finite(ground, t, first) and relative_of(ground, t, first) is None:
            return None, t
        t -= 1
    start = t + 1
    if start >= verb:
        return None, None
    return _head_of_clause(ground, start, verb), None


def _owner(ground: Ground, last: int) -> Placed | None:
    """The actor that ends at a token, where a ل stands before it or its title, or على (على الدول أن تسعى)."""
    first = ground.names.get(last)
    if first is None or first not in ground.actors:
        on = next((t for t in range(last - 1, max(0, last - OWED), -1) if ground.tokens[t].form == "علي"), None)
        phrase = noun_phrase(ground, on + 1, last + 1) if on is not None else None
        return phrase if phrase is not None and phrase.last == last else None
    if first > 0 and ground.tokens[first - 1].form == "علي":
        return ground.actors[first][0]
    titled = first > 0 and ground.tokens[first - 1].form.startswith("لل") and ground.is_in(first - 1, "office")
    return ground.actors[first][0] if titled or "ل" in ground.actors[first][0].prefix else None


def _joined_clause(ground: Ground, first: int, verb: int) -> Placed | None:
    """The subject of a clause that و joins behind a comma (الشرطة تحرس الجسر، وأهالي الحي يراقبون …)."""
    if first >= verb or not ground.tokens[first].form.startswith("و") or finite(ground, first, first - 1):
        return None
    who = _head_of_clause(ground, first, verb)
    return who if who is not None and who not in UNNAMED and who.first == first and agrees(ground, who, verb) else None


def _expected(ground: Ground, that: int, first: int) -> int | None:
    """The word before "it is planned that", which has no subject of its own; None where أن hangs on another word."""
    if that - 2 < first or ground.tokens[that - 2].form != "من" or not ground.is_in(that - 1, "expected"):
        return None
    t = that - 3
    while t > first and ground.tokens[t].form in COMPOUND:
        t -= 1
    return t if t >= first else None


def _verbs_of_his(ground: Ground, t: int, first: int) -> tuple[int | None, int | None]:
    """The verb with whose subject "and that he" goes on: that of the clause of أن before, and where its head does not
    agree with the pronoun the verb on which أن hangs (أقر الرئيس بأن قواته تتراجع، وأنه قد …)."""
    inner = verb_before(ground, t, first)
    that = next((k for k in range(t - 1, first - 1, -1) if ground.tokens[k].form in _SAID_THAT), None)
    if inner is None or that is None or inner < that or that + 1 >= inner:
        return inner, None
    feminine = ground.raw(that + 1).endswith(("ة", "ات"))
    agreed = feminine is ground.tokens[t].form.endswith("ها")
    return inner, None if agreed else verb_before(ground, that, first)


def _head_of_clause(ground: Ground, start: int, verb: int) -> Placed | None:
    """The noun phrase that a clause opens with, where a preposition or an adverb does not."""
    t = start
    while t < verb and (ground.tokens[t].form.lstrip("وف") in COMPOUND or ground.tokens[t].form in _LEADING):
        t += 1
    end = t
    while end < verb and end < t + PHRASE_WORDS and not _stop(ground, end):
        end = max(end, ground.names_end.get(end, end)) + 1
    if t < verb and own_men(ground, t):
        return SOMEBODY  # إن قواته تطارد المسلحين
    found = [p for p in doers_in(ground, t, max(end, t + 1)) if p.mention.rule != NATION]
    if found and (not governed(ground, found[0], t) or ground.is_in(found[0].first - 1, "owned")):
        return UNREAD if _of_thing(ground, t, found[0]) else found[0]
    if not found and t in ground.places and ground.places[t][0].mention.kind == "city":
        return UNREAD  # بغداد تعمدت نقل الشرطة: a capital for somebody, whom nothing tells
    return noun_phrase(ground, t, min(verb, found[0].first) if found else verb)


def _of_thing(ground: Ground, first: int, who: Placed) -> bool:
    """Whether a clause opens with a thing that is only called by a place or a capital (قمة طهران جاءت لـ…)."""
    if who.first != first + 1 or who.mention.rule != METONYMY:
        return False
    return ground.tokens[first].word and not any(ground.is_in(first, cls) for cls in _OF_SOMEBODY)


def _stop(ground: Ground, t: int) -> bool:
    form = ground.tokens[t].form
    return form in SIGNS or form in PREPOSITIONS or form in RELATIVES


def subject_behind(ground: Ground, verb: int, limit: int, near: bool = False) -> Placed | None:
    """The subject behind a verb: right there, or with a time, a place or a link of theirs between them."""
    t = verb + 1
    count: int | None = None
    if t < limit and not near and ground.is_in(t, "about_so_many"):
        return numbered(ground, t, limit) or UNREAD  # قدم أكثر من مئتي رجل أرواحهم
    while t < limit and t - verb <= BEHIND:
        form = ground.tokens[t].form
        if form in _BETWEEN or form[0].isdigit() or t in ground.times or ground.is_in(t, "number"):
            count = t if ground.is_in(t, "number") and t not in ground.times else count
            t = ground.times.get(t, t) + 1
            continue
        if form in PREPOSITIONS and not near:
            skip = ground.names_end.get(t + 1, t + 1)
            told = t + 1 in ground.names_end or (t + 1 < limit and ground.tokens[t + 1].form.startswith("ال"))
            if told and skip + 1 < limit and skip + 1 in ground.actors and not ground.actors[skip + 1][0].prefix:
                t = skip + 1
                continue
            return None
        break
    if t >= limit or ground.tokens[t].form in SIGNS or ground.tokens[t].form in PREPOSITIONS:
        return None
    some = partitive(ground, t, limit)
    if some is not None:
        return some
    if count is not None and not near and t not in ground.actors and object_pronoun(ground, verb):
        return numbered(ground, count, limit) or UNREAD  # تشارك فيها خمس دول
    found = next((p for p in doers_in(ground, t, min(limit, t + 3)) if p.mention.rule != NATION), None)
    if found is not None and not governed(ground, found, t):
        # طالبت الحركة جميع الفصائل: who is definite has no genitive behind, but a title has its holder
        holder = not ground.tokens[t].form.startswith("ال") or found.mention.type == "person"
        if found.first == t or (holder and any(ground.is_in(t, cls) for cls in _HEADS)):
            return None if found.first == t and _oblique(ground, found) else found
        return noun_phrase(ground, t, found.first) if not holder and not near else None
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
