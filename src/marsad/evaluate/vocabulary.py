"""The names that an annotation may use for types and categories."""

from __future__ import annotations

# fmt: off
PLACE_KINDS = frozenset({
    "country", "region", "governorate", "district", "city", "village", "neighbourhood", "facility", "natural",
    "road",
})
ACTOR_TYPES = frozenset({
    "state_force", "armed_group", "government", "political", "international", "media", "civilians", "person",
    "organisation",
})
EVENT_TYPES = frozenset({
    "clash", "armed_attack", "bombing", "suicide_attack", "shelling", "air_strike", "chemical_attack",
    "assassination", "execution", "abduction", "abuse", "destruction",
    "territory_gain", "withdrawal", "siege", "operation", "deployment", "weapons_seizure", "arrest", "release",
    "defection", "displacement", "casualties",
    "protest", "riot", "agreement", "talks", "support", "accusation", "condemnation", "threat", "demand",
    "decision", "vote",
})
STATUSES = frozenset({"occurred", "ongoing", "attempted", "planned", "possible", "denied"})
REASON_CATEGORIES = frozenset({
    "resources", "territory", "logistics", "opportunity", "rivalry", "social_base", "detainees", "prestige",
    "diversion", "cohesion", "capability", "retaliation", "coercion", "protection", "political_timing",
    "sponsorship", "ideology", "power", "settlement", "law", "other",
})
STATEMENT_KINDS = frozenset({"quote", "report", "claim_of_responsibility", "denial", "estimate"})
# fmt: on
