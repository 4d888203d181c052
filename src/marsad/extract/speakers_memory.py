"""Who has spoken so far: who goes on where a verb of speech names no subject."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from marsad.extract.modality_words import PERFECT_T
from marsad.lexicon.automaton import Match, Matches
from marsad.model import ActorRef

_FORGOTTEN = 8  # sentences after which a speaker is no longer the one who goes on speaking
_NEAR = 3  # sentences before the last speaker in which one is looked for who agrees better
_SHORTEST_PLURAL = 4
_OF_ONE = frozenset({"تلفزيون", "بنتاغون", "قانون", "مضمون"})  # no plurals, for all their ending
_KEPT = 4  # speakers among whom one that agrees with the verb is looked for


class Voice(NamedTuple):
    """Who spoke in which sentence; `feminine` as the verb before them said it, None where it tells nothing."""

    speakers: tuple[ActorRef, ...]
    feminine: bool | None
    sentence: int


@dataclass(slots=True)
class Voices:
    """The speakers of a text up to a place, the last one last."""

    spoken: list[Voice] = field(default_factory=list)

    def add(self, voice: Voice) -> None:
        self.spoken = [*self.spoken[1 - _KEPT :], voice]

    def before(self, sentence: int) -> tuple[Voice, ...]:
        """Those who may still go on in a sentence, the last one first; none where the last one is long past."""
        if not self.spoken or sentence - self.spoken[-1].sentence > _FORGOTTEN:
            return ()
        return tuple(v for v in reversed(self.spoken) if sentence - v.sentence <= _FORGOTTEN)


def feminine(matches: Matches, verb: Match) -> bool | None:
    """Whether a verb is feminine singular, masculine singular, or tells nothing (plurals, duals)."""
    form = verb.entry.form
    if form.endswith(("وا", "ون", "ين", "ان")) or (form.endswith("ا") and not verb.suffix):
        return None
    if form.endswith("ت"):
        return True
    return form.startswith("ت") and not matches.is_in(verb.first, PERFECT_T)


def agreeing(voices: tuple[Voice, ...], wanted: bool | None, several: bool | None) -> tuple[ActorRef, ...]:
    """The last speakers with whom a verb agrees in gender and number; else the very last, unless he can't go on so.

    A man is no "she", and men of whom there are many no "he": قال ناشطون … وأضافوا."""
    for voice in voices:
        if voices[0].sentence - voice.sentence > _NEAR:
            break
        agrees = wanted is None or voice.feminine is None or voice.feminine == wanted
        if agrees and not (several is False and not wanted and _many(voice.speakers)):
            return voice.speakers
    if not voices or (wanted and any(s.type == "person" for s in voices[0].speakers)):
        return ()
    return () if several is False and not wanted and _many(voices[0].speakers) else voices[0].speakers


def _many(speakers: tuple[ActorRef, ...]) -> bool:
    """Whether a masculine plural speaks: ناشطون, سكان محليون."""
    if not speakers or speakers[0].type == "person" or speakers[0].key is not None:
        return False
    head = speakers[0].text.split(" ", 1)[0].removeprefix("ال")
    return len(head) > _SHORTEST_PLURAL and head.endswith("ون") and head not in _OF_ONE
