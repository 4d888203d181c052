"""Relative clauses: which verb stands in one, what they are about, and whose verb it is."""

from __future__ import annotations

from marsad.extract.reasons.doers import GROUP, NATION, doers_in
from marsad.extract.reasons.ground import SIGNS, Ground
from marsad.extract.reasons.phrases import PHRASE, PREPOSITIONS, noun_phrase
from marsad.extract.reasons.verbs import COMPOUND, RELATIVES, finite, joined
from marsad.grammar.scene import Placed

# How many words before a verb its clause is read.
REACH = 40
# What a relative pronoun is about is told in so many words at most; so is the head of a clause.
PHRASE_WORDS = 5
# An indefinite noun stands this near before a clause that describes it without a pronoun.
INDEFINITE = 5
# What points back to the head of a relative clause stands so near behind its subject.
RESUMED = 5
UNREAD = Placed(-1, -1, "", None)
"""Says that a subject is named, in words of which nothing tells that they are somebody."""
HARD = frozenset("؛;:؟?!.…")
THAT = frozenset(
    {"ان", "بان", "وان", "لان", "فان", "لكن", "ولكن", "بينما", "فيما", "حيث", "اذ", "كما", "عندما", "بعدما"}
)
THAT_HE = frozenset(
    {"انه", "انها", "انهم", "بانه", "بانها", "بانهم", "لانه", "لانها", "لانهم", "لكنه", "لكنها", "لكنهم"}
)
AND_THAT_HE = frozenset({"وانه", "وانها", "وبانه", "وبانها"})
_ANY_THAT = THAT | THAT_HE | AND_THAT_HE
_ENDS = HARD - {":"}
_DEEDS = ("act_noun", "aim", "plan_noun", "deed")
_HER = frozenset({"منها", "عليها", "فيها", "بها", "لها", "اليها", "عنها", "معها", "ضدها"})
_DEFINITE = frozenset({"الذي", "التي", "الذين", "اللذين", "اللتين", "اللذان", "اللتان"})


def relative_of(ground: Ground, verb: int, first: int) -> int | None:
    """The relative pronoun whose clause a verb opens, None where it opens none."""
    t = verb - 1
    while t > first and ground.tokens[t].form in COMPOUND:
        t -= 1
    return t if t >= first and ground.tokens[t].form in RELATIVES else None


def opens_relative(ground: Ground, verb: int, first: int) -> bool:
    """Whether a verb stands in a relative clause of its own."""
    return relative_of(ground, verb, first) is not None


def main_verb(ground: Ground, verb: int) -> int | None:
    """The verb of the clause in which a verb's relative clause is set; None where it stands in none."""
    first = max(ground.sentence(verb)[0], verb - REACH)
    relative = relative_of(ground, verb, first)
    return verb_before(ground, relative, first) if relative is not None else None


def bare_relative(ground: Ground, verb: int, first: int) -> int | None:
    """The first word of a clause that describes an indefinite noun without a pronoun (مقاتلين كانوا تلقوا …)."""
    t = verb
    while t > first and ground.tokens[t - 1].form in COMPOUND:
        t -= 1
    aside = t < verb and t - 2 > first and ground.tokens[t - 1].form in "،,"  # مقاتلين …، كانوا تلقوا
    before = ground.tokens[t - 1 - aside] if t > first else None
    if before is None or t <= first + 1 or joined(ground, t) or not before.word or t - 1 - aside in ground.names:
        return None
    if before.form.startswith("ال") or before.form in PREPOSITIONS or before.form in _ANY_THAT:
        return None
    near = range(max(first, t - INDEFINITE), t)
    group = any(ground.is_in(k, "group_noun") or ground.is_in(k, "people") for k in near)
    return t if group and not finite(ground, t - 1 - aside, first) else None


def of_another(ground: Ground, verb: int, relative: int, limit: int) -> bool:
    """Whether the verb of a relative clause is not that of what the clause is about: it differs in gender (التنظيمات
    التي يتقن النظام …), or somebody stands behind it and a pronoun points back (التي ترفض تركيا الاقتراب منها)."""
    pronoun, form = ground.tokens[relative].form.lstrip("و"), ground.tokens[verb].form.lstrip("وفس")
    if pronoun == "التي" and form.startswith("ي") and not form.endswith(("ون", "وا")):
        return True
    t = verb + 1
    if pronoun != "التي" or t not in ground.names_end or (t in ground.actors and ground.actors[t][0].prefix):
        return False
    behind = range(ground.names_end[t] + 1, min(limit, ground.names_end[t] + 1 + RESUMED))
    return any(ground.tokens[k].form in _HER or ground.tokens[k].form.endswith("ها") for k in behind)


def antecedent(ground: Ground, relative: int, first: int) -> Placed:
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
    nearest = [p for p in found if all(ground.tokens[k].form.startswith("ال") for k in range(p.last + 1, t + 1))]
    who = (nearest or found)[-1] if found else noun_phrase(ground, start, t + 1)
    if who is not None and who.mention.rule == PHRASE and who.last < t:
        return UNREAD  # لم يحدد الناطق موعد الهدنة التي: the phrase of another word
    country = who is not None and who.mention.rule == PHRASE and who.first in ground.places
    if who is not None and country and ground.tokens[who.first - 1].form in PREPOSITIONS:
        return UNREAD  # الهدنة المقررة في اليمن والتي …
    if who is not None and ground.tokens[relative].form in _DEFINITE and not _definite(ground, who):
        # شباب الحي من طلاب وعمال، الذين خرجوا: whose pronoun is definite is told before
        return antecedent(ground, start - 1, first) if start > first and _edge(ground, start - 1, first) else UNREAD
    return who or UNREAD


def _definite(ground: Ground, who: Placed) -> bool:
    """Whether a mention is definite: a name, or with an article, or in construct with what is."""
    if who.mention.rule not in (GROUP, PHRASE):
        return True
    ends = (ground.tokens[who.first].form.lstrip("ولبف"), ground.tokens[who.last].form)
    return any(form.startswith(("ال", "ل")) for form in ends) or who.last in ground.names


def about_act(ground: Ground, relative: int, first: int) -> bool:
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


def verb_before(ground: Ground, t: int, first: int) -> int | None:
    """The verb of the clause before, past those of relative clauses in it."""
    for k in range(t - 1, first - 1, -1):
        if ground.tokens[k].form in _ENDS:
            return None
        if k not in ground.names and finite(ground, k, first) and relative_of(ground, k, first) is None:
            return k
    return None


def last_relative(ground: Ground, verb: int, main: int) -> int | None:
    """The verb of a relative clause behind the main verb, where a joined verb goes on with it rather: both are
    imperfect (تحفظت لجنة على أموال الجماعة، التي تعدها الحكومة إرهابية وتلاحق قادتها)."""
    if not _imperfect(ground, verb):
        return None
    inner = (k for k in range(verb - 1, main, -1) if k not in ground.names and finite(ground, k, main))
    k = next(inner, None)
    return k if k is not None and _imperfect(ground, k) and relative_of(ground, k, main) is not None else None


def _imperfect(ground: Ground, verb: int) -> bool:
    form = ground.tokens[verb].form.lstrip("وفس")
    return form.startswith("ي") or (form.startswith("ت") and not ground.is_in(verb, "perfect_t"))
