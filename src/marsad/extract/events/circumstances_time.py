"""When, and how often: the date that belongs to an event, and the number of like acts that its noun tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from marsad.extract.events.circumstances_clauses import next_clause
from marsad.extract.events.sentence import between
from marsad.extract.events.words import SPOKEN

if TYPE_CHECKING:
    from marsad.analysis import Analysis
    from marsad.extract.events.draft import Draft
    from marsad.extract.events.sentence import Sentence
    from marsad.grammar.scene import Placed

# Nouns of one act whose dual ends as others' singular may (تأمين).
_DUALS = frozenset({
    "هجوم", "تفجير", "انفجار", "كمين", "قصف", "اعتداء", "صاروخ", "اجتماع", "لقاء", "اتفاق", "اعتصام", "استهداف",
})  # fmt: skip
# More acts than this are no acts: a number of another kind stands before the noun.
_MANY = 500


def date(analysis: Analysis, sentence: Sentence, found: list[Draft]) -> None:
    """Gives each draft the date that its clause, else its sentence, names."""
    if not sentence.times:
        return
    for k, draft in enumerate(found):
        left = found[k - 1].last if k else sentence.first - 1
        right = found[k + 1].first if k + 1 < len(found) else sentence.past
        if draft.type in SPOKEN:
            right = min([right, *(m.first for m in sentence.of("clause") if m.first > draft.last)])
        after = [t for t in sentence.times if draft.last < t.first < right]
        after = [t for t in after if not _since_what(analysis, sentence, draft, t)]
        before = [t for t in sentence.times if left < t.first and t.last < draft.first]
        # خلال زيارته البلدة المحتلة منذ 1974: أوقع الهجوم ثلاثين قتيلا
        before = [t for t in before if not (_since(analysis, t) and between(sentence.colons, t.last, draft.first))]
        if k and found[k - 1].type not in SPOKEN:
            before = [t for t in before if not _told_with(sentence, found[k - 1], t, draft)]
            before = [t for t in before if not (_since(analysis, t) and next_clause(analysis, t.last, draft.first))]
        chosen = after[0] if after else before[-1] if before else None
        draft.own_date = chosen is not None
        if chosen is None and draft.type not in SPOKEN:
            rest = [t for t in sentence.times if not _since(analysis, t)]
            chosen = rest[0] if len(rest) == 1 else None
        if chosen is not None:
            draft.date = chosen.mention.edtf


def _told_with(sentence: Sentence, act: Draft, told: Placed, draft: Draft) -> bool:
    """Whether a time between two acts belongs to the first: it stands in its clause, and another begins behind it."""
    inside = any(act.last < b <= told.first for b in sentence.breaks)
    return not inside and any(told.last < b <= draft.first for b in sentence.breaks)


def number(sentence: Sentence, found: list[Draft]) -> None:
    """Gives each draft how many like acts its noun tells: هجومين, ثلاث غارات."""
    for draft in found:
        if draft.verb or draft.type in SPOKEN:
            continue
        form = draft.match.entry.form
        if form.endswith(("تين", "تان")) or (form.endswith(("ين", "ان")) and form[:-2] in _DUALS):
            draft.count = 2
            continue
        for told in sentence.numbers:
            plain = told.kind == "cardinal" and told.value is not None and told.value.denominator == 1
            if plain and told.value is not None and told.last == draft.first - 1 and 2 <= told.value <= _MANY:
                draft.count = int(told.value)


def _since_what(analysis: Analysis, sentence: Sentence, draft: Draft, placed: Placed) -> bool:
    """Whether a time behind an act only dates what it has happened since, or is the first of its kind since: هجمات
    متكررة منذ انتخاب الرئيس في مايو, في أول هجوم منذ مايو."""
    if _since(analysis, placed):
        return any(draft.last < m.first < placed.first for m in sentence.of("classing"))
    return any(t.form == "منذ" for t in analysis.text.tokens[draft.last + 1 : max(draft.last + 1, placed.first - 2)])


def _since(analysis: Analysis, placed: Placed) -> bool:
    tokens = analysis.text.tokens
    return any(t.form in ("منذ", "بعد", "قبل") for t in tokens[max(0, placed.first - 1) : placed.first + 1])
