"""Why, who says so, what is expected: what the text argues, each with its sentence."""

from __future__ import annotations

from marsad.model import ActorRef, Reason, Record
from marsad.report.labels import Labels
from marsad.report.page import Fact, Page


def show_reasons(record: Record, page: Page, labels: Labels) -> None:
    """The article's question, and the reasons as an outline: those of an explicit list under their numbers."""
    if not record.reasons and not record.question:
        return
    page.heading(labels("why"))
    if record.question:
        page.facts([(labels("question"), record.question.text)], indent=1)
    for reason in record.reasons:
        mark = f"{reason.order}." if reason.order is not None else "•"
        page.head(mark, labels.name("reason_categories", reason.category), _brief(reason, labels))
        page.facts(
            [
                (labels("by"), _who(reason.actor)),
                (labels("behaviour"), "" if _asked(record, reason) else reason.behaviour or ""),
                (labels("target"), reason.target or ""),
                (labels("source"), reason.source or labels("author")),
            ]
        )
        page.quote(record, reason.start, reason.end)


def _asked(record: Record, reason: Reason) -> bool:
    """Whether the behaviour is the one that the question above asks about."""
    return bool(record.question and reason.behaviour and reason.behaviour in record.question.text)


def _brief(reason: Reason, labels: Labels) -> list[Fact]:
    facts = [("", labels.name("reason_kinds", reason.kind))]
    if reason.hedged:
        facts.append(("", labels("hedged")))
    if reason.denied:
        facts.append(("", labels("denied")))
    return facts


def show_statements(record: Record, page: Page, labels: Labels) -> None:
    """What the text attributes, to whom, in the order of the text."""
    if not record.statements:
        return
    page.heading(labels("says"))
    for statement in record.statements:
        facts = [("", labels.name("statement_kinds", statement.kind))]
        if statement.hedged:
            facts.append(("", labels("hedged")))
        if statement.via:
            facts.append((labels("via"), statement.via))
        page.head("•", _who(statement.speaker) or labels("unnamed"), facts)
        page.quote(record, statement.start, statement.end)


def show_outlooks(record: Record, page: Page, labels: Labels) -> None:
    """What is said to come."""
    if not record.outlooks:
        return
    page.heading(labels("expected"))
    for outlook in record.outlooks:
        facts = [
            (labels("by"), _who(outlook.actor)),
            (labels("horizon"), outlook.horizon or ""),
            (labels("condition"), outlook.condition or ""),
            ("", labels("hedged") if outlook.hedged else ""),
        ]
        page.quote(record, outlook.start, outlook.end, indent=1)
        page.facts(facts)


def _who(actor: ActorRef | None) -> str:
    return actor.text if actor else ""
