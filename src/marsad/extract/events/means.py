"""What the words near an act tell of its kind, where its own words leave it open: mines that were laid, guns that
struck, a blast heard of a raid, hostages that somebody holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.weapons import SEVERAL, parted
from marsad.extract.events.words import FROM_AFAR, KILLING, flags
from marsad.text.fold import fold_word

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.nominals import Nominal
    from marsad.extract.events.sentence import Sentence
    from marsad.lexicon import Match

# Words from what was laid to the dead of it.
_LAID = 30
# Words from a death to the means behind ب.
_MEANS = 8
_HIT = frozenset({"اصابه", "اصابته", "اصابها", "اصابتها", "اصابهم", "اصابتهم"})
# Without a name these may be a state's.
_FORCES = ("قوات", "القوات", "قوه", "القوه", "جيش", "الجيش")
# Kinds of parties without aircraft, and what their drones are called by.
_ON_FOOT, _DRONES = frozenset({"armed_group", "armed"}), ("مسير", "طيار", "درون")
# Endings of verbs of throwing; what guns do, before their name.
_THREW = ("لقي", "لقت", "لقوا", "لقون")
_FIRE = frozenset({"بنيران", "بنار", "بشظايا"})
# Words from several aircraft to a verb that they are the subject of; words that bring in what is said of them.
_FLOWN = 20
_THAT = frozenset({"انها", "انه", "ان", "بانها"})
# Verbs of raiding, with which police search.
_RAIDED = ("داهم", "دهم")
# Who holds prisoners by law.
_LAWFUL = frozenset({"state_force", "government", "state"})


def settle(analysis: Analysis, sentence: Sentence, draft: Draft, found: list[Draft]) -> None:
    """Gives a draft, of the `found` of its sentence, the type that the means near it tell."""
    if draft.spec.generic and draft.type in ("shelling", "armed_attack", "bombing"):
        _struck_with(sentence, draft)
    if draft.spec.arms:
        _destroyed_from_air(sentence, draft)
    raided = draft.verb and draft.match.entry.form.lstrip("يت").startswith(_RAIDED)
    if raided and draft.agents and all(a.kind == "state_force" for a in draft.agents):
        draft.type = "operation"  # داهمت الشرطة مقرات
    if (
        draft.type == "armed_attack"
        and draft.agents
        and all(analysis.matches.is_in(a.head, "demonstrators") for a in draft.agents)
    ):
        draft.type = "riot"  # اقتحم متظاهرون المبنى
    if draft.spec.type == KILLING and draft.type in ("armed_attack", "casualties"):
        alone = not any(d is not draft and d.spec.violent for d in found)
        kind = _killed_by(analysis, sentence, draft) if draft.harm or draft.targeted else ""
        bomber = any(a.kind == "attacker" for a in draft.agents)  # انتحاري يقتل عشرة
        kind = "suicide_attack" if bomber or _bomber_killed(sentence, draft) else kind
        draft.type = kind or ("bombing" if alone and _laid(sentence, draft) else draft.type)
    if draft.type == "bombing" and not draft.verb and _heard(draft):
        draft.type = next((d.type for d in reversed(found) if d.first < draft.first and d.type in FROM_AFAR), "bombing")
    if draft.type == "arrest" and _hostages(analysis, draft):
        draft.type = "abduction"
    if draft.type == "air_strike" and not any(w in fold_word(draft.weapon or "") for w in _DRONES):
        _grounded(draft)


def _grounded(draft: Draft) -> None:
    """Takes from an air strike the doers that have no aircraft: armed groups fly drones at most; what somebody of
    them throws is a bomb."""
    groups = [
        n for n in draft.agents
        if n.kind in _ON_FOOT and (n.named or not fold_word(n.ref.text).startswith(_FORCES))
    ]  # fmt: skip
    if groups and draft.verb and draft.match.entry.form.lstrip("ايت").startswith(_THREW):
        draft.type = "bombing"  # ألقى مهاجمون متفجرات
        return
    refs = [n.ref for n in groups]
    draft.agents = [n for n in draft.agents if n not in groups]
    draft.perpetrators = [p for p in draft.perpetrators if p not in refs]


def _struck_with(sentence: Sentence, draft: Draft) -> None:
    """Lets who struck tell by what: the aircraft or guns of a side, a suicide bomber."""
    states = bool(draft.agents) and all(a.kind == "international" for a in draft.agents)
    if draft.type == "shelling" and draft.spec.type == "shelling" and draft.weapon is None and states:
        draft.type = "air_strike"  # a coalition of states bombs from the air where no gun is told
    elif draft.type != "bombing" and (borne(sentence, draft.agents, "air") or _flew(sentence, draft)):
        draft.type = "air_strike"
    elif draft.type == "armed_attack" and borne(sentence, draft.agents, "missile"):
        draft.type = "shelling"
    elif draft.type != "shelling" and borne(sentence, draft.agents, "suicide_attack"):
        draft.type = "suicide_attack"


def _destroyed_from_air(sentence: Sentence, draft: Draft) -> None:
    """Makes an air strike of what aircraft destroyed: دمرت طائرات فلان دبابة, دمرت المقاتلات آليات لفلان."""
    craft = [w for w in sentence.of("weapon") if w.first == draft.last + 1 and "air" in flags(w.entry.value)]
    if craft and draft.verb and not craft[0].prefix.preposition:
        owners = [a for a in draft.agents if a.head <= craft[0].first]
        others = [a.ref for a in draft.agents if a not in owners]
        draft.agents, draft.type = owners, "air_strike"
        draft.perpetrators = [p for p in draft.perpetrators if p not in others]
    elif borne(sentence, draft.agents, "air"):
        draft.type = "air_strike"


def _flew(sentence: Sentence, draft: Draft) -> bool:
    """Whether aircraft named far before a verb are its subject, with whose they are in between, or what they did
    before: مقاتلات أقلعت من كذا وقصفت ..., طائرات يعتقد أنها تابعة لفلان قصفت ..."""
    if not draft.verb or draft.match.suffix or any(n.head > draft.last for n in draft.agents):
        return False
    first = max(sentence.first, draft.first - _FLOWN)
    craft = [
        w for w in sentence.of("weapon")
        if first < w.first < draft.first and "air" in flags(w.entry.value) and w.entry.form.split()[0].endswith(SEVERAL)
    ]  # fmt: skip
    if not craft or craft[-1].prefix.article or craft[-1].prefix.preposition or craft[-1].first - 1 in sentence.links:
        return False
    others = (m for m in sentence.of("clause") if craft[-1].last < m.first < draft.first)
    return not any(m.entry.value == "new" and m.entry.form not in _THAT for m in others)


def borne(sentence: Sentence, agents: list[Nominal], kind: str) -> bool:
    """Whether a weapon or tactic of a kind is named as who struck, or right before its owner: an aircraft, an air
    force, a suicide bomber, مدافع الجيش."""
    spans = [(a.head, a.last) for a in agents]
    return any(
        kind in flags(w.entry.value) and any(first - 1 <= w.first <= last for first, last in spans)
        for w in sentence.of("weapon")
    )


def _killed_by(analysis: Analysis, sentence: Sentence, draft: Draft) -> str:
    """The kind of act that the means behind ب tell, where its own clause names no act: قتل ثلاثة بصاروخ."""
    for weapon in sentence.of("weapon"):
        near = 0 < weapon.first - draft.last <= _MEANS and _with(analysis, weapon)
        near = near and not parted(sentence, draft, weapon)
        hit = 0 < weapon.first - draft.last <= 2 * _MEANS and _hit(analysis, weapon)
        kind: list[str] = weapon.entry.value.split()[:1]
        if (near or hit) and kind and kind[0] not in ("none", "armed_attack"):
            return kind[0]
    return ""


def _with(analysis: Analysis, weapon: Match) -> bool:
    """Whether a weapon stands behind ب: بصاروخ, بنيران المدافع."""
    return weapon.prefix.preposition == "ب" or analysis.text.tokens[weapon.first - 1].form in _FIRE


def _hit(analysis: Analysis, weapon: Match) -> bool:
    """Whether a weapon is told to have hit somebody: بعد أن أصابه مقذوف."""
    return analysis.text.tokens[weapon.first - 1].form in _HIT


def _bomber_killed(sentence: Sentence, draft: Draft) -> bool:
    """Whether a suicide bomber, right behind the verb, killed so many: قتل انتحاري عشرة جنود."""
    beside = [w for w in sentence.of("weapon") if w.first == draft.last + 1 and not w.prefix.preposition]
    killed = draft.harm.get("killed")
    many = killed is not None and (killed.min or 0) > 1
    return draft.verb and many and any("suicide_attack" in flags(w.entry.value) for w in beside)


def _laid(sentence: Sentence, draft: Draft) -> bool:
    """Whether the dead are of mines or bombs named before them, or right behind."""
    near = [m for m in sentence.of("laid") if -_LAID // 3 <= draft.first - m.last <= _LAID]
    return any(m.first < draft.first or not parted(sentence, draft, m) for m in near)


def _heard(draft: Draft) -> bool:
    """Whether explosions are told with nothing that exploded and nobody harmed."""
    return draft.match.entry.form.startswith("انفجار") and draft.weapon is None and not (draft.harm or draft.harmed)


def _hostages(analysis: Analysis, draft: Draft) -> bool:
    """Whether those held are called hostages, or their holders captors, in the same sentence or the next ones."""
    if not draft.verb or any(a.type in _LAWFUL for a in draft.perpetrators):
        return False
    tokens = analysis.text.tokens
    near = range(draft.sentence, draft.sentence + 2)
    return any(tokens[m.first].sentence in near for m in analysis.matches.of("captor"))
