"""Which place, which actor, which date; the same thing told twice."""
