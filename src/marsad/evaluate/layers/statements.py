"""Statements: one for each speaker in each sentence."""

from __future__ import annotations

from marsad.evaluate.layers.comparison import Comparison, Items, SentenceSpans, comparison, sentence_of
from marsad.evaluate.names import same_name
from marsad.evaluate.pairing import Item, pair_up
from marsad.evaluate.tally import Tally


def compare(gold: Items, system: Items, spans: SentenceSpans) -> Comparison:
    """Pairs share a sentence, and the speaker where there is a choice."""

    def weight(a: Item, b: Item) -> float:
        if sentence_of(a, spans) != sentence_of(b, spans):
            return 0.0
        return 1.0 + float(same_name(a.get("speaker"), b.get("speaker")))

    pairs = pair_up(gold, system, weight)
    held = (len(gold), len(system))
    tallies = {
        "statements": Tally(len(pairs), *held),
        "statements.speaker": Tally(sum(same_name(a.get("speaker"), b.get("speaker")) for a, b in pairs), *held),
        "statements.kind": Tally(sum(a.get("kind") == b.get("kind") for a, b in pairs), *held),
    }
    return comparison(tallies, gold, system, pairs)
