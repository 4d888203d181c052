"""Why, who says so, what is expected: what the text argues, each with its sentence."""

from __future__ import annotations

from collections.abc import Iterator

from marsad.model import Reason, Record
from marsad.report.labels import Labels
from marsad.report.outline import OWN, QUESTION, TEXT, Entry, Explain, Fact, Part, fact, kept, lines
from marsad.report.passages import sentence_at
from marsad.report.references import References

_ARROW = {"en": "→", "ar": "←"}


def reasons(record: Record, labels: Labels, named: References, explain: Explain) -> Iterator[Entry]:
    """The article's question, and the reasons as an outline: those of an explicit list under their numbers."""
    if record.question:
        asked = record.question
        yield Entry(
            QUESTION, "؟" if labels.lang == "ar" else "?", labels("question"), (asked.start, asked.end),
            brief=(fact("", asked.text),), items=(QUESTION,),
        )  # fmt: skip
    for reason, level in _nested(record):
        yield Entry(
            reason.id,
            f"{reason.order}." if reason.order is not None else "•",
            labels.name("reason_categories", reason.category),
            (reason.start, reason.end),
            brief=kept(_brief(reason, labels)),
            facts=lines(
                [
                    _aim(reason, labels, named),
                    fact(labels("behaviour"), None if _asked(record, reason) else reason.behaviour),
                    fact(labels("source"), reason.source or labels("author"), TEXT if reason.source else OWN),
                ],
                [Fact(labels("supports"), named.items(reason.supports))],
            ),
            items=(reason.id,),
            quoted=True,
            evidence=reason.evidence,
            level=level,
            made=explain(reason),
        )


def _nested(record: Record) -> Iterator[tuple[Reason, int]]:
    """The reasons with their level: one that stands in the sentences of a list's item belongs to it."""
    held: set[int | None] = set()
    for reason in record.reasons:
        sentence = sentence_at(record, reason.start)
        heads = reason.order is not None or bool(reason.evidence)
        if heads:
            held = {sentence, *reason.evidence}
        yield reason, int(not heads and sentence in held)


def _aim(reason: Reason, labels: Labels, named: References) -> Fact:
    """Who acts, and at whom or what it aims: actor → target."""
    if reason.actor is None:
        return fact(labels("target"), reason.target)
    actor = named.part(reason.actor)
    if reason.target is None:
        return Fact(labels("by"), (actor,))
    return Fact(labels("by"), (actor, Part(_ARROW[labels.lang], sign=True), Part(reason.target)))


def _asked(record: Record, reason: Reason) -> bool:
    """Whether the behaviour is the one that the question above asks about."""
    return bool(record.question and reason.behaviour and reason.behaviour in record.question.text)


def _brief(reason: Reason, labels: Labels) -> list[Fact]:
    return [
        fact("", labels.name("reason_kinds", reason.kind), OWN),
        fact("", labels("hedged") if reason.hedged else None, OWN),
        fact("", labels("denied") if reason.denied else None, OWN),
    ]


def statements(record: Record, labels: Labels, explain: Explain) -> Iterator[Entry]:
    """What the text attributes, to whom, in the order of the text."""
    for statement in record.statements:
        speaker = statement.speaker
        brief = [
            fact("", labels.name("statement_kinds", statement.kind), OWN),
            fact("", labels("hedged") if statement.hedged else None, OWN),
            fact(labels("via"), statement.via),
        ]
        yield Entry(
            statement.id, "•", speaker.text if speaker else labels("unnamed"), (statement.start, statement.end),
            form=TEXT if speaker else OWN, brief=kept(brief), items=(statement.id,), quoted=True,
            made=explain(statement),
        )  # fmt: skip


def outlooks(record: Record, labels: Labels) -> Iterator[Entry]:
    """What is said to come."""
    for outlook in record.outlooks:
        brief = [
            fact("", labels("hedged") if outlook.hedged else None, OWN),
            fact(labels("horizon"), outlook.horizon),
            fact(labels("condition"), outlook.condition),
        ]
        yield Entry(
            outlook.id, "•", outlook.actor.text if outlook.actor else labels("no_actor"), (outlook.start, outlook.end),
            form=TEXT if outlook.actor else OWN, brief=kept(brief), items=(outlook.id,), quoted=True,
        )  # fmt: skip
