"""Who did it and to whom: parties of a sentence given to its triggers by place, preposition and voice."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from marsad.extract.events.roles_blame import blame
from marsad.extract.events.roles_nouns import Nouns
from marsad.extract.events.roles_sides import aim, face, withstand
from marsad.extract.events.words import FROM_AFAR, INJURY, KILLING, SPOKEN, TOGETHER

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.nominals import Nominal
    from marsad.extract.events.roles_aims import Aims
    from marsad.extract.events.sentence import Sentence


def assign(analysis: Analysis, sentence: Sentence, found: list[Draft], aims: Aims) -> None:
    """Fills the agents and targets of the drafts of a sentence; `aims` tells which prepositions lead to a target."""
    reader = Nouns(analysis, sentence, found, aims)
    previous: list[Nominal] = []
    for k, draft in enumerate(found):
        if draft.verb:
            reader.verb(draft, previous)
            reader.object_before(draft, found[:k])
        else:
            reader.noun(draft)
            backers = draft.agents if draft.agents and not reader.known(draft) else []
            reader.inherit(draft, found[:k])
            draft.agents += [n for n in backers if n not in draft.agents]
        if draft.agents and (draft.verb or draft.light is not None):
            alone = [n for n in draft.agents if n.link != "co"] or draft.agents  # who backed them does not go on
            previous = alone[:1] if draft.type in TOGETHER else alone
    blame(reader, found)
    for draft in found:
        if draft.type == "clash":
            face(reader, draft)
        withstand(reader, draft)
    for before, draft in pairwise(found):
        aim(before, draft)
        if reader.accused_of(before, draft):  # اتهم فلان فلانا بأنه قصف
            draft.agents = [n for n in before.targets if n not in draft.targets]
    for draft in found:
        reader.stands_accused(draft)
        moved(draft)
        draft.agents = [] if reader.one_of(draft.agents) else plausible(draft)
        draft.agents = [n for n in draft.agents if not reader.of_another(n)]
        draft.targets = [n for n in draft.targets if suffers(draft, n)]
        reader.taken_from(draft, found)


def moved(draft: Draft) -> None:
    """Civilians whom an act of power names beside nobody else are those acted on (تجنيد النساء, نزوح العائلات); whose
    tanks a verb without an object tells of did the act (توغلت دبابات فلان)."""
    if draft.verb and draft.spec.violent and draft.spec.objectless and not draft.agents:
        movers = [n for n in draft.targets if n.head > draft.last and not n.link]
        draft.agents, draft.targets = movers, [n for n in draft.targets if n not in movers]
    if draft.type not in _DONE_TO_PEOPLE or draft.by or (draft.type == "deployment" and draft.verb):
        return
    people = [n for n in draft.agents if n.kind in _HARMLESS]
    if draft.type in _CAPTURES:
        people += [n for n in draft.agents if n.kind in _ANYBODY and not n.named]
    draft.agents = [n for n in draft.agents if n not in people]
    if not draft.agents and not draft.targets:
        draft.targets = people


def plausible(draft: Draft) -> list[Nominal]:
    """The agents that can have done it: civilians are no doers of a violent noun, who speaks or decides is named or
    stands right behind his verb, and nobody strikes or accuses himself."""
    agents = [n for n in draft.agents if n.kind != "vehicle"]
    if (draft.verb or draft.spec.violent or draft.type in _BY_FORCE) and all(n.link == "co" for n in agents):
        return []  # who backs a doer that is not named
    if draft.type in SPOKEN:
        accused = {n.ref.key for n in draft.targets if n.ref.key}
        agents = [n for n in agents if n.ref.key not in accused]
        agents = [n for n in agents if n.link != "co" or n.head - draft.last <= _JOINING]
    if draft.type in TOGETHER:
        agents = [n for n in agents if n.link != "in"]
    if draft.type in _RULED:
        agents = [n for n in agents if n.kind != "media"]
    if draft.type in _WORDS:
        return [n for n in agents if n.named or (draft.verb and _speaks(draft, n))]
    if draft.type == "operation":
        agents = [n for n in agents if n.kind not in ("civilian", "civilians")]  # ضمانات لأهالي كذا قبل العملية
    if draft.type == "protest":
        agents = [n for n in agents if n.kind != "state_force" and not n.asset]  # قامت القوات بتفريق التظاهرة
    if draft.type == "clash":
        agents = [n for n in agents if n.kind != "captive"]  # معارك سوريا, spelt like an adjective of people
    if draft.type in ("clash", "riot") or not (draft.spec.violent or draft.spec.type in (KILLING, INJURY)):
        return agents
    keys = {n.ref.key for n in draft.targets if n.ref.key}
    agents = [n for n in agents if (n.ref.key is None or n.ref.key not in keys) and n.kind not in _WATCHING]
    if not draft.verb and not draft.by:
        agents = [n for n in agents if n.count is None]  # 260 مقاتلا قتلوا في الغارات
    if draft.by:
        agents = [n for n in agents if n.kind != "others" or n.count is not None]
        return [n for n in agents if not (n.named and n.kind in _HARMLESS) or n.link_word.startswith(_BY_HAND)]
    agents = [n for n in agents if n.kind not in ("person", "others") or n.named or (draft.verb and n.count is None)]
    by_hand = draft.verb and draft.spec.type not in FROM_AFAR
    return [n for n in agents if n.kind not in _HARMLESS or (by_hand and not n.named and n.count is None)]


def suffers(draft: Draft, nominal: Nominal) -> bool:
    """Whether a party can be the one acted on: people without a name need a number, a bomber is no victim of his."""
    if nominal.kind == "others":
        return nominal.count is not None
    return nominal.kind != "attacker" or draft.type != "suicide_attack"


def _speaks(draft: Draft, nominal: Nominal) -> bool:
    return (
        draft.type != "threat"
        and nominal.kind in ("crowd", "civilian")
        and nominal.count is None
        and 0 < nominal.head - draft.last <= _RIGHT
    )


# Types done by words or votes, where a party that is not named is mostly somebody else's object.
_WORDS = SPOKEN | TOGETHER | {"decision", "support", "vote"}
# What is done by force without being told as violence.
_BY_FORCE = frozenset({"siege", "operation", "territory_gain", "deployment", "arrest"})
# Who only reports does none of these.
_RULED = _BY_FORCE | {"support", "vote", "decision", "agreement"}
# What is done to people, never by civilians.
_DONE_TO_PEOPLE = frozenset({"arrest", "deployment", "displacement", "siege", "territory_gain", "release", "abduction"})
_BY_HAND = ("علي يد", "علي ايد")
_HARMLESS = frozenset({"civilian", "civilians", "captive", "vehicle"})
_ANYBODY, _CAPTURES = frozenset({"person", "others"}), frozenset({"arrest", "abduction", "release"})
# They tell of violence and do none: monitors, charities, papers.
_WATCHING = frozenset({"media", "organisation"})
_RIGHT = 2
# Words between a verb of speech and those who speak with its subject.
_JOINING = 8
