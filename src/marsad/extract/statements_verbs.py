"""Verbs that attribute: قال, أعلن, نفى, يعتقد."""

from __future__ import annotations

from marsad.analysis import Analysis
from marsad.extract import statements_cues as words
from marsad.extract.speakers import Speakers
from marsad.extract.speakers_memory import feminine
from marsad.extract.speakers_names import PREPOSITIONS, PRONOUNS, RELATIVES, ref
from marsad.extract.speakers_phrase import Subject
from marsad.extract.statements_cues import Cue
from marsad.extract.statements_found import Around, Found
from marsad.extract.statements_markers import Marker, Markers
from marsad.extract.statements_spoken import Spoken, is_of_several
from marsad.extract.statements_start import OPEN_TO_SPEECH, SETTINGS, Starts
from marsad.lexicon.automaton import Match
from marsad.model import ActorRef
from marsad.model.quick import changed

_CLAIMING = ("اعلن", "يعلن", "تعلن", "تبن", "يتبن", "اكد", "يوكد", "توكد")
_ADDRESSES = frozenset({"الي", "ب"})
_NEAR = 5  # words between a verb of speech and أن that can only be its subject
_OPENING = 4  # words in which the subject of a sentence that begins with its verb stands
_DIRECT_REACH = 14  # words between a verb like رد and the speech itself
_OPENING_CLAUSE = 8  # words of what opens a sentence before its verb
_BUT = frozenset({"الا", "غير", "بيد", "لكن", "فيما", "بينما"})
_WHILE = frozenset({"وقد", "وهو", "وهي"})  # يقول، وقد بدا أنه متعب، إن …
_NEAR_MARKER = 10  # words between a verb and the أن that makes it speech rather than an act
_ABOUT_HER = frozenset({"انه", "انها", "انهم", "انهما", "فانه", "فانها", "فانهم", "فانهما", "بانه", "بانها", "بانهم"})
_ABOUT_IT = frozenset({"عنه", "عنها", "به", "بها", "اليه", "اليها", "عليه", "عليها"})
_IN_IT = frozenset({"فيه", "فيها", "خلاله", "خلالها"})
_THEREFORE = frozenset({"لذا", "لذلك", "ولذلك", "ولذا", "وبالتالي"})
_ADOPTING = frozenset({"government", "international", "media"})  # a programme that they adopt
_SUCH = frozenset({"هذا", "هذه", "ذلك", "تلك", "الامر"})


class Verbs:
    """Reads verbs of speech in one analysis."""

    def __init__(self, analysis: Analysis, speakers: Speakers, markers: Markers) -> None:
        self.text, self.tokens = analysis.text, analysis.text.tokens
        self.speakers, self.markers = speakers, markers
        self.spoken, self.starts = Spoken(analysis), Starts(analysis, speakers)

    def read(self, cue: Cue, around: Around) -> Found | None:
        """The statement of a verb, None where it is none."""
        match, needs = cue.match, cue.force.needs
        form = match.entry.form
        start, limit, _, found, voices = around
        if match.prefix.preposition or "relative" in needs or not self.spoken.told(match, start):
            return None
        marker = self._brought_in(cue, limit)
        mark = limit if marker is None else marker.at
        about = self.starts.about(match.last + 1, mark) if "عن" in needs else mark
        subject, behind = self._subject(cue, start, about, marker, found)
        after = behind.past if behind is not None else match.last + 1
        giver = self._in_which(match, around)
        if giver is not None and (subject is None or not needs & OPEN_TO_SPEECH):
            subject, behind, after = giver, None, match.last + 1
        subject = subject or self.speakers.titled(match.last, limit)
        if cue.force.kind == "denial" and behind is not None and self._charged(match.last + 1):
            return None  # الحرب تدحض الاتهامات: no charge denies
        claims = form.startswith(_CLAIMING) and self.markers.responsible(match.last + 1, limit)
        if subject is None and claims:
            subject = self.speakers.nearest(match.first, start)
        if not self._introduced(cue, marker, after, limit, subject, bool(found or voices)):
            return None
        speakers = subject.speakers if subject else ()
        if not speakers:
            if not self._carries_on(cue, marker, start, bool(found)):
                return None
            gender = feminine(self.speakers.matches, match)
            speakers = self._acting(match, around, gender) or around.going_on(gender, is_of_several(match))
            if not speakers:
                return None
        said = self.starts.said(cue, marker, behind, after, limit)
        if match.first > start and self.tokens[match.first - 1].form in RELATIVES:
            limit = next((k for k in range(said, limit) if self._parts_clauses(k)), limit)
        if marker is not None and said < marker.at and not marker.direct:
            limit = next((k for k in range(said, limit - 1) if self._concludes(k)), limit)
        if marker is None and said < limit:
            limit = next((k for k in range(said + 1, limit - 1) if self._but(k)), limit)
        if self._told_before(match, start) or (match.suffix and (marker is None or "claimed" in needs)):
            said = limit  # أكده فلان: what he says stands before, in the pronoun
        if "any" in needs and marker is None and said < limit and self.tokens[said].form in SETTINGS:
            said = limit  # where or when he spoke, and no more that can be told
        kind = "estimate" if subject is not None and subject.estimate else cue.force.kind
        if claims:
            kind = words.KINDS["claim"]
            said = self._own(said, limit) if marker is None or marker.direct else said
        told = self.markers.found(cue, kind, speakers, said, limit)
        if not needs & OPEN_TO_SPEECH - {"continues"} and said < limit:
            told = changed(told, content=self.markers.content(said, limit, None))
        gender = feminine(self.speakers.matches, match) if behind is not None else None
        return changed(told, svo=subject is not None and behind is None, feminine=gender)

    def _brought_in(self, cue: Cue, limit: int) -> Marker | None:
        """What brings in the speech of a verb; a quotation far behind a verb like تحدث is none of its own."""
        first = cue.match.last + 1
        if first + 1 < limit and self.tokens[first].form in "،," and self.tokens[first + 1].form in _WHILE:
            first = next(
                (k for k in range(first + 1, min(limit, first + _DIRECT_REACH)) if self.tokens[k].form in "،,"), first
            )
        marker = self.markers.marker(first, limit)
        if marker is None or not marker.direct or self.tokens[marker.at].form == ":" or "any" in cue.force.needs:
            return marker
        return marker if marker.at - cue.match.last <= _DIRECT_REACH else None

    def _in_which(self, match: Match, around: Around) -> Subject | None:
        """Who gave the speech, or wrote the letter, in which he calls for something (رسالة وجهها فلان طالب فيها)."""
        where = range(match.last, min(match.last + 2, around.past))
        if not any(self.tokens[k].form in _IN_IT for k in where) or match.prefix.conjunction:
            return None
        return self.speakers.giving(match.first, around.start, bool(feminine(self.speakers.matches, match)))

    def _acting(self, match: Match, around: Around, gender: bool | None) -> tuple[ActorRef, ...]:
        """The feminine subject that opens a sentence and goes on to speak (تسعى السلطات إلى كذا، وتقول إن)."""
        if not gender or not match.prefix.conjunction or around.found or match.first - around.start <= _OPENING:
            return ()
        for at in range(around.start, around.start + _OPENING):
            for placed in self.speakers.actors.get(at, ()):
                head = placed.mention.text.split(" ", 1)[0]
                return (ref(placed),) if head.endswith(("ة", "ه", "ات")) and not placed.prefix else ()
        return ()

    def _charged(self, at: int) -> bool:
        """Whether a charge is what stands behind a verb of denial."""
        return self.speakers.matches.is_in(self.speakers.skip(at, len(self.tokens)), "denied_charge")

    def _own(self, said: int, limit: int) -> int:
        """Where who claims an act names his responsibility, behind what is told of him."""
        return next((k for k in range(said, limit) if self.markers.is_responsibility(k)), said)

    def _but(self, at: int) -> bool:
        """Whether the author goes on against a thing that was told as a noun (أعلن هدنة، إلا أن القتال …)."""
        return self.tokens[at].form in "،," and self.tokens[at + 1].form in _BUT

    def _told_before(self, match: Match, start: int) -> bool:
        """Whether what is said stands before a relative verb (البيان الذي أعلنت عنه الوزارة)."""
        relative = match.first > start and self.tokens[match.first - 1].form in RELATIVES
        return relative and match.last + 1 < len(self.tokens) and self.tokens[match.last + 1].form in _ABOUT_IT

    def _parts_clauses(self, at: int) -> bool:
        """Whether a comma ends a relative clause: in a list (، وفلان) the clause goes on."""
        last = at + 1 >= len(self.tokens)
        return self.tokens[at].form in "،," and (last or not self.tokens[at + 1].form.startswith("و"))

    def begins(self, cue: Cue, past: int) -> bool:
        """Whether a verb begins speech of its own, rather than tell what else is said to have been done.

        "The police came and threatened …" goes on with what the speaker says; "and the minister threatened" doesn't."""
        match, needs = cue.match, cue.force.needs
        if "relative" in needs or not self.spoken.told(match, match.first):
            return False
        marker = self.markers.marker(match.last + 1, min(past, match.last + _NEAR_MARKER))
        if "direct" in needs:
            return marker is not None and marker.direct
        if "any" in needs or ("continues" in needs and not match.suffix) or marker is not None:
            return True
        behind = self.speakers.behind(match.last + 1, past, plain=False, marked=False)
        return behind is not None and _may_do(match, behind.speakers[0].text)

    def _concludes(self, at: int) -> bool:
        """Whether a comma stands before what the author concludes (، لذا أراد التنظيم أن …)."""
        return self.tokens[at].form in "،," and self.tokens[at + 1].form in _THEREFORE

    def _subject(
        self, cue: Cue, start: int, mark: int, marker: Marker | None, found: list[Found]
    ) -> tuple[Subject | None, Subject | None]:
        """The speaker of a verb, and the same where it stands behind the verb."""
        match, needs = cue.match, cue.force.needs
        told = match.last + 1
        if "whom" in needs:
            told = self.speakers.past_media(told)
        joined = bool(match.prefix.conjunction)
        before = None if joined else self.speakers.before(match.first, start)
        plural = is_of_several(match)
        if match.suffix and match.first > start and self.tokens[match.first - 1].form in RELATIVES:
            before = None  # الدولة التي أعلنها: the pronoun goes back to it
        if before is not None and match.suffix and match.entry.form[0] in "يت":
            before = None if before.speakers[0].type == "person" and feminine(self.speakers.matches, match) else before
        if before is not None and (before.past == match.first or (plural and before.past == match.first - 1)):
            return before, None
        calls = needs & _ADDRESSES and "that" not in needs and match.entry.form[0] in "يت"
        if calls and not joined and self.speakers.follows_noun(match.first, start):
            return None, None  # مبادرة تدعو القوات إلى: whom it calls on
        if not joined and match.first > start and self.tokens[match.first - 1].form in _ABOUT_HER:
            return None, None  # فإنها دعت الحكومة: the pronoun is the subject, what stands behind it the object
        if joined and found and found[-1].svo:
            return None, None  # فلان يؤكد كذا ويدعو كذا: what stands behind the second verb is its object
        if found and _ADDRESSES & needs and "that" not in needs:
            return None, None  # … كما دعا الحكومة إلى: whom he calls on
        if plural and match.first > start and self.tokens[match.first - 1].form in PRONOUNS:
            return None, None  # وهم يتحدثون
        if plural:
            return (None if joined else self.speakers.nearest(match.first, start)), None
        near = "continues" in needs and mark - match.last <= _NEAR
        behind = self.speakers.behind(
            told, mark, plain=marker is not None and ("any" in needs or near), marked=marker is not None
        )
        return (behind or before), behind

    def _introduced(
        self, cue: Cue, marker: Marker | None, after: int, limit: int, subject: Subject | None, spoken: bool
    ) -> bool:
        """Whether what the verb needs follows it."""
        match, needs = cue.match, cue.force.needs
        if "claimed" in needs:
            adopted = subject is not None and subject.speakers[0].type in _ADOPTING
            return (bool(match.suffix) and not adopted) or self.markers.claims(after, limit)
        if "direct" in needs:
            return marker is not None and marker.direct and marker.at - match.last <= _DIRECT_REACH
        if marker is not None and needs & OPEN_TO_SPEECH:
            return True
        if "close" in needs:
            return not match.suffix and after < limit and self.markers.takes(needs, self.speakers.skip(after, limit))
        if "origin" in needs:
            return self.tokens[min(self.speakers.skip(after, limit), len(self.tokens) - 1)].form == "عن"
        if "news" in needs:
            return self._news(match.last + 1, limit) and self.markers.tied(needs, match.last + 1, after, limit, False)
        if "pair" in needs and marker is None and self.spoken.passive(match, after, limit):
            return False
        if self.markers.tied(needs, match.last + 1, after, limit, bool(match.suffix)):
            return True
        return "any" in needs and (subject is not None or (spoken and bool(match.prefix.conjunction)))

    def _news(self, at: int, limit: int) -> bool:
        """Whether news is what a verb like وردت tells of: وردت أنباء عن كذا."""
        return self.speakers.matches.is_in(self.speakers.skip(at, limit), "say_news")

    def _carries_on(self, cue: Cue, marker: Marker | None, start: int, spoken: bool) -> bool:
        """Whether a verb with no subject of its own goes on with the last speaker."""
        match, needs = cue.match, cue.force.needs
        if "continues" not in needs:
            return False
        before = self.tokens[match.first - 1].form if match.first > start else ""
        if before in RELATIVES and feminine(self.speakers.matches, match) == before.endswith("التي"):
            return False  # its subject is what the pronoun goes back to
        if match.suffix and not match.prefix.conjunction and ("any" not in needs or before in RELATIVES):
            return False
        if not match.prefix.conjunction and self.speakers.follows_noun(match.first, start):
            return False
        apart = before in "،," and match.first - start > _OPENING_CLAUSE and not match.prefix.conjunction
        if apart and (marker is None or marker.at - match.last > _NEAR):
            return False  # بحجة شكاوى من العاملين، أفادت بعدم …
        first = self.speakers.skip(match.last + 1, len(self.tokens) if marker is None else marker.at)
        if "any" not in needs and first < (len(self.tokens) if marker is None else marker.at):
            # a subject that can't speak: "the toll points to …"
            token = self.tokens[first]
            tied = token.form in PREPOSITIONS or not token.word or self.markers.takes(needs, first)
            return tied or (marker is None and "named" in needs and token.form in _SUCH)
        if marker is None and "named" in needs:
            return self.tokens[min(first, len(self.tokens) - 1)].form in _SUCH
        return marker is not None or spoken or bool(match.prefix.conjunction) or match.first == start


def _may_do(match: Match, subject: str) -> bool:
    """Whether a verb agrees with the noun behind it: a feminine one behind a masculine verb is its object."""
    form = match.entry.form
    feminine = form.startswith("ت") or form.endswith("ت")
    return feminine or not subject.split(" ", 1)[0].endswith("ة")
