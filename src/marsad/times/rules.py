"""The operations that the rules of data/grammars/times.yml name in `emit: {op: …}`."""

from __future__ import annotations

from collections.abc import Callable

from marsad.errors import GrammarError
from marsad.times import dates, days, figures, islamic, periods
from marsad.times.frame import Context, Frame, Reading

Operation = Callable[[Frame, Context], Reading | None]


OPERATIONS: dict[str, Operation] = {
    **dates.OPERATIONS,
    **figures.OPERATIONS,
    **days.OPERATIONS,
    **periods.OPERATIONS,
    **islamic.OPERATIONS,
}


def check(rules: dict[str, str]) -> None:
    """Raises GrammarError where a rule names an operation that there is not. `rules`: name to operation."""
    for name, operation in rules.items():
        if operation not in OPERATIONS:
            known = ", ".join(sorted(OPERATIONS))
            raise GrammarError(f"times.yml, rule {name!r}: no operation {operation!r} ({known})")


def _is_out_of_place(frame: Frame, context: Context) -> bool:
    """Whether a rule asks for what is not so: to be the `first` words of a sentence, or `alone` in the text."""
    if frame.emit.get("first") and frame.before():
        return True
    return bool(frame.emit.get("alone")) and not (context.alone or (context.probing and not frame.before()))


def evaluate(frame: Frame, context: Context) -> Reading | None:
    """The value of a match. None where the words make no date (31 شباط), or the word before says that they name
    something else (`not_after` gives its class: ثورة 25 يناير), or stand where the rule does not want them."""
    barred, wanted = frame.emit.get("not_after"), frame.emit.get("after")
    if (barred and frame.follows(barred)) or (wanted and not frame.follows(wanted)):
        return None
    if _is_out_of_place(frame, context):
        return None
    try:
        return OPERATIONS[frame.emit["op"]](frame, context)
    except (ValueError, OverflowError):
        return None
