"""Checks of ل: whether a noun of action or a verb behind it tells the purpose of an act."""

from __future__ import annotations

from marsad.extract.reasons.clause import Act, act_before, seeks
from marsad.extract.reasons.deeds import PRONOUNS, acts, anybody, done, only_said, told_in_words
from marsad.extract.reasons.governor import WINDOW
from marsad.extract.reasons.ground import SIGNS, Ground
from marsad.extract.reasons.relatives import main_verb
from marsad.extract.reasons.taken import bare_noun, exposed, taken_by_governor
from marsad.extract.reasons.verbs import RELATIVES, object_pronoun
from marsad.grammar.grammar import RuleMatch
from marsad.lexicon.automaton import Match

# A noun of action that far before, with no doer, was what a ل belongs to in half of the cases that were judged.
LOOSE = 8
_IMPERFECT = "يت"
_TO = frozenset({"الي", "ان"})
_THEIRS = frozenset({"ه", "ها", "هم"})
_PARTING = SIGNS - {"،", ")", ","}
# Verbs that tell a result as often as a purpose (ليصل عدد القتلى).
_RESULTS = frozenset(
    {"يكون", "تكون", "يصبح", "تصبح", "يصل", "تصل", "يعود", "تعود", "يتحول", "تتحول", "يبقي", "تبقي", "يقع", "تقع",
     "يقول", "تقول"}
)  # fmt: skip


def _gerund(ground: Ground, at: int) -> Match | None:
    """The noun of action behind a ل; None where the letters are those of another word (لضربة, لمصالحها)."""
    ends = ground.raw(at).endswith("ة")
    for found in ground.at[at]:
        if found.entry.cls == "aim" and found.prefix.preposition == "ل":
            odd = (found.suffix == "ه" and ends) or (found.suffix == "ا" and found.entry.form.endswith("ه"))
            return None if odd else found
    return None


def by_subject(ground: Ground, at: int) -> bool:
    """Whether a noun of action behind a ل has its subject written to it, and an object behind it: then it is what
    somebody did, and a cause (لدعمهم النظام); with a preposition behind, its object is written to it (لحمايتهم من)."""
    found = _gerund(ground, at)
    if found is None or found.first != found.last or found.suffix not in _THEIRS or at + 1 >= len(ground.tokens):
        return False
    following = ground.tokens[at + 1].form
    if found.entry.form == "قيام":
        return following.startswith("ب")  # لقيامهم بنقل الهاربين
    return following.startswith("ال") or (at + 1 in ground.names and not following.startswith("و"))


def purpose(ground: Ground, match: RuleMatch) -> bool:
    """ل + noun of action tells the purpose of an act, and is no object, task or routine."""
    first, _ = ground.sentence(match.first)
    at = match.first
    if _gerund(ground, at) is None or at in ground.actors or at in ground.places:
        return False
    if ground.is_in(at, "routine_aim") or ground.is_in(at - 1, "no_aim"):
        return False
    if bare_noun(ground, at) or not told_in_words(ground, at) or exposed(ground, at, first):
        return False
    before = at - 1
    if at - first <= 1:
        return opens_sentence(ground, at, first)
    if ground.tokens[before].form in _PARTING:
        return False
    if taken_by_governor(ground, at, first):
        return False
    act = done(ground, at)
    if act is not None and (_takes_object(ground, act, at) or ground.is_in(act.head, "seeking_noun")):
        return False
    if act is None or act.sought or _object_of_main(ground, act) or _of_plan(ground, act):
        return False
    if _sought(ground, act, at) or anybody(ground, act) or _loose(ground, act, at):
        return False
    return act.verb or not only_said(ground, act)


def _takes_object(ground: Ground, act: Act, at: int) -> bool:
    """Whether a ل right behind the genitive of a noun of action marks its object (رصد الجيش لتحرك الرتل)."""
    if act.verb or act.subject is None or act.subject.last + 1 != at or act.subject.first <= act.head:
        return False
    return not any(ground.is_in(act.head, cls) for cls in ("act_noun", "doing_noun", "plan_noun")) and (
        act.head not in ground.events
    )


def _of_plan(ground: Ground, act: Act) -> bool:
    """Whether an act is told of a plan, whose aim follows (برنامج تقوده الحكومة للتدريب …)."""
    if not act.verb or not object_pronoun(ground, act.head):
        return False
    noun = act.head - 1 - (ground.tokens[act.head - 1].form in RELATIVES)
    return ground.is_in(noun, "plan_noun") or ground.is_in(noun, "no_purpose")


def _object_of_main(ground: Ground, act: Act) -> bool:
    """Whether the ل may belong to the verb before a relative clause: تسعى الحكومة التي تعمل من الخارج لتأمين …"""
    above = main_verb(ground, act.head) if act.verb else None
    return above is not None and seeks(ground, above)


def _sought(ground: Ground, act: Act, at: int) -> bool:
    """Whether the ل is that of a verb of seeking, however far before (يسعى من خلال زياراته لإيصال …)."""
    if not act.verb or not ground.is_in(act.head, "seeking_verb"):
        return False
    return not any(ground.tokens[t].form in _TO for t in range(act.head + 1, at))


def opens_sentence(ground: Ground, at: int, first: int) -> bool:
    """A purpose that opens its sentence: what it explains stands behind its comma ("لاستعادة البلدة، شن …"), or in
    the sentence before ("وذلك لاستعادة البلدة")."""
    if at > first:
        return ground.tokens[first].form.lstrip("وف") in PRONOUNS
    past = min(ground.sentence(at)[1], at + WINDOW)
    comma = next((t for t in range(at, past) if ground.tokens[t].form in "،,"), None)
    return comma is not None and any(acts(ground, t) for t in range(comma + 1, min(past, comma + 4)))


def verb(ground: Ground, match: RuleMatch) -> bool:
    """A purpose told by a verb in the imperfect, not a result."""
    at = match.last if match.last > match.first else match.first
    form = ground.tokens[at].form
    found = ground.match(at, "aim_verb")
    if found is None:
        return False
    bare = form[1:] if found.prefix.preposition == "ل" else form
    if found.prefix.preposition == "ل" and found.prefix.conjunction:
        bare = form[2:]
    if at == match.first and found.prefix.preposition != "ل":
        return False
    if bare[0] not in _IMPERFECT or (bare in _RESULTS and at == match.first):
        return False
    if _passive(ground, at) or ground.is_in(at, "perfect_t") or ground.is_in(at, "routine_aim"):
        return False
    if at > match.first and ground.tokens[at - 1].form == "لا":  # حتى لا, كي لا: why, also of what is only said
        return act_before(ground, match.first) is not None
    act = done(ground, match.first)
    return act is not None and not anybody(ground, act) and not _loose(ground, act, match.first)


def _loose(ground: Ground, act: Act, at: int) -> bool:
    """Whether a noun of action stands so far before a ل, with nobody who does it, that the ل hardly belongs to it."""
    if act.verb or act.subject is not None or act.ours or act.explained or act.head in ground.events:
        return False
    return at - act.head >= LOOSE


def _passive(ground: Ground, at: int) -> bool:
    """Whether a verb is written with the vowel of the passive (ليُقتل): what befalls somebody, no purpose."""
    return "\u064f" in ground.raw(at)[:4]
