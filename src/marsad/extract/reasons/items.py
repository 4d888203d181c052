"""Explicit lists of reasons: which lists are such, and their items as reasons.

A list is one of reasons where its lead-in, its marks ("السبب الأول") or the article's question ask why. The lead-in
gives its actor, behaviour and hedge to the items."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from marsad.extract.reasons.announce import announces, question_tokens, tells_reasons
from marsad.extract.reasons.category import UNKNOWN, ranked, votes_for
from marsad.extract.reasons.doers import GROUP, NATION
from marsad.extract.reasons.draft import Draft
from marsad.extract.reasons.extent import phrase_end
from marsad.extract.reasons.governor import Doer, best_doer, doer_around, target
from marsad.extract.reasons.ground import SIGNS, Ground
from marsad.extract.reasons.noun_doer import doer_of_noun
from marsad.grammar.grammar import Grammar, RuleMatch
from marsad.model import ActorRef
from marsad.text.lists import ListItem, TextList, find_lists

BODY_SHARE, BODY_ALONE = 0.25, 0.6
BODY_WORDS = 60
# How much the name of a field counts beside what the item says of it.
DOMAIN = 0.2
MEMORY = 12
OWNER_REACH = 4
DEED_REACH = 8
TITLE_SHARE = 2.0
# A further reason without a number stands within so many sentences behind a list, and has so many words.
ADDED_REACH, ADDED_WORDS = 6, 5
_COPULA = frozenset({"هو", "هي", "فهو", "فهي", "وهو", "وهي", "انه", "انها", "ان", "كان", "كانت"})
_TIES = frozenset(
    {
        "يتمثل",
        "تتمثل",
        "فيتمثل",
        "يكمن",
        "فيكمن",
        "تكمن",
        "يتعلق",
        "فيتعلق",
        "تتعلق",
        "يرتبط",
        "فيرتبط",
        "يتصل",
        "مرتبط",
        "متعلق",
        "يعود",
        "فيعود",
        "يرجع",
        "يتجلي",
        "يخص",
        "مرده",
    }
)
_TIE_PREPOSITIONS = frozenset({"في", "الي"})
_COMES = frozenset({"جاء", "جاءت", "ياتي", "تاتي", "اتي", "كان", "كانت", "شن", "نفذ"})


@dataclass(frozen=True, slots=True)
class Lead:
    """What the words before a list give to its items."""

    actor: ActorRef | None
    behaviour: tuple[int, int] | None
    hedged: bool
    kind: str | None


def found_in_lists(ground: Ground, grammar: Grammar) -> list[Draft]:
    """The items of all lists of reasons. A heading that is also an item of another list counts once."""
    drafts: list[Draft] = []
    taken: set[int] = set()
    matches: list[RuleMatch] | None = None
    for found in find_lists(ground.text):
        if not tells_reasons(ground, found) or any(item.first in taken for item in found.items):
            continue
        lead = _lead(ground, found)
        if lead.actor is None:
            continue
        if matches is None and any(item.head is None for item in found.items):
            matches = grammar.find(ground.scene)  # once for all lists
        items = [_draft(ground, found, item, lead, matches or []) for item in found.items]
        # A list whose items say nothing that can be aimed at is one of names, of places, of dates.
        if sum(draft.category == UNKNOWN for draft in items) > len(items) / 2:
            continue
        drafts.extend(items)
        drafts.extend(_further(ground, found, lead))
        taken.update(t for item in found.items for t in range(item.mark, item.last + 1))
    return drafts


def _further(ground: Ground, found: TextList, lead: Lead) -> list[Draft]:
    """What the sentences behind a list's last item add to it without a number (يضاف إلى ذلك أن …)."""
    drafts: list[Draft] = []
    after = ground.tokens[found.items[-1].first].sentence + 1
    for first, past in ground.text.sentence_tokens[after : after + ADDED_REACH]:
        added = ground.match(first, "adds_reason")
        if added is None or past - added.last < ADDED_WORDS:
            continue
        draft = _draft(ground, found, ListItem(None, first, added.last + 1, past - 1, None), lead, [])
        if draft.category != UNKNOWN:
            drafts.append(draft)
    return drafts


def _lead(ground: Ground, found: TextList) -> Lead:
    first, last = found.lead or (found.items[0].mark, found.items[0].mark)
    asked = question_tokens(ground)
    doer = _owner(ground, first, last) or (
        doer_around(ground, *_why_segment(ground, first, last)) if found.lead else None
    )
    if doer is None and asked is not None:
        doer = doer_around(ground, *asked)
    if doer is None and found.lead:
        doer = _of_act(ground, first, last)
    actor = doer.ref() if doer else None
    if doer is None or doer.mention.mention.rule in (GROUP, NATION):
        actor = _spoken_of(ground, first, actor) or actor
    did = _deed(ground, *_why_segment(ground, first, last)) or (_deed(ground, *asked) if asked else None) or asked
    hedged = any(ground.is_in(t, "why_hedge") for t in range(first, last + 1))
    kinds = [str(m.entry.value).split()[0] for t in range(first, last + 1) if (m := ground.match(t, "why_noun"))]
    return Lead(actor, did, hedged, kinds[0] if kinds else None)


def _of_act(ground: Ground, first: int, last: int) -> Doer | None:
    """Who does the act that a lead-in names, where no table knows them (لهجوم كتيبة السلعة …)."""
    for t in range(first, last + 1):
        if _act(ground, t) and (placed := doer_of_noun(ground, t, last + 1)) is not None:
            return Doer(placed, 1.0)
    return None


def _owner(ground: Ground, first: int, last: int) -> Doer | None:
    """The actor whose reasons they are said to be: "أهداف التنظيم", "يحقق لإيران ثلاثة أهداف"."""
    for t in range(first, last + 1):
        if not announces(ground, t):
            continue
        if t + 1 in ground.actors:
            return Doer(ground.actors[t + 1][0], 1.0)
        for placed in ground.actors_in(max(first, t - OWNER_REACH), t):
            if placed.prefix.endswith("ل") or ground.tokens[placed.first].form.startswith("لل"):
                return Doer(placed, 1.0)
    return None


def _why_segment(ground: Ground, first: int, last: int) -> tuple[int, int]:
    """The part of a lead-in, between signs, that says that reasons follow; all of it where none does."""
    at = next((t for t in range(first, last + 1) if ground.is_in(t, "why_noun") or ground.is_in(t, "why_word")), None)
    if at is None:
        return first, last
    start = end = at
    while start > first and ground.tokens[start - 1].form not in SIGNS:
        start -= 1
    while end < last and ground.tokens[end + 1].form not in SIGNS:
        end += 1
    return start, end


def _spoken_of(ground: Ground, token: int, like: ActorRef | None) -> ActorRef | None:
    """The actor that the sentences before a list speak of most as a subject; the title counts more.

    `like` is a nation told by its adjective: then one of that nation."""
    nation = like.key.partition("_")[0] if like is not None and like.key else ""
    votes: defaultdict[str, float] = defaultdict(float)
    best: dict[str, Doer] = {}
    sentence = ground.tokens[token].sentence
    for n in range(max(0, sentence - MEMORY), sentence):
        first, past = ground.text.sentence_tokens[n]
        for t in range(first, past):
            if t not in ground.actors:
                continue
            doer = best_doer(ground, t, t + 1, t + 1)
            if doer is not None:
                key = doer.ref().key or doer.ref().text
                if doer.mention.mention.rule in (GROUP, NATION) or not key.startswith(nation):
                    continue
                votes[key] += max(0.2, doer.score) * (TITLE_SHARE if n == 0 else 1.0)
                best.setdefault(key, doer)
    if not votes:
        return None
    return best[max(votes, key=lambda key: votes[key])].ref()


def _deed(ground: Ground, first: int, last: int) -> tuple[int, int] | None:
    """The behaviour that a lead-in names: behind the word that announces reasons, else nearest before it."""
    at = next((t for t in range(first, last + 1) if announces(ground, t)), None)
    if at is None:
        start = next((t for t in range(first, last + 1) if _act(ground, t)), None)
    else:
        start = next((t for t in range(at + 1, min(at + DEED_REACH, last) + 1) if _act(ground, t)), None)
        if start is None:
            start = next((t for t in range(at - 1, first - 1, -1) if _act(ground, t)), None)
            last = at - 1
    if start is None:
        return None
    end = start
    while end < last and not ground.is_in(end + 1, "lead_tail") and ground.tokens[end + 1].form not in SIGNS:
        if ground.tokens[end + 1].form == "الي" and end + 2 <= last and ground.is_in(end + 2, "number"):
            break  # تمسك الحزب بالبقاء | إلى أربعة اعتبارات
        end += 1
    return start, end


def _act(ground: Ground, token: int) -> bool:
    return token in ground.events or ground.is_in(token, "act_noun")


def _draft(ground: Ground, found: TextList, item: ListItem, lead: Lead, matches: list[RuleMatch]) -> Draft:
    if item.head is not None:
        first, last = item.first, item.head
        while first < last and ground.tokens[first].form in _COPULA:
            first += 1
    else:
        first, last = _head_phrase(ground, item, matches)
    kind = lead.kind or ("goal" if ground.is_in(first, "aim") else "cause")
    if ground.is_in(first, "aim"):
        kind = "goal"
    name, margin = _category(ground, first, last, item.last)
    sentence = ground.tokens[first].sentence
    evidence = tuple(range(sentence + 1, ground.tokens[item.last].sentence + 1))
    return Draft(
        sentence, first, last, first, f"code:list.{found.dress}", kind, name, margin, lead.actor, lead.behaviour,
        target(ground, [lead.behaviour, (first, last)], lead.actor), lead.hedged, False, item.order, evidence,
        confidence=0.8,
    )  # fmt: skip


def _head_phrase(ground: Ground, item: ListItem, matches: list[RuleMatch]) -> tuple[int, int]:
    """The words of an item without a heading: its purpose where it restates the behaviour, else its first phrase."""
    first = _behind_copula(ground, item)
    past = min(item.last + 1, ground.sentence(first)[1])
    last = phrase_end(ground, first, first, past)
    if not ground.is_in(first, "aim"):
        came = next((t for t in range(first, min(last + 1, first + 8)) if ground.tokens[t].form in _COMES), None)
        if came is not None:
            for match in matches:
                if came < match.first <= last and match.rule.emit.get("kind") in ("goal", "response"):
                    return match.first, phrase_end(ground, match.first, match.last, past)
    return first, last


def _behind_copula(ground: Ground, item: ListItem) -> int:
    t = item.first
    tokens = ground.tokens
    while t < item.last and tokens[t].form in _COPULA:
        t += 1
    if t < item.last and tokens[t].form in _TIES:
        t += 1
        if t < item.last and tokens[t].form in _TIE_PREPOSITIONS:
            t += 1
    elif t == item.first and t < item.last and tokens[t].form in _TIE_PREPOSITIONS and t - item.mark > 1:
        t += 1
    return t


def _category(ground: Ground, first: int, last: int, item_last: int) -> tuple[str, float]:
    """By the head's words, and by the item's other words where the head says little."""
    votes = votes_for(ground, first, last)
    share = BODY_SHARE if votes else BODY_ALONE
    if last - first == 1 and ground.is_in(first, "why_noun"):  # العامل الأمني: a field; the body says what in it
        votes, share = defaultdict(float, {name: n * DOMAIN for name, n in votes.items()}), BODY_ALONE
    for name, vote in votes_for(ground, last + 1, min(item_last, last + BODY_WORDS), share).items():
        votes[name] += vote
    return ranked(votes)
