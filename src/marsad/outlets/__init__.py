"""Outlets: who publishes. The registry (data/outlets.tsv) and its tags for the automaton."""

from marsad.outlets.registry import KINDS, TAG_CLASS, Outlet, Outlets, outlets_of, tags

__all__ = ["KINDS", "TAG_CLASS", "Outlet", "Outlets", "outlets_of", "tags"]
