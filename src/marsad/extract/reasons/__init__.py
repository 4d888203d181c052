"""Reasons: why actors act, in explicit lists and in running text."""

from marsad.extract.reasons.step import Reasons

__all__ = ["Reasons"]
