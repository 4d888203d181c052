"""How well records agree with gold annotations: the figures of `marsad evaluate`."""

from marsad.evaluate.evaluation import Disagreement, Evaluation, evaluate
from marsad.evaluate.gold import load_gold, load_records
from marsad.evaluate.tally import Figures, Tally

__all__ = ["Disagreement", "Evaluation", "Figures", "Tally", "evaluate", "load_gold", "load_records"]
