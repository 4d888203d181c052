"""Whether enough is told with a trigger for it to be an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.habits import in_general
from marsad.extract.events.words import SPOKEN, TOGETHER, VIOLENT, specs

if TYPE_CHECKING:
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.sentence import Sentence

_THERE = 8
# Words between an act and the troops that it struck.
_STRUCK = 8
# Words between a verb of taking and the place taken.
_NEAR_PLACE = 20
# Words from a decision to its number.
_NUMBERED = 4
# Words between an attack in words and what is said in it.
_SAID = 8
# Acts that news goes on speaking of: their nouns need more told with them.
_SPOKEN_OF = frozenset({"armed_attack", "bombing", "suicide_attack", "abduction", "assassination"})
_PLURAL = ("ات", "عمليات ارهابيه", "العمليات الارهابيه")
_CROWDS = frozenset({"protest", "riot"})
_RULING = frozenset({"government", "political"})
_LAUNCHED = frozenset({"شن", "شنت", "يشن", "تشن", "شنوا", "يشنون"})
# Acts of words: whoever speaks or decides does so, also where he is no actor by name.
_WORDS = (SPOKEN | {"decision"}) - {"threat"}
# Acts of words whose object is a person: اتهمه, دعاهم.
_TO_SOMEBODY = frozenset({"accusation", "demand"})
_OBJECTS = frozenset({"ه", "ها", "هم", "هما"})
_UNARMED = frozenset({"person", "media", "organisation", "political"})
# What must be told with an act of violence, and with one that is spoken of in passing.
_ENOUGH, _EMBEDDED = 2, 4
_FORCES = frozenset({"state_force", "armed_group", "international"})
# Who is arrested man by man alone.
_SIDES = _FORCES | {"government", "organisation", "political", "media"}


def told(sentence: Sentence, draft: Draft) -> bool:
    """Whether everything that a trigger needs to be an event is told with it."""
    if not all(_met(need, sentence, draft) for need in draft.spec.needs):
        return False
    if draft.spec.violent and not bare(draft) and _weight(sentence, draft) < _enough(draft):
        return False
    if draft.spec.generic and (_verbal(draft) or _worded(sentence, draft)):
        return False
    if draft.aside and draft.type == "threat" and draft.match.entry.form[0] in "يت":
        return False  # what somebody keeps threatening: الكافر الذي يتوعده التنظيم
    if (
        _many_somewhere(draft)
        or in_general(sentence, draft)
        or (draft.type == "deployment" and _struck(sentence, draft))
    ):
        return False
    if draft.aside and not draft.harm and (draft.type in VIOLENT or draft.type in _CROWDS):
        return False
    if draft.type in _CROWDS and not draft.verb and _weight(sentence, draft) < _ENOUGH:
        return False
    if draft.spec.visits and all(a.type is None for a in draft.perpetrators):
        return False  # زارت أسرته البلدة
    held = draft.targeted or draft.light or draft.tails or "detained" in draft.harm
    if draft.type == "arrest" and draft.match.prefix.article and not held:
        return False  # اعتداءات تصل إلى الاعتقال
    if draft.type == "arrest" and draft.verb and _whole_side(draft):
        return False
    if draft.type == "decision" and _document(sentence, draft):
        return False
    if draft.type == "casualties" and not _toll(draft):
        return False
    if draft.type == "abuse" and not draft.harm and not (draft.perpetrators and draft.targeted):
        return False
    if draft.type == "territory_gain" and draft.verb and not (there(sentence, draft) or _reached(sentence, draft)):
        return False
    if draft.type == "territory_gain" and not draft.verb and _goes_on(sentence, draft):
        return False
    if draft.spec.definite and not draft.definite and not (draft.perpetrators or draft.targeted):
        return False
    if draft.type == "talks" and any(a.type == "media" for a in draft.perpetrators):
        return False  # an interview
    return draft.type not in TOGETHER or bool(draft.perpetrators)


def _document(sentence: Sentence, draft: Draft) -> bool:
    """Whether a number behind a decision, which nothing carries, makes it a document: وفق القرار الأممي 2216."""
    if draft.verb or draft.light is not None or draft.tails or not draft.definite:
        return False
    return any(0 < q.first - draft.last <= _NUMBERED for q in sentence.quantities)


def _goes_on(sentence: Sentence, draft: Draft) -> bool:
    """Whether a hold on a place is told as it stands: التنظيم الذي يفرض سيطرته على المدينة."""
    light = draft.light
    held = light is not None and light.first < draft.first and light.entry.form[0] in "يت" and sentence.n > 0
    return held and draft.match.entry.form.startswith(("سيطر", "السيطر"))


def _whole_side(draft: Draft) -> bool:
    """Whether only a side as a whole stands with a verb of arresting: it is who holds something not told (احتجز
    المتمردون شاحنات), and nobody arrests it."""
    whole = bool(draft.targeted) and all(a.key and a.type in _SIDES for a in draft.targeted)
    behind = all(n.first == draft.last + 1 for n in draft.targets)
    return whole and behind and not draft.perpetrators and "detained" not in draft.harm


def _struck(sentence: Sentence, draft: Draft) -> bool:
    """Whether those who moved are named as what an act before them struck: قصفت الطائرات تعزيزات للحوثيين."""
    if draft.verb:
        return False
    start = max((b for b in sentence.breaks if b < draft.first), default=sentence.first)
    low = max(start, draft.first - _STRUCK, draft.light.last if draft.light is not None else start)
    acts = [m for cls in ("trigger", "trigger_verb") for m in sentence.of(cls) if low <= m.first < draft.first]
    return any(specs(m.entry.value)[0].violent for m in acts)


def _many_somewhere(draft: Draft) -> bool:
    """Acts of a kind in a country at large, by nobody and on nobody: شارك في العمليات الإرهابية في العراق."""
    if draft.verb or not draft.definite or draft.type not in _SPOKEN_OF or not draft.match.entry.form.endswith(_PLURAL):
        return False
    told_of = draft.perpetrators or draft.targeted or draft.harm or draft.harmed or draft.light or draft.tails
    return not told_of and bool(draft.places) and all(p.kind == "country" for p in draft.places)


def _met(need: str, sentence: Sentence, draft: Draft) -> bool:
    """Whether one need of a trigger (data/words/triggers.tsv) is met; those of weapons are met before."""
    agents, targets = bool(draft.perpetrators), bool(draft.targeted)
    harmed, light = bool(draft.harm) or draft.harmed, draft.light is not None or bool(draft.tails)
    own_place = bool(draft.places) and draft.own_place
    match need:
        case "agent":
            return (
                agents
                or _speaks(sentence, draft)
                or _by_weapon(sentence, draft)
                or ((targets or own_place) and _they(draft))
            )
        case "target":
            return targets or harmed
        case "place":
            return own_place or (bool(draft.places) and draft.verb) or there(sentence, draft)
        case "both":
            return agents and (targets or len(draft.perpetrators) > 1)
        case "any":
            return agents or targets or harmed or own_place or light
        case "some":
            return agents or targets or harmed or bool(draft.places) or light or draft.own_date
        case "object":
            return targets or bool(draft.places)
        case "strikes":
            return not agents or any(a.type in _FORCES or a.type is None for a in draft.perpetrators)
        case "own":
            return own_place or draft.own_date
        case "carried":
            return agents and (targets or light)
        case "talkers":
            return len(draft.perpetrators) > 1 or light or bool(draft.places)
        case "light":
            return light
        case "toll":
            return any(c.min is not None or c.max is not None for c in draft.harm.values())
        case "never":
            return False
        case "tied":
            return draft.tied
        case "by":
            return draft.by
        case "indefinite":
            return not draft.definite
        case "force":
            return any(a.type in _FORCES for a in draft.perpetrators)
    return True


def _speaks(sentence: Sentence, draft: Draft) -> bool:
    """Whether words have a speaker who is no actor by name: the subject of a verb (ندد المجلس), or of one that carries
    a noun (وجه انتقادات); or a verb tells to whom it speaks (اتهمه)."""
    if draft.type not in _WORDS or draft.match.suffix in ("نا", "ي"):
        return False
    if not draft.verb:
        light = draft.light
        carried = light is not None and light.first < draft.first and light.entry.value.startswith("agent")
        return carried and not draft.definite and (draft.type in SPOKEN or draft.last > draft.first)
    if any(m.first == draft.last + 1 for m in sentence.of("unarmed")):
        return True
    if draft.match.suffix in _OBJECTS and not draft.aside and draft.type in _TO_SOMEBODY:
        return True
    return draft.type in SPOKEN and bool(draft.targeted)


def _by_weapon(sentence: Sentence, draft: Draft) -> bool:
    """Whether the means, right beside a verb, does what it tells: استهدف الطيران البلدة, القذائف استهدفت السوق."""
    if not ((draft.spec.generic or draft.spec.arms) and draft.verb) or draft.type == draft.spec.type:
        return False
    beside = (draft.last + 1, draft.first - 1)
    return any(w.first == beside[0] or w.last == beside[1] for w in sentence.of("weapon"))


def _they(draft: Draft) -> bool:
    """Whether a violent verb has its subject in its ending, told before: أضرموا النار, ينهبون."""
    form = draft.match.entry.form.split()[0]
    return draft.verb and draft.spec.violent and form.endswith(("وا", "ون")) and not draft.match.suffix


def _enough(draft: Draft) -> int:
    if draft.embedded:
        return _EMBEDDED
    carried = draft.light is not None or any(t.first < draft.first for t in draft.tails)
    known = carried or draft.harmed or (draft.own_date and bool(draft.places) and draft.own_place)
    known = known or (bool(draft.targeted) and draft.weapon is not None and not draft.definite)
    known = known or (bool(draft.perpetrators) and bool(draft.places) and draft.own_place)
    return _ENOUGH + (draft.type in _SPOKEN_OF and not draft.verb and not known)


def _toll(draft: Draft) -> bool:
    """Whether deaths are told: with a number, or as what became of somebody named or at a place; no mere killing."""
    if draft.harm:
        return True
    habit = draft.verb and draft.match.entry.form[0] in "يت"
    return not habit and any(a.type is not None or (draft.own_place and not draft.definite) for a in draft.targeted)


def _reached(sentence: Sentence, draft: Draft) -> bool:
    """Whether a place stands near the verb that tells of its taking."""
    starts = {p.start for p in draft.places}
    return any(p.mention.start in starts and abs(p.first - draft.first) <= _NEAR_PLACE for p in sentence.places)


def _verbal(draft: Draft) -> bool:
    """An attack in words: one who bears no arms attacks a person or body."""
    kinds = {a.type for a in draft.perpetrators}
    if draft.weapon is not None or not kinds <= _UNARMED:
        return False
    if not kinds:
        words = draft.light is not None and draft.light.entry.form in _LAUNCHED and not draft.harmed
        return words and bool(draft.targeted) and {a.type for a in draft.targeted} <= _RULING
    if draft.targeted:
        return {a.type for a in draft.targeted} <= _UNARMED | {"government"}
    return not draft.harm and not (draft.places and draft.own_place)


def _worded(sentence: Sentence, draft: Draft) -> bool:
    """An attack that a speaker makes, or that words follow: هاجم الوزير خصومه, شن هجوما وقال."""
    if draft.weapon is not None or draft.harm or draft.harmed:
        return False
    verb = draft.last if draft.verb else draft.light.last if draft.light is not None else -1
    if any(m.first == verb + 1 and m.entry.value == "person" for m in sentence.of("unarmed")):
        return True
    launched = not draft.verb and draft.light is not None and draft.light.entry.form in _LAUNCHED
    said = any(0 < m.first - draft.last <= _SAID for m in sentence.of("speech"))
    return launched and said and not draft.targeted and not draft.own_place


def there(sentence: Sentence, draft: Draft) -> bool:
    """Whether a definite noun behind the trigger stands for a place named before: سيطروا على القرية."""
    return any(draft.last < m.first <= draft.last + _THERE for m in sentence.of("there"))


def _weight(sentence: Sentence, draft: Draft) -> int:
    """How much is told with an act of violence: a toll counts twice, and so do words that open what is told; an
    object that its trigger asks for (رشق بالحجارة) counts."""
    starts = draft.first == sentence.first or draft.first - 1 in sentence.breaks or draft.first - 1 in sentence.colons
    opens = not draft.embedded and starts
    parts = (
        draft.perpetrators,
        draft.targeted,
        draft.places and draft.own_place,
        draft.own_date,
        draft.light or draft.tails or draft.by,
    )
    if draft.verb:
        around = bool(draft.places or there(sentence, draft))
        return sum(map(bool, parts)) + 2 * draft.harmed + bool(draft.weapon) + around + bool(draft.spec.with_)
    harmed = 1 if draft.embedded else 2
    return sum(map(bool, parts)) + harmed * draft.harmed + bool(opens) + bool(draft.weapon)


def bare(draft: Draft) -> bool:
    """Whether it is a definite noun that tells nothing new ("the attack"): it points back, or is nothing."""
    return (
        not draft.verb and draft.definite and draft.spec.violent
        and not (draft.perpetrators or draft.targeted or draft.harm or draft.harmed)
        and ((draft.light is None and not draft.tails) or not draft.own_place)
    )  # fmt: skip
