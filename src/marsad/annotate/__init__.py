"""Spans inside a sentence: places, times, quantities, actors."""
