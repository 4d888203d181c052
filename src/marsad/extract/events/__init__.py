"""Events: what happened, who did it to whom, where, when, and with what harm."""

from marsad.extract.events.step import Events

__all__ = ["Events"]
