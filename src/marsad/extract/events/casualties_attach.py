"""Which act a toll belongs to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from marsad.cues import TOLL_LINKS, cue
from marsad.extract.events import casualties_ties, casualties_totals
from marsad.extract.events.casualties_count import count_of
from marsad.extract.events.words import KILLING, VIOLENT, flags, named
from marsad.model import Count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from marsad.extract.events.casualties import Harm
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.sentence import Sentence
    from marsad.lexicon import Match
    from marsad.numbers.number import Number
    from marsad.text.view import Token


# Words between a toll and what it came of; between "of them" and the act that some of them died in.
_CAUSE, _SOME = 4, 3
# Words from "after" to a word of harm that it governs: بعد أن نجح في قتل جاره.
_BEFORE = 3
# Words between "after" and the act that a number of days stands between.
_DAYS = 4
# Words between the dead and the act by which they died.
_BY = 6
# Words between a toll and the accident that it came of.
_CRASH = 9
# Words that turn to what happened at the same time; words behind a toll in which its place stands.
_MEANWHILE = frozenset({"فيما", "بينما", "في حين", "كما", "حين"})
_PLACED = 10
# They tell what crashed while it struck.
_DURING = frozenset({"اثناء", "خلال"})
# No act takes as many where a war stands beside it.
_WAR = 1000
# Words between what tells that an act came of something and the act.
_STARTED = 3
# Classes of words for what people do, whether they are events or not.
_DOINGS = ("trigger", "act_noun")
# Words before an act that may carry its toll: أدى القصف إلى مقتل خمسة.
_CARRIED = 3


def suffered(sentence: Sentence, toll: Harm, found: Sequence[Draft]) -> Harm:
    """A toll of a killing, with the number of those killed where the one right behind the verb counts who killed: قتل
    ثلاثة مسلحين سبعة جنود."""
    killing = next((d for d in found if d.verb and d.spec.type == KILLING and d.first <= toll.first <= d.last), None)
    if killing is None or toll.count is None or not killing.agents or not killing.targets:
        return toll
    doer, whom = killing.agents[0], killing.targets[0]
    numbers = sentence.quantities
    did = next((count_of(q) for q in numbers if killing.last < q.first <= doer.last), None)
    done = next((count_of(q) for q in numbers if doer.last < q.first and q.last == whom.first - 1), None)
    if did is None or done is None or did.min != toll.count.min:
        return toll
    count = done if toll.count.max is not None else Count(done.min, None)
    return replace(toll, count=count, who=whom, each=None)


def attach(sentence: Sentence, tokens: tuple[Token, ...], found: list[Harm], drafts: list[Draft]) -> list[Harm]:
    """Gives each toll to the act that it belongs to; returns those that no act of the sentence explains. A toll of
    several acts together is that of none of them."""
    acts = [d for d in drafts if d.spec.violent or d.type in ("operation", "arrest", "displacement")]
    violent = [d for d in acts if d.spec.violent]
    gains = [
        d for d in drafts if d.type == "territory_gain" and not any(k.type == "killing" and k.agents for k in drafts)
    ]
    left: list[Harm] = []
    taken: dict[int, list[Harm]] = {}
    bodies = {m.first for m in sentence.of("harm") if "found" in flags(m.entry.value)}
    for harm in found:
        chosen = _act(sentence, tokens, harm, violent or [d for d in acts if d.type == "operation"] or gains, acts)
        killing = casualties_ties.killers(drafts, harm)
        if chosen is not None and killing is not None and casualties_ties.by_others(sentence, harm, chosen, killing):
            chosen = None
        if chosen is not None and harm.first in bodies and _parted(sentence, tokens, chosen, harm):
            chosen = None  # أعدموا العشرات، وقد تسلم المستشفى سبعين جثة
        if chosen is None:
            left.append(harm)
        elif casualties_ties.of_several(sentence, tokens, chosen):
            taken.setdefault(id(chosen), []).append(replace(harm, count=None, who=None))
        else:
            taken.setdefault(id(chosen), []).append(harm)
    for draft in drafts:
        if id(draft) in taken:
            casualties_totals.fill(sentence, tokens, draft, taken[id(draft)], drafts)
            told = draft.harm.get("killed")
            others = [h for h in left if _others(taken[id(draft)], h)]
            if told is not None and any(not casualties_ties.own_time(sentence, h, draft) for h in others):
                draft.harm["killed"] = Count(told.min, None)  # كما قتل أربعة آخرون في قرية كذا
    return left


def _others(told: list[Harm], left: Harm) -> bool:
    """Whether a toll that no act explains is of others than those of one told before it."""
    others = left.kind == "killed" and left.who is not None and left.who.kind == "others"
    return others and any(h.kind == "killed" and h.first < left.first for h in told)


def _act(
    sentence: Sentence, tokens: tuple[Token, ...], harm: Harm, violent: list[Draft], acts: list[Draft]
) -> Draft | None:
    if harm.kind == "detained":
        arrests = [d for d in acts if d.type == "arrest"]
        told = (d for d in arrests if d.first == harm.first or (d.last == harm.last and harm.count is not None))
        return next(told, None)  # the second: تمكنوا من أسر سبعة
    if harm.kind == "displaced":
        return next((d for d in acts if d.type == "displacement" and d.first == harm.first), None)
    violent = [d for d in violent if not (d.first > harm.last and since(sentence, d))]
    violent = [d for d in violent if not _also_destroyed(sentence, harm, d) and not started(sentence, harm.last, d)]
    if not violent:
        return None
    if _own_cause(sentence, harm, violent):
        return None
    earlier = [m for m in sentence.of("told_before") if 0 < harm.first - m.last <= _BEFORE]
    earlier = [m for m in earlier if not any(m.last < d.first < harm.first for d in violent)]
    if earlier:  # what had happened before an act
        since_then = earlier[-1].entry.form == "منذ"
        end = next((b for b in sentence.breaks if since_then and b > harm.last), sentence.past)
        violent = [d for d in violent if harm.last < d.first < end]
        if not violent:
            return None
    violent = [d for d in violent if not _elsewhere(sentence, harm, d) and not _of_a_war(sentence, harm, d)]
    violent = [d for d in violent if not casualties_ties.own_time(sentence, harm, d)]
    violent = [d for d in violent if not _besides_those(sentence, harm, d)]
    if not violent:
        return None
    caused = [m for m in sentence.of("toll") if m.entry.value == "act" and m.first < harm.first <= m.last + 10]
    before = [d for d in violent if d.last < harm.first]
    after = [d for d in violent if d.first > harm.last]
    if caused and any(caused[-1].last < m.last < harm.first for m in sentence.of("harm")):
        own = next((d for d in after if _in_own(sentence, harm, d)), None)
        if own is not None:
            return own  # أدى إلى مقتل سبعة من المسعفين، وسقوط خمسة قتلى في قصف السوق
    if caused and before:
        led = caused[-1].first
        other = _of_another(sentence, before[-1], led) or _of_one_before(sentence, tokens, before[-1], led)
        other = other or _of_unnamed(sentence, tokens, before[-1], led)
        return None if other else before[-1]
    operations = [d for d in acts if d.type == "operation" and d.last < caused[-1].first] if caused else []
    if operations:
        return operations[-1]
    # في اليوم الذي وقع فيه التفجير; وبذلك يرتفع عدد القتلى في الهجمات
    turns = [m.first for m in sentence.of("clause") if m.entry.value == "relative"]
    turns += [m.first for m in sentence.of("harm") if m.entry.form.startswith("ال") or m.prefix.article]
    turn = min((i for i in turns if i > harm.last + 1 and harm.count), default=sentence.past)
    after_gain = all(d.type == "territory_gain" and d.last < harm.first for d in violent)
    behind = [m for m in sentence.of("toll") if m.entry.value == "harm" and harm.last < m.first < turn]
    for word in behind:
        following = [d for d in after if word.first <= d.first <= word.last + 3]
        if following:
            return following[0]
        if after_gain and any(0 < m.first - word.last <= _SOME for c in _DOINGS for m in sentence.of(c)):
            return None  # تحرير الطريق، فيما قتل سبعة غرب المدينة في عمليات للشرطة
        if _of_a_wave(sentence, tokens, word) or _of_one_apart(sentence, tokens, harm, word):
            return None
    if caused:
        return None  # of what stands before, which is no event: تبعات العمليتين اللتين أوقعتا سبعة حين دوى الانفجار
    by = next((d for d in after if d.match.prefix.preposition == "ب" and d.first - harm.last <= _BY), None)
    if by is not None and not any(harm.last < b < by.first for b in sentence.breaks):
        return by  # مع احتدام المعارك قتل قيادي بكمين
    nearest = min(violent, key=lambda d: (d.first > harm.last, abs(d.first - harm.first)))
    when = {m.first for m in sentence.of("clause") if m.entry.form in casualties_ties.WHEN}
    apart = nearest.first > harm.last and any(harm.last < b < nearest.first and b not in when for b in sentence.breaks)
    return None if apart else nearest


def _in_own(sentence: Sentence, harm: Harm, act: Draft) -> bool:
    """Whether a word for what people died in stands right before an act behind a toll: خمسة قتلى في قصف."""
    if act.definite:
        return False
    ties = (m for m in sentence.of("toll") if m.entry.value == "harm" and harm.last < m.first <= harm.last + _BY)
    return any(m.last == act.first - 1 for m in ties)


def _parted(sentence: Sentence, tokens: tuple[Token, ...], act: Draft, harm: Harm) -> bool:
    """Whether a toll stands behind an act in a clause of its own."""
    return any(i in sentence.breaks or tokens[i].form == "،" for i in range(act.last + 1, harm.first))


def _of_a_wave(sentence: Sentence, tokens: tuple[Token, ...], word: Match) -> bool:
    """Whether what people died in is a number of acts, none of them told by itself: قتل ثمانية في موجة من الهجمات."""
    behind = [t.form for t in tokens[word.last + 1 : min(sentence.past, word.last + 3)]]
    acts = (m for m in sentence.of("trigger") if word.last < m.first <= word.last + _CAUSE)
    return bool(behind) and behind[0] in cue("some_of", TOLL_LINKS) and any(named(m) in VIOLENT for m in acts)


def _besides_those(sentence: Sentence, harm: Harm, act: Draft) -> bool:
    """Whether a clause of its own tells other dead than those of an execution: أعدموا خمسة جنود، فيما قتلوا سبعة
    رعاة."""
    counted = act.type == "execution" and any(t.count is not None for t in act.targets)
    return counted and any(act.last < b < harm.first for b in sentence.breaks)


def _of_one_apart(sentence: Sentence, tokens: tuple[Token, ...], harm: Harm, word: Match) -> bool:
    """Whether what people died in is told as an act apart from those beside it: تكبدت 16 قتيلا في عملية منفصلة."""
    act = any(m.first == word.last + 1 for cls in _DOINGS for m in sentence.of(cls))
    if not act or any(tokens[i].form == "،" for i in range(harm.last + 1, word.first)):
        return False
    behind = tokens[word.last + 2 : min(sentence.past, word.last + 4)]
    return any(t.form in cue("apart", TOLL_LINKS) for t in behind)


def _elsewhere(sentence: Sentence, harm: Harm, act: Draft) -> bool:
    """Whether people died in another place than that of the act, as a clause of its own tells: فيما قتل سبعة في بيجي;
    or of the crash of what struck: تحطمت الطائرة أثناء قصفها البلدة."""
    if act.last > harm.first:
        return False
    crash = any(m.first < act.first for m in sentence.of("accident"))
    if crash and any(m.last == act.first - 1 and m.entry.form in _DURING for m in sentence.of("toll")):
        return True
    turn = next((m for m in sentence.of("clause") if m.entry.form in _MEANWHILE and 0 < harm.first - m.last <= 2), None)
    if turn is None or turn.first < act.last:
        return False
    end = next((b for b in sentence.breaks if b > harm.last), sentence.past)
    if turn.prefix.conjunction == "و" and end < sentence.past:
        return True  # وفيما قتل سبعة في بيجي، كشف مصدر
    counted = any(act.last < m.first < turn.first for m in sentence.of("harm"))
    if counted and turn.entry.form != "كما":
        return False
    own = [p for p in sentence.places if harm.last < p.first < min(end, harm.last + _PLACED)]
    return bool(own) and any(act.last < p.first < turn.first for p in sentence.places)


def _of_a_war(sentence: Sentence, harm: Harm, act: Draft) -> bool:
    """Whether thousands are those of a war named behind an act: أضر الهجوم بمحادثات تنهي نزاعا خلف 200 ألف قتيل."""
    if harm.count is None or (harm.count.min or 0) < _WAR:
        return False
    return any(act.last < m.first < harm.first for m in sentence.of("war"))


def since(sentence: Sentence, act: Draft) -> bool:
    """Whether people died since an act or before it, not of it: قتل مئة منذ الغزو, مقتل خمسة قبل غارات أمس;
    nor of one that was days or weeks earlier."""
    words = sentence.of("told_before")
    for m in words:  # قتل جندي بعد ثلاثة أيام على هجوم
        between = range(m.last + 1, act.first)
        if m.entry.form == "بعد" and len(between) <= _DAYS and any(q.first in between for q in sentence.quantities):
            return True
    if any(0 < act.first - m.last < _SOME and m.entry.value == "apart" for m in words):
        return True
    return any(0 < act.first - m.last <= _SOME and m.entry.form == "منذ" for m in words)


def _of_another(sentence: Sentence, act: Draft, word: int) -> bool:
    """Whether the act that a word of consequence speaks of is another than the nearest event: one that was only
    planned, or that it was like (خططوا لهجوم العاصمة الذي أسفر عن مقتل سبعة)."""
    tied = (act.last, *(m.last for m in act.tails))
    nouns = [m for m in sentence.of("trigger") if max(tied) < m.first < word and word - m.last <= _CARRIED + 1]
    return any(m.prefix.preposition == "ل" and named(m) in VIOLENT for m in nouns)


def _of_unnamed(sentence: Sentence, tokens: tuple[Token, ...], act: Draft, word: int) -> bool:
    """Whether a word of consequence speaks of another act, which no noun names: إضافة إلى آخر أسفر عن مقتل سبعة."""
    relative = {m.first for m in sentence.of("clause") if m.entry.value == "relative"}
    i = word - 1 - (word - 1 in relative)
    return (
        i - 1 > act.last
        and tokens[i].form in cue("another", TOLL_LINKS)
        and not any(m.last == i - 1 for m in sentence.of("trigger"))
    )


def _of_one_before(sentence: Sentence, tokens: tuple[Token, ...], act: Draft, word: int) -> bool:
    """Whether a word of consequence speaks of what came before an act: قصفوا البلدة بعد إطلاق صاروخ منها أدى إلى مقتل
    جندي."""
    for m in sentence.of("told_before"):
        between = range(m.last + 1, word)
        another = any(t.first in between for t in sentence.of("trigger"))
        if act.last < m.first and another and not any(tokens[i].form == "،" for i in between):
            return True
    return False


def _also_destroyed(sentence: Sentence, harm: Harm, act: Draft) -> bool:
    """Whether an act only tells what was destroyed beside the dead: قتلت سبعة ودمرت عربتين, أحرقت عربة وقتلت جنديا."""
    if act.type != "destruction":
        return False
    tolls = sentence.of("toll")
    if act.first > harm.last and any(harm.last < b < act.first for b in sentence.breaks):
        return True  # قتل جندي بنيرانهم، فيما تبنوا تدمير مخزن
    if not act.verb and any(harm.last < m.first < act.first <= m.last + _CARRIED for m in tolls):
        return False
    return not any(act.first < m.first < harm.first and m.entry.value == "act" for m in tolls)


def started(sentence: Sentence, last: int, act: Draft) -> bool:
    """Whether an act came of the deaths told before it, at a word that ends with token `last`: قتل ثلاثة من السكان، ما
    أشعل اشتباكات."""
    words = (m for m in sentence.of("started") if last < m.first <= act.first)
    return any(act.first - m.last <= _STARTED for m in words)


def _own_cause(sentence: Sentence, harm: Harm, violent: list[Draft]) -> bool:
    """Whether a toll came of something else than an act (توفوا بسبب الجوع), or the act took only some of those counted
    (قتل 13 جنديا، ثلاثة منهم في كمين)."""
    for accident in sentence.of("accident"):
        if harm.last < accident.first <= harm.last + _CRASH:
            return not any(harm.last < d.first < accident.first for d in violent)
    for match in sentence.of("own_cause"):
        if harm.last < match.first <= harm.last + _CAUSE:
            return not any(match.last < d.first <= match.last + _CAUSE for d in violent)
    for match in sentence.of("part_of_toll"):
        some = next((n for n in sentence.numbers if n.last == match.first - 1), None)
        if some is not None and harm.last + 1 < some.first and harm.count is not None:
            return any(match.last < d.first <= match.last + _SOME for d in violent) and _counts(sentence, harm, some)
    return False


def _counts(sentence: Sentence, harm: Harm, some: Number) -> bool:
    """Whether a toll has a number of its own before that of some of its people."""
    return any(harm.last - 1 <= n.first < some.first for n in sentence.numbers)
