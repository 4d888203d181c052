"""The sides of fighting that a sentence does not name together: who fell in it, who beat an attack off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.cues import cue

if TYPE_CHECKING:
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.nominals import Nominal
    from marsad.extract.events.roles_nouns import Nouns

# Words between a verb of beating off and the attack.
_REACH = 8
# Verbs that go on to tell whom an attack was aimed at.
AIMED = tuple(sorted(cue("aimed")))


def face(reader: Nouns, clash: Draft) -> None:
    """The other side of a clash that names one: who fell or acts in its clause (قتل خمسة منهم في مواجهات مع فلان)."""
    sides = [*clash.agents, *clash.targets]
    if clash.verb or len(sides) != 1:
        return
    start = reader.left(clash.first) if sides[0].link == "with" else clash.first
    others = [n for n in reader.nominals if n.head < clash.first and n.first >= start and not n.link and not n.joined]
    others += [n for d in reader.found if d.spec.type in ("killing", "injury") for n in d.targets]
    others = [n for n in others if n.armed and not n.speaker and not _same(n, sides[0])]
    others = [n for n in others if n.named or reader.agreement.gender(n) != "m"]  # مقتل قائد كتيبة في اشتباكات
    if sides[0].link != "with":
        others = [n for n in others if n.named]
    if others:
        first = others[0]
        clash.agents, clash.targets = ([first], sides) if first.first < sides[0].first else (sides, [first])


def withstand(reader: Nouns, attack: Draft) -> None:
    """Who beats an attack off is the one attacked, never the one who attacks: صد فلان هجوما."""
    if not attack.spec.violent or attack.type == "clash":
        return
    verb = next((m for m in reversed(reader.sentence.of("repel")) if 0 < attack.first - m.last <= _REACH), None)
    if verb is None or any(verb.last < b < attack.first for b in reader.sentence.breaks):
        return
    between = [n for n in reader.nominals if verb.last < n.head < attack.first and not n.link]
    before = [n for n in reader.nominals if reader.left(verb.first) <= n.head and n.last < verb.first and not n.link]
    subject = between[:1] or before[:1] or [n for n in attack.agents if n.last < verb.first and not n.link][:1]
    if not subject and attack.inherited and not attack.by:
        attack.agents, attack.targets = [], attack.targets or attack.agents  # كما أفشلوا محاولة اقتحام
    if not subject or (subject[0].speaker and before):
        return
    attack.agents = [n for n in attack.agents if not _same(n, subject[0])]
    if not attack.agents and attack.targets and all(n.link == "for" for n in attack.targets):
        attack.agents, attack.targets = attack.targets, []  # صد هجوم لفلان
    if not attack.targets and not any(_same(n, subject[0]) for n in attack.agents):
        attack.targets = reader.group(subject[0])


def aim(attack: Draft, verb: Draft) -> None:
    """Whom an attack was aimed at, where a verb that goes on tells it: هجوم نفذه فلان واستهدف الشرطة."""
    goes_on = verb.verb and verb.match.prefix.conjunction and verb.match.entry.form.startswith(AIMED)
    if not goes_on or not attack.spec.violent or attack.verb:
        return
    if attack.agents:
        others = [n for n in verb.agents if n not in attack.agents and n.first > verb.last]
        verb.agents, verb.targets = list(attack.agents), verb.targets or others
    if not attack.targets:
        attack.targets = [n for n in verb.targets if n not in attack.agents]


def _same(a: Nominal, b: Nominal) -> bool:
    return a is b or (a.ref.key is not None and a.ref.key == b.ref.key)
