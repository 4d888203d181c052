"""Reasons in running text: cues of the grammar, checked, with the phrase that each brings in."""

from __future__ import annotations

from dataclasses import replace

from marsad.extract.reasons import checks
from marsad.extract.reasons.actor import actor_of, somebody_acts
from marsad.extract.reasons.category import category
from marsad.extract.reasons.checks_purpose import by_subject
from marsad.extract.reasons.clause import act_before
from marsad.extract.reasons.deeds import PRONOUNS, acts, set_apart, told_in_words, wished
from marsad.extract.reasons.doers import doers_in
from marsad.extract.reasons.draft import Draft
from marsad.extract.reasons.extent import coordinated, phrase_end
from marsad.extract.reasons.governor import (
    WINDOW,
    Doer,
    behaviour,
    best_doer,
    segment_start,
    target,
)
from marsad.extract.reasons.ground import SIGNS, Ground
from marsad.extract.reasons.phrases import PREPOSITIONS
from marsad.extract.reasons.speech import we
from marsad.grammar.grammar import Grammar, RuleMatch
from marsad.lexicon.entry import PARTICLE
from marsad.model import ActorRef

# A further aim in the same sentence is a reason of its own only where its category is told firmly enough.
FIRM = 0.25
# Where nobody is named who acts, these cues alone still tell a reason.
UNTOLD = frozenset({"strong", "subject", "exploit"})
# A question's mark is among so many last signs of its sentence.
MARKS = 3
# What a cue speaks for with so little weight gives way to what the act speaks for.
WEAKLY = 0.5
BY_SUBJECT = 2.5
# What somebody is driven to is told in so many words; flight comes from a danger.
MADE, HELD = 8, 4.0
_SAYING = frozenset({"للقول", "القول", "بالقول", "الاعتقاد", "للاعتقاد", "التصريح"})
# What ought to be done for an aim stands right behind it.
OUGHT = 4
EXPLOITS = "reasons.exploit"
_LED = frozenset({"ادي", "ادت", "دفع", "وراء"})
# Checks whose reason begins with its aim, and such as alone tell that something is done.
AIM_ALONE = frozenset({"through", "told", "rather", "traced"})
TOLD_BY_CUE = frozenset({"rather", "traced"})
# Rules whose phrase is a series of reasons, parted by "، و".
SERIES = frozenset({"reasons.exploiting_such"})


def found_in_text(ground: Ground, grammar: Grammar, taken: set[int]) -> list[Draft]:
    """Reasons in running text, in order; `taken` are tokens that list items have told already."""
    drafts: list[Draft] = []
    past = refused = -1
    for match in sorted(grammar.find(ground.scene), key=lambda m: (m.first, -m.last, m.rule.rank)):
        if match.first <= past or match.first in taken or match.first in ground.inside_actor:
            continue
        draft = None if _joined_to(ground, match, refused) else _draft(ground, match)
        if draft is None and match.rule.emit.get("test") == "purpose":
            refused = match.first
        if draft is not None:
            # A named cause ("السبب ... هو") runs over what stands between, and may hold cues of its own.
            past = match.first if match.rule.emit.get("test") in ("named", *AIM_ALONE) else match.last
            _join(ground, drafts, draft)
    return [part for draft in drafts for part in _parts(ground, draft)]


def _joined_to(ground: Ground, match: RuleMatch, refused: int) -> bool:
    """Whether a ل is joined with و to one that was refused in the same sentence (صعوبات للوصول …، ولإيصال …)."""
    if refused < 0 or match.rule.emit.get("test") != "purpose" or not ground.tokens[match.first].form.startswith("ول"):
        return False
    return ground.tokens[refused].sentence == ground.tokens[match.first].sentence


def _draft(ground: Ground, match: RuleMatch) -> Draft | None:
    emit = match.rule.emit
    test = str(emit.get("test", "strong"))
    if not checks.needed(ground, match) or not checks.TESTS[test](ground, match):
        return None
    if test == "before":
        return _cause_before(ground, match)
    if _asked(ground, match.first):
        return None
    first, past = match.first, min(ground.sentence(match.first)[1], match.last + WINDOW)
    aim = match.captures.get("aim")
    head = aim.first if aim else match.first if test in ("purpose", "verb") else match.last + 1
    if test == "named":
        head = first = aim.first if aim else match.last + 1
    if test in AIM_ALONE:
        first = head
    if test == "subject" and aim is None:  # تهدف لمنع …
        head = next((t for t in range(match.first + 1, match.last + 1) if ground.is_in(t, "aim")), head)
    if emit.get("whole"):
        head = first
    if head >= past:
        return None
    last = phrase_end(ground, first, head, past)
    if last < head or (last == head and not ground.tokens[head].word):
        return None
    actor = actor_of(ground, match, head, last, past)
    if emit.get("actor") == "behind" and test == "exploit" and _is_named_alone(ground, actor, last):
        return None  # استغل الرئيس، …: what he makes use of is not told
    if actor is None and (test == "exploit" or emit.get("argues")):
        return None  # كل من استغل منصبه: whoever it is
    if (
        actor is None
        and not emit.get("whole")
        and test not in TOLD_BY_CUE
        and not emit.get("deed")
        and not _acted(ground, match, test in UNTOLD)
    ):
        return None
    if (
        actor is None
        and emit.get("named")
        and not any(t in ground.events for t in range(segment_start(ground, match.first), match.first))
    ):
        return None
    if test == "cue":
        last = first
    kind = str(emit["kind"])
    usual, weight, held = str(emit.get("category", "")), float(emit.get("weight", 0)), _held(ground, match)
    if kind == "goal" and test == "purpose" and by_subject(ground, match.first):
        kind, usual, weight = "cause", "coercion", BY_SUBJECT  # فرض عقوبات عليهم لدعمهم النظام
    if held and kind == "cause" and weight <= WEAKLY:
        usual = "protection"
    name, lead = category(ground, head, last, usual, weight, kind, held)
    if name == "settlement" and match.rule.name.startswith(EXPLOITS):
        name = "political_timing"  # a truce, talks that are made use of
    if any(_ought(ground, t) for t in range(head + 1, min(last + 2, head + OUGHT, past))):
        return None  # من أجل السلام علينا أن …
    if test == "named" and kind == "cause" and not _says(ground, match, head):
        return None
    if name == "other" and kind == "goal" and (test == "until" or not ground.is_in(head, "aim")):
        return None
    if ground.tokens[head].form in PRONOUNS and match.rule.name != "reasons.because":
        return None
    if kind == "goal" and (not told_in_words(ground, head) or wished(ground, match.first)):
        return None
    if actor is not None and actor.type == "person" and actor == we(ground, match.first, last):
        if emit.get("argues") or act_before(ground, match.first) is None:
            return None
        actor = None  # his side acts, and its name is told elsewhere
    did = behaviour(ground, match.first) or _behind(ground, last, past)
    return Draft(
        ground.tokens[first].sentence, first, last, head, match.rule.name, kind, name, lead, actor, did,
        target(ground, [(head, last), did], actor), bool(emit.get("hedged")),
        confidence=0.7 if test == "strong" else 0.5, cue=match.first if test == "named" else -1,
    )  # fmt: skip


def _is_named_alone(ground: Ground, actor: ActorRef | None, last: int) -> bool:
    """Whether a phrase ends with who acts."""
    return actor is not None and actor.end is not None and ground.tokens[last].end <= actor.end


def _ought(ground: Ground, token: int) -> bool:
    found = ground.match(token, "called_for")
    return found is not None and found.entry.part == PARTICLE


def _asked(ground: Ground, token: int) -> bool:
    """Whether a token's sentence is a question, with a quotation or a full stop behind its mark."""
    past = ground.sentence(token)[1]
    return any(ground.tokens[t].form in "؟?" for t in range(max(token, past - MARKS), past))


def _says(ground: Ground, match: RuleMatch, head: int) -> bool:
    """Whether the words behind "the cause is" name one, of something done: they do not only announce it (أهداف أخرى),
    nor tell a result (السبب الذي أدى إلى …)."""
    if ground.tokens[head].form == "من" or ground.is_in(head, "why_noun"):
        return False
    if any(ground.tokens[t].form in _LED for t in range(match.first, match.last + 1)):
        return False
    return any(acts(ground, t) for t in range(ground.sentence(match.first)[0], head))


def _held(ground: Ground, match: RuleMatch) -> bool:
    """Whether what is explained is that somebody stops, leaves, refuses or arrests."""
    act = act_before(ground, match.first)
    return act is not None and ground.is_in(act.head, "holds_back")


def _acted(ground: Ground, match: RuleMatch, firmly: bool) -> bool:
    """Whether the clause before a cue tells something that is done, whoever does it.

    `firmly` where the cue alone says that it has a reason; else the clause has to be about the act."""
    act = act_before(ground, match.first)
    if act is None or not act.known or act.ours:
        return False
    return firmly or act.explained or set_apart(ground, act, match.first) or somebody_acts(ground, match.first)


def _behind(ground: Ground, last: int, past: int) -> tuple[int, int] | None:
    start = last + 1
    while start < past and ground.tokens[start].form in SIGNS:
        start += 1
    return (start, phrase_end(ground, start, start, past)) if start < past else None


def _cause_before(ground: Ground, match: RuleMatch) -> Draft | None:
    """ "…، ما دفع الجيش إلى الانسحاب": the clause before is the reason, what follows the behaviour."""
    _, past = ground.sentence(match.first)
    doer = best_doer(ground, match.last + 1, min(past, match.last + 5), match.last + 1)
    made = doers_in(ground, match.last + 1, min(past, match.last + 2))
    if made and made[0].prefix in ("", "ب"):
        doer = Doer(made[0], 1.0)  # دفع الجيش إلى …, دفع بالجيش إلى …
    end = match.first - 1
    if doer is None or end < 0 or ground.tokens[end].form not in SIGNS:
        return None
    start = segment_start(ground, match.first)
    if ground.tokens[start].form in PREPOSITIONS and start > ground.sentence(start)[0]:
        start = segment_start(ground, start)  # فجر انتحاري نفسه أمس، عند حاجز، ما دفع …
    if end - start < 2:
        return None
    emit = match.rule.emit
    behind = range(match.last + 1, min(past, match.last + 1 + MADE))
    if any(ground.tokens[t].form in _SAYING for t in behind):
        return None
    held = any(ground.is_in(t, "holds_back") for t in behind)
    usual, weight = ("protection", HELD) if held else (str(emit.get("category", "")), float(emit.get("weight", 0)))
    name, lead = category(ground, start, end - 1, usual, weight, "cause", held)
    did = (match.last + 1, phrase_end(ground, match.last + 1, match.last + 1, past))
    actor = doer.ref()
    return Draft(
        ground.tokens[start].sentence, start, end - 1, start, match.rule.name, str(emit["kind"]), name, lead, actor,
        did, target(ground, [did], actor),
    )  # fmt: skip


def _join(ground: Ground, drafts: list[Draft], draft: Draft) -> None:
    """Add a draft, unless it only goes on with the one before; that one then ends where this begins."""
    if not drafts or ground.tokens[drafts[-1].first].sentence != ground.tokens[draft.first].sentence:
        drafts.append(draft)
        return
    before = drafts[-1]
    inside = draft.first <= before.last
    adjacent = draft.first - before.last <= 3
    if inside:
        cut = draft.first - 1
        if cut < before.head:
            return
        name, lead = category(ground, before.head, cut, before.category, 0.1)
        if name == draft.category:
            return
        drafts[-1] = replace(before, last=cut, category=name, lead=lead)
        drafts.append(draft)
    elif adjacent and before.kind == draft.kind == "cause":
        return  # the cause of a cause
    elif not (adjacent and before.category == draft.category):
        drafts.append(draft)


def _parts(ground: Ground, draft: Draft) -> list[Draft]:
    """A draft, parted where a further aim of another category is joined to it."""
    if draft.rule in SERIES:
        return _series(ground, draft)
    if draft.kind != "goal":
        return [draft]
    _, past = ground.sentence(draft.first)
    if not any(ground.is_in(t, cls) for t in (draft.head, draft.head + 1) for cls in ("aim", "aim_verb")):
        return [draft]  # دفاعا عن البلاد، والتفاف الناس …: joined to something else
    at = coordinated(ground, draft.head, draft.last, past)
    if at is None:
        return [draft]
    last = phrase_end(ground, at, at, past)
    name, lead = category(ground, at, last)
    cut = min(draft.last, at - 1)
    while cut > draft.head and not ground.tokens[cut].word:
        cut -= 1
    own, own_lead = category(ground, draft.head, cut, draft.category, 0.1)
    if name in (own, "other") or lead < FIRM or cut < draft.head:
        return [draft]
    further = replace(draft, first=at, head=at, last=last, category=name, lead=lead, skip=1)
    return [replace(draft, last=cut, category=own, lead=own_lead), further]


def _series(ground: Ground, draft: Draft) -> list[Draft]:
    """The members of a series ("مثل اقتراب الانتخابات، وتصاعد القتال"), each a reason."""
    _, past = ground.sentence(draft.first)
    parts = [draft]
    at = draft.last + 1
    while at + 2 < past and ground.tokens[at].form in "،," and ground.tokens[at + 1].form.startswith("و"):
        last = phrase_end(ground, at + 1, at + 1, past)
        if last - at < 2:
            break
        name, lead = category(ground, at + 1, last, "opportunity", 0.5, draft.kind)
        parts.append(replace(draft, first=at + 1, head=at + 1, last=last, category=name, lead=lead, skip=1))
        at = last + 1
    return parts
