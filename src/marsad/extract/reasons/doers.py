"""Who could act: mentions of actors, and what only this layer takes for one.

A group without a name ("مسلحون مجهولون") and the nation of an action ("غارة تركية") are no mentions of actors, but
their behaviour has reasons."""

from __future__ import annotations

from marsad.extract.reasons.ground import SIGNS, Ground
from marsad.grammar.scene import Placed
from marsad.lexicon.automaton import Match
from marsad.model import Actor

GROUP, NATION, METONYMY = "table:group_noun", "table:nation_adjective", "code:metonymy"
# Types of events in which it is an army that acts for its state.
WAR = frozenset(
    {"air_strike", "shelling", "armed_attack", "clash", "bombing", "operation", "deployment", "withdrawal", "siege",
     "territory_gain", "weapons_seizure", "destruction"}
)  # fmt: skip
# The adjective of an action stands so many words behind it; a group's own description takes so many.
ADJECTIVE_REACH, GROUP_WORDS = 3, 4
OURS = 4  # letters of a noun with "our"
THEIRS = frozenset({"ه", "ها", "هم", "هما"})
_PLURALS = frozenset({"ون", "ين"})
_CONSTRUCT = ("تلو", "تلي", "لحو", "لحي")  # مقاتلو, مسلحي
# Behind these the adjective is that of something else (المفاوضات مع الوفد الإيراني).
_BETWEEN = frozenset({"مع", "علي", "ضد", "في", "من", "الي", "بين", "عن"})
_ADJECTIVES = ("group_adjective", "nation_adjective", "demonym")
_SOMEBODY = ("people", "office", "rank", "acting_noun")
_MEANS = ("خلال", "اجل", "دون", "قبل", "جهه", "ناحيه", "بين")


def doers_in(ground: Ground, first: int, past: int) -> list[Placed]:
    """All of them in a stretch of tokens, in order; media are left out."""
    named = ground.actors_in(first, past)
    covered = {t for p in named for t in range(p.first, p.last + 1)}
    found = [p for p in named if p.mention.type != "media" and not _this_deed(ground, p)]
    for t in range(first, past):
        if t not in ground.doing or t in covered or t in ground.inside_actor:
            continue
        for match in ground.at[t]:
            if match.entry.cls == "group_noun":
                if match.suffix in THEIRS:
                    break  # مقاتلوه: whose they are is told elsewhere; عمليات انتحارية: an adjective
                if match.last + 1 not in ground.actors:
                    found.append(_group(ground, match, past))
                break
            if match.entry.cls == "nation_adjective" and t + 1 not in ground.actors and _of_action(ground, t, first):
                found.append(_nation(ground, match))
                break
    return sorted(found, key=lambda p: p.first)


def _this_deed(ground: Ground, placed: Placed) -> bool:
    """Whether what looks like a name is a deed that is pointed at (هذا الحشد)."""
    t = placed.first
    pointed = t > 0 and ground.tokens[t - 1].form in ("هذا", "هذه")
    pointed = pointed or (t > 1 and ground.tokens[t - 1].form in ("من", "وراء") and ground.is_in(t - 2, "why_noun"))
    return pointed and placed.first == placed.last and ground.is_in(placed.first, "act_noun")


def group_at(ground: Ground, t: int) -> Placed:
    """A word for people as who acts, with the words of its token."""
    span = ground.span(t, t)
    found = ground.match(t, "group_noun")
    kind = str(found.entry.value or "") if found is not None else ""
    return Placed(t, t, "", Actor("", span.start, span.end, ground.text.words(span), kind, GROUP, None))


def _group(ground: Ground, match: Match, past: int) -> Placed:
    """The group with an adjective that agrees, or with what it is made up of ("مقاتلون من القبيلة")."""
    last = match.last
    tokens = ground.tokens
    if last + 1 < past:
        following = tokens[last + 1].form
        plural = following[-2:] in _PLURALS and tokens[last].form[-2:] in _PLURALS and len(following) > 4
        if plural and following != "الذين":
            last += 1
        elif following == "من" and last + 2 < past and not tokens[last + 2].form.startswith(_MEANS):
            last += 1
            while last + 1 < past and last - match.last < GROUP_WORDS:
                if tokens[last + 1].form in SIGNS or ground.verb(last + 1) or ground.is_in(last + 1, "side_prep"):
                    break
                last += 1
                if tokens[last].form.startswith("ال"):
                    break
            last = last if last > match.last + 1 else match.last
        elif tokens[last].form.endswith(_CONSTRUCT) and not match.suffix:
            last = _genitive(ground, last, past)
        elif not match.suffix and _constructed(tokens[last].form, following):
            last = _described(ground, last + 1, past)  # رجال أمننا البواسل
        else:
            last = _described(ground, last, past)
    return _placed(ground, match, last, GROUP, None)


def _constructed(group: str, following: str) -> bool:
    """Whether a group is told by whose it is: in construct with a noun that has an article or "our"."""
    if group.startswith("ال") or group[-2:] in (*_PLURALS, "ات") or group.endswith("ا"):
        return False
    return following.endswith("نا") and len(following) > OURS


def _described(ground: Ground, last: int, past: int) -> int:
    """The last of the adjectives that tell a group apart (الأحزاب الكردية الإيرانية، عناصر تكفيرية)."""
    definite = ground.tokens[last].form.startswith("ال") or ground.tokens[last].form.endswith("نا")
    end = last
    while end + 1 < past and end - last < GROUP_WORDS and ground.tokens[end + 1].form.startswith("ال") is definite:
        if end + 1 in ground.actors or not any(ground.is_in(end + 1, cls) for cls in _ADJECTIVES):
            break
        end += 1
    return end


def _genitive(ground: Ground, last: int, past: int) -> int:
    """The last word of what a plural in construct belongs to (مقاتلو وحدات الحماية)."""
    end = last
    while end + 1 < past and end - last < GROUP_WORDS:
        form = ground.tokens[end + 1].form
        if form in SIGNS or ground.verb(end + 1) or ground.is_in(end + 1, "side_prep"):
            break
        end += 1
        if form.startswith("ال") or end in ground.places:
            break
    return end


def _of_action(ground: Ground, token: int, first: int) -> bool:
    """Whether the adjective describes an action: a plural describes people."""
    if ground.tokens[token].form[-2:] in _PLURALS:
        return False
    if token > first and any(ground.is_in(token - 1, cls) for cls in _SOMEBODY):
        return False  # زيارة الوزير الأمريكي
    for back in range(1, ADJECTIVE_REACH + 1):
        t = token - back
        if t < first or ground.tokens[t].form in SIGNS or ground.tokens[t].form in _BETWEEN:
            return False
        if ground.is_in(t, "act_noun") or t in ground.events:
            return True
        if ground.is_in(t, "striker") and not ground.tokens[t].form.startswith("ال"):
            return True  # مقاتلات أمريكية
    return False


def _nation(ground: Ground, match: Match) -> Placed:
    """The state that an adjective tells: its army where what it describes is an act of war, else its government."""
    nation = match.entry.value.nation
    forces = any(_of_war(ground, t) for t in range(match.first - 1, match.first - 1 - ADJECTIVE_REACH, -1) if t >= 0)
    key = nation.forces or f"{nation.prefix}_armed_forces" if forces else f"{nation.prefix}_government"
    return _placed(ground, match, match.last, NATION, key)


def _of_war(ground: Ground, t: int) -> bool:
    """Whether a word tells an act of war, or what strikes in it."""
    if ground.is_in(t, "striker") or any(placed.mention.type in WAR for placed in ground.events.get(t, ())):
        return True
    return any(m.entry.cls == "trigger" and str(m.entry.value).split(" ")[0] in WAR for m in ground.at[t])


def _placed(ground: Ground, match: Match, last: int, rule: str, key: str | None) -> Placed:
    start = match.fstart - (2 if match.prefix.article and match.prefix.preposition != "ل" else 0)
    span = ground.text.slice(start, ground.tokens[last].fend)
    state = "government" if key is not None and key.endswith("_government") else "state_force"
    kind = state if rule == NATION else str(match.entry.value or "")
    mention = Actor("", span.start, span.end, ground.text.words(span), kind, rule, key)
    return Placed(match.first, last, match.prefix.conjunction + match.prefix.preposition, mention)
